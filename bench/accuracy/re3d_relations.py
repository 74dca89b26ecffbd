#!/usr/bin/env python3
"""Relations in re3d, end to end: kith recognises the names of these press releases by their
main labels and the shipped gazetteers, and finds the relations between them.

    re3d_relations.py [options] DATA [KITH]

DATA is the folder with re3d-dev/. Of the statements that kith takes as facts, --count are
drawn, the same each time, and listed. re3d_judged.tsv beside the script holds what a person
who read their sentences said of them: right or wrong. Precision is that of the drawn ones
that were judged. The strict score beside it asks the annotation instead, which has eleven
relations and gaps (re3d_relations.tsv): most of what it does not know is right.

--list prints the sentences with the statements, to judge them: + or - behind each line.
"""
import argparse
import os
import random
import tempfile

import re3d
from gold import byte_offsets
from graph import Article, build, read_mapping
from ladder import joined, shipped_names, write_world

SEED = 1
FOLDER = os.path.dirname(os.path.abspath(__file__))


def read_gold(folder, gold):
    """(article, relation) -> pairs of spans of the annotation, in bytes."""
    pairs = {}
    for part in sorted(os.listdir(folder)):
        path = os.path.join(folder, part, "relations.json")
        for relation in re3d.read_json(path) if os.path.exists(path) else []:
            offsets = byte_offsets(gold.articles[relation["documentId"]])
            ends = [(offsets[relation[end + "Begin"]], offsets[relation[end + "End"]])
                    for end in ("source", "target")]
            key = relation["documentId"], relation["type"]
            pairs.setdefault(key, []).append(sorted(ends))
    return pairs


def is_annotated(edge, gold, mapping):
    """True when a fitting relation stands between spans that hold the two names."""
    for theirs in mapping.get((edge.relation, "any", "any"), []):
        for first, second in gold.get((edge.article, theirs), []):
            if (first[0] <= edge.begin < first[1] and second[0] < edge.end <= second[1]):
                return True
    return False


def key_of(edge):
    return (edge.article, str(edge.begin), str(edge.end), edge.relation, *edge.names)


def read_judged(path):
    """statement -> True when it was found right."""
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines
                if line.strip() and not line.startswith("#")]
    return {tuple(row[1:]): row[0] == "+" for row in rows}


def drawn(edges, count):
    edges = sorted(edges, key=key_of)
    return sorted(random.Random(SEED).sample(edges, min(count, len(edges))), key=key_of)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", help="folder with re3d-dev")
    parser.add_argument("kith", nargs="?", default="build/kith")
    parser.add_argument("--shipped", default="gazetteers", help="the shipped gazetteers")
    parser.add_argument("--count", type=int, default=100, help="statements to draw")
    parser.add_argument("--list", action="store_true", help="print them, to be judged")
    return parser.parse_args()


def name_words(shipped):
    return os.path.join(shipped, "name_words.csv")


def names_of(gold, shipped):
    """The labels, but for "Foreign" of the Foreign Secretary: parts of titles."""
    titles = re3d.read_titles(name_words(shipped))
    return {entity: row for entity, row in gold.world.items()
            if row[0].lower() not in titles or row[0].isupper()}


def find(arguments, gold):
    with tempfile.TemporaryDirectory() as folder:
        names = joined(names_of(gold, arguments.shipped), shipped_names(arguments.shipped))
        world = write_world(os.path.join(folder, "world.csv"), names)
        articles = {number: Article(text) for number, text in gold.articles.items()}
        return build(arguments.kith, arguments.shipped, folder, articles, ["-g", world])


def show(sample, judged):
    for edge in sample:
        sign = {True: "+", False: "-", None: "?"}[judged.get(key_of(edge))]
        print("\t".join((sign,) + key_of(edge)))
        print(f"    [{edge.trigger}] {edge.rule} {' '.join(edge.sentence.split())}")


def main():
    arguments = parse()
    folder = os.path.join(arguments.data, "re3d-dev")
    if not os.path.exists(folder) or not os.path.exists(arguments.kith):
        print(f"{folder} or {arguments.kith} is missing; nothing measured")
        return
    gold = re3d.read(folder, name_words(arguments.shipped))
    edges = find(arguments, gold)
    sample = drawn(edges, arguments.count)
    judged = read_judged(os.path.join(FOLDER, "re3d_judged.tsv"))
    if arguments.list:
        show(sample, judged)
    pairs = read_gold(folder, gold)
    mapping = read_mapping(os.path.join(FOLDER, "re3d_relations.tsv"))
    known = [judged[key_of(edge)] for edge in sample if key_of(edge) in judged]
    mapped = [edge for edge in edges if (edge.relation, "any", "any") in mapping]
    strict = sum(is_annotated(edge, pairs, mapping) for edge in mapped)
    print(f"re3d: {len(gold.articles)} articles, {len(edges)} statements")
    print(f"judged   {sum(known)} of {len(known)} right: "
          f"{sum(known) / max(1, len(known)):.3f}; {len(sample) - len(known)} not judged")
    print(f"strict   {strict} of {len(mapped)} in the annotation: "
          f"{strict / max(1, len(mapped)):.3f}")


if __name__ == "__main__":
    main()

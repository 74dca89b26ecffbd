#!/usr/bin/env python3
"""Relations in DWIE, by article: who heads, belongs to, is a citizen of, is based in, is an
agency of, and plays against whom.

    dwie_relations.py [options] DATA [KITH]

DATA is the folder with dwie-dev.jsonl. The names of an article are handed to kith with
--mentions, a word like "German" as a mention of its country, and kith finds no others.
dwie_relations.tsv says which relation of ours means which of theirs, between what. A
relation is right when the gold has it between the two entities, in whatever sentence; only
relations between entities that were handed in count. The gold is by article: it has what
readers know and no sentence says, so that no reader of sentences finds it all.
"""
import argparse
import collections
import json
import os
import tempfile

import dwie
from gold import measure
from graph import Article, build, read_mapping

# What ends of relations are called in the table.
BODIES = {"party", "ministry", "company", "media", "group", "agency", "organisation"}
LANDS = {"country", "region"}

# Theirs come by the size of the place; ours is one.
JOINED = {"based_in0": "based_in", "based_in1": "based_in", "based_in2": "based_in"}


def type_of(entity):
    return "team" if "sport_team" in dwie.tags_of(entity) else dwie.type_of(entity)


def end_of(kind):
    return "body" if kind in BODIES else "land" if kind in LANDS else kind


def is_named(entity):
    return bool(entity["mentions"]) and not any(
        tag in dwie.NO_NAMES or tag.endswith("-x") for tag in dwie.tags_of(entity))


def countries_meant(raw):
    """number of an entity such as "German" -> number of the country."""
    return {relation["head"]: relation["tail"] for relation in raw["relations"]
            if relation["type"] == "gpe0"}


class Articles:
    """The articles with the names to hand in, and the gold between them."""

    def __init__(self, path):
        self.articles, self.gold, self.ends, self.labels = {}, set(), {}, {}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                self.read(json.loads(line))

    def read(self, raw):
        number, article = str(raw["id"]), Article(raw["text"])
        entities, meant = raw["entities"], countries_meant(raw)
        handed, taken = set(), []
        for at, entity in enumerate(entities):
            who = meant.get(at, at)
            if not is_named(entities[who]) or not (is_named(entity) or at in meant):
                continue
            handed.add(who)
            taken += [(m["end"] - m["begin"], m["begin"], m["end"], who)
                      for m in spans(entity)]
        self.add_names(article, taken, [f"{number}:{i}" for i in range(len(entities))],
                       [type_of(entity) for entity in entities])
        self.articles[number] = article
        for at in handed:
            self.labels[f"{number}:{at}"] = entities[at]["mentions"][0]["text"]
            self.ends[f"{number}:{at}"] = end_of(type_of(entities[at]))
        for relation in raw["relations"]:
            if {relation["head"], relation["tail"]} <= handed:
                self.gold.add((JOINED.get(relation["type"], relation["type"]),
                               f"{number}:{relation['head']}",
                               f"{number}:{relation['tail']}"))

    def add_names(self, article, taken, names, kinds):
        """Of mentions that share words the longest."""
        used = set()
        for _, begin, end, who in sorted(taken, key=lambda m: (-m[0], m[1])):
            if used.isdisjoint(range(begin, end)):
                used.update(range(begin, end))
                article.add_name(begin, end, names[who], kinds[who])


def spans(entity):
    return [{"begin": m["start"], "end": m["end"]} for m in entity["mentions"]]


def read_found(edges, mapping, ends):
    found = collections.defaultdict(list)
    for edge in edges:
        kinds = [ends[name] for name in edge.names]
        for theirs in mapping.get((edge.relation, *kinds), []):
            found[(theirs, *edge.names)].append(edge)
            if theirs == "vs":
                found[(theirs, *reversed(edge.names))].append(edge)
    return found


def print_errors(found, gold, labels):
    for key in sorted(found):
        edge = found[key][0]
        print("RIGHT" if key in gold else "WRONG", key[0], edge.relation, edge.rule,
              "|", edge.trigger, "|", " -> ".join(labels[name] for name in edge.names))
        print("   ", edge.sentence.replace("\n", " "))


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", help="folder with dwie-dev.jsonl")
    parser.add_argument("kith", nargs="?", default="build/kith")
    parser.add_argument("--shipped", default="gazetteers", help="the shipped gazetteers")
    parser.add_argument("--errors", action="store_true", help="list what is right and wrong")
    return parser.parse_args()


def main():
    arguments = parse()
    path = os.path.join(arguments.data, "dwie-dev.jsonl")
    if not os.path.exists(path) or not os.path.exists(arguments.kith):
        print(f"{path} or {arguments.kith} is missing; nothing measured")
        return
    articles = Articles(path)
    with tempfile.TemporaryDirectory() as folder:
        edges = build(arguments.kith, arguments.shipped, folder, articles.articles)
    mapping = read_mapping(os.path.join(os.path.dirname(__file__), "dwie_relations.tsv"))
    found = read_found(edges, mapping, articles.ends)
    print(f"DWIE: {len(articles.articles)} articles")
    print(f"{'':<12}{'P':>6}{'R':>7}{'F1':>7}{'right':>7}{'found':>7}{'gold':>7}")
    for relation in sorted({theirs for row in mapping.values() for theirs in row}):
        m = measure({key for key in found if key[0] == relation},
                    {key for key in articles.gold if key[0] == relation})
        print(f"{relation:<12}{m.precision:6.3f}{m.recall:7.3f}{m.f1:7.3f}"
              f"{m.right:7}{m.found:7}{m.gold:7}")
    if arguments.errors:
        print_errors(found, articles.gold, articles.labels)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Relations in CoNLL04: sentences of newswire with names and relations marked.

    conll04.py [options] DATA [KITH]

DATA is the folder with conll04/dev.txt. Each sentence is an article; its names are handed
to kith with --mentions, and kith finds no others. A place that the shipped gazetteers call
a country, region or city is one of these, as it is for kith, and so are their media; the
rest of the types is the gold's. conll04.tsv says which relation of ours means which of theirs, between which
types. An edge is right when the gold has it between names spelt alike in that sentence.

The shipped rules may be written looking at the sentences of --part train, never at dev's.
"""
import argparse
import ast
import collections
import csv
import os
import sys
import tempfile

from gold import measure
from graph import Article, build, read_mapping

PART = "dev"
TYPES = {"Peop": "person", "Org": "organisation", "Loc": "place"}
NONE = "N"

# Where the finer types come from; the widest places first.
FILES = {"Loc": ["countries", "regions", "cities"],
         "Org": ["media", "organisations", "companies", "parties"]}
CLOSE_BEHIND = {",", ".", ";", ":", ")", "'s", "?", "!", "%", "'", "n't", "'"}
CLOSE_BEFORE = {"(", "$"}
PLACED = {"Located_In", "Live_In", "OrgBased_In"}

Name = collections.namedtuple("Name", "begin end kind")


def read_sentences(path):
    """(number, rows) of each sentence; a row: index, word, tag, relations, heads."""
    sentences = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#doc"):
                sentences.append((line.split()[1], []))
            elif line.strip():
                sentences[-1][1].append(line.rstrip("\n").split("\t"))
    return sentences


def names_in(rows):
    """The last word of each name -> the name, in words."""
    names, begin = {}, 0
    for at, row in enumerate(rows):
        if row[2].startswith("B-"):
            begin = at
        is_last = at + 1 == len(rows) or not rows[at + 1][2].startswith("I-")
        if row[2] != "O" and is_last:
            names[at] = Name(begin, at + 1, row[2][2:])
    return names


def text_of(rows):
    """The sentence as it is printed, and where each word begins and ends."""
    text, spans = "", []
    for _, word, *_ in rows:
        is_close = not text or word in CLOSE_BEHIND or text[-1] in CLOSE_BEFORE
        text += word if is_close else " " + word
        spans.append((len(text) - len(word), len(text)))
    return text + "\n", spans


def gold_of(rows, names):
    for last, name in names.items():
        relations, heads = ast.literal_eval(rows[last][3]), ast.literal_eval(rows[last][4])
        for relation, head in zip(relations, heads):
            if relation != NONE and head in names:
                yield relation, name, names[head]


class Sentences:
    """The sentences of one part as articles, with the gold between their names."""

    def __init__(self, path, known):
        self.articles, self.gold, self.tags, self.same = {}, set(), {}, {}
        for number, rows in read_sentences(path):
            self.read(number, rows, known)

    def read(self, number, rows, known):
        names = names_in(rows)
        text, spans = text_of(rows)
        article = Article(text)
        surfaces = {}
        for name in names.values():
            if name.kind not in TYPES:
                continue
            begin, end = spans[name.begin][0], spans[name.end - 1][1]
            surfaces[name] = text[begin:end]
            kind = known.get((name.kind, plain(surfaces[name])), TYPES[name.kind])
            self.tags[number, surfaces[name]] = name.kind
            article.add_name(begin, end, surfaces[name], kind)
        self.articles[number] = article
        for one, other in same_names(rows, names):
            self.same[number, surfaces[one]] = surfaces[other]
            self.same[number, surfaces[other]] = surfaces[one]
        for relation, a, b in gold_of(rows, names):
            self.gold.add((number, relation, surfaces[a], surfaces[b]))


def plain(name):
    """The same for U.S. and US."""
    return name.strip().lstrip("=~?").replace(".", "").lower()


def known_types(shipped):
    """(Loc or Org, name, plain) -> type, of the names in the shipped gazetteers."""
    known = {}
    for tag, files in FILES.items():
        for file in files:
            with open(os.path.join(shipped, file + ".csv"), encoding="utf-8") as lines:
                for row in csv.DictReader(li for li in lines if not li.startswith("#")):
                    for name in [row["name"]] + (row.get("aliases") or "").split("|"):
                        known.setdefault((tag, plain(name)), row["type"])
    return known


def same_names(rows, names):
    """Two names of one body: "Federal Security Service (FSB)"."""
    by_begin = {name.begin: name for name in names.values()}
    for name in names.values():
        other = by_begin.get(name.end + 1)
        if (other and other.kind == name.kind == "Org" and rows[name.end][1] == "("
                and rows[other.end:] and rows[other.end][1] == ")"):
            yield name, other


def read_found(edges, mapping, tags_of):
    """(sentence, relation, A, B) -> the edge, for the relations that the gold has."""
    found = {}
    for edge in edges:
        tags = [tags_of[edge.article, name] for name in edge.names]
        for relation in mapping.get((edge.relation, *tags), []):
            found.setdefault((edge.article, relation, *edge.names), edge)
    return found


def renamed(found, same):
    """As the gold has it: what is said of a body is said of its short name, too."""
    more = {}
    for (sentence, relation, a, b), edge in found.items():
        for one in {a, same.get((sentence, a), a)}:
            for other in {b, same.get((sentence, b), b)}:
                more[sentence, relation, one, other] = edge
    return more


def closed(found):
    """As the gold has it: who is in a town is in the country of that town, too."""
    within = collections.defaultdict(set)
    for sentence, relation, a, b in found:
        if relation == "Located_In":
            within[sentence, a].add(b)
    more = {(sentence, relation, a, wider): edge
            for (sentence, relation, a, b), edge in found.items()
            if relation in PLACED for wider in within[sentence, b]}
    return {**more, **found}


def show(what, found, gold):
    m = measure(found, gold)
    print(f"{what:<14}{m.precision:6.3f}{m.recall:7.3f}{m.f1:7.3f}"
          f"{m.right:7}{m.found:7}{m.gold:7}")


def print_errors(found, sentences):
    for key in sorted(set(found) | sentences.gold):
        what = ("RIGHT" if key in sentences.gold else "WRONG") if key in found else "MISSED"
        rule = f"{found[key].relation} {found[key].rule}" if key in found else ""
        print(f"{what} {key[1]}: {key[2]} -> {key[3]} {rule}\n"
              f"    {sentences.articles[key[0]].text.strip()}")


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", help="folder with conll04")
    parser.add_argument("kith", nargs="?", default="build/kith")
    parser.add_argument("--part", choices=["train", "dev"], default=PART)
    parser.add_argument("--shipped", default="gazetteers", help="the shipped gazetteers")
    parser.add_argument("--errors", action="store_true", help="list what is right and wrong")
    return parser.parse_args()


def main():
    arguments = parse()
    path = os.path.join(arguments.data, "conll04", arguments.part + ".txt")
    if not os.path.exists(path) or not os.path.exists(arguments.kith):
        print(f"{path} or {arguments.kith} is missing; nothing measured")
        return
    sentences = Sentences(path, known_types(arguments.shipped))
    with tempfile.TemporaryDirectory() as folder:
        edges = build(arguments.kith, arguments.shipped, folder, sentences.articles)
    mapping = read_mapping(os.path.join(os.path.dirname(__file__), "conll04.tsv"))
    found = read_found(edges, mapping, sentences.tags)
    found = closed(renamed(found, sentences.same))
    print(f"CoNLL04 {arguments.part}: {len(sentences.articles)} sentences")
    print(f"{'':<14}{'P':>6}{'R':>7}{'F1':>7}{'right':>7}{'found':>7}{'gold':>7}")
    for relation in sorted({key[1] for key in sentences.gold}):
        show(relation, {key for key in found if key[1] == relation},
             {key for key in sentences.gold if key[1] == relation})
    show("all", set(found), sentences.gold)
    if arguments.errors:
        print_errors(found, sentences)


if __name__ == "__main__":
    sys.exit(main())

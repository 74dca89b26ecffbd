#!/usr/bin/env python3
"""How right kith is on articles whose names are marked: exact span and entity.

    ladder.py [options] DATA [KITH]

DATA is the folder with dwie-dev.jsonl and re3d-dev/, KITH the program (build/kith). Each
entity of a gold set stands in a gazetteer under its main label alone (dwie.py and re3d.py
say which), and each article is tagged against all of them. A mention is right when begin,
end and entity are the gold's; a node is right when the gold has a mention of the entity in
any article. Rungs add one thing after the other:

    labels       the longest label, letter for letter; not kith but the plain way (gold.py)
    case+marks   + folding of case, diacritics, hyphens and dots
    variants     + spellings by the rules of variants.csv (--variants en)
    guard        + a name that is part of a longer one is refused
    definitions  + "Federal Security Service (FSB)"
    short        + surnames and other short forms in the article
    shipped      + the gazetteers that come with kith (--shipped); a row of theirs that has
                   the label as a name is the same entity
    distractors  + names of other lists (--distractors)
    demonyms     + "German" is Germany; off by default
    default      as kith comes, on all names above

The rungs of data are climbed where their options are given. Nothing is measured, and the
exit status is 0, where the data is missing.
"""
import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile

import dwie
import re3d
from gold import folded, match_labels, measure, nodes

RUNGS = ["labels", "case+marks", "variants", "guard", "definitions", "short", "shipped",
         "distractors", "demonyms"]
LANGUAGES = "en"
SWITCHES = {"guard": "guard", "short": "short-forms", "definitions": "definitions"}


def read_rows(path):
    with open(path, encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        if {"name", "type"} <= set(rows.fieldnames or []):
            yield from rows


def shipped_names(folder):
    """name or alias, folded -> the rows that have it, as (name, type); names first."""
    names, aliases = {}, {}
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".csv"):
            continue
        for row in read_rows(os.path.join(folder, file)):
            entry = row["name"], row["type"]
            names.setdefault(folded(row["name"]), []).append(entry)
            for alias in (row.get("aliases") or "").split("|"):
                aliases.setdefault(folded(alias.strip().lstrip("=~?")), []).append(entry)
    return {name: names.get(name, []) + aliases.get(name, []) for name in names | aliases}


def row_of(label, kind, rows):
    """Which of the shipped rows that are called `label` is meant: one of its type."""
    return next((row for row in rows if row[1] == kind), rows[0] if rows else (label, kind))


def joined(world, rows):
    """The world, its entities called as the shipped rows that have their labels. A row that
    has the labels of several is the one whose label is its name, or the first."""
    wanted = {entity: row_of(label, kind, rows.get(folded(label), []))
              for entity, (label, kind) in world.items()}
    ones = {}
    for entity in sorted(world, key=lambda e: (world[e][0] != wanted[e][0], e)):
        ones.setdefault(wanted[entity], entity)
    return {entity: row if ones[row] == entity else world[entity]
            for entity, row in wanted.items()}


def distractors(path, taken, count):
    """`count` names of a word list (name, type, alias), none of which is in the gold."""
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    rows = [row for row in rows if len(row) >= 3 and folded(row[2]) not in taken]
    random.Random(1).shuffle(rows)
    return rows[:count]


def key_of(entity):
    """A key that says nothing to a reader, and that kith keeps as it is."""
    return "gold-" + entity.encode().hex()


def write_rows(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([header] + list(rows))
    return path


def write_world(path, world):
    return write_rows(path, ["name", "type", "id"],
                      ([label, kind, key_of(entity)]
                       for entity, (label, kind) in sorted(world.items())))


def write_distractors(path, names):
    return write_rows(path, ["name", "type", "id"],
                      ([row[2].lstrip("=~?#"), row[1] or "other", f"other-{number}"]
                       for number, row in enumerate(names)))


def write_demonyms(path, countries, world):
    """The shipped countries' demonyms, for the countries of the gold."""
    entities = {label: entity for entity, (label, kind) in world.items()
                if kind in ("country", "place")}
    return write_rows(path, ["name", "type", "id", "demonyms"],
                      ([row["name"], world[entities[row["name"]]][1],
                        key_of(entities[row["name"]]), row["demonyms"]]
                       for row in read_rows(countries)
                       if row["name"] in entities and row.get("demonyms")))


def tag(kith, gazetteers, files, options):
    """All mentions of all articles as kith gives them."""
    command = [kith, "tag", "--format", "jsonl"] + options
    for gazetteer in gazetteers:
        command += ["-g", gazetteer]
    done = subprocess.run(command + files, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit("kith failed: " + done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def options_of(rung):
    on = set(RUNGS[: RUNGS.index(rung) + 1])
    options = [f"--no-{switch}" for name, switch in SWITCHES.items() if name not in on]
    options += ["--variants", LANGUAGES if "variants" in on else "none"]
    return options + ["--demonyms" if "demonyms" in on else "--no-demonyms"]


class Bench:
    """One gold set, written out for kith."""

    def __init__(self, arguments, gold, folder):
        self.arguments, self.gold, self.folder = arguments, gold, folder
        self.spans = {key[:3] for key in gold.mentions}
        self.entities = {key_of(entity): entity for entity in gold.world}
        self.files = [self.write_article(*article) for article in gold.articles.items()]
        world = gold.world
        self.plain = self.write_names("plain", world)
        if arguments.shipped:
            world = joined(world, shipped_names(arguments.shipped))
            self.joined = self.write_names("joined", world)
        if arguments.distractors:
            taken = {folded(self.surface(span)) for span in gold.mentions | gold.dropped}
            taken |= {folded(label) for label, _ in world.values()}
            names = distractors(arguments.distractors, taken, arguments.count)
            self.others = write_distractors(self.path("others.csv"), names)

    def path(self, name):
        return os.path.join(self.folder, f"{self.gold.name}-{name}")

    def write_article(self, article, text):
        path = os.path.join(self.folder, article + ".txt")
        with open(path, "w", encoding="utf-8", newline="") as out:
            out.write(text)
        return path

    def write_names(self, name, world):
        """The labels, and the demonyms of those that are countries."""
        return [write_world(self.path(name + ".csv"), world),
                write_demonyms(self.path(name + "-demonyms.csv"), self.arguments.countries,
                               world)]

    def surface(self, span):
        text = self.gold.articles[span[0]].encode()
        return text[span[1]:span[2]].decode()

    def climbed(self):
        """The rungs there is data for."""
        return [name for name in RUNGS
                if (name != "shipped" or self.arguments.shipped)
                and (name != "distractors" or self.arguments.distractors)]

    def gazetteers(self, rung):
        on = RUNGS[: RUNGS.index(rung) + 1]
        has_shipped = "shipped" in on and self.arguments.shipped
        found = self.joined + [self.arguments.shipped] if has_shipped else self.plain
        if "distractors" in on and self.arguments.distractors:
            return found + [self.others]
        return found

    def found(self, rung):
        """(article, begin, end, entity) -> how it was found."""
        found = match_labels(self.gold) if rung == "labels" else self.tagged(rung)
        return {key: how for key, how in found.items() if not self.is_left_out(key)}

    def tagged(self, rung):
        """What kith finds."""
        options = [] if rung == "default" else options_of(rung)
        level = RUNGS[-1] if rung == "default" else rung
        found = {}
        for line in tag(self.arguments.kith, self.gazetteers(level), self.files, options):
            article = os.path.splitext(os.path.basename(line["file"]))[0]
            entity = self.entities.get(line["id"], line["id"])
            found[(article, line["begin"], line["end"], entity)] = line
        return found

    def is_left_out(self, key):
        """Within what is no name: neither right nor wrong where the gold has gaps."""
        if key[:3] in self.spans or not (self.arguments.lenient or self.gold.has_gaps):
            return False
        return any(key[0] == article and begin <= key[1] and key[2] <= end
                   for article, begin, end in self.gold.dropped)

    def climb(self):
        print(f"{self.gold.name}: {len(self.gold.articles)} articles, "
              f"{len(self.gold.mentions)} mentions of {len(self.gold.world)} entities")
        print(f"{'':<13}{'mentions':^34}{'nodes':^22}")
        print(f"{'':<13}{'P':>6}{'R':>6}{'F1':>6}{'right':>8}{'found':>8}"
              f"{'P':>8}{'R':>6}{'F1':>6}")
        for rung in self.climbed() + ["default"]:
            self.show(rung, self.found(rung))

    def show(self, rung, found):
        mentions = measure(set(found), self.gold.mentions)
        whole = measure(nodes(found), nodes(self.gold.mentions))
        print(f"{rung:<13}{mentions.precision:6.3f}{mentions.recall:6.3f}{mentions.f1:6.3f}"
              f"{mentions.right:8}{mentions.found:8}"
              f"{whole.precision:8.3f}{whole.recall:6.3f}{whole.f1:6.3f}")

    def print_errors(self, found):
        for key in sorted(set(found) - self.gold.mentions):
            why = ("other entity" if key[:3] in self.spans
                   else "no name" if key[:3] in self.gold.dropped else "span")
            self.print_error("WRONG", key, found[key]["found"], found[key]["choice"],
                             f"[{why}]")
        for key in sorted(self.gold.mentions - set(found)):
            self.print_error("MISSED", key)

    def print_error(self, what, key, *more):
        print(what, key[0], key[1], self.surface(key).replace("\n", " "), "->", key[3], *more)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", help="folder with dwie-dev.jsonl and re3d-dev")
    parser.add_argument("kith", nargs="?", default="build/kith")
    parser.add_argument("--set", choices=["dwie", "re3d"], help="one of them only")
    parser.add_argument("--shipped", help="folder of the shipped gazetteers, added")
    parser.add_argument("--countries", default="gazetteers/countries.csv",
                        help="where the demonyms come from")
    parser.add_argument("--distractors", help="names to add: name, type, alias (TSV)")
    parser.add_argument("--count", type=int, default=50000, help="of the distractors")
    parser.add_argument("--rung", choices=RUNGS + ["default"])
    parser.add_argument("--errors", action="store_true", help="list them, for one rung")
    parser.add_argument("--lenient", action="store_true",
                        help="do not count what lies within what the gold has as no name")
    return parser.parse_args()


def gold_sets(arguments):
    path = os.path.join(arguments.data, "dwie-dev.jsonl")
    if arguments.set != "re3d" and os.path.exists(path):
        yield dwie.read(path)
    path = os.path.join(arguments.data, "re3d-dev")
    if arguments.set != "dwie" and os.path.exists(path):
        words = os.path.join(os.path.dirname(arguments.countries), "name_words.csv")
        yield re3d.read(path, words)


def main():
    arguments = parse()
    if not os.path.exists(arguments.kith):
        print(f"{arguments.kith}: not built; nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        sets = [Bench(arguments, gold, folder) for gold in gold_sets(arguments)]
        if not sets:
            print(f"{arguments.data}: no gold; nothing measured")
        for bench in sets:
            if not arguments.rung:
                bench.climb()
                continue
            found = bench.found(arguments.rung)
            bench.show(arguments.rung, found)
            if arguments.errors:
                bench.print_errors(found)


if __name__ == "__main__":
    main()

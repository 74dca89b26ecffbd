#!/usr/bin/env python3
"""How many hidden names kith suggest brings back.

    suggest.py DATA [KITH]

DATA is the folder with dwie-dev.jsonl, KITH the program (build/kith). Of the entities of
the gold, every fifth is hidden; the others stand in a gazetteer under all spellings that
the gold has of them, beside the shipped gazetteers without the hidden ones' names. A
hidden entity is to be found when it is named three times or more; it counts as found when
one of its spellings is among the suggested names or aliases (--min-articles 1). The list
may be twice as long as what is hidden.

Nothing is measured, and the exit status is 0, where the data is missing.
"""
import argparse
import collections
import csv
import os
import random
import subprocess
import sys
import tempfile

import dwie
from gold import folded
from ladder import read_rows, write_rows

HIDDEN_SHARE = 5
LEAST_MENTIONS = 3


def spellings(gold):
    """entity -> spelling -> how often."""
    found = collections.defaultdict(collections.Counter)
    for article, begin, end, entity in gold.mentions:
        found[entity][gold.articles[article].encode()[begin:end].decode()] += 1
    return found


def names_of_row(row):
    return [row["name"]] + [alias.strip().lstrip("=~?")
                            for alias in (row.get("aliases") or "").split("|")]


def write_shipped(folder, path, hidden):
    """The shipped rows but for those that have a hidden spelling."""
    rows = []
    for file in sorted(os.listdir(folder)):
        if file.endswith(".csv"):
            rows += [[row["name"], row["type"], row.get("aliases") or ""]
                     for row in read_rows(os.path.join(folder, file))
                     if not hidden & {folded(name) for name in names_of_row(row)}]
    return write_rows(path, ["name", "type", "aliases"], rows)


def write_known(gold, names, hidden, path):
    rows = []
    for entity in sorted(gold.world):
        if entity not in hidden:
            label, kind = gold.world[entity]
            aliases = sorted(name for name in names[entity] if "|" not in name)
            rows.append([label, kind, "|".join(aliases)])
    return write_rows(path, ["name", "type", "aliases"], rows)


def suggested(kith, gazetteers, folder, top):
    command = [kith, "suggest", folder, "--top", str(top), "--min-articles", "1"]
    for gazetteer in gazetteers:
        command += ["-g", gazetteer]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit("kith failed: " + done.stderr)
    names = set()
    for row in csv.DictReader(done.stdout.splitlines()):
        names |= {folded(name) for name in names_of_row(row)}
    return names


def measure(arguments, folder):
    gold = dwie.read(os.path.join(arguments.data, "dwie-dev.jsonl"))
    names = spellings(gold)
    entities = sorted(names)
    random.Random(1).shuffle(entities)
    hidden = set(entities[::HIDDEN_SHARE])
    wanted = [entity for entity in sorted(hidden)
              if sum(names[entity].values()) >= LEAST_MENTIONS]
    texts = os.path.join(folder, "articles")
    os.mkdir(texts)
    for article, text in gold.articles.items():
        with open(os.path.join(texts, article + ".txt"), "w", encoding="utf-8") as out:
            out.write(text)
    spelt = {folded(name) for entity in hidden for name in names[entity]}
    gazetteers = [write_known(gold, names, hidden, os.path.join(folder, "known.csv")),
                  write_shipped(arguments.shipped, os.path.join(folder, "rows.csv"), spelt)]
    top = 2 * len(hidden)
    found = suggested(arguments.kith, gazetteers, texts, top)
    lost = [entity for entity in wanted
            if not found & {folded(name) for name in names[entity]}]
    print(f"{len(hidden)} of {len(entities)} entities hidden; {len(wanted)} of them stand "
          f"{LEAST_MENTIONS} times or more; {len(wanted) - len(lost)} of these are among the first {top} suggestions "
          f"({100 * (len(wanted) - len(lost)) / len(wanted):.0f} %)")
    for entity in lost if arguments.errors else []:
        print("LOST", gold.world[entity][0], dict(names[entity]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("data", help="folder with dwie-dev.jsonl")
    parser.add_argument("kith", nargs="?", default="build/kith")
    parser.add_argument("--shipped", default="gazetteers")
    parser.add_argument("--errors", action="store_true", help="list the lost ones")
    arguments = parser.parse_args()
    if not os.path.exists(os.path.join(arguments.data, "dwie-dev.jsonl")):
        print(f"{arguments.data}: no dwie-dev.jsonl; nothing measured")
        return
    if not os.path.exists(arguments.kith):
        print(f"{arguments.kith}: not built; nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(arguments, folder)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Who does what to whom: the shipped rules on PLOVER's gold standard records.

    plover.py [--misses] RECORDS.jsonl [KITH]

A record is a sentence with its source, its target and its kind of event marked. Both are
handed to kith as given mentions, and nothing else is: what is measured is rules, not names.
A record fires when a typed relation runs between a source and a target. Its direction is
right when each such relation runs from source to target, or has no direction; where a
record marks one name as both, every direction is right. Its relation fits when plover.csv
has its event beside one of the relations. Nothing is measured, and the exit status is 0,
where the records are missing.
"""
import argparse
import collections
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

from gold import byte_offsets

HERE = os.path.dirname(os.path.abspath(__file__))
MARK = re.compile(r"\((SRC|TAR|SRC/TAR|SRC/LOC|EVT|LOC|AKK)\s*:\s*")
SIDES = {"SRC": "S", "TAR": "T", "SRC/TAR": "ST", "SRC/LOC": "S"}


def closing(text, at):
    """Behind the bracket that closes what is open at `at`."""
    depth = 1
    while at < len(text) and depth:
        depth += (text[at] == "(") - (text[at] == ")")
        at += 1
    return at


def plain(markup):
    """The text without its marks."""
    while True:
        mark = MARK.search(markup)
        if not mark:
            return markup
        end = closing(markup, mark.end())
        markup = markup[:mark.start()] + markup[mark.end():end - 1] + markup[end:]


def marked_actors(markup):
    """(sides, words) of what is marked as source or target, in order."""
    for mark in MARK.finditer(markup):
        if mark.group(1) in SIDES:
            words = plain(markup[mark.end():closing(markup, mark.end()) - 1]).strip()
            yield SIDES[mark.group(1)], re.sub(r"['’]s$", "", words)


def actors_of(record):
    """[(begin, end, sides)], in characters of the text, none over another."""
    info = record["textInfo"]
    markup = info["markup"] if isinstance(info, dict) else info
    found, cursor = [], 0
    for sides, words in marked_actors(markup):
        begin = record["text"].find(words, cursor)
        if begin < 0:
            begin = record["text"].find(words)
        span = (begin, begin + len(words), sides)
        if begin >= 0 and all(span[1] <= b or e <= span[0] for b, e, _ in found):
            found.append(span)
            cursor = span[1]
    return sorted(found)


def write_input(records, folder):
    """The articles and their mentions. Returns article -> {entity name: sides}."""
    sides_of = {}
    os.mkdir(os.path.join(folder, "articles"))
    with open(os.path.join(folder, "mentions.jsonl"), "w", encoding="utf-8") as lines:
        for number, record in enumerate(records):
            file = f"{number:04}.txt"
            path = os.path.join(folder, "articles", file)
            with open(path, "w", encoding="utf-8", newline="") as article:
                article.write(record["text"])
            offsets = byte_offsets(record["text"])
            sides_of[path] = {}
            for begin, end, sides in actors_of(record):
                name = record["text"][begin:end]
                sides_of[path][name] = sides_of[path].get(name, "") + sides
                lines.write(json.dumps({
                    "document": path, "begin": offsets[begin], "end": offsets[end],
                    "name": name, "type": "organisation"}) + "\n")
    return sides_of


def run(kith, folder):
    """article path -> [(source name, relation, is directed, target name)]"""
    out = os.path.join(folder, "out")
    names = os.path.join(folder, "names.csv")
    with open(names, "w", encoding="utf-8") as file:
        file.write("name,type\n")
    subprocess.run([kith, "build", os.path.join(folder, "articles"), "-q", "-o", out,
                    "--count", "articles",
                    "-g", names,
                    "--mentions", os.path.join(folder, "mentions.jsonl"),
                    "--only-mentions"], check=True, stdout=subprocess.DEVNULL)

    def rows(file):
        with open(os.path.join(out, file), encoding="utf-8") as lines:
            return list(csv.DictReader(lines))

    labels = {row["id"]: row["label"] for row in rows("nodes.csv")}
    paths = {row["article"]: row["path"] for row in rows("articles.csv")}
    directed = {row["id"]: row["directed"] == "true" for row in rows("edges.csv")}
    found = collections.defaultdict(list)
    for row in rows("evidence.csv"):
        if row["relation"] != "co-occurrence":
            found[paths[row["article"]]].append(
                (labels[row["source"]], row["relation"], directed[row["edge"]],
                 labels[row["target"]]))
    return found


def judge(found, sides):
    """(relations that fire, True when all run the right way)"""
    fired, is_right = set(), True
    for source, relation, is_directed, target in found:
        forward = "S" in sides[source] and "T" in sides[target]
        backward = "T" in sides[source] and "S" in sides[target]
        if forward or backward:
            fired.add(relation)
            is_right = is_right and (forward or not is_directed)
    return fired, is_right


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records")
    parser.add_argument("kith", nargs="?", default="build/kith")
    parser.add_argument("--misses", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    if not os.path.exists(options.records):
        print(f"{options.records} is missing: nothing measured")
        return
    with open(options.records, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    with open(os.path.join(HERE, "plover.csv"), encoding="utf-8") as lines:
        events = {row["relation"]: row["events"].split() for row in csv.DictReader(lines)}
    both = fires = right = fits = 0
    by_event = collections.defaultdict(lambda: [0, 0, 0])
    with tempfile.TemporaryDirectory() as folder:
        sides_of = write_input(records, folder)
        found = run(options.kith, folder)
        for record, (path, sides) in zip(records, sides_of.items()):
            if not any(s != t and "S" in sides[s] and "T" in sides[t]
                       for s in sides for t in sides):
                continue
            fired, is_right = judge(found[path], sides)
            is_fit = any(record["event"] in events.get(r, []) for r in fired)
            both += 1
            fires += bool(fired)
            right += bool(fired) and is_right
            fits += is_fit
            for i, add in enumerate((1, bool(fired), is_fit)):
                by_event[record["event"]][i] += add
            if options.misses and not (is_fit and is_right):
                print(record["event"], sorted(fired), "" if is_right else "TURNED",
                      record["text"], sides, sep=" | ")
    print(f"{len(records)} records, {both} with a source and a target")
    for event, (count, fired, fit) in sorted(by_event.items()):
        print(f"  {event:12} {count:3} records, {fired:3} fire, {fit:3} fit")
    print(f"fires     {fires:3} of {both} = {fires / both:.3f}")
    print(f"fits      {fits:3} of {both} = {fits / both:.3f}")
    print(f"direction {right:3} of {fires} = {right / max(fires, 1):.3f}")


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""How right kith is on the DWIE articles: exact span and entity.

    dwie.py [options] DATA [KITH]

DATA is the folder with dwie-dev.jsonl, KITH the program (build/kith). Each entity with
a link stands in a gazetteer under its main label alone, the title of its link, and each
article is tagged against all of them. A mention is right when begin, end and entity are
the gold's. Roles, times, sums of money and words made of names (the "-x" types: German,
Islamist) are no names and left out of the gold.

Rungs add one thing after the other:

    labels       longest match of the labels as they are spelt
    case+marks   + folding of case, diacritics, hyphens and dots
    guard        + a name that is part of a longer one is refused
    definitions  + "Federal Security Service (FSB)"
    short        + surnames and other short forms in the article
    shipped      + the gazetteers that come with kith (--shipped); a row of theirs that has
                   the label as a name is the same entity
    distractors  + names of other lists (--distractors)
    demonyms     + "German" is Germany; off by default

The rungs of data are climbed where their options are given.

Nothing is measured, and the exit status is 0, where the data is missing.
"""
import argparse
import collections
import csv
import json
import os
import random
import subprocess
import sys
import tempfile

# From the tags of an entity to kith's types; the first that is there counts.
TYPES = [
    ("person", "person"), ("gpe0", "country"), ("gpe1", "region"), ("gpe2", "city"),
    ("regio", "region"), ("island", "region"), ("facility", "place"),
    ("waterbody", "place"), ("location", "place"), ("party", "party"),
    ("ministry", "ministry"), ("company", "company"), ("media", "media"),
    ("armed_movement", "group"), ("agency", "agency"),
    ("organization", "organisation"), ("event", "event"),
]
NO_NAMES = {"time", "money", "role", "value", "footer", "skip", "none"}

RUNGS = ["labels", "case+marks", "guard", "definitions", "short", "shipped",
         "distractors", "demonyms"]
SWITCHES = {"guard": "guard", "short": "short-forms", "definitions": "definitions"}


def tags_of(entity):
    return [tag.split("::")[1] for tag in entity["tags"]]


def is_name(entity):
    tags = tags_of(entity)
    return bool(entity["link"]) and not any(
        tag in NO_NAMES or tag.endswith("-x") for tag in tags)


def type_of(entity):
    tags = tags_of(entity)
    return next((ours for theirs, ours in TYPES if theirs in tags), "other")


def label_of(entity):
    """The title of the link, without the words in brackets that tell namesakes apart."""
    link = entity["link"]
    if link.startswith("wikidata:"):
        counts = collections.Counter(m["text"] for m in entity["mentions"])
        return max(counts, key=lambda text: (counts[text], len(text)))
    title = link.replace("_", " ")
    if title.endswith(")") and " (" in title:
        title = title[: title.rindex(" (")]
    return title


def read_gold(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write_articles(articles, folder):
    for article in articles:
        name = os.path.join(folder, article["id"] + ".txt")
        with open(name, "w", encoding="utf-8", newline="") as out:
            out.write(article["text"])


def closed_world(articles):
    """link -> (label, type), the commonest type of the link's entities."""
    labels, types = {}, collections.defaultdict(collections.Counter)
    for article in articles:
        for entity in article["entities"]:
            if is_name(entity) and entity["mentions"]:
                labels.setdefault(entity["link"], label_of(entity))
                types[entity["link"]][type_of(entity)] += len(entity["mentions"])
    return {link: (labels[link], types[link].most_common(1)[0][0]) for link in labels}


def read_rows(path):
    with open(path, encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        if {"name", "type"} <= set(rows.fieldnames or []):
            yield from rows


def shipped_names(folder):
    """name or alias, in small letters -> (name, type) of the first row that has it."""
    owners = {}
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".csv"):
            continue
        for row in read_rows(os.path.join(folder, file)):
            for name in [row["name"]] + (row.get("aliases") or "").split("|"):
                key = name.strip().lstrip("=~?").lower()
                owners.setdefault(key, (row["name"], row["type"]))
    return owners


def joined(world, owners):
    """The world, its entities called as the shipped rows that have their labels."""
    return {link: owners.get(label.lower(), (label, kind))
            for link, (label, kind) in world.items()}


def distractors(path, taken, count):
    """`count` names of a word list (name, type, alias), none of which is in the gold."""
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    rows = [row for row in rows if len(row) >= 3 and row[2].lower() not in taken]
    random.Random(1).shuffle(rows)
    return rows[:count]


def key_of(link):
    """A key that says nothing to a reader, and that kith keeps as it is."""
    return "gold-" + link.encode().hex()


def write_names(world, names, path):
    with open(path, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["name", "type", "id"])
        for link, (label, kind) in sorted(world.items()):
            rows.writerow([label, kind, key_of(link)])
        for number, row in enumerate(names):
            rows.writerow([row[2].lstrip("=~?#"), row[1] or "other", f"other-{number}"])


def write_demonyms(shipped, world, path):
    """The shipped countries' demonyms, for the countries of the gold."""
    links = {label: link for link, (label, kind) in world.items() if kind == "country"}
    with open(shipped, encoding="utf-8") as lines, \
         open(path, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["name", "type", "id", "demonyms"])
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            link = links.get(row["name"])
            if link and row.get("demonyms"):
                rows.writerow([row["name"], "country", key_of(link), row["demonyms"]])


def byte_offsets(text):
    offsets, at = [0], 0
    for character in text:
        at += len(character.encode("utf-8"))
        offsets.append(at)
    return offsets


def gold_mentions(articles):
    """Those that count, and those that are left out: neither right nor wrong to find."""
    gold, dropped = set(), set()
    for article in articles:
        offsets = byte_offsets(article["text"])
        for entity in article["entities"]:
            for mention in entity["mentions"]:
                span = (article["id"], offsets[mention["start"]], offsets[mention["end"]])
                if is_name(entity):
                    gold.add(span + (entity["link"],))
                else:
                    dropped.add(span)
    return gold, dropped


def tag(kith, gazetteers, articles, folder, options):
    """All mentions of all articles as kith gives them."""
    command = [kith, "tag", "--format", "jsonl"] + options
    for gazetteer in gazetteers:
        command += ["-g", gazetteer]
    command += [os.path.join(folder, article["id"] + ".txt") for article in articles]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit("kith failed: " + done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def predictions(mentions, links):
    found = {}
    for mention in mentions:
        article = os.path.splitext(os.path.basename(mention["file"]))[0]
        link = links.get(mention["id"])
        found[(article, mention["begin"], mention["end"], link or mention["id"])] = mention
    return found


def options_of(rung):
    on = set(RUNGS[: RUNGS.index(rung) + 1])
    options = [f"--no-{switch}" for name, switch in SWITCHES.items() if name not in on]
    return options + ["--demonyms" if "demonyms" in on else "--no-demonyms"]


def measure(found, gold):
    right = len(gold & found.keys())
    precision = right / len(found) if found else 0.0
    recall = right / len(gold)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return precision, recall, f1


def show(title, found, gold):
    precision, recall, f1 = measure(found, gold)
    print(f"{title:<24} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
          f"  ({len(gold & found.keys())} right of {len(found)} found, {len(gold)} gold)")


def print_errors(found, gold, dropped):
    spans = {key[:3] for key in gold}
    for key in sorted(found.keys() - gold):
        why = ("other entity" if key[:3] in spans
               else "no name" if key[:3] in dropped else "span")
        mention = found[key]
        print("WRONG", key[0], key[1], mention["surface"].replace("\n", " "), "->",
              key[3], mention["found"], mention["choice"], f"[{why}]")
    return spans


def print_missed(articles, found, gold, dropped):
    texts = {article["id"]: article["text"].encode() for article in articles}
    for key in sorted(gold - found.keys()):
        surface = texts[key[0]][key[1]:key[2]].decode().replace("\n", " ")
        print("MISSED", key[0], key[1], surface, "->", key[3])


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", help="folder with dwie-dev.jsonl")
    parser.add_argument("kith", nargs="?", default="build/kith")
    parser.add_argument("--shipped", help="folder of the shipped gazetteers, added")
    parser.add_argument("--countries", default="gazetteers/countries.csv",
                        help="where the demonyms come from")
    parser.add_argument("--distractors", help="names to add: name, type, alias (TSV)")
    parser.add_argument("--count", type=int, default=50000, help="of the distractors")
    parser.add_argument("--rung", choices=RUNGS + ["default"])
    parser.add_argument("--errors", action="store_true", help="list them, for one rung")
    parser.add_argument("--lenient", action="store_true",
                        help="do not count what the gold has as no name")
    return parser.parse_args()


class Bench:
    def __init__(self, arguments, folder):
        self.arguments, self.folder = arguments, folder
        self.articles = read_gold(os.path.join(arguments.data, "dwie-dev.jsonl"))
        self.gold, self.dropped = gold_mentions(self.articles)
        write_articles(self.articles, folder)
        world = closed_world(self.articles)
        self.links = {key_of(link): link for link in world}
        self.plain = self.write(world, "plain.csv")
        if arguments.shipped:
            world = joined(world, shipped_names(arguments.shipped))
            self.joined = self.write(world, "joined.csv")
        self.demonyms = os.path.join(folder, "demonyms.csv")
        write_demonyms(arguments.countries, world, self.demonyms)
        if arguments.distractors:
            self.write_distractors(world)

    def write(self, world, name):
        path = os.path.join(self.folder, name)
        write_names(world, [], path)
        return path

    def write_distractors(self, world):
        taken = {m["text"].lower() for a in self.articles for e in a["entities"]
                 for m in e["mentions"]} | {label.lower() for label, _ in world.values()}
        names = distractors(self.arguments.distractors, taken, self.arguments.count)
        self.others = os.path.join(self.folder, "others.csv")
        write_names({}, names, self.others)

    def climbed(self):
        """The rungs there is data for."""
        return [name for name in RUNGS
                if (name != "shipped" or self.arguments.shipped)
                and (name != "distractors" or self.arguments.distractors)]

    def gazetteers(self, rung):
        on = RUNGS[: RUNGS.index(rung) + 1]
        has_shipped = "shipped" in on and self.arguments.shipped
        found = [self.joined if has_shipped else self.plain]
        if has_shipped:
            found.append(self.arguments.shipped)
        if "distractors" in on and self.arguments.distractors:
            found.append(self.others)
        return found + [self.demonyms]

    def rung(self, name):
        options = [] if name == "default" else options_of(name)
        level = RUNGS[-1] if name == "default" else name
        mentions = tag(self.arguments.kith, self.gazetteers(level), self.articles,
                       self.folder, options)
        found = predictions(mentions, self.links)
        if name == "labels":
            found = {k: v for k, v in found.items() if v["found"] == "exact"}
        if self.arguments.lenient:
            found = {k: v for k, v in found.items() if k[:3] not in self.dropped}
        return found

    def ladder(self):
        for name in self.climbed() + ["default"]:
            show(name, self.rung(name), self.gold)


def main():
    arguments = parse()
    if not os.path.exists(os.path.join(arguments.data, "dwie-dev.jsonl")):
        print(f"{arguments.data}: no dwie-dev.jsonl; nothing measured")
        return
    if not os.path.exists(arguments.kith):
        print(f"{arguments.kith}: not built; nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments, folder)
        if not arguments.rung:
            bench.ladder()
            return
        found = bench.rung(arguments.rung)
        show(arguments.rung, found, bench.gold)
        if arguments.errors:
            print_errors(found, bench.gold, bench.dropped)
            print_missed(bench.articles, found, bench.gold, bench.dropped)


if __name__ == "__main__":
    main()

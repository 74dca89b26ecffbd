"""Running kith build over articles with given names, and reading the edges back."""
import collections
import csv
import json
import os
import subprocess
import sys

MARK = "gold-"

Edge = collections.namedtuple("Edge", "article relation names kinds rule sentence trigger "
                                  "begin end")


class Article:
    """A text, and the names in it that are handed to kith."""

    def __init__(self, text):
        self.text = text
        self.names = []

    def add_name(self, begin, end, name, kind):
        """begin and end count characters. The name is written so that it is an entity of
        its own, whatever the gazetteers call by that name."""
        self.names.append({"begin": begin, "end": end, "unit": "characters",
                           "name": MARK + name.encode().hex(), "type": kind})


def read_mapping(path):
    """Ours, type of A, type of B -> theirs, several; a table beside the script."""
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines
                if line.strip() and not line.startswith("#")]
    mapping = collections.defaultdict(list)
    for ours, a, b, theirs in rows:
        mapping[ours, a, b].append(theirs)
    return mapping


def write_articles(folder, articles):
    os.mkdir(os.path.join(folder, "articles"))
    mentions = os.path.join(folder, "mentions.jsonl")
    with open(mentions, "w", encoding="utf-8") as out:
        for number, article in articles.items():
            path = os.path.join(folder, "articles", number + ".txt")
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(article.text)
            for name in article.names:
                out.write(json.dumps({"document": path, **name}) + "\n")
    return mentions


def read_table(folder, name):
    with open(os.path.join(folder, name + ".csv"), encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def name_of(label):
    if label.startswith(MARK):
        return bytes.fromhex(label[len(MARK):]).decode()
    return label


def is_asserted(row):
    """Whoever says so."""
    return row["polarity"] == "positive" and row["status"] == "fact"


def read_edges(out):
    """The rows of evidence for typed relations that the articles state as facts."""
    nodes = {row["id"]: row for row in read_table(out, "nodes")}
    articles = {row["article"]: os.path.splitext(os.path.basename(row["path"]))[0]
                for row in read_table(out, "articles")}
    texts = {row["sentence"]: row["text"] for row in read_table(out, "sentences")}
    edges = []
    for row in read_table(out, "evidence"):
        if row["relation"] == "co-occurrence" or not is_asserted(row):
            continue
        ends = nodes[row["source"]], nodes[row["target"]]
        edges.append(Edge(articles[row["article"]], row["relation"],
                          tuple(name_of(end["label"]) for end in ends),
                          tuple(end["type"] for end in ends),
                          os.path.basename(row["rule"]), texts[row["sentence"]],
                          row["trigger"], int(row["begin"]), int(row["end"])))
    return edges


def build(kith, shipped, folder, articles, options=None):
    """The typed relations that kith asserts in the articles: between the names that are
    handed in, or as `options` have it."""
    mentions = write_articles(folder, articles)
    out = os.path.join(folder, "out")
    command = [kith, "build", "-q", "-g", shipped, "--time-limit", "0", "--formats", "csv",
               "--count", "articles", "-o", out, os.path.join(folder, "articles")]
    command += options or ["--mentions", mentions, "--only-mentions"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        sys.exit("kith failed: " + done.stderr)
    return read_edges(out)

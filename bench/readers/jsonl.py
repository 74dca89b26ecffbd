#!/usr/bin/env python3
"""A folder of text files as one file of JSON Lines, for measuring how fast that is read.

    bench/readers/jsonl.py ARTICLES >articles.jsonl

One object a line: id (the path below ARTICLES), title (the first line), date (made up) and
text (all of it).
"""
import json
import os
import sys


def paths_below(folder):
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield os.path.join(root, name)


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    out = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n", closefd=False)
    for number, path in enumerate(paths_below(sys.argv[1])):
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            text = file.read()
        article = {
            "id": os.path.relpath(path, sys.argv[1]),
            "title": text.strip().split("\n", 1)[0][:200],
            "date": f"2024-03-{number % 28 + 1:02}",
            "text": text,
        }
        out.write(json.dumps(article, ensure_ascii=False) + "\n")
    out.flush()


if __name__ == "__main__":
    main()

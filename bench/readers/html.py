#!/usr/bin/env python3
"""How much of the article, and of nothing else, kith reads on saved web pages.

    bench/readers/html.py PAGES [KITH]

PAGES holds NAME.html and beside it NAME.gold.txt, the article's text as somebody copied it
by hand. Prints for each page, the worst first, precision, recall and F1 of its words (each
as often as it stands) and of its runs of four words, and their means.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys


def words(text):
    return re.findall(r"\w+", text)


def runs(tokens, length):
    return collections.Counter(
        tuple(tokens[i:i + length]) for i in range(max(1, len(tokens) - length + 1)))


def compare(gold, found):
    shared = sum((gold & found).values())
    precision = shared / sum(found.values()) if found else 0.0
    recall = shared / sum(gold.values()) if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if shared else 0.0
    return precision, recall, f1


def read(kith, page):
    """The article without its title, which the gold texts do not have."""
    shown = subprocess.run([kith, "show", "--json", page], capture_output=True, text=True)
    article = json.loads(shown.stdout or "{}")
    text, title = article.get("text", ""), article.get("title", "")
    return text.removeprefix(title + "\n\n")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    kith = sys.argv[2] if len(sys.argv) > 2 else "build/kith"
    pages = sorted(pathlib.Path(sys.argv[1]).glob("*.html"))
    if not pages:
        print(f"skipped: no pages in {sys.argv[1]}")
        return
    rows = []
    for page in pages:
        gold = words(page.with_suffix(".gold.txt").read_text(encoding="utf-8"))
        found = words(read(kith, page))
        rows.append((compare(runs(gold, 1), runs(found, 1)),
                     compare(runs(gold, 4), runs(found, 4)), page.name))
    rows.sort(key=lambda row: row[0][2])
    print("words: P     R     F1     fours: P     R     F1")
    for one, four, name in rows:
        print("    %.3f %.3f %.3f        %.3f %.3f %.3f  %s" % (*one, *four, name[:16]))
    mean = [sum(row[k][i] for row in rows) / len(rows) for k in (0, 1) for i in range(3)]
    print("mean %.4f %.4f %.4f       %.4f %.4f %.4f" % tuple(mean))


if __name__ == "__main__":
    main()

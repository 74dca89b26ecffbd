#!/usr/bin/env python3
"""More articles than there are: a corpus repeated with changed words.

    bench/multiply.py ARTICLES COUNT >many.jsonl

writes COUNT articles as JSON Lines. The first are the files of the folder ARTICLES; every
further round is the same files with two of three words in small letters drawn anew from
the words of the corpus, so that names stay, and no article is a copy of its model. The same
arguments write the same bytes.
"""
import json
import os
import random
import re
import sys

WORDS = re.compile(r"\b[a-z]{2,}\b")
CHANGED = 2 / 3
VOCABULARY = 1 << 16


def read(folder):
    """The articles: a title and a text each."""
    articles = []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            with open(path, encoding="utf-8", errors="replace") as file:
                articles.append(file.read())
    return articles


def vocabulary(articles):
    """Words of the corpus, as frequent as there."""
    words = [word for text in articles for word in WORDS.findall(text)]
    return random.sample(words, min(len(words), VOCABULARY))


def changed(text, words):
    draw, count = random.random, len(words)
    return WORDS.sub(
        lambda found: words[int(draw() * count)] if draw() < CHANGED else found.group(),
        text)


def main(folder, count):
    random.seed(1)
    articles = read(folder)
    words = vocabulary(articles)
    for number in range(count):
        text = articles[number % len(articles)]
        if number >= len(articles):
            text = changed(text, words)
        json.dump({"text": text}, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]))

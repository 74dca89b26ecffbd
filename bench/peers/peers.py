#!/usr/bin/env python3
"""Two Python matchers on the names and the text that kith is measured on.

    peers.py TOOL ARTICLES NAMES PASSES MEGABYTES

TOOL is spacy or flashtext, NAMES a file with a name a line. Of the articles, every so
manyeth is taken, so that the sample has about MEGABYTES of text. Prints one line: the tool
and its version, seconds to build, megabytes resident, megabytes of text a second (the best
of PASSES), and how many matches there are. Both are asked for names in any case.

Exit code 3 when the package is not installed.
"""
import importlib
import importlib.metadata
import os
import sys
import time


def article_paths(folder):
    paths = []
    for place, _, names in os.walk(folder):
        paths += [os.path.join(place, name) for name in names if name.endswith(".txt")]
    return sorted(paths)


def sample(folder, megabytes):
    """Articles as text, and how many bytes they were."""
    paths = article_paths(folder)
    total = sum(os.path.getsize(path) for path in paths)
    step = max(1, round(total / (megabytes * 1e6)))
    chosen = paths[::step]
    texts = [open(path, encoding="utf-8", errors="replace").read() for path in chosen]
    return texts, sum(os.path.getsize(path) for path in chosen)


def read_names(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line != "\n"]


def resident():
    """Megabytes resident now."""
    with open("/proc/self/status") as status:
        kilobytes = next(line for line in status if line.startswith("VmRSS")).split()[1]
    return int(kilobytes) * 1.024 / 1e3


class Spacy:
    """PhraseMatcher over spaCy's tokens; of names one over the other the longest counts."""

    package = "spacy"

    def __init__(self, names):
        import spacy
        from spacy.matcher import PhraseMatcher

        self.filter_spans = spacy.util.filter_spans
        self.make_doc = spacy.blank("en").make_doc
        self.matcher = PhraseMatcher(self.make_doc("").vocab, attr="LOWER")
        for name in names:
            self.matcher.add("NAME", [self.make_doc(name)])

    def count(self, text):
        spans = self.matcher(self.make_doc(text), as_spans=True)
        return len(self.filter_spans(spans))


class FlashText:
    """FlashText's KeywordProcessor."""

    package = "flashtext"

    def __init__(self, names):
        from flashtext import KeywordProcessor

        self.processor = KeywordProcessor(case_sensitive=False)
        for name in names:
            self.processor.add_keyword(name)

    def count(self, text):
        return len(self.processor.extract_keywords(text, span_info=True))


def run_pass(matcher, texts):
    begin = time.process_time()
    count = sum(matcher.count(text) for text in texts)
    return time.process_time() - begin, count


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    tool, folder, names, passes, megabytes = sys.argv[1:]
    kind = {"spacy": Spacy, "flashtext": FlashText}[tool]
    try:
        importlib.import_module(kind.package)
    except ImportError:
        sys.exit(3)
    texts, size = sample(folder, float(megabytes))
    before = resident()
    begin = time.process_time()
    matcher = kind(read_names(names))
    build = time.process_time() - begin
    memory = resident() - before
    results = [run_pass(matcher, texts) for _ in range(int(passes))]
    seconds, count = min(results)
    version = importlib.metadata.version(kind.package)
    print(f"{tool} {version}\t{build:.2f}\t{memory:.0f}\t{size / 1e6 / seconds:.2f}\t{count}")


if __name__ == "__main__":
    main()

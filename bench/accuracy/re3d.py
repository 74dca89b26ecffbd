"""re3d: press releases on the war in Syria and Iraq, with spans and no entities.

Only names count, and of a span only the name in it: "the SDF" is SDF, "Minister Tobias
Ellwood" is Tobias Ellwood, "we" and "ISIL terrorists" are none. Spans are one entity when
the annotation or SAME says they are synonyms, when their names are equal, or when they are
in one article and one is the other's initials or, of persons, their last words are equal.
The longest name is the label. The annotation has gaps: what kith finds within a larger
span is neither right nor wrong, but a name that nobody marked counts as wrong.
"""
import collections
import json
import os
import re

from gold import Gold, byte_offsets, folded

TYPES = {"Person": "person", "Organisation": "organisation", "Location": "place",
         "MilitaryPlatform": "other"}
CONFIDENT = 0.5

# Other names of one entity that the annotation knows nothing of.
SAME = [("isil", "daesh", "islamic state of iraq and the levant"),
        ("uk", "united kingdom", "u k"), ("us", "u s", "united states"),
        ("un", "united nations"), ("eu", "european union"), ("syria", "syrian arab republic"),
        ("raqqah", "raqqa", "ar raqqah"), ("haider al abadi", "abadi"),
        ("jordan", "hashemite kingdom of jordan"), ("assad", "asad"),
        ("un security council", "united nations security council", "unsc"),
        ("defense department", "department of defense", "pentagon")]
SMALL_WORDS = {"of", "and", "the", "for", "in", "de", "la", "al", "on", "to"}
NO_PART = {"the", "a", "an", "this", "that", "our", "its", "we", "i", "he", "she", "it",
           "they", "you", "his", "her", "my", "their", "me", "us", "all", "both", "no"}
SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
WORD = re.compile(r"[\w.]*\w\.?|\S")


def read_titles(path):
    """Mr, Minister, Foreign: what stands before a person's name."""
    with open(path, encoding="utf-8") as lines:
        rows = [line.split(",") for line in lines if not line.startswith("#")]
    words = {row[0].lower() for row in rows if row[1] in ("title", "beside")}
    return words | {"office", "navy", "army", "pentagon", "spc", "petty", "fco", "russian",
                    "iraqi", "uk", "us", "u.s."}


def name_in(text, begin, end, kind, titles):
    """The part of text[begin:end] that is a name, or None."""
    words = [(m.group(), begin + m.start(), begin + m.end())
             for m in WORD.finditer(text[begin:end])]
    comma = next((i for i, word in enumerate(words) if word[0] in ",("), len(words))
    words = words[:comma]
    passed = titles | NO_PART if kind == "Person" else NO_PART
    while words and words[0][0].lower().rstrip(".") in passed:
        words.pop(0)
    while words and words[-1][0] in ("'", "’", "s"):
        words.pop()
    allowed = {"al", "bin", "de", "van"} if kind == "Person" else SMALL_WORDS
    small = [w for w, _, _ in words if w[0].islower() and w not in allowed]
    if not words or small or not words[0][0][0].isupper() or words[-1][0] in SMALL_WORDS:
        return None
    return words[0][1], words[-1][2]


class Groups:
    """Union and find."""

    def __init__(self):
        self.above = {}

    def find(self, item):
        self.above.setdefault(item, item)
        while self.above[item] != item:
            item = self.above[item]
        return item

    def join(self, one, other):
        one, other = sorted((self.find(one), self.find(other)))
        self.above[other] = one


def initials(name):
    return "".join(word[0] for word in name.split() if word[0].isupper())


def read_json(path):
    with open(path, encoding="utf-8-sig") as lines:
        return [json.loads(line) for line in lines if line.strip()]


class Reading:
    def __init__(self, titles):
        self.gold, self.titles, self.groups = Gold("re3d"), titles, Groups()
        self.gold.has_gaps = True
        self.spans = []  # (article, begin, end, name, kind)
        self.names = {}  # (article, begin, end as annotated) -> name

    def read_part(self, folder):
        for document in read_json(os.path.join(folder, "documents.json")):
            self.gold.articles[document["_id"]] = document["text"]
        for entity in read_json(os.path.join(folder, "entities.json")):
            if entity["confidence"] >= CONFIDENT:
                self.read_entity(entity)
        for relation in read_json(os.path.join(folder, "relations.json")):
            if relation["type"] == "IsSynonymOf" and relation["confidence"] >= CONFIDENT:
                self.read_synonym(relation)

    def read_entity(self, entity):
        article, kind = entity["documentId"], entity["type"]
        text = self.gold.articles[article]
        name = kind in TYPES and name_in(text, entity["begin"], entity["end"], kind,
                                         self.titles)
        offsets = byte_offsets(text)
        self.gold.dropped.add((article, offsets[entity["begin"]], offsets[entity["end"]]))
        if not name:
            return
        key = folded(text[name[0]:name[1]])
        self.names[article, entity["begin"], entity["end"]] = key
        self.spans.append((article, offsets[name[0]], offsets[name[1]],
                           text[name[0]:name[1]], kind))

    def read_synonym(self, relation):
        article = relation["documentId"]
        ends = [self.names.get((article, relation[end + "Begin"], relation[end + "End"]))
                for end in ("source", "target")]
        if all(ends):
            self.groups.join(*ends)

    def group(self):
        for names in SAME:
            for name in names[1:]:
                self.groups.join(names[0], name)
        long_forms, surnames = {}, {}
        for article, _, _, name, kind in self.spans:
            key = folded(name)
            long_forms.setdefault((article, initials(name)), key)
            if kind == "Person":
                surname = [w for w in key.split() if w not in SUFFIXES or w == key][-1]
                self.groups.join(surnames.setdefault((article, surname), key), key)
        for article, _, _, name, _ in self.spans:
            if len(name) > 2 and (article, name) in long_forms:
                self.groups.join(folded(name), long_forms[article, name])

    def finish(self):
        labels, kinds = {}, collections.defaultdict(collections.Counter)
        for article, begin, end, name, kind in self.spans:
            entity = self.groups.find(folded(name))
            self.gold.mentions.add((article, begin, end, entity))
            kinds[entity][TYPES[kind]] += 1
            labels[entity] = max(labels.get(entity, ""), name,
                                 key=lambda label: (len(label), label))
        self.gold.world = {entity: (label, kinds[entity].most_common(1)[0][0])
                           for entity, label in labels.items()}
        return self.gold


def read(folder, name_words):
    reading = Reading(read_titles(name_words))
    for part in sorted(os.listdir(folder)):
        if os.path.isdir(os.path.join(folder, part)):
            reading.read_part(os.path.join(folder, part))
    reading.group()
    return reading.finish()

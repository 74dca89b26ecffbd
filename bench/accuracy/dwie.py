"""DWIE: articles of Deutsche Welle with clusters of mentions and their Wikipedia links.

Each entity with a link counts, under the title of the link without the words in brackets
that tell namesakes apart. Roles, times, sums of money and words made of names (the "-x"
types: German, Islamist) are no names.
"""
import collections
import json

from gold import Gold, byte_offsets

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

# What the annotators wrote where they did not know.
UNKNOWN = "?"


def tags_of(entity):
    return [tag.split("::")[1] for tag in entity["tags"]]


def is_name(entity):
    return entity["link"] not in (None, "", UNKNOWN) and not any(
        tag in NO_NAMES or tag.endswith("-x") for tag in tags_of(entity))


def type_of(entity):
    tags = tags_of(entity)
    return next((ours for theirs, ours in TYPES if theirs in tags), "other")


def label_of(entity):
    link = entity["link"]
    if link.startswith("wikidata:"):
        counts = collections.Counter(m["text"] for m in entity["mentions"])
        return max(counts, key=lambda text: (counts[text], len(text)))
    title = link.replace("_", " ")
    if title.endswith(")") and " (" in title:
        title = title[: title.rindex(" (")]
    return title


def world_of(articles):
    """link -> (label, type), the commonest type of the link's entities."""
    labels, types = {}, collections.defaultdict(collections.Counter)
    for article in articles:
        for entity in article["entities"]:
            if is_name(entity) and entity["mentions"]:
                labels.setdefault(entity["link"], label_of(entity))
                types[entity["link"]][type_of(entity)] += len(entity["mentions"])
    return {link: (labels[link], types[link].most_common(1)[0][0]) for link in labels}


def read(path):
    with open(path, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    gold = Gold("DWIE")
    gold.world = world_of(articles)
    for article in articles:
        gold.articles[article["id"]] = article["text"]
        offsets = byte_offsets(article["text"])
        for entity in article["entities"]:
            for mention in entity["mentions"]:
                span = (article["id"], offsets[mention["start"]], offsets[mention["end"]])
                if is_name(entity):
                    gold.mentions.add(span + (entity["link"],))
                else:
                    gold.dropped.add(span)
    return gold

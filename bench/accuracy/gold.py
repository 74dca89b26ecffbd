"""What the gold sets have in common: articles, the names marked in them, and a closed
world of one label for each entity; and the measures."""
import collections
import re
import unicodedata


class Gold:
    """articles: id -> text. mentions: (article, begin, end, entity), in bytes. dropped:
    (article, begin, end) of what is annotated and no name. world: entity -> (label, type).
    has_gaps: what lies within a span that is annotated counts as neither right nor wrong.
    """

    def __init__(self, name):
        self.name = name
        self.articles = {}
        self.mentions = set()
        self.dropped = set()
        self.world = {}
        self.has_gaps = False


def byte_offsets(text):
    offsets, at = [0], 0
    for character in text:
        at += len(character.encode("utf-8"))
        offsets.append(at)
    return offsets


def folded(name):
    """Letters and digits, small, without their marks: what tells two labels apart."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name)
                    if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain).strip().lower() or name


TOKEN = re.compile(r"\w+|[^\w\s]")


def match_labels(gold):
    """The plain way: at each word the longest label that stands there letter for letter.
    Of several entities with one label the first has it. Knows nothing of kith."""
    labels = {}
    for entity, (label, _) in sorted(gold.world.items()):
        labels.setdefault(tuple(TOKEN.findall(label)), entity)
    longest = max((len(label) for label in labels), default=0)
    found = {}
    for article, text in gold.articles.items():
        offsets, words = byte_offsets(text), list(TOKEN.finditer(text))
        i = 0
        while i < len(words):
            for count in range(min(longest, len(words) - i), 0, -1):
                entity = labels.get(tuple(w.group() for w in words[i:i + count]))
                if entity:
                    span = offsets[words[i].start()], offsets[words[i + count - 1].end()]
                    found[(article,) + span + (entity,)] = {"surface": "", "found": "label",
                                                            "choice": "first"}
                    i += count - 1
                    break
            i += 1
    return found


Measures = collections.namedtuple("Measures", "precision recall f1 right found gold")


def measure(found, gold):
    right = len(found & gold)
    precision = right / len(found) if found else 0.0
    recall = right / len(gold) if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Measures(precision, recall, f1, right, len(found), len(gold))


def nodes(mentions):
    """The entities: what would be the nodes of the graph."""
    return {mention[3] for mention in mentions}

/* The fields of an edge. */
#include "output/field.h"

#include "output/cell.h"

enum edge_field {
    EDGE_LABEL,
    EDGE_RELATION,
    EDGE_WEIGHT,
    EDGE_EVIDENCE,
    EDGE_ARTICLES,
    EDGE_SENTENCES,
    EDGE_PARAGRAPHS,
    EDGE_SHARED_ARTICLES,
    EDGE_WINDOWS,
    EDGE_NPMI,
    EDGE_LLR,
    EDGE_JACCARD,
    EDGE_DECAYED,
    EDGE_CONFIDENCE,
    EDGE_RULE,
    EDGE_FIELDS
};

static const struct kith_field edge_fields[EDGE_FIELDS] = {
    [EDGE_LABEL] = {"label", KITH_TEXT, true, "the relation, shown on the edge"},
    [EDGE_RELATION] = {"relation", KITH_TEXT, false,
                       "co-occurrence, or the name of the relation"},
    [EDGE_WEIGHT] = {"weight", KITH_REAL, false, "its rows in evidence.csv"},
    [EDGE_EVIDENCE] = {"evidence", KITH_WHOLE, true,
                       "its rows in evidence.csv, once more as a whole number"},
    [EDGE_ARTICLES] = {"articles", KITH_WHOLE, false, "articles that hold its evidence"},
    [EDGE_SENTENCES] = {"sentences", KITH_WHOLE, false, "sentences that name both"},
    [EDGE_PARAGRAPHS] = {"paragraphs", KITH_WHOLE, false, "paragraphs that name both"},
    [EDGE_SHARED_ARTICLES] = {"shared_articles", KITH_WHOLE, false,
                              "articles that name both"},
    [EDGE_WINDOWS] = {"windows", KITH_WHOLE, false, "token windows that hold both"},
    [EDGE_NPMI] = {"npmi", KITH_REAL, false,
                   "normalised pointwise mutual information, -1 to 1"},
    [EDGE_LLR] =
        {"llr", KITH_REAL, false,
         "log-likelihood ratio against chance; negative when they meet less often"},
    [EDGE_JACCARD] = {"jaccard", KITH_REAL, false,
                      "units with both over units with either, 0 to 1"},
    [EDGE_DECAYED] = {"decayed", KITH_REAL, false,
                      "sum of 1 / (1 + gap / 4) over its evidence, gap in tokens"},
    [EDGE_CONFIDENCE] = {"confidence", KITH_REAL, false,
                         "how sure the relation is, 0 to 1; 1 for co-occurrence"},
    [EDGE_RULE] = {"rule", KITH_TEXT, false, "file and line of the rule first met"},
};

/* Values that only co-occurrence has. */
static struct kith_value together(const struct kith_edge *edge, struct kith_value value)
{
    if (edge->relation != KITH_COOCCURRENCE)
        value.kind = KITH_ABSENT;
    return value;
}

static struct kith_value rule_value(struct kith_fields *fields, kith_id rule)
{
    if (rule == KITH_NO_ID || !fields->rules)
        return (struct kith_value){.kind = KITH_ABSENT};
    struct kith_rule place = kith_rules_rule(fields->rules, rule);
    return kith_value_place(fields, place.file, place.line);
}

static struct kith_value label_value(const struct kith_fields *fields, kith_id relation)
{
    if (relation == KITH_COOCCURRENCE)
        return (struct kith_value){.kind = KITH_ABSENT};
    return kith_value_text(kith_relation_name(fields->rules, relation));
}

struct kith_value kith_edge_value(struct kith_fields *fields,
                                  const struct kith_edge *edge, uint32_t i)
{
    switch ((enum edge_field)i) {
    case EDGE_LABEL:
        return label_value(fields, edge->relation);
    case EDGE_RELATION:
        return kith_value_text(kith_relation_name(fields->rules, edge->relation));
    case EDGE_WEIGHT:
        return kith_value_real(edge->weight);
    case EDGE_EVIDENCE:
        return kith_value_whole(edge->weight);
    case EDGE_ARTICLES:
        return kith_value_whole(edge->articles);
    case EDGE_SENTENCES:
        return together(edge, kith_value_whole(edge->in_sentences));
    case EDGE_PARAGRAPHS:
        return together(edge, kith_value_whole(edge->in_paragraphs));
    case EDGE_SHARED_ARTICLES:
        return together(edge, kith_value_whole(edge->in_articles));
    case EDGE_WINDOWS:
        return together(edge, kith_value_whole(edge->in_windows));
    case EDGE_NPMI:
        return together(edge, kith_value_real(edge->npmi));
    case EDGE_LLR:
        return together(edge, kith_value_real(edge->llr));
    case EDGE_JACCARD:
        return together(edge, kith_value_real(edge->jaccard));
    case EDGE_DECAYED:
        return together(edge, kith_value_real(edge->decayed));
    case EDGE_CONFIDENCE:
        return kith_value_real(edge->confidence);
    case EDGE_RULE:
        return rule_value(fields, edge->first_rule);
    case EDGE_FIELDS:
        break;
    }
    return (struct kith_value){.kind = KITH_ABSENT};
}

struct kith_field kith_edge_field(uint32_t i)
{
    return edge_fields[i];
}

uint32_t kith_edge_field_count(void)
{
    return EDGE_FIELDS;
}

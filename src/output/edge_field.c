/* The fields of an edge. */
#include "output/field.h"

#include "output/cell.h"

enum edge_field {
    EDGE_LABEL,
    EDGE_RELATION,
    EDGE_FAMILY,
    EDGE_WEIGHT,
    EDGE_EVIDENCE,
    EDGE_COPIES,
    EDGE_STORIES,
    EDGE_FIRST_DATE,
    EDGE_LAST_DATE,
    EDGE_STATUS,
    EDGE_ASSERTED,
    EDGE_CLAIMED,
    EDGE_UNREAL,
    EDGE_DENIED,
    EDGE_CLAIMED_BY,
    EDGE_SENTENCES,
    EDGE_PARAGRAPHS,
    EDGE_SHARED_STORIES,
    EDGE_WINDOWS,
    EDGE_NPMI,
    EDGE_LLR,
    EDGE_JACCARD,
    EDGE_DECAYED,
    EDGE_CONFIDENCE,
    EDGE_CLAIMED_CONFIDENCE,
    EDGE_BRIDGE,
    EDGE_RULE,
    EDGE_FIELDS
};

static const struct kith_field edge_fields[EDGE_FIELDS] = {
    [EDGE_LABEL] = {"label", KITH_TEXT, true, "the relation, shown on the edge"},
    [EDGE_RELATION] = {"relation", KITH_TEXT, false,
                       "co-occurrence, or the name of the relation"},
    [EDGE_FAMILY] = {"family", KITH_TEXT, false,
                     "the topmost relation that it is a kind of; else the relation"},
    [EDGE_WEIGHT] = {"weight", KITH_REAL, false, "its rows in evidence.csv"},
    [EDGE_EVIDENCE] = {"evidence", KITH_WHOLE, true,
                       "its rows in evidence.csv, once more as a whole number"},
    [EDGE_COPIES] = {"copies", KITH_WHOLE, false,
                     "its rows in copies.csv, which count for nothing else"},
    [EDGE_STORIES] = {"stories", KITH_WHOLE, false,
                      "stories that hold its evidence: articles, copies not counted"},
    [EDGE_FIRST_DATE] = {"first_date", KITH_TEXT, false,
                         "the earliest date of their articles, where known"},
    [EDGE_LAST_DATE] = {"last_date", KITH_TEXT, false, "the latest date of them"},
    [EDGE_STATUS] =
        {"status", KITH_TEXT, false,
         "asserted, claimed, unreal or denied: the first of these that any of "
         "its evidence is"},
    [EDGE_ASSERTED] = {"asserted", KITH_WHOLE, false,
                       "rows of evidence in which an article states it as a fact"},
    [EDGE_CLAIMED] = {"claimed", KITH_WHOLE, false,
                      "rows in which somebody in the article does"},
    [EDGE_UNREAL] = {"unreal", KITH_WHOLE, false,
                     "rows in which it is planned, feared or doubted"},
    [EDGE_DENIED] = {"denied", KITH_WHOLE, false,
                     "rows in which it is said not to be so"},
    [EDGE_CLAIMED_BY] = {"claimed_by", KITH_TEXT, false,
                         "who claims it, with the number of rows, most first"},
    [EDGE_SENTENCES] = {"sentences", KITH_WHOLE, false, "sentences that name both"},
    [EDGE_PARAGRAPHS] = {"paragraphs", KITH_WHOLE, false, "paragraphs that name both"},
    [EDGE_SHARED_STORIES] = {"shared_stories", KITH_WHOLE, false,
                             "stories that name both"},
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
                         "how sure its asserted rows make the relation, 0 to 1; 1 for "
                         "co-occurrence"},
    [EDGE_CLAIMED_CONFIDENCE] = {"claimed_confidence", KITH_REAL, false,
                                 "the same, of its claimed rows"},
    [EDGE_BRIDGE] = {"bridge", KITH_TRUTH, false,
                     "true: its two are joined by nothing else on measured edges; absent "
                     "where the edge is not measured"},
    [EDGE_RULE] = {"rule", KITH_TEXT, false, "file and line of the rule first met"},
};

/* Values that only co-occurrence has. */
static struct kith_value together(const struct kith_edge *edge, struct kith_value value)
{
    if (edge->relation != KITH_COOCCURRENCE)
        value.kind = KITH_ABSENT;
    return value;
}

/* Values that only relations have: `support` is not NULL. */

static struct kith_value rows_value(const struct kith_support *support,
                                    enum kith_standing standing)
{
    return support ? kith_value_whole(support->rows[standing])
                   : (struct kith_value){.kind = KITH_ABSENT};
}

static struct kith_value status_value(const struct kith_support *support)
{
    if (!support)
        return (struct kith_value){.kind = KITH_ABSENT};
    return kith_value_text(
        kith_str_of(kith_standing_name(kith_support_standing(support))));
}

static struct kith_value claimants_value(struct kith_fields *fields,
                                         const struct kith_support *support)
{
    if (!support || !support->claimant_count)
        return (struct kith_value){.kind = KITH_ABSENT};
    kith_buf_reset(&fields->scratch);
    kith_cell_claimants(&fields->scratch, fields->gazetteer, support);
    fields->is_broken |= fields->scratch.is_broken;
    return kith_value_text(kith_buf_view(&fields->scratch));
}

static struct kith_value rule_value(struct kith_fields *fields, kith_id rule)
{
    if (rule == KITH_NO_ID || !fields->rules)
        return (struct kith_value){.kind = KITH_ABSENT};
    struct kith_rule place = kith_rules_rule(fields->rules, rule);
    return kith_value_place(fields, place.file, place.line);
}

static struct kith_value bridge_value(const struct kith_fields *fields,
                                      const struct kith_edge *edge)
{
    enum kith_bridge bridge = kith_network_bridge(fields->network, edge);
    if (bridge == KITH_NOT_MEASURED)
        return (struct kith_value){.kind = KITH_ABSENT};
    return kith_value_truth(bridge == KITH_BRIDGE);
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
    case EDGE_FAMILY:
        return kith_value_text(kith_relation_family(fields->rules, edge->relation));
    case EDGE_WEIGHT:
        return kith_value_real(edge->weight);
    case EDGE_EVIDENCE:
        return kith_value_whole(edge->weight);
    case EDGE_COPIES:
        return kith_value_whole(edge->copies);
    case EDGE_STORIES:
        return kith_value_whole(edge->stories);
    case EDGE_FIRST_DATE:
        return kith_value_date(fields, edge->dates.first);
    case EDGE_LAST_DATE:
        return kith_value_date(fields, edge->dates.last);
    case EDGE_STATUS:
        return status_value(edge->support);
    case EDGE_ASSERTED:
        return rows_value(edge->support, KITH_ASSERTED);
    case EDGE_CLAIMED:
        return rows_value(edge->support, KITH_CLAIMED);
    case EDGE_UNREAL:
        return rows_value(edge->support, KITH_UNREAL);
    case EDGE_DENIED:
        return rows_value(edge->support, KITH_DENIED);
    case EDGE_CLAIMED_BY:
        return claimants_value(fields, edge->support);
    case EDGE_SENTENCES:
        return together(edge, kith_value_whole(edge->in_sentences));
    case EDGE_PARAGRAPHS:
        return together(edge, kith_value_whole(edge->in_paragraphs));
    case EDGE_SHARED_STORIES:
        return together(edge, kith_value_whole(edge->in_stories));
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
        return kith_value_real(edge->support ? edge->support->confidence : 1);
    case EDGE_CLAIMED_CONFIDENCE:
        return kith_value_real(edge->support ? edge->support->claimed_confidence : NAN);
    case EDGE_BRIDGE:
        return bridge_value(fields, edge);
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

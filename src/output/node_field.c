/* The fields of a node. */
#include "output/field.h"

#include "output/palette.h"

enum node_field {
    NODE_LABEL,
    NODE_TYPE,
    NODE_MENTIONS,
    NODE_COPIES,
    NODE_STORIES,
    NODE_PARAGRAPHS,
    NODE_SENTENCES,
    NODE_FIRST_DATE,
    NODE_LAST_DATE,
    NODE_DEGREE,
    NODE_IN_DEGREE,
    NODE_OUT_DEGREE,
    NODE_STRENGTH,
    NODE_PAGERANK,
    NODE_BETWEENNESS,
    NODE_BETWEENNESS_ERROR,
    NODE_CLOSENESS,
    NODE_HARMONIC,
    NODE_EIGENVECTOR,
    NODE_HUB,
    NODE_AUTHORITY,
    NODE_CLUSTERING,
    NODE_CONSTRAINT,
    NODE_CORE,
    NODE_ARTICULATION,
    NODE_COMMUNITY,
    NODE_COMMUNITY_NAME,
    NODE_COMPONENT,
    NODE_ROW,
    NODE_X,
    NODE_Y,
    NODE_SIZE,
    NODE_COLOR,
    NODE_FIELDS
};

#define ON_MEASURED "on measured edges (measured_on in run.json)"

static const struct kith_field node_fields[NODE_FIELDS] = {
    [NODE_LABEL] = {"label", KITH_TEXT, false, "the entity's name in the gazetteer"},
    [NODE_TYPE] = {"type", KITH_TEXT, false, "its type in the gazetteer"},
    [NODE_MENTIONS] = {"mentions", KITH_WHOLE, false,
                       "times it is named, copies not counted"},
    [NODE_COPIES] = {"copies", KITH_WHOLE, false,
                     "times it is named in sentences that stood in an article before"},
    [NODE_STORIES] = {"stories", KITH_WHOLE, false,
                      "stories that name it: articles, copies not counted"},
    [NODE_PARAGRAPHS] = {"paragraphs", KITH_WHOLE, false, "paragraphs that name it"},
    [NODE_SENTENCES] = {"sentences", KITH_WHOLE, false, "sentences that name it"},
    [NODE_FIRST_DATE] = {"first_date", KITH_TEXT, false,
                         "the earliest date of the articles that name it, where known"},
    [NODE_LAST_DATE] = {"last_date", KITH_TEXT, false, "the latest date of them"},
    [NODE_DEGREE] = {"degree", KITH_WHOLE, false, "neighbours " ON_MEASURED},
    [NODE_IN_DEGREE] = {"in_degree", KITH_WHOLE, false,
                        "directed relations towards it that are asserted"},
    [NODE_OUT_DEGREE] = {"out_degree", KITH_WHOLE, false,
                         "directed relations from it that are asserted"},
    [NODE_STRENGTH] = {"strength", KITH_REAL, false, "sum of the weights " ON_MEASURED},
    [NODE_PAGERANK] = {"pagerank", KITH_REAL, false,
                       "PageRank on weights, damping 0.85; all nodes together: 1"},
    [NODE_BETWEENNESS] = {"betweenness", KITH_REAL, false,
                          "pairs of others whose shortest paths pass through it, a share "
                          "where there are several; on lengths"},
    [NODE_BETWEENNESS_ERROR] = {"betweenness_error", KITH_REAL, false,
                                "standard error of betweenness where that is sampled, "
                                "else absent"},
    [NODE_CLOSENESS] = {"closeness", KITH_REAL, false,
                        "r / (n - 1) times r / the sum of the lengths to the r nodes it "
                        "reaches, of n"},
    [NODE_HARMONIC] = {"harmonic", KITH_REAL, false,
                       "mean over all other nodes of 1 / the length to them, 0 where "
                       "there is no path"},
    [NODE_EIGENVECTOR] = {"eigenvector", KITH_REAL, false,
                          "eigenvector centrality on weights; the largest is 1; of the "
                          "largest component"},
    [NODE_HUB] = {"hub_score", KITH_REAL, false,
                  "HITS hub among asserted directed relations; the largest is 1"},
    [NODE_AUTHORITY] = {"authority_score", KITH_REAL, false,
                        "HITS authority among asserted directed relations; the largest "
                        "is 1"},
    [NODE_CLUSTERING] = {"clustering_coefficient", KITH_REAL, false,
                         "share of the pairs of its neighbours that are neighbours"},
    [NODE_CONSTRAINT] = {"constraint", KITH_REAL, false,
                         "Burt's constraint on weights: small for who stands between "
                         "groups"},
    [NODE_CORE] = {"core", KITH_WHOLE, false,
                   "core number: it is in a group where all have so many neighbours"},
    [NODE_ARTICULATION] = {"articulation_point", KITH_TRUTH, false,
                           "true: without it its component would fall apart"},
    [NODE_COMMUNITY] = {"community", KITH_WHOLE, false,
                        "community, by Leiden on weights; 1 is the largest"},
    [NODE_COMMUNITY_NAME] = {"community_name", KITH_TEXT, false,
                             "the three entities of greatest strength in its community"},
    [NODE_COMPONENT] = {"component", KITH_WHOLE, false,
                        "connected component; 1 is the largest"},
    [NODE_ROW] = {"row", KITH_TEXT, false, "file and line of its gazetteer row"},
    [NODE_X] = {"x", KITH_REAL, true, "layout, to the right"},
    [NODE_Y] = {"y", KITH_REAL, true, "layout, upwards"},
    [NODE_SIZE] = {"size", KITH_REAL, true,
                   "10 to 50: 10 + 40 times the root of PageRank over the largest"},
    [NODE_COLOR] = {"color", KITH_TEXT, true, "of its type"},
};

/* Area follows centrality. Gephi takes a size of 0 for none at all. */
double kith_node_size(const struct kith_fields *fields, const struct kith_node *node)
{
    if (!(node->pagerank > 0) || !(fields->largest_pagerank > 0))
        return 10;
    return 10 + 40 * sqrt(node->pagerank / fields->largest_pagerank);
}

static struct kith_value community_name(struct kith_fields *fields, uint32_t number)
{
    const struct kith_community *community =
        number == KITH_NO_ID ? NULL : kith_network_community(fields->network, number);
    if (!community)
        return (struct kith_value){.kind = KITH_ABSENT};
    const struct kith_node *nodes = kith_network_nodes(fields->network);
    kith_buf_reset(&fields->scratch);
    for (int i = 0; i < KITH_COMMUNITY_NAMES; i++) {
        uint32_t node = community->strongest[i];
        if (node == KITH_NO_ID)
            break;
        kith_buf_text(&fields->scratch, i ? ", " : "");
        kith_buf_str(
            &fields->scratch,
            kith_gazetteer_entity(fields->gazetteer, nodes[node].tally->entity).name);
    }
    fields->is_broken |= fields->scratch.is_broken;
    return kith_value_text(kith_buf_view(&fields->scratch));
}

/* Articulation points are known of all nodes or of none. */
static struct kith_value articulation_value(const struct kith_fields *fields,
                                            const struct kith_node *node)
{
    if (!kith_network_facts(fields->network).has_cuts)
        return (struct kith_value){.kind = KITH_ABSENT};
    return kith_value_truth(node->is_articulation);
}

static struct kith_value own_node_value(struct kith_fields *fields,
                                        const struct kith_node *node, enum node_field i)
{
    struct kith_entity entity =
        kith_gazetteer_entity(fields->gazetteer, node->tally->entity);
    switch (i) {
    case NODE_LABEL:
        return kith_value_text(entity.name);
    case NODE_TYPE:
        return kith_value_text(entity.type);
    case NODE_MENTIONS:
        return kith_value_whole(node->tally->mentions);
    case NODE_COPIES:
        return kith_value_whole(node->tally->copies);
    case NODE_STORIES:
        return kith_value_whole(node->tally->stories);
    case NODE_PARAGRAPHS:
        return kith_value_whole(node->tally->paragraphs);
    case NODE_SENTENCES:
        return kith_value_whole(node->tally->sentences);
    case NODE_FIRST_DATE:
        return kith_value_date(fields, node->tally->dates.first);
    case NODE_LAST_DATE:
        return kith_value_date(fields, node->tally->dates.last);
    case NODE_DEGREE:
        return kith_value_count(node->degree);
    case NODE_IN_DEGREE:
        return kith_value_whole(node->in_degree);
    case NODE_OUT_DEGREE:
        return kith_value_whole(node->out_degree);
    case NODE_STRENGTH:
        return kith_value_real(node->strength);
    case NODE_PAGERANK:
        return kith_value_real(node->pagerank);
    case NODE_BETWEENNESS:
        return kith_value_real(node->betweenness);
    case NODE_BETWEENNESS_ERROR:
        return kith_value_real(node->betweenness_error);
    case NODE_CLOSENESS:
        return kith_value_real(node->closeness);
    case NODE_HARMONIC:
        return kith_value_real(node->harmonic);
    case NODE_EIGENVECTOR:
        return kith_value_real(node->eigenvector);
    case NODE_HUB:
        return kith_value_real(node->hub);
    case NODE_AUTHORITY:
        return kith_value_real(node->authority);
    case NODE_CLUSTERING:
        return kith_value_real(node->clustering);
    case NODE_CONSTRAINT:
        return kith_value_real(node->constraint);
    case NODE_CORE:
        return kith_value_count(node->core);
    case NODE_ARTICULATION:
        return articulation_value(fields, node);
    case NODE_COMMUNITY:
        return kith_value_count(node->community);
    case NODE_COMMUNITY_NAME:
        return community_name(fields, node->community);
    case NODE_COMPONENT:
        return kith_value_count(node->component);
    case NODE_ROW:
        return kith_value_place(fields, entity.file, entity.line);
    case NODE_X:
        return kith_value_real(node->x);
    case NODE_Y:
        return kith_value_real(node->y);
    case NODE_SIZE:
        return kith_value_real(kith_node_size(fields, node));
    case NODE_COLOR:
        return kith_value_text(
            kith_str_of(kith_look_for(fields->gazetteer, entity.type_id).fill));
    case NODE_FIELDS:
        break;
    }
    return (struct kith_value){.kind = KITH_ABSENT};
}

struct kith_value kith_node_value(struct kith_fields *fields,
                                  const struct kith_node *node, uint32_t i)
{
    struct kith_value value;
    if (i < NODE_FIELDS)
        value = own_node_value(fields, node, (enum node_field)i);
    else
        value = kith_value_text(
            kith_gazetteer_cell(fields->gazetteer, node->tally->entity, i - NODE_FIELDS));
    if (value.kind == KITH_TEXT && value.text.length == 0)
        value.kind = KITH_ABSENT;
    return value;
}

/* Names of node columns */

#define PREFIX "gazetteer_"

/* Names that Gephi's importer gives a meaning, and the ids of its own statistics, which
 * delete or overwrite columns of that name. */
static const char *const gephi_names[] = {"id",
                                          "label",
                                          "nodelabel",
                                          "d3",
                                          "timeset",
                                          "x",
                                          "y",
                                          "z",
                                          "xpos",
                                          "ypos",
                                          "zpos",
                                          "size",
                                          "color",
                                          "r",
                                          "g",
                                          "b",
                                          "weight",
                                          "indegree",
                                          "outdegree",
                                          "weighted degree",
                                          "pageranks",
                                          "betweenesscentrality",
                                          "closnesscentrality",
                                          "harmonicclosnesscentrality",
                                          "eccentricity",
                                          "eigencentrality",
                                          "clustering",
                                          "modularity_class",
                                          "componentnumber",
                                          "authority",
                                          "hub"};

static bool is_taken(struct kith_str column)
{
    for (size_t i = 0; i < sizeof gephi_names / sizeof *gephi_names; i++)
        if (kith_str_equal_caseless(column, kith_str_of(gephi_names[i])))
            return true;
    for (size_t i = 0; i < NODE_FIELDS; i++)
        if (kith_str_equal_caseless(column, kith_str_of(node_fields[i].name)))
            return true;
    return column.length == 0;
}

void kith_node_field_name(const struct kith_fields *fields, uint32_t i,
                          struct kith_buf *out)
{
    if (i < NODE_FIELDS) {
        kith_buf_text(out, node_fields[i].name);
        return;
    }
    struct kith_str column = kith_gazetteer_column(fields->gazetteer, i - NODE_FIELDS);
    /* A column that begins with the prefix gets it again: no two can meet. */
    if (is_taken(column) || kith_str_starts_with(column, KITH_STR(PREFIX)))
        kith_buf_text(out, PREFIX);
    kith_buf_str(out, column);
}

struct kith_field kith_node_field(uint32_t i)
{
    if (i < NODE_FIELDS)
        return node_fields[i];
    return (struct kith_field){NULL, KITH_TEXT, false, "column of the gazetteer"};
}

uint32_t kith_own_node_field_count(void)
{
    return NODE_FIELDS;
}

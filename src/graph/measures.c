/* Taking the measures: in an order that leaves the quickest behind when it is cut short.
 */
#include "graph/measures.h"

#include <math.h>
#include <string.h>

#include "base/id.h"
#include "graph/community.h"
#include "graph/iteration.h"
#include "graph/part.h"
#include "graph/path.h"
#include "graph/triangle.h"

struct survey {
    const struct kith_lines *lines, *arrows;
    const struct kith_measures_options *options;
    struct kith_arena *arena;
    struct kith_door *door;
    struct kith_part *parts; /* the components, largest first */
    struct kith_measures *measures;
};

/* Everything absent */

static enum kith_status make_room(struct survey *survey, struct kith_error *err)
{
    struct kith_measures *m = survey->measures;
    uint32_t **counts[] = {&m->degree, &m->core, &m->component, &m->community};
    double **values[] = {
        &m->strength,   &m->pagerank, &m->betweenness, &m->betweenness_error,
        &m->closeness,  &m->harmonic, &m->eigenvector, &m->clustering,
        &m->constraint, &m->hub,      &m->authority,   &m->x,
        &m->y};
    uint32_t n = survey->lines->node_count;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (!(*counts[i] = KITH_ARRAY(survey->arena, uint32_t, n)))
            return kith_no_memory(err);
        for (uint32_t k = 0; k < n; k++)
            (*counts[i])[k] = KITH_NO_ID;
    }
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (!(*values[i] = KITH_ARRAY(survey->arena, double, n)))
            return kith_no_memory(err);
        for (uint32_t k = 0; k < n; k++)
            (*values[i])[k] = NAN;
    }
    m->is_articulation = KITH_ARRAY(survey->arena, bool, n);
    m->is_bridge = KITH_ARRAY(survey->arena, bool, survey->lines->edge_count);
    return m->is_articulation && m->is_bridge ? KITH_OK : kith_no_memory(err);
}

/* The stages */

static enum kith_status find_degrees(struct survey *survey, struct kith_error *err)
{
    return kith_door_degree(survey->door, survey->measures->degree, err);
}

static enum kith_status find_strengths(struct survey *survey, struct kith_error *err)
{
    return kith_door_strength(survey->door, survey->measures->strength, err);
}

static enum kith_status find_components(struct survey *survey, struct kith_error *err)
{
    struct kith_measures *m = survey->measures;
    KITH_TRY(kith_door_components(survey->door, m->component, err));
    KITH_TRY(kith_groups_rank(m->component, survey->lines->node_count, survey->arena,
                              &m->component_count, err));
    return kith_parts_cut(survey->lines, m->component, m->component_count, survey->arena,
                          &survey->parts, err);
}

static enum kith_status find_cores(struct survey *survey, struct kith_error *err)
{
    return kith_door_core(survey->door, survey->measures->core, err);
}

static enum kith_status find_pagerank(struct survey *survey, struct kith_error *err)
{
    return kith_iterate_pagerank(survey->lines, survey->options->stop, survey->arena,
                                 survey->measures->pagerank, err);
}

static enum kith_status find_cuts(struct survey *survey, struct kith_error *err)
{
    struct kith_measures *m = survey->measures;
    KITH_TRY(kith_door_cuts(survey->door, m->is_articulation, m->is_bridge, err));
    m->has_cuts = true;
    return KITH_OK;
}

static enum kith_status find_triangles(struct survey *survey, struct kith_error *err)
{
    struct kith_measures *m = survey->measures;
    return kith_triangles_measure(survey->lines, m->degree, m->strength,
                                  survey->options->stop, survey->arena, m->clustering,
                                  m->constraint, err);
}

static enum kith_status find_communities(struct survey *survey, struct kith_error *err)
{
    struct kith_measures *m = survey->measures;
    return kith_communities_find(survey->door, survey->lines, survey->options->seed,
                                 survey->arena, m->community, &m->community_count,
                                 &m->modularity, err);
}

/* Of the largest component only: elsewhere the values would be zeros, or the choice
 * between two components that of chance. */
static enum kith_status find_eigenvector(struct survey *survey, struct kith_error *err)
{
    const struct kith_part *part = survey->parts;
    if (!survey->lines->edge_count)
        return KITH_OK;
    double *values = KITH_ARRAY(survey->arena, double, part->lines.node_count);
    if (!values)
        return kith_no_memory(err);
    KITH_TRY(kith_iterate_eigenvector(&part->lines, survey->options->stop, survey->arena,
                                      values, err));
    for (uint32_t i = 0; i < part->lines.node_count; i++)
        survey->measures->eigenvector[part->nodes[i]] = values[i];
    return KITH_OK;
}

static enum kith_status find_hubs(struct survey *survey, struct kith_error *err)
{
    return kith_iterate_hubs(survey->arrows, survey->options->stop, survey->arena,
                             survey->measures->hub, survey->measures->authority, err);
}

static enum kith_status lay_out(struct survey *survey, struct kith_error *err)
{
    struct kith_measures *m = survey->measures;
    struct kith_layout_wish wish = survey->options->layout;
    wish.communities = m->community;
    wish.stop = survey->options->stop;
    if (wish.kind == KITH_LAYOUT_NONE)
        return KITH_OK;
    return kith_layout(survey->parts, m->component_count, &wish, survey->arena, m->x,
                       m->y, err);
}

static enum kith_status find_paths(struct survey *survey, struct kith_error *err)
{
    struct kith_measures *m = survey->measures;
    const struct kith_measures_options *options = survey->options;
    struct kith_path_values values = {m->betweenness, m->betweenness_error, m->closeness,
                                      m->harmonic};
    struct kith_path_plan plan;
    KITH_TRY(kith_path_plan(survey->lines, m->degree, options->seconds, options->seed,
                            survey->arena, &plan, err));
    KITH_TRY(kith_path_measure(survey->lines, &plan, options->jobs, options->stop,
                               survey->arena, &values, err));
    if (!kith_path_is_sampled(&plan))
        return KITH_OK;
    m->has_closeness = false;
    m->betweenness_is_sampled = true;
    m->pivots = plan.source_count;
    m->relative_error = kith_path_relative_error(&values, survey->lines->node_count);
    return KITH_OK;
}

/* Quick ones first, and no other than these needed by a later one: degrees, strengths,
 * components. */
static const struct stage {
    const char *measure;
    enum kith_status (*take)(struct survey *survey, struct kith_error *err);
} stages[] = {
    {"degree", find_degrees},
    {"strength", find_strengths},
    {"components", find_components},
    {"core", find_cores},
    {"PageRank", find_pagerank},
    {"articulation points and bridges", find_cuts},
    {"clustering and constraint", find_triangles},
    {"hubs and authorities", find_hubs},
    {"eigenvector", find_eigenvector},
    {"communities", find_communities},
    {"layout", lay_out},
    {"betweenness, closeness and harmonic", find_paths},
};

static enum kith_status take_all(struct survey *survey, struct kith_error *err)
{
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        enum kith_status status = stages[i].take(survey, err);
        if (status == KITH_INTERRUPTED) {
            survey->measures->stopped_at = stages[i].measure;
            return KITH_OK;
        }
        KITH_TRY(status);
    }
    return KITH_OK;
}

enum kith_status
kith_measures_take(const struct kith_lines *lines, const struct kith_lines *arrows,
                   const struct kith_measures_options *options, struct kith_arena *arena,
                   struct kith_measures *measures, struct kith_error *err)
{
    struct survey survey = {.lines = lines,
                            .arrows = arrows,
                            .options = options,
                            .arena = arena,
                            .measures = measures};
    *measures = (struct kith_measures){.has_closeness = true};
    KITH_TRY(make_room(&survey, err));
    if (!lines->node_count) /* igraph refuses some measures of no nodes at all */
        return KITH_OK;
    kith_door_begin(options->stop);
    enum kith_status status = kith_door_open(lines, &survey.door, err);
    if (status == KITH_OK)
        status = take_all(&survey, err);
    kith_door_close(survey.door);
    kith_door_end();
    return status;
}

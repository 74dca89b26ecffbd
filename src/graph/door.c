/* The door to igraph. Written for 0.10.2, the version of Debian 12, and around its
 * surprises; what they are stands where they are met. */
#include "graph/door.h"

#include <igraph/igraph.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/stop.h"

/* How freely Leiden's refinement strays from the best move; the value of its paper. */
#define LEIDEN_BETA 0.01

/* A round that adds less to the modularity is the last one. */
#define LEAST_GAIN 1e-9

/* igraph's springs compare every two nodes below this many, and neighbouring squares of a
 * grid above: finer pictures where they cost nothing. */
#define GRID_NODES 1000

struct kith_door {
    igraph_t graph;
    const struct kith_lines *lines;
    igraph_vector_t strengths; /* a view of the lines' array */
};

/* ---- handlers -------------------------------------------------------------------- */

/* What igraph's handlers, which get no argument of ours, read and write. */
static struct {
    const volatile int *stop;
    char reason[200]; /* of the first error since the last translation */
    igraph_error_handler_t *old_error;
    igraph_warning_handler_t *old_warning;
    igraph_interruption_handler_t *old_interruption;
} state;

/* Called once at every level that an error passes; the first call has the reason. A
 * handler that returns must free what igraph has pending. */
static void on_error(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)file, (void)line, (void)code;
    if (!state.reason[0])
        strncpy(state.reason, reason, sizeof state.reason - 1);
    IGRAPH_FINALLY_FREE();
}

/* Warnings speak of results that we check ourselves. */
static void on_warning(const char *reason, const char *file, int line)
{
    (void)reason, (void)file, (void)line;
}

/* Without IGRAPH_FINALLY_FREE here, the next error would free the same things again. */
static igraph_error_t on_interruption(void *data)
{
    (void)data;
    if (!kith_is_stopped(state.stop))
        return IGRAPH_SUCCESS;
    IGRAPH_FINALLY_FREE();
    return IGRAPH_INTERRUPTED;
}

void kith_door_begin(const volatile int *stop)
{
    state.stop = stop;
    state.reason[0] = '\0';
    state.old_error = igraph_set_error_handler(on_error);
    state.old_warning = igraph_set_warning_handler(on_warning);
    state.old_interruption = igraph_set_interruption_handler(on_interruption);
}

void kith_door_end(void)
{
    igraph_set_error_handler(state.old_error);
    igraph_set_warning_handler(state.old_warning);
    igraph_set_interruption_handler(state.old_interruption);
    state.stop = NULL;
}

/* igraph's code as ours. Some measures never ask for interruptions: ask for them. */
static enum kith_status translate(igraph_error_t code, const char *measure,
                                  struct kith_error *err)
{
    char reason[sizeof state.reason];
    memcpy(reason, state.reason, sizeof reason);
    state.reason[0] = '\0';
    if (code == IGRAPH_INTERRUPTED || kith_is_stopped(state.stop))
        return kith_fail(err, KITH_INTERRUPTED, "stopped while computing %s", measure);
    if (code == IGRAPH_SUCCESS)
        return KITH_OK;
    if (code == IGRAPH_ENOMEM)
        return kith_no_memory(err);
    return kith_fail(err, KITH_BAD_INPUT, "igraph cannot compute %s: %s", measure,
                     reason[0] ? reason : igraph_strerror(code));
}

/* ---- results --------------------------------------------------------------------- */

/* The end of most calls: translate, copy what igraph found, give its vector back. */
static enum kith_status take(igraph_error_t code, igraph_vector_t *found, double *values,
                             const char *measure, struct kith_error *err)
{
    enum kith_status status = translate(code, measure, err);
    if (status == KITH_OK)
        igraph_vector_copy_to(found, values);
    igraph_vector_destroy(found);
    return status;
}

static enum kith_status take_int(igraph_error_t code, igraph_vector_int_t *found,
                                 uint32_t *values, const char *measure,
                                 struct kith_error *err)
{
    enum kith_status status = translate(code, measure, err);
    for (igraph_integer_t i = 0; status == KITH_OK && i < igraph_vector_int_size(found);
         i++)
        values[i] = (uint32_t)VECTOR(*found)[i];
    igraph_vector_int_destroy(found);
    return status;
}

/* Before every call that draws lots. */
static void seed(uint64_t number)
{
    igraph_rng_seed(igraph_rng_default(), number);
}

/* ---- the graph ------------------------------------------------------------------- */

static igraph_error_t create(igraph_t *graph, const struct kith_lines *lines)
{
    igraph_vector_int_t ends;
    igraph_integer_t count = 2 * (igraph_integer_t)lines->edge_count;
    igraph_error_t code = igraph_vector_int_init(&ends, count);
    if (code != IGRAPH_SUCCESS)
        return code;
    for (igraph_integer_t i = 0; i < count; i++)
        VECTOR(ends)[i] = lines->ends[i];
    code = igraph_create(graph, &ends, lines->node_count, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    return code;
}

enum kith_status kith_door_open(const struct kith_lines *lines, struct kith_door **out,
                                struct kith_error *err)
{
    struct kith_door *door = calloc(1, sizeof *door);
    if (!door)
        return kith_no_memory(err);
    door->lines = lines;
    igraph_vector_view(&door->strengths, lines->strengths, lines->edge_count);
    igraph_error_t code = create(&door->graph, lines);
    if (code != IGRAPH_SUCCESS) {
        free(door);
        return translate(code, "the graph", err);
    }
    *out = door;
    return KITH_OK;
}

void kith_door_close(struct kith_door *door)
{
    if (!door)
        return;
    igraph_destroy(&door->graph);
    free(door);
}

/* ---- neighbours ------------------------------------------------------------------ */

enum kith_status kith_door_degree(struct kith_door *door, uint32_t *degrees,
                                  struct kith_error *err)
{
    igraph_vector_int_t found;
    if (igraph_vector_int_init(&found, 0) != IGRAPH_SUCCESS)
        return kith_no_memory(err);
    igraph_error_t code = igraph_degree(&door->graph, &found, igraph_vss_all(),
                                        IGRAPH_ALL, IGRAPH_NO_LOOPS);
    return take_int(code, &found, degrees, "degrees", err);
}

enum kith_status kith_door_strength(struct kith_door *door, double *strengths,
                                    struct kith_error *err)
{
    igraph_vector_t found;
    if (igraph_vector_init(&found, 0) != IGRAPH_SUCCESS)
        return kith_no_memory(err);
    igraph_error_t code = igraph_strength(&door->graph, &found, igraph_vss_all(),
                                          IGRAPH_ALL, IGRAPH_NO_LOOPS, &door->strengths);
    return take(code, &found, strengths, "strengths", err);
}

enum kith_status kith_door_core(struct kith_door *door, uint32_t *cores,
                                struct kith_error *err)
{
    igraph_vector_int_t found;
    if (igraph_vector_int_init(&found, 0) != IGRAPH_SUCCESS)
        return kith_no_memory(err);
    igraph_error_t code = igraph_coreness(&door->graph, &found, IGRAPH_ALL);
    return take_int(code, &found, cores, "core numbers", err);
}

/* ---- groups ---------------------------------------------------------------------- */

enum kith_status kith_door_components(struct kith_door *door, uint32_t *components,
                                      struct kith_error *err)
{
    igraph_vector_int_t found;
    if (igraph_vector_int_init(&found, 0) != IGRAPH_SUCCESS)
        return kith_no_memory(err);
    igraph_error_t code =
        igraph_connected_components(&door->graph, &found, NULL, NULL, IGRAPH_WEAK);
    return take_int(code, &found, components, "components", err);
}

static void mark(const igraph_vector_int_t *found, bool *is_marked)
{
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(found); i++)
        is_marked[VECTOR(*found)[i]] = true;
}

enum kith_status kith_door_cuts(struct kith_door *door, bool *is_articulation,
                                bool *is_bridge, struct kith_error *err)
{
    igraph_vector_int_t nodes, lines;
    if (igraph_vector_int_init(&nodes, 0) != IGRAPH_SUCCESS)
        return kith_no_memory(err);
    if (igraph_vector_int_init(&lines, 0) != IGRAPH_SUCCESS) {
        igraph_vector_int_destroy(&nodes);
        return kith_no_memory(err);
    }
    igraph_error_t code = igraph_articulation_points(&door->graph, &nodes);
    if (code == IGRAPH_SUCCESS)
        code = igraph_bridges(&door->graph, &lines);
    if (code == IGRAPH_SUCCESS) {
        mark(&nodes, is_articulation);
        mark(&lines, is_bridge);
    }
    igraph_vector_int_destroy(&nodes);
    igraph_vector_int_destroy(&lines);
    return translate(code, "articulation points and bridges", err);
}

/* One round, from the communities that were found so far. With strengths as the nodes'
 * weights and 1 / (2 * total) as resolution, what Leiden maximises is modularity. */
static igraph_error_t leiden_round(struct kith_door *door, bool is_first,
                                   const igraph_vector_t *node_weights,
                                   igraph_vector_int_t *found, double *modularity)
{
    double total = igraph_vector_sum(&door->strengths);
    igraph_error_t code = igraph_community_leiden(
        &door->graph, &door->strengths, node_weights, 1 / (2 * total), LEIDEN_BETA,
        /* start: */ !is_first, 1, found, NULL, NULL);
    if (code != IGRAPH_SUCCESS)
        return code;
    return igraph_modularity(&door->graph, found, &door->strengths, 1, IGRAPH_UNDIRECTED,
                             modularity);
}

/* igraph's own way to go on until nothing changes ends too early in 0.10.2. */
static igraph_error_t leiden(struct kith_door *door, int rounds,
                             const igraph_vector_t *node_weights,
                             igraph_vector_int_t *found, double *modularity)
{
    double before = -1;
    igraph_error_t code = IGRAPH_SUCCESS;
    for (int i = 0; i < rounds && code == IGRAPH_SUCCESS; i++) {
        code = leiden_round(door, i == 0, node_weights, found, modularity);
        if (*modularity < before + LEAST_GAIN)
            break;
        before = *modularity;
    }
    return code;
}

enum kith_status kith_door_communities(struct kith_door *door, uint64_t number,
                                       int rounds, uint32_t *communities,
                                       double *modularity, struct kith_error *err)
{
    igraph_vector_int_t found;
    igraph_vector_t node_weights;
    if (igraph_vector_int_init(&found, 0) != IGRAPH_SUCCESS)
        return kith_no_memory(err);
    if (igraph_vector_init(&node_weights, 0) != IGRAPH_SUCCESS) {
        igraph_vector_int_destroy(&found);
        return kith_no_memory(err);
    }
    seed(number);
    igraph_error_t code = igraph_strength(&door->graph, &node_weights, igraph_vss_all(),
                                          IGRAPH_ALL, IGRAPH_NO_LOOPS, &door->strengths);
    if (code == IGRAPH_SUCCESS)
        code = leiden(door, rounds, &node_weights, &found, modularity);
    igraph_vector_destroy(&node_weights);
    return take_int(code, &found, communities, "communities", err);
}

/* ---- positions ------------------------------------------------------------------- */

static void set_places(igraph_matrix_t *places, const double *x, const double *y,
                       double scale)
{
    for (igraph_integer_t i = 0; i < igraph_matrix_nrow(places); i++) {
        MATRIX(*places, i, 0) = scale * x[i];
        MATRIX(*places, i, 1) = scale * y[i];
    }
}

/* The end of both layouts. */
static enum kith_status take_places(igraph_error_t code, igraph_matrix_t *places,
                                    double *x, double *y, struct kith_error *err)
{
    for (igraph_integer_t i = 0; code == IGRAPH_SUCCESS && i < igraph_matrix_nrow(places);
         i++) {
        x[i] = MATRIX(*places, i, 0);
        y[i] = MATRIX(*places, i, 1);
    }
    igraph_matrix_destroy(places);
    return translate(code, "the layout", err);
}

enum kith_status kith_door_springs(struct kith_door *door,
                                   const struct kith_springs *springs, double *x,
                                   double *y, struct kith_error *err)
{
    igraph_matrix_t places;
    igraph_vector_t weights;
    uint32_t count = door->lines->node_count;
    if (igraph_matrix_init(&places, count, 2) != IGRAPH_SUCCESS)
        return kith_no_memory(err);
    igraph_vector_view(&weights, springs->pulls, door->lines->edge_count);
    if (springs->is_seated)
        set_places(&places, x, y, 1);
    seed(springs->seed);
    igraph_error_t code = igraph_layout_fruchterman_reingold(
        &door->graph, &places, springs->is_seated, springs->rounds, springs->step,
        count < GRID_NODES ? IGRAPH_LAYOUT_NOGRID : IGRAPH_LAYOUT_GRID, &weights, NULL,
        NULL, NULL, NULL);
    return take_places(code, &places, x, y, err);
}

/* Each round moves one node to its best place; igraph's own number of rounds. */
#define ROUNDS_A_NODE 50

/* igraph draws the longest way sqrt(count) long. What it starts from must be about as
 * large: it would fall into itself first, and forget who stood where. */
enum kith_status kith_door_distances_drawn(struct kith_door *door, const double *lengths,
                                           double *x, double *y, struct kith_error *err)
{
    igraph_matrix_t places;
    igraph_vector_t weights;
    uint32_t count = door->lines->node_count;
    if (igraph_matrix_init(&places, count, 2) != IGRAPH_SUCCESS)
        return kith_no_memory(err);
    igraph_vector_view(&weights, lengths, door->lines->edge_count);
    double widest = 0;
    for (uint32_t i = 0; i < count; i++)
        widest = fmax(widest, hypot(x[i], y[i]));
    double scale = widest > 0 ? sqrt(count) / (2 * widest) : 1;
    set_places(&places, x, y, scale);
    igraph_error_t code = igraph_layout_kamada_kawai(
        &door->graph, &places, /* use_seed: */ true,
        ROUNDS_A_NODE * (igraph_integer_t)count, /* epsilon: */ 0, /* stiffness: */ count,
        &weights, NULL, NULL, NULL, NULL);
    return take_places(code, &places, x, y, err);
}

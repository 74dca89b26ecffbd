/* Searching with buckets of distances, and adding up dependencies backwards.
 *
 * Nodes that are met wait in buckets of a width that no line is shorter than (R. B. Dial
 * 1969; E. V. Denardo, B. L. Fox 1979). A line from a node of the nearest bucket leads to
 * a farther bucket, so that all nodes in it are final and may go in any order, and
 * nothing is ever sorted. Buckets are used round and round: no node that waits is farther
 * than the longest line. Two levels of bits tell which hold a node. With lines of equal
 * length this is a plain search in breadth. */
#include "graph/search.h"

#include <math.h>
#include <stdlib.h>

#include "base/id.h"

/* Farther than any way; with a line more it is still no small number. */
#define UNREACHED (UINT64_MAX / 2)

/* A node's neighbours in its bucket; KITH_NO_ID at the ends. */
struct node {
    uint32_t next, previous;
};

struct kith_search {
    const struct kith_web *web;
    uint64_t *distance; /* UNREACHED between runs */
    double *ways;       /* shortest paths from the source */
    double *dependency;
    struct node *nodes;
    uint32_t *before; /* last steps of shortest paths, node after node in order */
    uint32_t *order, reached;
    size_t *before_end; /* of each place in the order */
    uint32_t *heads;    /* the first node of each bucket, or KITH_NO_ID */
    uint64_t *bits;     /* buckets that hold a node */
    uint64_t *words;    /* words of `bits` that are not 0 */
    uint32_t bucket_count;
    unsigned shift; /* a bucket is 1 << shift wide */
};

/* The web */

uint32_t kith_path_length(double strength)
{
    return (uint32_t)fmax(1, round(KITH_PATH_UNIT / strength));
}

static void note_length(struct kith_web *web, uint32_t length)
{
    if (length < web->shortest)
        web->shortest = length;
    if (length > web->longest)
        web->longest = length;
}

/* A counting sort by tail, each line twice. */
enum kith_status kith_web_draw(const struct kith_lines *lines, struct kith_arena *arena,
                               struct kith_web *web, struct kith_error *err)
{
    size_t n = lines->node_count, m = lines->edge_count;
    size_t *begin = KITH_ARRAY(arena, size_t, n + 2);
    struct kith_web_arc *arcs = KITH_ARRAY(arena, struct kith_web_arc, 2 * m);
    if (!begin || !arcs)
        return kith_no_memory(err);
    size_t *fill = begin + 1; /* one place ahead, so that filling sets it right */
    for (size_t i = 0; i < 2 * m; i++)
        fill[lines->ends[i] + 1]++;
    for (size_t i = 0; i < n; i++)
        fill[i + 1] += fill[i];
    *web = (struct kith_web){.node_count = lines->node_count,
                             .begin = begin,
                             .arcs = arcs,
                             .shortest = m ? UINT32_MAX : 1,
                             .longest = 1};
    for (size_t i = 0; i < m; i++) {
        uint32_t length = kith_path_length(lines->strengths[i]);
        uint32_t a = lines->ends[2 * i], b = lines->ends[2 * i + 1];
        arcs[fill[a]++] = (struct kith_web_arc){b, length};
        arcs[fill[b]++] = (struct kith_web_arc){a, length};
        note_length(web, length);
    }
    return KITH_OK;
}

/* Room */

/* The widest power of two that no line is shorter than, and a power of two of buckets, so
 * that neither needs a division. */
static void size_buckets(struct kith_search *search)
{
    const struct kith_web *web = search->web;
    while (web->shortest >> search->shift > 1)
        search->shift++;
    uint32_t wanted = (web->longest >> search->shift) + 2;
    search->bucket_count = 64;
    while (search->bucket_count < wanted)
        search->bucket_count *= 2;
}

static bool make_room(struct kith_search *search)
{
    const struct kith_web *web = search->web;
    size_t n = (size_t)web->node_count + 1, buckets = search->bucket_count;
    search->distance = malloc(n * sizeof *search->distance);
    search->ways = malloc(n * sizeof *search->ways);
    search->dependency = malloc(n * sizeof *search->dependency);
    search->nodes = malloc(n * sizeof *search->nodes);
    /* Of the two arcs of a line one at most is a last step; one place more is written
     * over. */
    search->before = malloc((web->begin[n - 1] / 2 + 1) * sizeof *search->before);
    search->before_end = malloc(n * sizeof *search->before_end);
    search->order = malloc(n * sizeof *search->order);
    search->heads = malloc(buckets * sizeof *search->heads);
    search->bits = calloc(buckets / 64, sizeof *search->bits);
    search->words = calloc(buckets / 64 / 64 + 1, sizeof *search->words);
    return search->distance && search->ways && search->dependency && search->nodes &&
           search->before && search->before_end && search->order && search->heads &&
           search->bits && search->words;
}

struct kith_search *kith_search_new(const struct kith_web *web)
{
    struct kith_search *search = calloc(1, sizeof *search);
    if (!search)
        return NULL;
    search->web = web;
    size_buckets(search);
    if (!make_room(search)) {
        kith_search_free(search);
        return NULL;
    }
    for (uint32_t i = 0; i < web->node_count; i++)
        search->distance[i] = UNREACHED;
    for (uint32_t i = 0; i < search->bucket_count; i++)
        search->heads[i] = KITH_NO_ID;
    return search;
}

void kith_search_free(struct kith_search *search)
{
    if (!search)
        return;
    free(search->distance);
    free(search->ways);
    free(search->dependency);
    free(search->nodes);
    free(search->before);
    free(search->before_end);
    free(search->order);
    free(search->heads);
    free(search->bits);
    free(search->words);
    free(search);
}

/* Buckets */

static uint32_t bucket_of(const struct kith_search *search, uint64_t distance)
{
    return (uint32_t)(distance >> search->shift) & (search->bucket_count - 1);
}

static void put(struct kith_search *search, uint32_t node, uint32_t bucket)
{
    uint32_t head = search->heads[bucket];
    search->nodes[node].next = head;
    search->nodes[node].previous = KITH_NO_ID;
    if (head != KITH_NO_ID)
        search->nodes[head].previous = node;
    search->heads[bucket] = node;
    search->bits[bucket / 64] |= UINT64_C(1) << bucket % 64;
    search->words[bucket / 4096] |= UINT64_C(1) << bucket / 64 % 64;
}

static void take(struct kith_search *search, uint32_t node, uint32_t bucket)
{
    struct node taken = search->nodes[node];
    if (taken.next != KITH_NO_ID)
        search->nodes[taken.next].previous = taken.previous;
    if (taken.previous != KITH_NO_ID) {
        search->nodes[taken.previous].next = taken.next;
        return;
    }
    search->heads[bucket] = taken.next;
    if (taken.next != KITH_NO_ID)
        return;
    search->bits[bucket / 64] &= ~(UINT64_C(1) << bucket % 64);
    if (!search->bits[bucket / 64])
        search->words[bucket / 4096] &= ~(UINT64_C(1) << bucket / 64 % 64);
}

static uint32_t lowest_bit(uint64_t bits)
{
    return (uint32_t)__builtin_ctzll(bits);
}

/* The first bucket at `from` or behind that holds a node; bucket_count when none does. */
static uint32_t find(const struct kith_search *search, uint32_t from)
{
    uint32_t word = from / 64;
    uint64_t bits = search->bits[word] & ~UINT64_C(0) << from % 64;
    if (bits)
        return word * 64 + lowest_bit(bits);
    uint32_t group = ++word / 64, groups = search->bucket_count / 4096 + 1;
    for (bits = search->words[group] & ~UINT64_C(0) << word % 64; !bits;
         bits = search->words[group])
        if (++group == groups)
            return search->bucket_count;
    word = group * 64 + lowest_bit(bits);
    return word * 64 + lowest_bit(search->bits[word]);
}

/* The next bucket that holds a node, round and round; bucket_count when all are empty. */
static uint32_t next_bucket(const struct kith_search *search, uint32_t from)
{
    uint32_t bucket = find(search, from);
    return bucket == search->bucket_count && from ? find(search, 0) : bucket;
}

/* The search */

/* `node` is nearer than by any way so far. */
static void draw_near(struct kith_search *search, uint32_t node, uint64_t distance)
{
    uint32_t bucket = bucket_of(search, distance);
    if (search->distance[node] != UNREACHED) {
        uint32_t old = bucket_of(search, search->distance[node]);
        if (old != bucket) {
            take(search, node, old);
            put(search, node, bucket);
        }
    } else {
        put(search, node, bucket);
    }
    search->distance[node] = distance;
}

/* `node` has its distance for good, and all nearer ones by a line theirs: those at the
 * right distance are before it, others may be farther from the source. Which is which
 * nobody could foretell, the processor least: so every neighbour is written down, and
 * stays when the place is not given to the next. */
static void settle(struct kith_search *search, uint32_t node)
{
    const struct kith_web *web = search->web;
    const struct kith_web_arc *end = web->arcs + web->begin[node + 1];
    uint64_t distance = search->distance[node];
    size_t first = search->reached ? search->before_end[search->reached - 1] : 0;
    uint32_t *before = search->before + first;
    for (const struct kith_web_arc *arc = web->arcs + web->begin[node]; arc < end;
         arc++) {
        uint64_t other = search->distance[arc->node];
        *before = arc->node;
        before += other + arc->length == distance;
        if (distance + arc->length < other)
            draw_near(search, arc->node, distance + arc->length);
    }
    double ways = search->reached ? 0 : 1;
    for (const uint32_t *step = search->before + first; step < before; step++)
        ways += search->ways[*step];
    search->ways[node] = ways;
    search->before_end[search->reached] = (size_t)(before - search->before);
    search->order[search->reached++] = node;
}

static void spread(struct kith_search *search, uint32_t source)
{
    search->reached = 0;
    search->distance[source] = 0;
    put(search, source, 0);
    for (uint32_t bucket = 0; bucket != search->bucket_count;
         bucket = next_bucket(search, bucket))
        while (search->heads[bucket] != KITH_NO_ID) {
            uint32_t node = search->heads[bucket];
            take(search, node, bucket);
            settle(search, node);
        }
}

/* A node's dependency goes to those before it, each by its share of the ways, with one
 * more for the node itself. */
static void depend(struct kith_search *search)
{
    for (uint32_t i = 0; i < search->reached; i++)
        search->dependency[search->order[i]] = 0;
    for (uint32_t i = search->reached; i-- > 1;) {
        uint32_t node = search->order[i];
        double share = (1 + search->dependency[node]) / search->ways[node];
        for (size_t k = search->before_end[i - 1]; k < search->before_end[i]; k++)
            search->dependency[search->before[k]] +=
                search->ways[search->before[k]] * share;
    }
}

struct kith_reach kith_search_run(struct kith_search *search, uint32_t source)
{
    for (uint32_t i = 0; i < search->reached; i++)
        search->distance[search->order[i]] = UNREACHED;
    spread(search, source);
    depend(search);
    return (struct kith_reach){search->order, search->reached, search->distance,
                               search->dependency};
}

/* Stops: heard soon, whatever is being measured, and what was finished is there.
 *
 * KITH_STOP_LINES says how many lines the graph has, a tenth as many nodes; a million
 * take a few minutes. */
#include "graph/measures.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

#include "base/id.h"
#include "close.h"

enum { USUAL_LINES = 40000 };

/* Processor time of the whole program between asking and hearing: other programs and a
 * slow disk do not count, nor does it matter how many cores there are. */
#define SOON 1.0

static volatile int stop_asked;
static struct timespec asked_at;

static void on_alarm(int number)
{
    (void)number;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &asked_at);
    stop_asked = 1;
}

static void ring_after(double seconds)
{
    struct itimerval soon = {.it_value.tv_sec = (time_t)seconds,
                             .it_value.tv_usec =
                                 (suseconds_t)((seconds - floor(seconds)) * 1e6)};
    assert_int_equal(setitimer(ITIMER_REAL, &soon, NULL), 0);
}

static double seconds_since_asked(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)(now.tv_sec - asked_at.tv_sec) +
           1e-9 * (double)(now.tv_nsec - asked_at.tv_nsec);
}

static uint32_t next_lot(uint64_t *lot)
{
    *lot = *lot * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*lot >> 33);
}

/* Ten lines from each node to later ones, most of them near, as names of one subject are.
 * Each lands in a stretch of its own, so that no two join the same nodes. */
static struct kith_lines draw_lines(uint32_t count, struct kith_arena *arena)
{
    uint32_t nodes = count / 10, *ends = KITH_ARRAY(arena, uint32_t, 2 * (size_t)count);
    double *strengths = KITH_ARRAY(arena, double, count);
    double *lengths = KITH_ARRAY(arena, double, count);
    uint64_t lot = 1;
    assert_true(ends && strengths && lengths);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t node = i / 10, stretch = node % 8 ? 20 : nodes / 32;
        uint32_t step = 1 + i % 10 * stretch + next_lot(&lot) % stretch;
        ends[2 * i] = node;
        ends[2 * i + 1] = (node + step) % nodes;
        strengths[i] = 1 + next_lot(&lot) % 9;
        lengths[i] = 1;
    }
    return (struct kith_lines){nodes, count, ends, strengths, lengths};
}

static uint32_t lines_wanted(void)
{
    const char *value = getenv("KITH_STOP_LINES");
    return value ? (uint32_t)strtoul(value, NULL, 10) : USUAL_LINES;
}

/* What comes before the measure at which it stopped is there, what comes after is not. */
static void check_finished(const struct kith_measures *measures, uint32_t nodes)
{
    bool is_quick = strcmp(measures->stopped_at, "degree") == 0 ||
                    strcmp(measures->stopped_at, "strength") == 0 ||
                    strcmp(measures->stopped_at, "components") == 0 ||
                    strcmp(measures->stopped_at, "core") == 0 ||
                    strcmp(measures->stopped_at, "PageRank") == 0;
    bool has_layout = strstr(measures->stopped_at, "betweenness");
    for (uint32_t i = 0; i < nodes; i++) {
        assert_true(is_quick ? isnan(measures->pagerank[i]) : measures->pagerank[i] > 0);
        assert_true(has_layout ? isfinite(measures->x[i]) : isnan(measures->x[i]));
        assert_true(isnan(measures->betweenness[i]));
    }
}

/* Measure until the alarm rings. Where it was stopped; NULL when it was done before. */
static const char *measure_until(const struct kith_lines *lines, double *boxes,
                                 double seconds)
{
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_measures measures;
    struct kith_measures_options options = {.layout.kind = KITH_LAYOUT_SPRINGS,
                                            .layout.seed = 1,
                                            .layout.widths = boxes,
                                            .layout.heights = boxes,
                                            .seed = 1,
                                            .seconds = 5,
                                            .stop = &stop_asked};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    stop_asked = 0;
    ring_after(seconds);
    assert_ok(kith_measures_take(lines, lines, &options, &arena, &measures, &err), &err);
    ring_after(0);
    if (measures.stopped_at) {
        double waited = seconds_since_asked();
        if (waited > SOON)
            fail_msg("a stop after %g s is heard %g s later, at %s", seconds, waited,
                     measures.stopped_at);
        check_finished(&measures, lines->node_count);
    }
    kith_arena_release(&arena);
    return measures.stopped_at;
}

static void a_stop_is_heard_within_a_second_at_any_measure(void **state)
{
    (void)state;
    struct kith_arena arena;
    struct sigaction old, listen = {.sa_handler = on_alarm};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    struct kith_lines lines = draw_lines(lines_wanted(), &arena);
    double *boxes = KITH_ARRAY(&arena, double, lines.node_count);
    for (uint32_t i = 0; i < lines.node_count; i++)
        boxes[i] = 24;
    assert_int_equal(sigaction(SIGALRM, &listen, &old), 0);
    uint32_t stops = 0;
    for (double after = 0.01; measure_until(&lines, boxes, after); after *= 1.6)
        stops++;
    assert_true(stops > 0);
    ring_after(0); /* not at all: nobody would hear the last alarm */
    assert_int_equal(sigaction(SIGALRM, &old, NULL), 0);
    kith_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stop_is_heard_within_a_second_at_any_measure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

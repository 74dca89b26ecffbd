/* Making the summary: counts, the ten most central entities, the problems. */
#include "batch/summary.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include "store/packed.h"

#define CENTRAL_COUNT 10

/* The summary and the arena that holds all it points to. */
struct kept {
    struct kith_summary summary;
    struct kith_arena arena;
};

static const char *keep(struct kept *kept, struct kith_str s)
{
    return kith_arena_copy(&kept->arena, s.data, s.length);
}

/* The index of the most central node that is not yet taken: larger PageRank first, then
 * the earlier node. */
static uint32_t next_central(const struct kith_node *nodes, uint32_t count,
                             const bool *is_taken)
{
    uint32_t best = count;
    for (uint32_t i = 0; i < count; i++)
        if (!is_taken[i] && (best == count || nodes[i].pagerank > nodes[best].pagerank))
            best = i;
    return best;
}

static bool fill_central(struct kept *kept, const struct kith_network *network)
{
    uint32_t node_count = kith_network_node_count(network);
    uint32_t count = node_count < CENTRAL_COUNT ? node_count : CENTRAL_COUNT;
    const struct kith_node *nodes = kith_network_nodes(network);
    const struct kith_gazetteer *gazetteer =
        kith_ledger_gazetteer(kith_network_ledger(network));
    struct kith_central *central = KITH_ARRAY(&kept->arena, struct kith_central, count);
    bool *is_taken = KITH_ARRAY(&kept->arena, bool, node_count);
    if (!central || !is_taken)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t best = next_central(nodes, node_count, is_taken);
        is_taken[best] = true;
        struct kith_entity entity =
            kith_gazetteer_entity(gazetteer, nodes[best].tally->entity);
        central[i] = (struct kith_central){.name = keep(kept, entity.name),
                                           .type = keep(kept, entity.type),
                                           .mentions = nodes[best].tally->mentions,
                                           .stories = nodes[best].tally->stories,
                                           .pagerank = nodes[best].pagerank};
        if (!central[i].name || !central[i].type)
            return false;
    }
    kept->summary.central = central;
    kept->summary.central_count = count;
    return true;
}

static bool fill_problems(struct kept *kept, const struct kith_problems *problems)
{
    struct kith_problem_line *lines =
        KITH_ARRAY(&kept->arena, struct kith_problem_line, problems->count);
    if (!lines)
        return false;
    for (uint32_t i = 0; i < problems->count; i++) {
        const struct kith_problem *problem = &problems->items[i];
        lines[i] = (struct kith_problem_line){.is_fault = problem->severity == KITH_FAULT,
                                              .file = keep(kept, problem->file),
                                              .line = problem->line,
                                              .kind = keep(kept, problem->kind),
                                              .text = keep(kept, problem->text)};
        if (!lines[i].file || !lines[i].kind || !lines[i].text)
            return false;
    }
    kept->summary.problems = lines;
    kept->summary.problem_count = problems->count;
    kept->summary.fault_count = problems->fault_count;
    return true;
}

static bool fill_files(struct kept *kept, const struct kith_folder *folder)
{
    const char **files = KITH_ARRAY(&kept->arena, const char *,
                                    (size_t)KITH_FILE_COUNT + folder->more_count);
    size_t count = 0;
    if (!files)
        return false;
    for (int i = 0; i < KITH_FILE_COUNT; i++) {
        if (!kith_folder_has(folder->formats, (enum kith_folder_file)i))
            continue;
        const char *name = kith_folder_name((enum kith_folder_file)i);
        size_t room = strlen(folder->path) + strlen(name) + 2;
        char *path = kith_arena_alloc(&kept->arena, room);
        if (!path)
            return false;
        snprintf(path, room, "%s/%s", folder->path, name);
        files[count++] = path;
    }
    for (uint32_t i = 0; i < folder->more_count; i++)
        if (kith_folder_wants(folder->formats, folder->more[i].format) &&
            !(files[count++] = keep(kept, kith_str_of(folder->more[i].file->path))))
            return false;
    kept->summary.files = files;
    kept->summary.file_count = count;
    return true;
}

static bool fill_skipped(struct kept *kept, const struct kith_passed_over *passed_over)
{
    uint32_t count = passed_over->kind_count;
    struct kith_skipped *kinds = KITH_ARRAY(&kept->arena, struct kith_skipped, count);
    if (!kinds)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        kinds[i] = passed_over->kinds[i];
        kinds[i].kind = keep(kept, kith_str_of(kinds[i].kind));
        if (!kinds[i].kind)
            return false;
    }
    kept->summary.skipped = kinds;
    kept->summary.skipped_count = count;
    return true;
}

static void fill_counts(struct kith_summary *summary, const struct kith_network *network)
{
    const struct kith_ledger *ledger = kith_network_ledger(network);
    const struct kith_gazetteer *gazetteer = kith_ledger_gazetteer(ledger);
    struct kith_totals totals = kith_ledger_totals(ledger);
    struct kith_network_facts facts = kith_network_facts(network);
    summary->articles_read = totals.articles;
    summary->articles_copied = totals.copies;
    summary->bytes = totals.bytes;
    summary->sentences = totals.sentences;
    summary->mentions = totals.mentions;
    summary->gazetteer_entities = kith_gazetteer_entity_count(gazetteer);
    summary->gazetteer_aliases = kith_gazetteer_alias_count(gazetteer);
    summary->entities = kith_network_node_count(network);
    summary->communities = facts.community_count;
    summary->components = facts.component_count;
    const struct kith_edge *edges = kith_ledger_edges(ledger);
    for (uint32_t i = 0; i < kith_ledger_edge_count(ledger); i++)
        if (edges[i].relation == KITH_COOCCURRENCE)
            summary->cooccurrence_edges++;
        else
            summary->relation_edges++;
}

enum kith_status kith_summary_make(const struct kith_network *network,
                                   const struct kith_filtered *filtered,
                                   const struct kith_problems *problems,
                                   const struct kith_passed_over *passed_over,
                                   const struct kith_folder *folder,
                                   struct kith_summary **out, struct kith_error *err)
{
    struct kept *kept = calloc(1, sizeof *kept);
    if (!kept)
        return kith_no_memory(err);
    kith_arena_init(&kept->arena, KITH_ARENA_UNCAPPED);
    fill_counts(&kept->summary, network);
    kept->summary.articles_skipped = passed_over->skipped;
    kept->summary.articles_outside = passed_over->outside;
    kept->summary.articles_undated = passed_over->undated;
    kept->summary.left_out_entities = filtered->nodes;
    kept->summary.left_out_cooccurrence_edges = filtered->cooccurrence_edges;
    kept->summary.left_out_relation_edges = filtered->relation_edges;
    kept->summary.pruned_entities = filtered->pruned_nodes;
    kept->summary.pruned_edges = filtered->pruned_edges;
    if (filtered->looked_at_weight)
        kept->summary.pruned_share =
            (double)filtered->pruned_weight / (double)filtered->looked_at_weight;
    if (!fill_central(kept, network) || !fill_problems(kept, problems) ||
        !fill_files(kept, folder) || !fill_skipped(kept, passed_over)) {
        kith_summary_release(&kept->summary);
        return kith_no_memory(err);
    }
    *out = &kept->summary;
    return KITH_OK;
}

/* The arena that the summary's strings are in. */
static struct kith_arena *arena_of(struct kith_summary *summary)
{
    return &((struct kept *)((char *)summary - offsetof(struct kept, summary)))->arena;
}

enum kith_status kith_summary_tell_kept(struct kith_summary *summary,
                                        const struct kith_growth *growth,
                                        struct kith_error *err)
{
    summary->has_store = growth->store;
    summary->articles_kept = growth->kept;
    if (!growth->why_read)
        return KITH_OK;
    summary->why_read =
        kith_arena_copy(arena_of(summary), growth->why_read, strlen(growth->why_read));
    return summary->why_read ? KITH_OK : kith_no_memory(err);
}

void kith_summary_pack(const struct kith_summary *summary, struct kith_buf *out)
{
    kith_pack(out, summary->articles_read);
    kith_pack(out, summary->articles_skipped);
    kith_pack(out, summary->articles_outside);
    kith_pack(out, summary->articles_undated);
    kith_pack(out, summary->bytes);
    kith_pack(out, summary->sentences);
    kith_pack(out, summary->mentions);
    kith_pack(out, summary->gazetteer_entities);
    kith_pack(out, summary->gazetteer_aliases);
    kith_pack(out, summary->entities);
    kith_pack(out, summary->cooccurrence_edges);
    kith_pack(out, summary->relation_edges);
    kith_pack(out, summary->problem_count);
    kith_pack(out, summary->fault_count);
}

enum kith_status kith_summary_unpack(struct kith_str packed, struct kith_summary **out,
                                     struct kith_error *err)
{
    struct kith_unpacker from = kith_unpacker_of(packed);
    struct kept *kept = calloc(1, sizeof *kept);
    if (!kept)
        return kith_no_memory(err);
    kith_arena_init(&kept->arena, KITH_ARENA_UNCAPPED);
    struct kith_summary *summary = &kept->summary;
    summary->is_unchanged = true;
    summary->articles_read = kith_unpack(&from);
    summary->articles_skipped = kith_unpack(&from);
    summary->articles_outside = kith_unpack(&from);
    summary->articles_undated = kith_unpack(&from);
    summary->articles_kept = summary->articles_read;
    summary->bytes = kith_unpack(&from);
    summary->sentences = kith_unpack(&from);
    summary->mentions = kith_unpack(&from);
    summary->gazetteer_entities = (uint32_t)kith_unpack(&from);
    summary->gazetteer_aliases = (uint32_t)kith_unpack(&from);
    summary->entities = (uint32_t)kith_unpack(&from);
    summary->cooccurrence_edges = (uint32_t)kith_unpack(&from);
    summary->relation_edges = (uint32_t)kith_unpack(&from);
    summary->problem_count = (size_t)kith_unpack(&from);
    summary->fault_count = (size_t)kith_unpack(&from);
    *out = summary;
    return KITH_OK;
}

void kith_summary_release(struct kith_summary *summary)
{
    if (!summary)
        return;
    struct kept *kept = (struct kept *)((char *)summary - offsetof(struct kept, summary));
    kith_arena_release(&kept->arena);
    free(kept);
}

/* The table of status: the entries of all lists, sorted, each once. */
#include "relate/status_table.h"

#include <stdlib.h>
#include <string.h>

#include "relate/rule_book.h"

/* The list of the file read last, or NULL. */
static struct kith_word_list *find_list(struct kith_rules *rules, const char *name)
{
    struct kith_word_list *last = NULL;
    for (uint32_t scope = 0; scope < rules->scope_count; scope++) {
        kith_id found = kith_word_list_find(&rules->lists, scope, kith_str_of(name));
        if (found == KITH_NO_ID)
            continue;
        last = &rules->lists.items[found];
        last->is_used = true;
    }
    return last;
}

static void add_phrases(struct kith_rules *rules, const struct kith_phrases *phrases,
                        enum kith_status_list list)
{
    struct kith_status_table *table = &rules->status;
    for (uint32_t i = 0; i < phrases->count; i++) {
        const struct kith_phrase *phrase = &phrases->items[i];
        table->items[table->count++] =
            (struct kith_status_phrase){phrase->words, phrase->count, 1u << list};
        kith_word_class_give_role(&rules->classes, phrase->words[0], KITH_ROLE_STATUS);
    }
}

static int compare_words(const struct kith_status_phrase *a,
                         const struct kith_status_phrase *b)
{
    if (a->words[0] != b->words[0])
        return a->words[0] < b->words[0] ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return memcmp(a->words, b->words, a->count * sizeof *a->words);
}

static int compare_phrases(const void *left, const void *right)
{
    return compare_words(left, right);
}

/* Sort the entries, and join those of the same words. */
static void tidy(struct kith_status_table *table)
{
    uint32_t kept = 0;
    if (table->count)
        qsort(table->items, table->count, sizeof *table->items, compare_phrases);
    for (uint32_t i = 0; i < table->count; i++) {
        if (kept && compare_words(&table->items[kept - 1], &table->items[i]) == 0)
            table->items[kept - 1].lists |= table->items[i].lists;
        else
            table->items[kept++] = table->items[i];
    }
    table->count = kept;
}

/* `class_count` of them, and one more. */
static void note_first(struct kith_status_table *table, uint32_t class_count)
{
    uint32_t at = 0;
    for (kith_id class = 0; class <= class_count; class ++) {
        while (at < table->count && table->items[at].words[0] < class)
            at++;
        table->first[class] = at;
    }
}

enum kith_status kith_status_table_build(struct kith_rules *rules, struct kith_error *err)
{
    static const char *const names[] = {"negative", "unreal", "speech", "fact"};
    const struct kith_word_list *lists[KITH_STATUS_LIST_COUNT];
    struct kith_status_table *table = &rules->status;
    uint32_t total = 0;
    for (int i = 0; i < KITH_STATUS_LIST_COUNT; i++) {
        lists[i] = find_list(rules, names[i]);
        total += lists[i] ? lists[i]->phrases.count : 0;
    }
    table->items = KITH_ARRAY(&rules->arena, struct kith_status_phrase, total);
    table->first = KITH_ARRAY(&rules->arena, uint32_t, rules->classes.count + 1);
    if (!table->items || !table->first)
        return kith_no_memory(err);
    for (int i = 0; i < KITH_STATUS_LIST_COUNT; i++)
        if (lists[i])
            add_phrases(rules, &lists[i]->phrases, (enum kith_status_list)i);
    tidy(table);
    note_first(table, rules->classes.count);
    return KITH_OK;
}

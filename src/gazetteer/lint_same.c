/* Aliases of one entity that matching cannot tell apart: whatever text is the one is the
 * other, so one of them does nothing. */
#include "gazetteer/lint.h"

#include <stdlib.h>

#include "gazetteer/tables.h"

/* A name with quotes is known without them as well, and so may say more than the other.
 */
static bool has_quotes(struct kith_str text)
{
    static const char curly = '\xE2'; /* the first byte of quotes, and of dashes */
    return memchr(text.data, '"', text.length) || memchr(text.data, curly, text.length);
}

/* Letters with marks: rules of spelling make more of them than of plain ones. */
static size_t count_marked(struct kith_str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += (unsigned char)text.data[i] >= 0xC0;
    return count;
}

/* Does `idle` find nothing that `busy` does not? */
static bool is_idle(const struct kith_gazetteer *gazetteer, kith_id idle, kith_id busy)
{
    const struct kith_alias_record *one = &gazetteer->aliases.items[idle];
    const struct kith_alias_record *two = &gazetteer->aliases.items[busy];
    const unsigned lasting = KITH_ALIAS_WEAK | KITH_ALIAS_DEMONYM;
    struct kith_str text = kith_alias_text(gazetteer, idle);
    return gazetteer->entities.items[one->entity].name != idle &&
           (two->traits & lasting & ~(unsigned)one->traits) == 0 && !has_quotes(text) &&
           count_marked(text) <= count_marked(kith_alias_text(gazetteer, busy));
}

/* Aliases of one entity on one path stand together. */
static bool are_one(const struct kith_gazetteer *gazetteer, const struct kith_posting *a,
                    const struct kith_posting *b)
{
    const uint32_t written = kith_gazetteer_row_alias_count(gazetteer);
    return kith_postings_share_path(a, b) &&
           kith_posting_pattern(a) == kith_posting_pattern(b) && a->alias < written &&
           b->alias < written &&
           gazetteer->aliases.items[a->alias].entity ==
               gazetteer->aliases.items[b->alias].entity;
}

/* Those of one file: a table may have many, out of habit, and they do no harm. */
struct idle {
    kith_id idle, busy; /* the first */
    uint32_t count;
};

static void count_idle(const struct kith_gazetteer *gazetteer, struct idle *files,
                       kith_id idle, kith_id busy)
{
    uint32_t row = gazetteer->aliases.items[idle].row;
    if (row >= gazetteer->rows.count ||
        gazetteer->rows.items[row].file >= gazetteer->files.count)
        return;
    struct idle *file = &files[gazetteer->rows.items[row].file];
    if (file->count++ == 0 || idle < file->idle) {
        file->idle = idle;
        file->busy = busy;
    }
}

static void find_idle(const struct kith_gazetteer *gazetteer, struct idle *files)
{
    const struct kith_paths *paths = &gazetteer->paths;
    for (uint32_t i = 1; i < paths->postings.count; i++) {
        const struct kith_posting *a = &paths->postings.items[i - 1], *b = a + 1;
        if (!are_one(gazetteer, a, b))
            continue;
        if (is_idle(gazetteer, b->alias, a->alias))
            count_idle(gazetteer, files, b->alias, a->alias);
        else if (is_idle(gazetteer, a->alias, b->alias))
            count_idle(gazetteer, files, a->alias, b->alias);
    }
}

static enum kith_status report(const struct kith_gazetteer *gazetteer,
                               const struct idle *file, struct kith_problems *problems,
                               struct kith_error *err)
{
    struct kith_alias one = kith_gazetteer_alias(gazetteer, file->idle);
    struct kith_alias two = kith_gazetteer_alias(gazetteer, file->busy);
    return kith_problems_add(problems, KITH_NOTE, one.file, one.line, "same", err,
                             "\"%.*s\" is found as \"%.*s\" already: case, marks "
                             "and dots do not tell "
                             "them apart; drop it (aliases of this kind in the file: %u)",
                             KITH_STR_ARGS(one.text), KITH_STR_ARGS(two.text),
                             file->count);
}

enum kith_status kith_lint_same(const struct kith_gazetteer *gazetteer,
                                struct kith_problems *problems, struct kith_error *err)
{
    struct idle *files = calloc((size_t)gazetteer->files.count + 1, sizeof *files);
    enum kith_status status = KITH_OK;
    if (!files)
        return kith_no_memory(err);
    find_idle(gazetteer, files);
    for (uint32_t i = 0; i < gazetteer->files.count && status == KITH_OK; i++)
        if (files[i].count > 0)
            status = report(gazetteer, &files[i], problems, err);
    free(files);
    return status;
}

/* The sentences about aliases: what became of those that the words were held against, and
 * which others hold a word. */
#include "output/clean.h"
#include "output/explained_phrase.h"

/* "iPhone" (=) of Phone (product), things.csv:3 */
static void alias(const struct kith_explained *explained, kith_id id,
                  struct kith_buf *out)
{
    struct kith_alias its = kith_gazetteer_alias(explained->gazetteer, id);
    kith_explained_quote(out, its.text);
    if (its.is_exact)
        kith_buf_text(out, " (=)");
    if (its.traits & KITH_ALIAS_WEAK)
        kith_buf_text(out, " (?)");
    if (its.traits & KITH_ALIAS_DEMONYM)
        kith_buf_text(out, " (demonym)");
    if (its.rule.length) {
        kith_buf_text(out, " (by rule ");
        kith_clean_line(out, its.rule);
        kith_buf_byte(out, ')');
    }
    kith_buf_text(out, " of ");
    kith_explained_entity(explained, its.entity, id, out);
}

void kith_explained_tried(const struct kith_explained *explained,
                          const struct kith_tried *tried, struct kith_buf *out)
{
    struct kith_span words = {tried->trial.first_token, tried->trial.end_token};
    alias(explained, tried->trial.alias, out);
    kith_buf_text(out, ": ");
    switch (tried->fate) {
    case KITH_FATE_MATCHED:
        kith_buf_text(out, "matches ");
        kith_explained_words(explained, words, out);
        break;
    case KITH_FATE_WRITING:
        kith_buf_text(out, "may not be written ");
        kith_explained_words(explained, words, out);
        break;
    case KITH_FATE_SPELLING:
        kith_buf_text(out, "must be spelt exactly so, not ");
        kith_explained_words(explained, words, out);
        break;
    case KITH_FATE_SHORTER:
        kith_buf_text(out, "loses to the longer ");
        kith_explained_words(explained, tried->rival, out);
        break;
    case KITH_FATE_COVERED:
        kith_buf_text(out, "loses to ");
        kith_explained_words(explained, tried->rival, out);
        kith_buf_text(out, ", which begins before it");
        break;
    case KITH_FATE_UNUSED:
        kith_buf_text(out, "not looked for, since only given mentions are wanted");
        break;
    }
}

/* Where the article names the entity, or KITH_NO_ID. */
static uint32_t find_mention(const struct kith_explained *explained, kith_id entity)
{
    for (uint32_t m = 0; m < explained->mentions->count; m++)
        if (explained->mentions->items[m].entity == entity)
            return explained->mentions->items[m].first_token;
    return KITH_NO_ID;
}

/* The line that silenced an alias; 0 when none did. */
static uint32_t silencing_line(const struct kith_explained *explained,
                               const struct kith_alias *silenced)
{
    const struct kith_corrections *corrections = explained->corrections;
    for (uint32_t i = 0; i < corrections->count; i++) {
        const struct kith_correction *line = &corrections->items[i];
        if ((line->kind == KITH_REJECT || line->kind == KITH_SPLIT) && !line->is_void &&
            line->entity == silenced->entity &&
            kith_str_equal(line->what, silenced->text))
            return line->line;
    }
    return 0;
}

static void silence(const struct kith_explained *explained,
                    const struct kith_alias *silenced, struct kith_buf *out)
{
    uint32_t line = silencing_line(explained, silenced);
    if (line == 0) {
        kith_buf_text(out, ", which is found only where it is given");
        return;
    }
    kith_buf_text(out, ", which a correction rejects, ");
    kith_explained_place(explained->corrections->path, line, out);
}

void kith_explained_neighbour(const struct kith_explained *explained,
                              const struct kith_neighbour *neighbour,
                              struct kith_buf *out)
{
    struct kith_alias its = kith_gazetteer_alias(explained->gazetteer, neighbour->alias);
    uint32_t token = find_mention(explained, its.entity);
    alias(explained, neighbour->alias, out);
    if (neighbour->is_silenced)
        silence(explained, &its, out);
    else if (token == KITH_NO_ID)
        kith_buf_text(out, ", which the article does not name");
    else {
        kith_buf_text(out, ", which the article names ");
        kith_explained_where(explained, token, out);
    }
}

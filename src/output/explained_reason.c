/* The sentences of explanations. */
#include "output/explained.h"

#include "output/cell.h"
#include "output/clean.h"
#include "text/spot.h"

static void quote(struct kith_buf *out, struct kith_str text)
{
    kith_buf_byte(out, '"');
    kith_clean_line(out, text);
    kith_buf_byte(out, '"');
}

void kith_explained_words(const struct kith_explained *explained, struct kith_span span,
                          struct kith_buf *out)
{
    const struct kith_token *tokens = explained->document->tokens.items;
    quote(out, kith_str_slice(explained->document->text, tokens[span.first].begin,
                              tokens[span.end - 1].end));
}

static void word(const struct kith_explained *explained, uint32_t token,
                 struct kith_buf *out)
{
    kith_explained_words(explained, (struct kith_span){token, token + 1}, out);
}

static void name(const struct kith_explained *explained, kith_id entity,
                 struct kith_buf *out)
{
    struct kith_entity its = kith_gazetteer_entity(explained->gazetteer, entity);
    kith_clean_line(out, its.name);
    kith_buf_text(out, " (");
    kith_clean_line(out, its.type);
    kith_buf_byte(out, ')');
}

static void place(struct kith_str file, uint32_t line, struct kith_buf *out)
{
    struct kith_buf text = {0};
    kith_cell_place(&text, file, line);
    kith_clean_line(out, kith_buf_view(&text));
    out->is_broken |= text.is_broken;
    kith_buf_release(&text);
}

void kith_explained_entity(const struct kith_explained *explained, kith_id entity,
                           kith_id alias, struct kith_buf *out)
{
    struct kith_alias its = kith_gazetteer_alias(explained->gazetteer, alias);
    name(explained, entity, out);
    kith_buf_text(out, ", ");
    place(its.file, its.line, out);
}

/* An entity by its own row. */
static void rival(const struct kith_explained *explained, kith_id entity,
                  struct kith_buf *out)
{
    struct kith_entity its = kith_gazetteer_entity(explained->gazetteer, entity);
    name(explained, entity, out);
    kith_buf_text(out, ", ");
    place(its.file, its.line, out);
}

/* "at byte 57 (line 2, column 14)" */
static void where(const struct kith_explained *explained, uint32_t token,
                  struct kith_buf *out)
{
    const struct kith_document *document = explained->document;
    uint32_t offset = document->tokens.items[token].begin;
    struct kith_position position = kith_position_of(document->text, offset);
    kith_buf_format(out, "at byte %u (line %u, column %u)", offset, position.line,
                    position.column);
}

static struct kith_str alias_text(const struct kith_explained *explained, kith_id alias)
{
    return kith_gazetteer_alias(explained->gazetteer, alias).text;
}

/* ---- decisions ---- */

static void chosen_ground(const struct kith_explained *explained,
                          const struct kith_decision *decision, struct kith_buf *out)
{
    switch ((enum kith_choice)decision->choice) {
    case KITH_CHOICE_ONLY:
        break;
    case KITH_CHOICE_CONTEXT:
        kith_buf_text(out, ": of its row's context, ");
        word(explained, decision->word, out);
        kith_buf_text(out, " stands near");
        break;
    case KITH_CHOICE_IN_ARTICLE:
        kith_buf_text(out, ": the article names it elsewhere, beyond doubt");
        break;
    case KITH_CHOICE_PRIORITY:
        kith_buf_text(out, ": its row has the highest priority");
        break;
    case KITH_CHOICE_FIRST_ROW:
        kith_buf_text(out, ": nothing tells who is meant, and its row comes first");
        break;
    case KITH_CHOICE_TYPE:
        kith_buf_text(out, ": the words beside it speak for its type");
        break;
    case KITH_CHOICE_CANDIDATE:
        kith_buf_text(out, ", less likely");
        break;
    }
}

static void lost_ground(enum kith_choice choice, struct kith_buf *out)
{
    static const char *const grounds[] = {
        "is meant",
        "is named elsewhere in the article, beyond doubt",
        "comes first, and nothing tells who is meant",
        "is meant: a word of its row's context stands near",
        "has the higher priority",
        "is meant: the words beside it speak for its type",
        "is likelier"};
    kith_buf_byte(out, ' ');
    kith_buf_text(out, grounds[choice]);
}

/* What goes behind `"Peskov" means Dmitry Peskov (person), people.csv:41`. */
static void meaning(const struct kith_explained *explained,
                    const struct kith_decision *decision, struct kith_buf *out)
{
    if (decision->reason == KITH_REASON_CHOSEN) {
        chosen_ground(explained, decision, out);
    } else if (decision->reason == KITH_REASON_SHORTENED) {
        kith_buf_text(out, ": short for ");
        quote(out, alias_text(explained, decision->alias));
        kith_buf_byte(out, ' ');
        where(explained, decision->word, out);
    } else {
        kith_buf_text(out, ": the article explains it ");
        where(explained, decision->word, out);
        if (decision->rival == KITH_NO_ID)
            return;
        kith_buf_text(out, "; elsewhere it would mean ");
        rival(explained, decision->rival, out);
    }
}

/* Why it is not meant, behind `"Paris" does not mean Paris (city), places.csv:7: `. */
static void objection(const struct kith_explained *explained,
                      const struct kith_decision *decision, struct kith_buf *out)
{
    switch (decision->reason) {
    case KITH_REASON_FORBIDDEN:
        kith_buf_text(out, "its row forbids ");
        word(explained, decision->word, out);
        kith_buf_text(out, ", which stands near");
        break;
    case KITH_REASON_OUT_OF_DATE:
        kith_buf_text(out, "its row does not hold on the article's date, ");
        kith_clean_line(out, explained->document->article->date);
        break;
    case KITH_REASON_UNSUPPORTED:
        kith_buf_text(out,
                      "the alias is weak (?), and neither a strong name of the "
                      "entity nor a word of its row's context stands in the article");
        break;
    case KITH_REASON_OUTRANKED:
        kith_buf_text(out, "the words are a better name of ");
        rival(explained, decision->rival, out);
        break;
    case KITH_REASON_NOT_CHOSEN:
        rival(explained, decision->rival, out);
        lost_ground((enum kith_choice)decision->choice, out);
        break;
    case KITH_REASON_UNCLEAR:
        kith_buf_text(out, "nothing tells who is meant, and then nobody is");
        break;
    case KITH_REASON_OPENER:
        kith_buf_text(out, "the word begins the sentence and has its capital from that");
        break;
    case KITH_REASON_STRANGER:
        kith_buf_text(out, "it may be part of a longer name, with ");
        word(explained, decision->word, out);
        break;
    case KITH_REASON_STOPPED:
        kith_buf_text(out, "a stop list forbids it");
        break;
    case KITH_REASON_CREDIT:
        kith_buf_text(out, "the article is from it, by the credit ");
        where(explained, decision->word, out);
        break;
    case KITH_REASON_DOUBTFUL:
        kith_buf_text(out, "in this article it is an ordinary word or part of an unknown "
                           "name, too");
        break;
    case KITH_REASON_SMALL:
        kith_buf_text(out, "the article explains it in capitals, ");
        where(explained, decision->word, out);
        break;
    case KITH_REASON_NO_ARTICLE:
        kith_buf_text(out, "it is short for ");
        quote(out, alias_text(explained, decision->alias));
        kith_buf_text(out, " only behind \"the\"");
        break;
    case KITH_REASON_HALF:
        kith_buf_text(out, "it is only part of the double name that ");
        quote(out, alias_text(explained, decision->alias));
        kith_buf_text(out, " ends with");
        break;
    case KITH_REASON_DEMONYM:
        kith_buf_text(out, "it is a word for its people, which does not count as a "
                           "mention (--demonyms)");
        break;
    case KITH_REASON_YIELDED:
        kith_buf_text(out, "it yields to a given mention of ");
        rival(explained, decision->rival, out);
        break;
    case KITH_REASON_REJECTED:
        kith_buf_text(out, "a correction rejects it, ");
        place(explained->corrections->path, decision->word, out);
        break;
    default:
        break;
    }
}

void kith_explained_decision(const struct kith_explained *explained,
                             const struct kith_decision *decision, struct kith_buf *out)
{
    kith_explained_words(
        explained, (struct kith_span){decision->first_token, decision->end_token}, out);
    switch (decision->reason) {
    case KITH_REASON_CHOSEN:
    case KITH_REASON_SHORTENED:
    case KITH_REASON_EXPLAINED:
        kith_buf_text(out, " means ");
        kith_explained_entity(explained, decision->entity, decision->alias, out);
        meaning(explained, decision, out);
        break;
    case KITH_REASON_SHARED:
        kith_buf_byte(out, ' ');
        where(explained, decision->word, out);
        kith_buf_text(out, " would be short for ");
        name(explained, decision->entity, out);
        kith_buf_text(out, ", and elsewhere for ");
        if (decision->rival == KITH_NO_ID)
            kith_buf_text(out, "others");
        else
            name(explained, decision->rival, out);
        break;
    case KITH_REASON_NOBODY:
        kith_buf_text(out, " is short for nobody: several names of the article end so");
        break;
    default:
        kith_buf_text(out, " does not mean ");
        kith_explained_entity(explained, decision->entity, decision->alias, out);
        kith_buf_text(out, ": ");
        objection(explained, decision, out);
    }
}

/* ---- aliases ---- */

/* "iPhone" (=) of Phone (product), things.csv:3 */
static void alias(const struct kith_explained *explained, kith_id id,
                  struct kith_buf *out)
{
    struct kith_alias its = kith_gazetteer_alias(explained->gazetteer, id);
    quote(out, its.text);
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
    place(explained->corrections->path, line, out);
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
        where(explained, token, out);
    }
}

/* ---- the verdict ---- */

static void absence(const struct kith_explained *explained,
                    const struct kith_explanation *explanation, struct kith_buf *out)
{
    if (explanation->decisions.count > 0) {
        kith_buf_text(out, ": ");
        kith_explained_decision(
            explained, explanation->decisions.items[explanation->decisions.count - 1],
            out);
    } else if (explanation->tried.count > 0) {
        kith_buf_text(out, ": ");
        kith_explained_tried(
            explained, &explanation->tried.items[explanation->tried.count - 1], out);
    } else {
        kith_buf_text(out, explanation->neighbours.total ? ": no alias is written so"
                                                         : ": no alias holds this word");
    }
}

void kith_explained_verdict(const struct kith_explained *explained,
                            const struct kith_explanation *explanation,
                            struct kith_buf *out)
{
    kith_explained_words(explained, explanation->asked, out);
    if (explanation->mentions.count == 0) {
        kith_buf_text(out, " is no mention");
        absence(explained, explanation, out);
        return;
    }
    for (uint32_t m = 0; m < explanation->mentions.count; m++) {
        const struct kith_mention *mention = explanation->mentions.items[m];
        struct kith_span its = {mention->first_token, mention->end_token};
        bool is_all =
            its.first == explanation->asked.first && its.end == explanation->asked.end;
        kith_buf_text(out, m ? ", and" : " is");
        if (!is_all) {
            kith_buf_text(out, " in ");
            kith_explained_words(explained, its, out);
            kith_buf_byte(out, ',');
        }
        kith_buf_text(out, " a mention of ");
        kith_explained_entity(explained, mention->entity, mention->alias, out);
        if (mention->found == KITH_FOUND_GIVEN)
            kith_buf_text(out, ", given by another recognizer");
    }
}

/* From findings to a record. */
#include <stdlib.h>

#include "base/hash.h"
#include "relate/evidence.h"
#include "store/excerpt.h"
#include "store/packed.h"
#include "store/record.h"
#include "store/record_form.h"

struct writer {
    const struct kith_numbering *numbering;
    const struct kith_findings *findings;
    const struct kith_document *document;
    struct kith_buf *out;
    struct kith_arena *arena;
    struct kith_excerpt excerpt;
    struct {
        kith_id *items; /* ascending, each once */
        uint32_t count, room;
    } entities;
};

/* ---- text ------------------------------------------------------------------------ */

static void write_text(struct writer *writer)
{
    const struct kith_stretch *items = writer->excerpt.stretches.items;
    uint32_t at = 0;
    kith_pack(writer->out, writer->excerpt.stretches.count);
    for (uint32_t i = 0; i < writer->excerpt.stretches.count; i++) {
        kith_pack(writer->out, items[i].begin - at);
        kith_pack(writer->out, items[i].end - items[i].begin);
        at = items[i].end;
    }
    for (uint32_t i = 0; i < writer->excerpt.stretches.count; i++)
        kith_buf_str(writer->out, kith_str_slice(writer->document->text, items[i].begin,
                                                 items[i].end));
}

static void write_sentences(struct writer *writer)
{
    const struct kith_sentences *sentences = &writer->document->sentences;
    struct kith_sentence last = {0};
    uint32_t count = 0, next = 0;
    for (uint32_t i = 0; i < sentences->count; i++)
        count += writer->excerpt.is_told[i];
    kith_pack(writer->out, count);
    for (uint32_t i = 0; i < sentences->count; i++) {
        const struct kith_sentence *sentence = &sentences->items[i];
        if (!writer->excerpt.is_told[i])
            continue;
        kith_pack(writer->out, i - next);
        kith_pack(writer->out, sentence->begin - last.begin);
        kith_pack(writer->out,
                  (uint64_t)(sentence->end - sentence->begin) << 1 | sentence->is_title);
        kith_pack(writer->out, sentence->paragraph - last.paragraph);
        next = i + 1;
        last = *sentence;
    }
}

/* ---- entities -------------------------------------------------------------------- */

static bool meet(struct writer *writer, kith_id entity)
{
    if (entity >= writer->numbering->entities.count ||
        !KITH_ARENA_PUSHABLE(writer->arena, &writer->entities))
        return false;
    writer->entities.items[writer->entities.count++] = entity;
    return true;
}

static bool is_ranked(const struct kith_mention *mention)
{
    return mention->candidates &&
           (mention->candidate_count > 1 || kith_mention_score(mention) != 1);
}

/* The mentions of one match share their candidates. */
static bool shares(const struct kith_mention *mention, const struct kith_mention *last)
{
    return last && is_ranked(last) && last->candidates == mention->candidates &&
           last->candidate_count == mention->candidate_count;
}

static bool meet_mentions(struct writer *writer)
{
    const struct kith_mentions *mentions = &writer->findings->mentions;
    const struct kith_mention *last = NULL;
    for (uint32_t i = 0; i < mentions->count; i++) {
        const struct kith_mention *mention = &mentions->items[i];
        if (!meet(writer, mention->entity))
            return false;
        if (is_ranked(mention) && !shares(mention, last))
            for (uint32_t c = 0; c < mention->candidate_count; c++)
                if (!meet(writer, mention->candidates[c].entity))
                    return false;
        last = mention;
    }
    return true;
}

static int by_number(const void *a, const void *b)
{
    kith_id left = *(const kith_id *)a, right = *(const kith_id *)b;
    return (left > right) - (left < right);
}

static bool meet_all(struct writer *writer)
{
    const struct kith_findings *findings = writer->findings;
    if (!meet_mentions(writer))
        return false;
    for (uint32_t i = 0; i < findings->evidence_count; i++) {
        kith_id speaker = findings->evidence[i].statement.speaker;
        if (findings->evidence[i].rule != KITH_NO_ID && speaker != KITH_NO_ID &&
            !meet(writer, speaker))
            return false;
    }
    for (uint32_t i = 0; i < findings->pair_count; i++)
        if (!meet(writer, findings->pairs[i].a) || !meet(writer, findings->pairs[i].b))
            return false;
    kith_id *items = writer->entities.items;
    uint32_t kept = 0;
    if (writer->entities.count)
        qsort(items, writer->entities.count, sizeof *items, by_number);
    for (uint32_t i = 0; i < writer->entities.count; i++)
        if (i == 0 || items[i] != items[kept - 1])
            items[kept++] = items[i];
    writer->entities.count = kept;
    return true;
}

static uint32_t place_of(const struct writer *writer, kith_id entity)
{
    const kith_id *items = writer->entities.items;
    uint32_t low = 0, high = writer->entities.count;
    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;
        if (items[middle] <= entity)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void write_entities(struct writer *writer)
{
    const uint32_t *numbers = writer->numbering->entities.number_of;
    kith_pack(writer->out, writer->entities.count);
    for (uint32_t i = 0; i < writer->entities.count; i++)
        kith_pack(writer->out, numbers[writer->entities.items[i]]);
}

/* ---- mentions -------------------------------------------------------------------- */

static void write_candidates(struct writer *writer, const struct kith_mention *mention)
{
    for (uint32_t i = 0; i < mention->candidate_count; i++) {
        const struct kith_candidate *candidate = &mention->candidates[i];
        kith_pack(writer->out, place_of(writer, candidate->entity));
        kith_buf_append(writer->out, (const char *)&candidate->score,
                        sizeof candidate->score);
    }
}

static bool write_mention(struct writer *writer, const struct kith_mention *mention,
                          const struct kith_mention *last)
{
    static const struct kith_mention none = {0};
    const struct kith_mention *before = last ? last : &none;
    const struct kith_numbering *numbering = writer->numbering;
    bool has_alias =
        kith_numbering_alias(numbering, mention->entity,
                             numbering->place[mention->alias]) == mention->alias;
    if (!has_alias || mention->begin < before->begin ||
        mention->first_token < before->first_token ||
        mention->sentence < before->sentence)
        return false;
    unsigned how = mention->found | (unsigned)mention->choice << 3;
    how |= is_ranked(mention) ? KITH_RECORD_RANKED : 0;
    how |= is_ranked(mention) && shares(mention, last) ? KITH_RECORD_SHARED : 0;
    kith_pack(writer->out, how);
    kith_pack(writer->out, mention->begin - before->begin);
    kith_pack(writer->out, mention->end - mention->begin);
    kith_pack(writer->out, mention->first_token - before->first_token);
    kith_pack(writer->out, mention->end_token - mention->first_token);
    kith_pack(writer->out, mention->sentence - before->sentence);
    kith_pack(writer->out, place_of(writer, mention->entity));
    kith_pack(writer->out, numbering->place[mention->alias]);
    if (!is_ranked(mention))
        return true;
    kith_pack(writer->out, mention->candidate);
    kith_pack(writer->out, mention->candidate_count);
    if (!(how & KITH_RECORD_SHARED))
        write_candidates(writer, mention);
    return true;
}

static bool write_mentions(struct writer *writer)
{
    const struct kith_mentions *mentions = &writer->findings->mentions;
    kith_pack(writer->out, mentions->count);
    for (uint32_t i = 0; i < mentions->count; i++)
        if (!write_mention(writer, &mentions->items[i],
                           i ? &mentions->items[i - 1] : NULL))
            return false;
    return true;
}

/* ---- evidence -------------------------------------------------------------------- */

/* Most of a row follows from its two mentions, unless a pronoun stands for one. */
static bool follows(const struct kith_evidence *made, const struct kith_evidence *row)
{
    return made->sentence == row->sentence && made->begin == row->begin &&
           made->end == row->end && made->gap == row->gap;
}

/* What does not follow. */
static void write_place(struct writer *writer, const struct kith_evidence *row)
{
    kith_pack(writer->out, row->sentence);
    kith_pack(writer->out, row->begin);
    kith_pack(writer->out, row->end - row->begin);
    kith_pack(writer->out, row->gap);
}

static void write_relation(struct writer *writer, const struct kith_evidence *row)
{
    const struct kith_statement *statement = &row->statement;
    kith_pack(writer->out, writer->numbering->rule_numbers.number_of[row->rule]);
    kith_pack(writer->out,
              (unsigned)statement->is_denied | (unsigned)statement->is_unreal << 1);
    kith_pack(writer->out, row->trigger_begin);
    kith_pack(writer->out, row->trigger_end - row->trigger_begin);
    kith_pack(writer->out, statement->speaker_begin);
    kith_pack(writer->out, statement->speaker_end - statement->speaker_begin);
    kith_pack(writer->out, statement->speaker == KITH_NO_ID
                               ? 0
                               : place_of(writer, statement->speaker) + 1);
}

/* Does its relation follow from its rule? */
static bool is_plain(const struct writer *writer, const struct kith_evidence *row)
{
    const struct kith_rules *rules = writer->numbering->rules;
    if (row->rule == KITH_NO_ID)
        return row->relation == KITH_COOCCURRENCE;
    return rules && row->rule < writer->numbering->rule_numbers.count &&
           kith_rules_rule(rules, row->rule).relation == row->relation;
}

static bool write_row(struct writer *writer, const struct kith_evidence *row)
{
    struct kith_evidence made = kith_evidence_between(
        &writer->findings->mentions, row->source_mention, row->target_mention);
    bool is_relation = row->rule != KITH_NO_ID, is_placed = !follows(&made, row);
    if (made.source != row->source || made.target != row->target ||
        row->end < row->begin || !is_plain(writer, row))
        return false;
    kith_pack(writer->out, (uint64_t)row->source_mention << KITH_RECORD_ROW_BITS |
                               (is_relation ? KITH_RECORD_RELATION : 0) |
                               (is_placed ? KITH_RECORD_PLACED : 0));
    kith_pack(writer->out, row->target_mention);
    if (is_placed)
        write_place(writer, row);
    if (is_relation)
        write_relation(writer, row);
    return true;
}

static bool write_evidence(struct writer *writer)
{
    const struct kith_findings *findings = writer->findings;
    kith_pack(writer->out, findings->evidence_count);
    for (uint32_t i = 0; i < findings->evidence_count; i++)
        if (!write_row(writer, &findings->evidence[i]))
            return false;
    kith_pack(writer->out, findings->pair_count);
    for (uint32_t i = 0; i < findings->pair_count; i++) {
        const struct kith_pair *pair = &findings->pairs[i];
        kith_pack(writer->out, place_of(writer, pair->a));
        kith_pack(writer->out, place_of(writer, pair->b));
        kith_pack(writer->out, pair->first);
        kith_pack(writer->out, pair->last - pair->first);
        kith_pack(writer->out, pair->windows);
    }
    return true;
}

static bool write_fingerprint(struct writer *writer)
{
    const struct kith_fingerprint *print = &writer->findings->fingerprint;
    uint32_t sentence = 0;
    kith_pack_hash(writer->out, print->text);
    kith_pack(writer->out, print->level);
    kith_pack(writer->out, print->sample_count);
    for (uint32_t i = 0; i < print->sample_count; i++)
        kith_pack_hash(writer->out, print->samples[i]);
    kith_pack(writer->out, print->saying_count);
    for (uint32_t i = 0; i < print->saying_count; i++) {
        const struct kith_saying *saying = &print->sayings[i];
        if (saying->sentence < sentence)
            return false;
        kith_pack(writer->out, saying->sentence - sentence);
        kith_pack(writer->out, saying->words);
        kith_pack_hash(writer->out, saying->hash);
        kith_pack_hash(writer->out, saying->kin);
        sentence = saying->sentence;
    }
    return true;
}

/* ---- the whole ------------------------------------------------------------------- */

static void write_article(struct writer *writer)
{
    const struct kith_document *document = writer->document;
    const struct kith_article *article = document->article;
    struct kith_buf *out = writer->out;
    kith_pack(out, article->bytes.length);
    kith_pack(out, document->encoding);
    kith_pack(out, article->dated);
    kith_pack_text(out, document->title);
    kith_pack_text(out, article->date);
    kith_pack_text(out, article->source);
    kith_pack_text(out, article->language);
    kith_pack_text(out, article->url);
    for (int field = 0; field < KITH_FIELD_COUNT; field++)
        kith_pack(out, article->columns[field]);
    kith_pack(out, document->text.length);
    kith_pack(out, document->paragraph_count);
    kith_pack(out, document->sentences.count);
    kith_pack(out, document->tokens.count);
}

void kith_record_seal(char *record, size_t length)
{
    uint64_t hash = kith_hash(record + KITH_RECORD_HEAD, length - KITH_RECORD_HEAD);
    memcpy(record, &hash, sizeof hash);
}

/* Room for the hash, then what sort of record it is. */
static size_t begin(struct kith_buf *out, enum kith_record_form form)
{
    static const char room[KITH_RECORD_HEAD] = {0};
    size_t start = out->length;
    kith_buf_append(out, room, sizeof room);
    kith_pack(out, form);
    return start;
}

static void seal(struct kith_buf *out, size_t start)
{
    if (!out->is_broken)
        kith_record_seal(out->data + start, out->length - start);
}

bool kith_record_write(const struct kith_numbering *numbering,
                       const struct kith_findings *findings, struct kith_arena *arena,
                       struct kith_buf *out)
{
    struct writer writer = {.numbering = numbering,
                            .findings = findings,
                            .document = findings->document,
                            .out = out,
                            .arena = arena};
    size_t start = begin(out, KITH_RECORD_OF_FINDINGS);
    if (!kith_excerpt_choose(findings, arena, &writer.excerpt) || !meet_all(&writer))
        return false;
    write_article(&writer);
    write_text(&writer);
    write_sentences(&writer);
    write_entities(&writer);
    if (!write_mentions(&writer) || !write_evidence(&writer) ||
        !write_fingerprint(&writer))
        return false;
    seal(out, start);
    return !out->is_broken;
}

void kith_record_write_refusal(const struct kith_record_refusal *refusal,
                               struct kith_buf *out)
{
    size_t start = begin(out, KITH_RECORD_OF_REFUSAL);
    kith_pack_text(out, refusal->kind);
    kith_pack_text(out, refusal->reason);
    kith_pack(out, refusal->line);
    seal(out, start);
}

void kith_record_write_date(const struct kith_article *article, struct kith_buf *out)
{
    size_t start = begin(out, KITH_RECORD_OF_DATE);
    kith_pack(out, article->dated);
    kith_pack_text(out, article->date);
    seal(out, start);
}

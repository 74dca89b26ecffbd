/* From a record to findings. */
#include "base/file.h"
#include "base/hash.h"
#include "relate/evidence.h"
#include "store/packed.h"
#include "store/record.h"
#include "store/record_form.h"

struct reader {
    const struct kith_numbering *numbering;
    struct kith_unpacker from;
    struct kith_arena *arena;
    bool is_out_of_memory;
    struct kith_recorded *to;
    kith_id *entities;
    uint32_t entity_count;
};

static bool is_whole(struct reader *reader)
{
    return !reader->from.is_damaged && !reader->is_out_of_memory;
}

static void *room_for(struct reader *reader, size_t count, size_t size)
{
    void *room = is_whole(reader) ? kith_arena_zeroed(reader->arena, count, size) : NULL;
    reader->is_out_of_memory |= is_whole(reader) && !room;
    return room;
}

static uint32_t up_to(struct reader *reader, uint32_t most)
{
    return kith_unpack_up_to(&reader->from, most);
}

/* A number that is added to `base` and stays at or below `most`. */
static uint32_t beyond(struct reader *reader, uint32_t base, uint32_t most)
{
    if (base > most)
        reader->from.is_damaged = true;
    return base > most ? 0 : base + up_to(reader, most - base);
}

/* The number of one of `count` things. */
static uint32_t one_of(struct reader *reader, uint32_t count)
{
    if (count == 0)
        reader->from.is_damaged = true;
    return count ? up_to(reader, count - 1) : 0;
}

static struct kith_str text(struct reader *reader)
{
    struct kith_str text = kith_unpack_text(&reader->from);
    if (!is_whole(reader) || text.length == 0)
        return (struct kith_str){0};
    struct kith_str copy = kith_str_copy(reader->arena, text);
    reader->is_out_of_memory |= !copy.data;
    return copy;
}

/* ---- the article ----------------------------------------------------------------- */

static void read_article(struct reader *reader)
{
    struct kith_article *article = &reader->to->article;
    struct kith_document *document = &reader->to->document;
    *article = (struct kith_article){0};
    *document = (struct kith_document){.article = article};
    article->bytes.length = (size_t)kith_unpack(&reader->from);
    document->encoding = (enum kith_encoding)up_to(reader, KITH_UTF8_DAMAGED);
    article->dated = (enum kith_dated)up_to(reader, KITH_DATED_BY_PATH);
    document->title = text(reader);
    article->date = text(reader);
    article->source = text(reader);
    article->language = text(reader);
    article->url = text(reader);
    for (int field = 0; field < KITH_FIELD_COUNT; field++)
        article->columns[field] = (uint8_t)up_to(reader, UINT8_MAX);
    document->text.length = up_to(reader, UINT32_MAX);
    document->paragraph_count = up_to(reader, UINT32_MAX - 1);
    document->sentences.count = up_to(reader, UINT32_MAX - 1);
    document->tokens.count = up_to(reader, UINT32_MAX - 1);
}

/* First where the stretches stand, then their bytes. */
static void read_text(struct reader *reader)
{
    struct kith_str *whole = &reader->to->document.text;
    uint32_t length = (uint32_t)whole->length, at = 0;
    uint32_t count = kith_unpack_count(&reader->from);
    struct kith_unpacker places = reader->from;
    for (uint32_t i = 0; i < count && is_whole(reader); i++) {
        at = beyond(reader, at, length);
        at = beyond(reader, at, length);
    }
    char *bytes = room_for(reader, (size_t)length + KITH_FILE_PADDING, 1);
    whole->data = bytes;
    at = 0;
    for (uint32_t i = 0; i < count && is_whole(reader); i++) {
        at += (uint32_t)kith_unpack(&places);
        struct kith_str piece = kith_unpack_bytes(&reader->from, kith_unpack(&places));
        if (piece.length)
            memcpy(bytes + at, piece.data, piece.length);
        at += (uint32_t)piece.length;
    }
}

static void read_sentences(struct reader *reader)
{
    struct kith_document *document = &reader->to->document;
    struct kith_sentences *sentences = &document->sentences;
    uint32_t length = (uint32_t)document->text.length;
    uint32_t count = kith_unpack_count(&reader->from), next = 0;
    struct kith_sentence last = {0};
    sentences->items = room_for(reader, sentences->count, sizeof *sentences->items);
    for (uint32_t i = 0; i < count && is_whole(reader); i++) {
        uint32_t number = sentences->count ? beyond(reader, next, sentences->count - 1)
                                           : one_of(reader, 0);
        last.begin = beyond(reader, last.begin, length);
        uint64_t extent = kith_unpack(&reader->from);
        last.is_title = extent & 1;
        reader->from.is_damaged |= extent >> 1 > length - last.begin;
        last.end = is_whole(reader) ? last.begin + (uint32_t)(extent >> 1) : 0;
        last.paragraph = document->paragraph_count ? beyond(reader, last.paragraph,
                                                            document->paragraph_count - 1)
                                                   : one_of(reader, 0);
        if (is_whole(reader))
            sentences->items[number] = last;
        next = number + 1;
    }
}

static void read_entities(struct reader *reader)
{
    const struct kith_numbers *numbers = &reader->numbering->entities;
    reader->entity_count = kith_unpack_count(&reader->from);
    reader->entities = room_for(reader, reader->entity_count, sizeof *reader->entities);
    for (uint32_t i = 0; i < reader->entity_count && is_whole(reader); i++) {
        kith_id entity = numbers->thing_of[one_of(reader, numbers->end)];
        reader->from.is_damaged |= entity == KITH_NO_ID;
        reader->entities[i] = entity;
    }
}

static kith_id entity(struct reader *reader)
{
    uint32_t place = one_of(reader, reader->entity_count);
    return is_whole(reader) ? reader->entities[place] : 0;
}

/* ---- mentions -------------------------------------------------------------------- */

static void read_candidates(struct reader *reader, struct kith_mention *mention)
{
    struct kith_candidate *candidates =
        room_for(reader, mention->candidate_count, sizeof *candidates);
    for (uint32_t i = 0; i < mention->candidate_count && is_whole(reader); i++) {
        candidates[i] = (struct kith_candidate){entity(reader), KITH_NO_ID, 0, 0, 0};
        struct kith_str score =
            kith_unpack_bytes(&reader->from, sizeof candidates[i].score);
        if (score.length)
            memcpy(&candidates[i].score, score.data, score.length);
    }
    mention->candidates = candidates;
}

static void read_ranking(struct reader *reader, unsigned how,
                         struct kith_mention *mention, const struct kith_mention *last)
{
    mention->candidate = (uint16_t)up_to(reader, UINT16_MAX);
    mention->candidate_count = (uint16_t)up_to(reader, UINT16_MAX);
    reader->from.is_damaged |= mention->candidate >= mention->candidate_count;
    if (!(how & KITH_RECORD_SHARED))
        read_candidates(reader, mention);
    else if (last && last->candidates &&
             last->candidate_count == mention->candidate_count)
        mention->candidates = last->candidates;
    else
        reader->from.is_damaged = true;
}

static void read_mention(struct reader *reader, struct kith_mention *mention,
                         const struct kith_mention *last)
{
    static const struct kith_mention none = {0};
    const struct kith_document *document = &reader->to->document;
    const struct kith_mention *before = last ? last : &none;
    uint32_t length = (uint32_t)document->text.length;
    unsigned how = up_to(reader, 255);
    mention->found = (uint8_t)(how & 7);
    mention->choice = (uint8_t)(how >> 3 & 7);
    reader->from.is_damaged |=
        mention->found > KITH_FOUND_VARIANT || mention->choice > KITH_CHOICE_CANDIDATE;
    mention->begin = beyond(reader, before->begin, length);
    mention->end = beyond(reader, mention->begin, length);
    mention->first_token = beyond(reader, before->first_token, document->tokens.count);
    mention->end_token = beyond(reader, mention->first_token, document->tokens.count);
    mention->sentence = beyond(reader, before->sentence, UINT32_MAX - 1);
    reader->from.is_damaged |= mention->sentence >= document->sentences.count;
    mention->entity = entity(reader);
    uint32_t place = up_to(reader, UINT32_MAX - 1);
    if (is_whole(reader))
        mention->alias = kith_numbering_alias(reader->numbering, mention->entity, place);
    reader->from.is_damaged |= mention->alias == KITH_NO_ID;
    if (how & KITH_RECORD_RANKED)
        read_ranking(reader, how, mention, last);
    else
        mention->candidate_count = 1;
}

static void read_mentions(struct reader *reader)
{
    struct kith_mentions *mentions = &reader->to->findings.mentions;
    mentions->count = mentions->room = kith_unpack_count(&reader->from);
    mentions->items = room_for(reader, mentions->count, sizeof *mentions->items);
    for (uint32_t i = 0; i < mentions->count && is_whole(reader); i++)
        read_mention(reader, &mentions->items[i], i ? &mentions->items[i - 1] : NULL);
}

/* ---- evidence -------------------------------------------------------------------- */

static void read_relation(struct reader *reader, struct kith_evidence *row)
{
    const struct kith_numbers *numbers = &reader->numbering->rule_numbers;
    struct kith_statement *statement = &row->statement;
    uint32_t length = (uint32_t)reader->to->document.text.length;
    row->rule = numbers->thing_of[one_of(reader, numbers->end)];
    unsigned bits = up_to(reader, 3);
    statement->is_denied = bits & 1;
    statement->is_unreal = bits >> 1;
    row->trigger_begin = up_to(reader, length);
    row->trigger_end = beyond(reader, row->trigger_begin, length);
    statement->speaker_begin = up_to(reader, length);
    statement->speaker_end = beyond(reader, statement->speaker_begin, length);
    uint32_t speaker = up_to(reader, reader->entity_count);
    reader->from.is_damaged |= row->rule == KITH_NO_ID;
    if (!is_whole(reader))
        return;
    statement->speaker = speaker ? reader->entities[speaker - 1] : KITH_NO_ID;
    row->relation = kith_rules_rule(reader->numbering->rules, row->rule).relation;
}

static void read_place(struct reader *reader, struct kith_evidence *row)
{
    const struct kith_document *document = &reader->to->document;
    uint32_t length = (uint32_t)document->text.length;
    row->sentence = one_of(reader, document->sentences.count);
    row->begin = up_to(reader, length);
    row->end = beyond(reader, row->begin, length);
    row->gap = up_to(reader, UINT32_MAX);
}

static void read_row(struct reader *reader, struct kith_evidence *row)
{
    const struct kith_mentions *mentions = &reader->to->findings.mentions;
    uint64_t head = kith_unpack(&reader->from);
    uint32_t target = one_of(reader, mentions->count);
    reader->from.is_damaged |= head >> KITH_RECORD_ROW_BITS >= mentions->count;
    if (!is_whole(reader))
        return;
    *row =
        kith_evidence_between(mentions, (uint32_t)(head >> KITH_RECORD_ROW_BITS), target);
    if (head & KITH_RECORD_PLACED)
        read_place(reader, row);
    if (head & KITH_RECORD_RELATION)
        read_relation(reader, row);
}

static void read_evidence(struct reader *reader)
{
    struct kith_findings *findings = &reader->to->findings;
    findings->evidence_count = findings->evidence_room = kith_unpack_count(&reader->from);
    findings->evidence =
        room_for(reader, findings->evidence_count, sizeof *findings->evidence);
    for (uint32_t i = 0; i < findings->evidence_count && is_whole(reader); i++)
        read_row(reader, &findings->evidence[i]);
    findings->pair_count = findings->pair_room = kith_unpack_count(&reader->from);
    findings->pairs = room_for(reader, findings->pair_count, sizeof *findings->pairs);
    for (uint32_t i = 0; i < findings->pair_count && is_whole(reader); i++) {
        struct kith_pair *pair = &findings->pairs[i];
        pair->a = entity(reader);
        pair->b = entity(reader);
        pair->first = one_of(reader, reader->to->document.sentences.count);
        pair->last = beyond(reader, pair->first, UINT32_MAX - 1);
        reader->from.is_damaged |= pair->last >= reader->to->document.sentences.count;
        pair->windows = up_to(reader, UINT32_MAX);
    }
}

static void read_saying(struct reader *reader, uint32_t before,
                        struct kith_saying *saying)
{
    saying->sentence = beyond(reader, before, UINT32_MAX - 1);
    reader->from.is_damaged |= saying->sentence >= reader->to->document.sentences.count;
    saying->words = up_to(reader, UINT32_MAX);
    saying->hash = kith_unpack_hash(&reader->from);
    saying->kin = kith_unpack_hash(&reader->from);
}

static void read_fingerprint(struct reader *reader)
{
    struct kith_fingerprint *print = &reader->to->findings.fingerprint;
    uint32_t sentence = 0;
    print->text = kith_unpack_hash(&reader->from);
    print->level = up_to(reader, 63);
    print->sample_count = kith_unpack_count(&reader->from);
    print->samples = room_for(reader, print->sample_count, sizeof *print->samples);
    for (uint32_t i = 0; i < print->sample_count && is_whole(reader); i++)
        print->samples[i] = kith_unpack_hash(&reader->from);
    print->saying_count = kith_unpack_count(&reader->from);
    print->sayings = room_for(reader, print->saying_count, sizeof *print->sayings);
    for (uint32_t i = 0; i < print->saying_count && is_whole(reader); i++) {
        read_saying(reader, sentence, &print->sayings[i]);
        sentence = print->sayings[i].sentence;
    }
}

/* ---- the whole ------------------------------------------------------------------- */

static void read_findings(struct reader *reader)
{
    reader->to->form = KITH_RECORDED_FINDINGS;
    read_article(reader);
    read_text(reader);
    read_sentences(reader);
    read_entities(reader);
    reader->to->findings = (struct kith_findings){.document = &reader->to->document};
    read_mentions(reader);
    read_evidence(reader);
    read_fingerprint(reader);
}

static void read_refusal(struct reader *reader)
{
    struct kith_record_refusal *refusal = &reader->to->refusal;
    reader->to->form = KITH_RECORDED_REFUSAL;
    refusal->kind = text(reader);
    refusal->reason = text(reader);
    refusal->line = kith_unpack(&reader->from);
}

static void read_date(struct reader *reader)
{
    struct kith_article *article = &reader->to->article;
    reader->to->form = KITH_RECORDED_DATE;
    *article = (struct kith_article){0};
    article->dated = (enum kith_dated)up_to(reader, KITH_DATED_BY_PATH);
    article->date = text(reader);
}

static bool is_sealed(struct kith_str record)
{
    uint64_t hash;
    if (record.length <= KITH_RECORD_HEAD)
        return false;
    memcpy(&hash, record.data, sizeof hash);
    return hash ==
           kith_hash(record.data + KITH_RECORD_HEAD, record.length - KITH_RECORD_HEAD);
}

enum kith_status kith_record_read(const struct kith_numbering *numbering,
                                  struct kith_str record, struct kith_arena *arena,
                                  struct kith_recorded *recorded)
{
    if (!is_sealed(record))
        return KITH_BAD_INPUT;
    struct reader reader = {
        .numbering = numbering,
        .from = kith_unpacker_of(kith_str_slice(record, KITH_RECORD_HEAD, record.length)),
        .arena = arena,
        .to = recorded};
    uint64_t form = kith_unpack(&reader.from);
    if (form == KITH_RECORD_OF_FINDINGS)
        read_findings(&reader);
    else if (form == KITH_RECORD_OF_REFUSAL)
        read_refusal(&reader);
    else if (form == KITH_RECORD_OF_DATE)
        read_date(&reader);
    else
        reader.from.is_damaged = true;
    if (reader.is_out_of_memory)
        return KITH_NO_MEMORY;
    return reader.from.is_damaged || reader.from.at != reader.from.end ? KITH_BAD_INPUT
                                                                       : KITH_OK;
}

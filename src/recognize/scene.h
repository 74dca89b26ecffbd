/* What the steps of recognising share, for this room only: who recognises, and the
 * article that is being read. */
#ifndef KITH_RECOGNIZE_SCENE_H
#define KITH_RECOGNIZE_SCENE_H

#include "recognize/mention.h"
#include "recognize/trace.h"

/* What short forms and the guard ask about a type; KITH_KIND_OTHER for most. */
enum kith_type_kind {
    KITH_KIND_OTHER,
    KITH_KIND_PERSON,
    KITH_KIND_PLACE,
    KITH_KIND_BODY, /* organisations of all sorts */
    KITH_KIND_MEDIA /* a body, too */
};

/* Columns of the gazetteer that recognising reads; KITH_NO_ID where it has none. */
struct kith_row_columns {
    uint32_t context, forbid, priority, from, until;
};

struct kith_recognizer {
    const struct kith_gazetteer *gazetteer;
    const struct kith_name_words *words;
    struct kith_recognize_options options;
    struct kith_row_columns columns;
    bool has_conditions;                      /* rows may say when they are not meant */
    struct kith_name_words *own_words;        /* the built-in ones, or NULL */
    const struct kith_rejections *rejections; /* NULL: nothing is rejected */
    uint8_t *type_kinds;                      /* type -> enum kith_type_kind */
};

struct kith_contexts;

/* A list of mentions that grows in the article's arena. */
struct kith_scene {
    const struct kith_recognizer *recognizer;
    const struct kith_document *document;
    const struct kith_token *tokens; /* the document's */
    struct kith_arena *arena;
    struct kith_mentions *mentions; /* in text order */
    struct kith_trace *trace;       /* NULL: nobody asks why */
    struct kith_contexts *contexts; /* what is known of context words so far */
};

static inline enum kith_type_kind kith_scene_kind(const struct kith_scene *scene,
                                                  kith_id entity)
{
    const struct kith_recognizer *recognizer = scene->recognizer;
    kith_id type = kith_gazetteer_entity_type(recognizer->gazetteer, entity);
    return (enum kith_type_kind)recognizer->type_kinds[type];
}

static inline bool kith_is_body(enum kith_type_kind kind)
{
    return kind >= KITH_KIND_BODY;
}

/* A cell of the entity's row, empty when there is no such column. */
static inline struct kith_str kith_scene_cell(const struct kith_scene *scene,
                                              kith_id entity, uint32_t column)
{
    if (column == KITH_NO_ID)
        return (struct kith_str){0};
    return kith_gazetteer_cell(scene->recognizer->gazetteer, entity, column);
}

/* What tokens[i] may be in names: bits of enum kith_name_word. */
static inline unsigned kith_scene_word(const struct kith_scene *scene, uint32_t i)
{
    return kith_name_words_kinds(scene->recognizer->words, scene->document->text,
                                 &scene->tokens[i]);
}

/* True for a word with a capital somewhere: Moscow, FSB, iPhone. */
static inline bool kith_is_capitalised(const struct kith_token *token)
{
    return token->kind == KITH_TOKEN_WORD && token->shape >= KITH_SHAPE_TITLE;
}

/* Tell what was decided about `mention`. */
static inline void kith_scene_tell(const struct kith_scene *scene,
                                   const struct kith_mention *mention,
                                   enum kith_reason reason, uint32_t word)
{
    if (scene->trace)
        kith_trace_mention(scene->trace, mention, reason, KITH_NO_ID, word);
}

#endif

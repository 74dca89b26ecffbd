/* A row whose name is close to another's has dozens of such spellings, and one sentence
 * says all there is to do about them. */
#include "gazetteer/variant_refusal.h"

#include "base/buf.h"

void kith_refusals_init(struct kith_refusals *refusals,
                        const struct kith_gazetteer *gazetteer,
                        struct kith_problems *problems)
{
    *refusals = (struct kith_refusals){.gazetteer = gazetteer, .problems = problems};
    kith_arena_init(&refusals->arena, KITH_ARENA_UNCAPPED);
}

void kith_refusals_release(struct kith_refusals *refusals)
{
    kith_arena_release(&refusals->arena);
}

/* ---- one sentence ---- */

static void write_quoted(struct kith_buf *out, struct kith_str text)
{
    kith_buf_byte(out, '"');
    kith_buf_str(out, text);
    kith_buf_byte(out, '"');
}

/* "Peskov (person) in people.csv:41" */
static void write_owner(const struct kith_refusals *refusals,
                        const struct kith_alias_record *owner, struct kith_buf *out)
{
    struct kith_place place = kith_row_place(refusals->gazetteer, owner->row);
    struct kith_entity whom = kith_gazetteer_entity(refusals->gazetteer, owner->entity);
    kith_buf_str(out, whom.name);
    kith_buf_text(out, " (");
    kith_buf_str(out, whom.type);
    kith_buf_text(out, ") in ");
    kith_buf_str(out, place.file);
    kith_buf_byte(out, ':');
    kith_buf_unsigned(out, place.line);
}

static void write_reason(const struct kith_refusals *refusals,
                         const struct kith_refusal *refusal, struct kith_buf *out)
{
    if (refusal->reason == KITH_REFUSED_ORDINARY) {
        kith_buf_text(out, "is an ordinary word and is left out");
        return;
    }
    bool is_alias = refusal->reason == KITH_REFUSED_ALIAS;
    kith_buf_text(out, is_alias ? "is an alias of " : "would mean ");
    write_owner(refusals, &refusal->owner, out);
    kith_buf_text(out, is_alias ? " and is left out" : " too and is left out of both");
}

/* ", and so are "Dayr al-Zor", "Dair al-Zor" and 4 more" */
static void write_further(const struct kith_refusal_group *group, struct kith_buf *out)
{
    const uint32_t further = group->count - 1;
    const uint32_t named = further < KITH_REFUSAL_NAMED ? further : KITH_REFUSAL_NAMED;
    for (uint32_t i = 0; i < named; i++) {
        bool is_last = i + 1 == further;
        kith_buf_text(out, i == 0 ? ", and so " : is_last ? " and " : ", ");
        if (i == 0)
            kith_buf_text(out, further == 1 ? "is " : "are ");
        write_quoted(out, group->further[i]);
    }
    if (further > named) {
        kith_buf_text(out, " and ");
        kith_buf_unsigned(out, further - named);
        kith_buf_text(out, " more");
    }
}

static const char *advice_for(enum kith_refusal_reason reason)
{
    switch (reason) {
    case KITH_REFUSED_ALIAS:
        return "; where both are meant, give it as an alias here too";
    case KITH_REFUSED_VARIANT:
        return "; where one of them is meant, give it that alias";
    default:
        return "; where it is always the name, give it as an alias";
    }
}

static void write_sentence(const struct kith_refusals *refusals,
                           const struct kith_refusal_group *group, struct kith_buf *out)
{
    const struct kith_refusal *first = &group->first;
    write_quoted(out, first->text);
    kith_buf_text(out, ", made of ");
    write_quoted(out, kith_piece_view(
                          refusals->gazetteer,
                          (struct kith_piece){first->alias.text, first->alias.length}));
    kith_buf_text(out, " by the rule ");
    kith_buf_str(out, first->rule.name);
    kith_buf_text(out, " (");
    kith_buf_str(out, first->rule.file);
    kith_buf_byte(out, ':');
    kith_buf_unsigned(out, first->rule.line);
    kith_buf_text(out, "), ");
    write_reason(refusals, first, out);
    write_further(group, out);
    kith_buf_text(out, advice_for(first->reason));
}

static enum kith_status tell(struct kith_refusals *refusals,
                             const struct kith_refusal_group *group,
                             struct kith_error *err)
{
    struct kith_buf sentence = {0};
    struct kith_place place = kith_row_place(refusals->gazetteer, refusals->row);
    write_sentence(refusals, group, &sentence);
    enum kith_status status = kith_buf_check(&sentence, err);
    if (status == KITH_OK)
        status = kith_problems_add(refusals->problems, KITH_NOTE, place.file, place.line,
                                   "variant", err, "%.*s",
                                   KITH_STR_ARGS(kith_buf_view(&sentence)));
    kith_buf_release(&sentence);
    return status;
}

enum kith_status kith_refusals_tell(struct kith_refusals *refusals,
                                    struct kith_error *err)
{
    for (uint32_t i = 0; i < refusals->count; i++)
        KITH_TRY(tell(refusals, &refusals->groups[i], err));
    refusals->count = 0;
    kith_arena_reset(&refusals->arena);
    return KITH_OK;
}

/* ---- groups ---- */

static struct kith_refusal_group *find_group(struct kith_refusals *refusals,
                                             enum kith_refusal_reason reason,
                                             kith_id entity)
{
    for (uint32_t i = 0; i < refusals->count; i++)
        if (refusals->groups[i].entity == entity &&
            refusals->groups[i].first.reason == reason)
            return &refusals->groups[i];
    return NULL;
}

enum kith_status kith_refusals_add(struct kith_refusals *refusals,
                                   const struct kith_refusal *refusal,
                                   struct kith_error *err)
{
    if (refusals->count == KITH_REFUSAL_GROUPS || refusals->row != refusal->alias.row)
        KITH_TRY(kith_refusals_tell(refusals, err));
    refusals->row = refusal->alias.row;
    struct kith_str text = kith_str_copy(&refusals->arena, refusal->text);
    if (!text.data)
        return kith_no_memory(err);
    kith_id entity =
        refusal->reason == KITH_REFUSED_ORDINARY ? KITH_NO_ID : refusal->owner.entity;
    struct kith_refusal_group *group = find_group(refusals, refusal->reason, entity);
    if (!group) {
        group = &refusals->groups[refusals->count++];
        *group = (struct kith_refusal_group){.first = *refusal, .entity = entity};
        group->first.text = text;
    } else if (group->count <= KITH_REFUSAL_NAMED) {
        group->further[group->count - 1] = text;
    }
    group->count++;
    return KITH_OK;
}

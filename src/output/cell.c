/* Names of things in the files. */
#include "output/cell.h"

#include <math.h>

#include "output/clean.h"

void kith_cell_article(struct kith_buf *out, kith_id article)
{
    kith_buf_byte(out, 'a');
    kith_buf_unsigned(out, (uint64_t)article + 1);
}

void kith_cell_sentence(struct kith_buf *out, kith_id article, uint32_t sentence)
{
    kith_cell_article(out, article);
    kith_buf_byte(out, 's');
    kith_buf_unsigned(out, (uint64_t)sentence + 1);
}

void kith_cell_entity(struct kith_buf *out, const struct kith_gazetteer *gazetteer,
                      kith_id entity)
{
    struct kith_buf room = {0};
    kith_clean_id(out, kith_gazetteer_key(gazetteer, entity, &room));
    out->is_broken |= room.is_broken;
    kith_buf_release(&room);
}

void kith_cell_count(struct kith_buf *out, uint64_t count, const char *one,
                     const char *many)
{
    kith_buf_unsigned(out, count);
    kith_buf_byte(out, ' ');
    kith_buf_text(out, count == 1 ? one : many);
}

void kith_cell_tie(struct kith_buf *out, struct kith_str source, struct kith_str relation,
                   bool is_directed, struct kith_str target)
{
    kith_buf_str(out, source);
    kith_buf_text(out, " -");
    kith_buf_str(out, relation);
    if (relation.length)
        kith_buf_text(out, is_directed ? "->" : "-");
    kith_buf_byte(out, ' ');
    kith_buf_str(out, target);
}

void kith_cell_score(struct kith_buf *out, double score)
{
    kith_buf_double(out, fmax(1, round(score * 10000)) / 10000);
}

void kith_cell_candidates(struct kith_buf *out, const struct kith_gazetteer *gazetteer,
                          const struct kith_mention *mention)
{
    const char *bar = "";
    for (uint16_t c = 0; mention->candidates && c < mention->candidate_count; c++) {
        if (c == mention->candidate)
            continue;
        kith_buf_text(out, bar);
        kith_cell_entity(out, gazetteer, mention->candidates[c].entity);
        kith_buf_byte(out, ':');
        kith_cell_score(out, mention->candidates[c].score);
        bar = "|";
    }
}

const char *kith_standing_name(enum kith_standing standing)
{
    static const char *const names[KITH_STANDINGS] = {[KITH_ASSERTED] = "asserted",
                                                      [KITH_CLAIMED] = "claimed",
                                                      [KITH_UNREAL] = "unreal",
                                                      [KITH_DENIED] = "denied"};
    return names[standing];
}

/* A semicolon would end the name. */
static void write_claimant(struct kith_buf *out, struct kith_str name)
{
    for (size_t i = 0; i < name.length; i++)
        kith_buf_byte(out, name.data[i] == ';' ? ',' : name.data[i]);
}

void kith_cell_claimants(struct kith_buf *out, const struct kith_gazetteer *gazetteer,
                         const struct kith_support *support)
{
    for (uint32_t i = 0; i < support->claimant_count; i++) {
        const struct kith_claimant *claimant = &support->claimants[i];
        kith_buf_text(out, i ? ";" : "");
        write_claimant(out,
                       claimant->entity == KITH_NO_ID
                           ? claimant->words
                           : kith_gazetteer_entity(gazetteer, claimant->entity).name);
        kith_buf_byte(out, ':');
        kith_buf_unsigned(out, claimant->rows);
    }
}

void kith_cell_place(struct kith_buf *out, struct kith_str file, uint64_t line)
{
    kith_buf_str(out, file);
    if (line == 0)
        return;
    kith_buf_byte(out, ':');
    kith_buf_unsigned(out, line);
}

struct kith_str kith_relation_name(const struct kith_rules *rules, kith_id relation)
{
    if (relation == KITH_NO_ID)
        return KITH_STR("co-occurrence");
    return kith_rules_relation(rules, relation).name;
}

struct kith_str kith_relation_family(const struct kith_rules *rules, kith_id relation)
{
    kith_id top = relation;
    while (top != KITH_NO_ID && kith_rules_relation(rules, top).parent != KITH_NO_ID)
        top = kith_rules_relation(rules, top).parent;
    return kith_relation_name(rules, top);
}

bool kith_relation_is_directed(const struct kith_rules *rules, kith_id relation)
{
    return relation != KITH_NO_ID && !kith_rules_relation(rules, relation).is_symmetric;
}

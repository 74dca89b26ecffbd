/* Both ways from numbers to things. */
#include "store/numbering.h"

#include <stdlib.h>
#include <string.h>

enum kith_status kith_numbers_take(struct kith_numbers *numbers, uint32_t *number_of,
                                   uint32_t count, uint32_t end, struct kith_error *err)
{
    free(numbers->number_of);
    free(numbers->thing_of);
    *numbers = (struct kith_numbers){number_of, count, NULL, end};
    numbers->thing_of = malloc(((size_t)end + 1) * sizeof *numbers->thing_of);
    if (!numbers->thing_of)
        return kith_no_memory(err);
    memset(numbers->thing_of, 0xFF, ((size_t)end + 1) * sizeof *numbers->thing_of);
    for (uint32_t i = 0; i < count; i++)
        if (number_of[i] < end)
            numbers->thing_of[number_of[i]] = i;
    return KITH_OK;
}

static enum kith_status number(struct kith_numbers *numbers, uint32_t count,
                               struct kith_error *err)
{
    uint32_t *number_of = malloc(((size_t)count + 1) * sizeof *number_of);
    if (!number_of)
        return kith_no_memory(err);
    for (uint32_t i = 0; i < count; i++)
        number_of[i] = i;
    return kith_numbers_take(numbers, number_of, count, count, err);
}

/* Chain the aliases of each entity in their order. */
static enum kith_status chain(struct kith_numbering *numbering, struct kith_error *err)
{
    const struct kith_gazetteer *gazetteer = numbering->gazetteer;
    size_t entities = numbering->entities.count;
    uint32_t aliases = kith_gazetteer_alias_count(gazetteer);
    kith_id *last = malloc((entities + 1) * sizeof *last);
    numbering->first_alias = malloc((entities + 1) * sizeof(kith_id));
    numbering->next_alias = malloc(((size_t)aliases + 1) * sizeof(kith_id));
    numbering->place = malloc(((size_t)aliases + 1) * sizeof(uint32_t));
    if (!last || !numbering->first_alias || !numbering->next_alias || !numbering->place) {
        free(last);
        return kith_no_memory(err);
    }
    memset(last, 0xFF, (entities + 1) * sizeof *last);
    memset(numbering->first_alias, 0xFF, (entities + 1) * sizeof(kith_id));
    for (kith_id alias = 0; alias < aliases; alias++) {
        kith_id entity = kith_gazetteer_alias(gazetteer, alias).entity;
        numbering->next_alias[alias] = KITH_NO_ID;
        numbering->place[alias] = 0;
        if (entity >= entities)
            continue; /* a damaged image */
        if (last[entity] == KITH_NO_ID) {
            numbering->first_alias[entity] = alias;
        } else {
            numbering->next_alias[last[entity]] = alias;
            numbering->place[alias] = numbering->place[last[entity]] + 1;
        }
        last[entity] = alias;
    }
    free(last);
    return KITH_OK;
}

enum kith_status kith_numbering_init(struct kith_numbering *numbering,
                                     const struct kith_gazetteer *gazetteer,
                                     const struct kith_rules *rules,
                                     struct kith_error *err)
{
    *numbering = (struct kith_numbering){.gazetteer = gazetteer, .rules = rules};
    KITH_TRY(number(&numbering->entities, kith_gazetteer_entity_count(gazetteer), err));
    KITH_TRY(number(&numbering->rule_numbers, rules ? kith_rules_count(rules) : 0, err));
    return chain(numbering, err);
}

void kith_numbering_release(struct kith_numbering *numbering)
{
    free(numbering->entities.number_of);
    free(numbering->entities.thing_of);
    free(numbering->rule_numbers.number_of);
    free(numbering->rule_numbers.thing_of);
    free(numbering->first_alias);
    free(numbering->next_alias);
    free(numbering->place);
    *numbering = (struct kith_numbering){0};
}

kith_id kith_numbering_alias(const struct kith_numbering *numbering, kith_id entity,
                             uint32_t place)
{
    kith_id alias = numbering->first_alias[entity];
    while (alias != KITH_NO_ID && place--)
        alias = numbering->next_alias[alias];
    return alias;
}

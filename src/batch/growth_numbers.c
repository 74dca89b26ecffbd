/* Numbers of entities and of rules, from one run to the next. In a store stand the first
 * number that was never given and, behind it, that of each thing. */
#include <stdlib.h>

#include "batch/growth_part.h"

enum kith_status kith_growth_keep_numbers(struct kith_growth *growth,
                                          const struct kith_numbers *numbers,
                                          const char *name, struct kith_error *err)
{
    struct kith_buf value = {0};
    kith_buf_append(&value, (const char *)&numbers->end, sizeof numbers->end);
    kith_buf_append(&value, (const char *)numbers->number_of,
                    numbers->count * sizeof *numbers->number_of);
    enum kith_status status = kith_buf_check(&value, err);
    if (status == KITH_OK)
        status = kith_store_set(growth->store, name, kith_buf_view(&value), err);
    kith_buf_release(&value);
    return status;
}

/* Read them into an array of its own; *number_of is NULL when there are none for so many
 * things. */
static enum kith_status read_numbers(struct kith_growth *growth, const char *name,
                                     uint32_t count, uint32_t **number_of, uint32_t *end,
                                     struct kith_error *err)
{
    struct kith_buf value = {0};
    const size_t size = count * sizeof **number_of;
    *number_of = NULL;
    enum kith_status status = kith_store_get(growth->store, name, &value, NULL, err);
    if (status == KITH_OK && value.length == sizeof *end + size) {
        *number_of = malloc(size + 1);
        if (*number_of) {
            memcpy(end, value.data, sizeof *end);
            memcpy(*number_of, value.data + sizeof *end, size);
        } else {
            status = kith_no_memory(err);
        }
    }
    kith_buf_release(&value);
    return status;
}

enum kith_status kith_growth_take_numbers(struct kith_growth *growth,
                                          struct kith_numbers *numbers, const char *name,
                                          struct kith_error *err)
{
    uint32_t *number_of, end;
    KITH_TRY(read_numbers(growth, name, numbers->count, &number_of, &end, err));
    return number_of ? kith_numbers_take(numbers, number_of, numbers->count, end, err)
                     : KITH_OK;
}

enum kith_status kith_growth_renumber(struct kith_growth *growth,
                                      struct kith_numbers *numbers, const char *name,
                                      const kith_id *successor_of, uint32_t count,
                                      struct kith_error *err)
{
    uint32_t *old, end = count;
    KITH_TRY(read_numbers(growth, name, count, &old, &end, err));
    uint32_t *number_of = malloc(((size_t)numbers->count + 1) * sizeof *number_of);
    if (!number_of) {
        free(old);
        return kith_no_memory(err);
    }
    memset(number_of, 0xFF, ((size_t)numbers->count + 1) * sizeof *number_of);
    for (uint32_t i = 0; i < count; i++)
        if (successor_of[i] != KITH_NO_ID)
            number_of[successor_of[i]] = old ? old[i] : i;
    for (uint32_t i = 0; i < numbers->count; i++)
        if (number_of[i] == KITH_NO_ID)
            number_of[i] = end++;
    free(old);
    return kith_numbers_take(numbers, number_of, numbers->count, end, err);
}

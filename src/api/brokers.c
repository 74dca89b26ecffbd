/* kith_brokers of kith.h. */
#include "kith.h"

#include "api/give.h"
#include "output/broker.h"

enum kith_status kith_brokers(const char *output, uint32_t top, bool as_json, char **text,
                              size_t *length, struct kith_error *err)
{
    struct kith_arena arena;
    struct kith_brokers brokers;
    struct kith_buf out = {0};
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = kith_brokers_read(&brokers, output, top, &arena, err);
    if (status == KITH_OK)
        (as_json ? kith_brokers_write_json : kith_brokers_write_text)(&brokers, &out);
    status = kith_give(&out, status, text, length, err);
    kith_brokers_release(&brokers);
    kith_arena_release(&arena);
    return status;
}

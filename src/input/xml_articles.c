/* Articles in feeds and in messages of news agencies: several in one document, which is
 * read whole. */
#include "input/container.h"
#include "input/xml_reader.h"

/* Of one document. Bytes. */
#define DOCUMENT_LIMIT ((uint64_t)256 * 1024 * 1024)

static enum kith_status give(struct kith_container *container, uint64_t place,
                             const struct kith_node *node, struct kith_error *err)
{
    struct kith_unread unread = {.kind = KITH_UNREAD_TEXT};
    struct kith_error reason = {0};
    enum kith_status status =
        kith_xml_read(node, &container->giver->arena, &unread.article, &reason);
    if (status == KITH_NO_MEMORY)
        return kith_no_memory(err);
    if (status != KITH_OK) {
        unread.kind = KITH_UNREAD_REFUSED;
        unread.fault = "empty";
        unread.reason = kith_str_of(reason.text);
    }
    return kith_container_give(container, place, &unread, err);
}

static enum kith_status take(struct kith_container *container, struct kith_arena *arena,
                             struct kith_error *err)
{
    struct kith_str bytes;
    struct kith_node *root;
    uint64_t place = 0;
    KITH_TRY(kith_stream_read_all(container->stream, DOCUMENT_LIMIT, arena, &bytes, err));
    if (!kith_xml_holds_many(bytes))
        return kith_container_give_bytes(container, bytes, err);
    KITH_TRY(kith_tree_read_xml(bytes, arena, &root, err));
    for (const struct kith_node *node = kith_xml_next(root, root); node;
         node = kith_xml_next(node, root)) {
        KITH_TRY(give(container, ++place, node, err));
        if (node == root)
            break; /* a document of no kind that is known */
    }
    return KITH_OK;
}

enum kith_status kith_take_xml(struct kith_container *container, struct kith_error *err)
{
    struct kith_arena arena;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    enum kith_status status = take(container, &arena, err);
    kith_arena_release(&arena);
    return status;
}

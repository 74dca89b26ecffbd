/* Feeds and agencies' XML, whatever the bytes: each article is clean UTF-8 text, and the
 * walk from one to the next ends. */
#include "fuzz.h"

#include "base/utf8.h"
#include "input/xml_reader.h"

static void check_articles(const struct kith_node *root, struct kith_arena *arena)
{
    uint32_t last = 0;
    const struct kith_node *node = kith_xml_next(root, root);
    while (node) {
        struct kith_article article = {0};
        struct kith_error err = {0};
        enum kith_status status = kith_xml_read(node, arena, &article, &err);
        FUZZ_CHECK(status == KITH_OK || (status == KITH_BAD_INPUT && err.text[0]));
        if (status == KITH_OK)
            FUZZ_CHECK(article.bytes.length && kith_utf8_is_valid(article.bytes, NULL));
        if (node == root)
            break;
        FUZZ_CHECK(node->number > last);
        last = node->number;
        node = kith_xml_next(node, root);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct kith_arena arena;
    struct kith_error err = {0};
    struct kith_node *root;
    kith_arena_init(&arena, KITH_ARENA_UNCAPPED);
    (void)kith_xml_is_document(fuzz_str(data, size));
    (void)kith_xml_holds_many(fuzz_str(data, size));
    enum kith_status status =
        kith_tree_read_xml(fuzz_str(data, size), &arena, &root, &err);
    FUZZ_CHECK(status == KITH_OK || (status == KITH_BAD_INPUT && err.text[0]));
    if (status == KITH_OK)
        check_articles(root, &arena);
    kith_arena_release(&arena);
    return 0;
}

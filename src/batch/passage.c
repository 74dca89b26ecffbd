/* A passage of text, through the stages of an article. */
#include "batch/passage.h"

#include <string.h>

#include "base/file.h"

enum kith_status kith_passage_read(const struct kith_setup *setup,
                                   const struct kith_rules *rules, struct kith_str text,
                                   struct kith_arena *arena, struct kith_passage *passage,
                                   struct kith_error *err)
{
    const struct kith_window window = {KITH_SENTENCE, 0};
    char *bytes = kith_arena_zeroed(arena, text.length + KITH_FILE_PADDING, 1);
    if (!bytes)
        return kith_no_memory(err);
    memcpy(bytes, text.data, text.length);
    *passage = (struct kith_passage){.article.bytes = {bytes, text.length}};
    KITH_TRY(kith_document_read(&passage->article, setup->abbreviations, arena,
                                &passage->document, err));
    KITH_TRY(kith_setup_recognize(setup, &passage->document, arena, NULL,
                                  &passage->mentions, err));
    return kith_relate(setup->gazetteer, rules, window, &passage->document,
                       &passage->mentions, arena, &passage->findings, err);
}

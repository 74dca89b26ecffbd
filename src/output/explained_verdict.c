/* The first sentence of an explanation: what the words are. */
#include "output/explained_phrase.h"

static void absence(const struct kith_explained *explained,
                    const struct kith_explanation *explanation, struct kith_buf *out)
{
    if (explanation->decisions.count > 0) {
        kith_buf_text(out, ": ");
        kith_explained_decision(
            explained, explanation->decisions.items[explanation->decisions.count - 1],
            out);
    } else if (explanation->tried.count > 0) {
        kith_buf_text(out, ": ");
        kith_explained_tried(
            explained, &explanation->tried.items[explanation->tried.count - 1], out);
    } else {
        kith_buf_text(out, explanation->neighbours.total ? ": no alias is written so"
                                                         : ": no alias holds this word");
    }
}

void kith_explained_verdict(const struct kith_explained *explained,
                            const struct kith_explanation *explanation,
                            struct kith_buf *out)
{
    kith_explained_words(explained, explanation->asked, out);
    if (explanation->mentions.count == 0) {
        kith_buf_text(out, " is no mention");
        absence(explained, explanation, out);
        return;
    }
    for (uint32_t m = 0; m < explanation->mentions.count; m++) {
        const struct kith_mention *mention = explanation->mentions.items[m];
        struct kith_span its = {mention->first_token, mention->end_token};
        bool is_all =
            its.first == explanation->asked.first && its.end == explanation->asked.end;
        kith_buf_text(out, m ? ", and" : " is");
        if (!is_all) {
            kith_buf_text(out, " in ");
            kith_explained_words(explained, its, out);
            kith_buf_byte(out, ',');
        }
        kith_buf_text(out, " a mention of ");
        kith_explained_entity(explained, mention->entity, mention->alias, out);
        if (mention->found == KITH_FOUND_GIVEN)
            kith_buf_text(out, ", given by another recognizer");
    }
}

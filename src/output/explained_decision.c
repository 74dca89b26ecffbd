/* The sentences that say what recognising decided, and why. */
#include "output/clean.h"
#include "output/explained_phrase.h"

static struct kith_str alias_text(const struct kith_explained *explained, kith_id alias)
{
    return kith_gazetteer_alias(explained->gazetteer, alias).text;
}

static void chosen_ground(const struct kith_explained *explained,
                          const struct kith_decision *decision, struct kith_buf *out)
{
    switch ((enum kith_choice)decision->choice) {
    case KITH_CHOICE_ONLY:
        break;
    case KITH_CHOICE_CONTEXT:
        kith_buf_text(out, ": of its row's context, ");
        kith_explained_word(explained, decision->word, out);
        kith_buf_text(out, " stands near");
        break;
    case KITH_CHOICE_IN_ARTICLE:
        kith_buf_text(out, ": the article names it elsewhere, beyond doubt");
        break;
    case KITH_CHOICE_PRIORITY:
        kith_buf_text(out, ": its row has the highest priority");
        break;
    case KITH_CHOICE_FIRST_ROW:
        kith_buf_text(out, ": nothing tells who is meant, and its row comes first");
        break;
    case KITH_CHOICE_TYPE:
        kith_buf_text(out, ": the words beside it speak for its type");
        break;
    case KITH_CHOICE_CANDIDATE:
        kith_buf_text(out, ", less likely");
        break;
    }
}

static void lost_ground(enum kith_choice choice, struct kith_buf *out)
{
    static const char *const grounds[] = {
        "is meant",
        "is named elsewhere in the article, beyond doubt",
        "comes first, and nothing tells who is meant",
        "is meant: a word of its row's context stands near",
        "has the higher priority",
        "is meant: the words beside it speak for its type",
        "is likelier"};
    kith_buf_byte(out, ' ');
    kith_buf_text(out, grounds[choice]);
}

/* What goes behind `"Peskov" means Dmitry Peskov (person), people.csv:41`. */
static void meaning(const struct kith_explained *explained,
                    const struct kith_decision *decision, struct kith_buf *out)
{
    if (decision->reason == KITH_REASON_CHOSEN) {
        chosen_ground(explained, decision, out);
    } else if (decision->reason == KITH_REASON_SHORTENED) {
        kith_buf_text(out, ": short for ");
        kith_explained_quote(out, alias_text(explained, decision->alias));
        kith_buf_byte(out, ' ');
        kith_explained_where(explained, decision->word, out);
    } else {
        kith_buf_text(out, ": the article explains it ");
        kith_explained_where(explained, decision->word, out);
        if (decision->rival == KITH_NO_ID)
            return;
        kith_buf_text(out, "; elsewhere it would mean ");
        kith_explained_rival(explained, decision->rival, out);
    }
}

/* Why it is not meant, behind `"Paris" does not mean Paris (city), places.csv:7: `. */
static void objection(const struct kith_explained *explained,
                      const struct kith_decision *decision, struct kith_buf *out)
{
    switch (decision->reason) {
    case KITH_REASON_FORBIDDEN:
        kith_buf_text(out, "its row forbids ");
        kith_explained_word(explained, decision->word, out);
        kith_buf_text(out, ", which stands near");
        break;
    case KITH_REASON_OUT_OF_DATE:
        kith_buf_text(out, "its row does not hold on the article's date, ");
        kith_clean_line(out, explained->document->article->date);
        break;
    case KITH_REASON_UNSUPPORTED:
        kith_buf_text(out,
                      "the alias is weak (?), and neither a strong name of the "
                      "entity nor a word of its row's context stands in the article");
        break;
    case KITH_REASON_OUTRANKED:
        kith_buf_text(out, "the words are a better name of ");
        kith_explained_rival(explained, decision->rival, out);
        break;
    case KITH_REASON_NOT_CHOSEN:
        kith_explained_rival(explained, decision->rival, out);
        lost_ground((enum kith_choice)decision->choice, out);
        break;
    case KITH_REASON_UNCLEAR:
        kith_buf_text(out, "nothing tells who is meant, and then nobody is");
        break;
    case KITH_REASON_OPENER:
        kith_buf_text(out, "the word begins the sentence and has its capital from that");
        break;
    case KITH_REASON_STRANGER:
        kith_buf_text(out, "it may be part of a longer name, with ");
        kith_explained_word(explained, decision->word, out);
        break;
    case KITH_REASON_STOPPED:
        kith_buf_text(out, "a stop list forbids it");
        break;
    case KITH_REASON_CREDIT:
        kith_buf_text(out, "the article is from it, by the credit ");
        kith_explained_where(explained, decision->word, out);
        break;
    case KITH_REASON_DOUBTFUL:
        kith_buf_text(out, "in this article it is an ordinary word or part of an unknown "
                           "name, too");
        break;
    case KITH_REASON_SMALL:
        kith_buf_text(out, "the article explains it in capitals, ");
        kith_explained_where(explained, decision->word, out);
        break;
    case KITH_REASON_NO_ARTICLE:
        kith_buf_text(out, "it is short for ");
        kith_explained_quote(out, alias_text(explained, decision->alias));
        kith_buf_text(out, " only behind \"the\"");
        break;
    case KITH_REASON_HALF:
        kith_buf_text(out, "it is only part of the double name that ");
        kith_explained_quote(out, alias_text(explained, decision->alias));
        kith_buf_text(out, " ends with");
        break;
    case KITH_REASON_DEMONYM:
        kith_buf_text(out, "it is a word for its people, which does not count as a "
                           "mention (--demonyms)");
        break;
    case KITH_REASON_YIELDED:
        kith_buf_text(out, "it yields to a given mention of ");
        kith_explained_rival(explained, decision->rival, out);
        break;
    case KITH_REASON_REJECTED:
        kith_buf_text(out, "a correction rejects it, ");
        kith_explained_place(explained->corrections->path, decision->word, out);
        break;
    default:
        break;
    }
}

void kith_explained_decision(const struct kith_explained *explained,
                             const struct kith_decision *decision, struct kith_buf *out)
{
    kith_explained_words(
        explained, (struct kith_span){decision->first_token, decision->end_token}, out);
    switch (decision->reason) {
    case KITH_REASON_CHOSEN:
    case KITH_REASON_SHORTENED:
    case KITH_REASON_EXPLAINED:
        kith_buf_text(out, " means ");
        kith_explained_entity(explained, decision->entity, decision->alias, out);
        meaning(explained, decision, out);
        break;
    case KITH_REASON_SHARED:
        kith_buf_byte(out, ' ');
        kith_explained_where(explained, decision->word, out);
        kith_buf_text(out, " would be short for ");
        kith_explained_name(explained, decision->entity, out);
        kith_buf_text(out, ", and elsewhere for ");
        if (decision->rival == KITH_NO_ID)
            kith_buf_text(out, "others");
        else
            kith_explained_name(explained, decision->rival, out);
        break;
    case KITH_REASON_NOBODY:
        kith_buf_text(out, " is short for nobody: several names of the article end so");
        break;
    default:
        kith_buf_text(out, " does not mean ");
        kith_explained_entity(explained, decision->entity, decision->alias, out);
        kith_buf_text(out, ": ");
        objection(explained, decision, out);
    }
}

/* The closed words of English: those a language has a fixed store of, by what they do. */
#ifndef KITH_RELATE_CLOSED_WORDS_H
#define KITH_RELATE_CLOSED_WORDS_H

/* Words of one set of roles (enum kith_word_role, or-ed), divided by blanks. */
struct kith_closed_words {
    unsigned roles;
    const char *words;
};

/* Ends with an entry whose words are NULL. */
extern const struct kith_closed_words kith_closed_words[];

#endif

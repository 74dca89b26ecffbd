/* Joints: the marks inside a name that writers put or leave out as they like. Names and
 * text pass over them alike, so that "ISIS-K" meets "ISIS K" and "St. Petersburg" meets
 * "St Petersburg". */
#ifndef KITH_GAZETTEER_JOINT_H
#define KITH_GAZETTEER_JOINT_H

#include "text/token.h"

/* A hyphen joins when it touches both words, or the first one at a line's end. */
static inline bool kith_hyphen_joins(const struct kith_token *hyphen)
{
    const struct kith_token *before = hyphen - 1;
    const struct kith_token *behind = hyphen + 1;
    return before->kind != KITH_TOKEN_HYPHEN && before->kind != KITH_TOKEN_QUOTE &&
           behind->kind <= KITH_TOKEN_NUMBER && behind->gap != KITH_GAP_BLANK;
}

/* One with blanks around it may be a dash, or the hyphen of a text that was taken apart
 * for a machine: "Jean - Claude". Names tell, KITH_WRITTEN_HYPHENED. */
static inline bool kith_is_spaced_hyphen(const struct kith_token *tokens, uint32_t i,
                                         uint32_t end)
{
    const struct kith_token *hyphen = &tokens[i];
    return hyphen->kind == KITH_TOKEN_HYPHEN && hyphen->gap == KITH_GAP_BLANK &&
           i + 1 < end && hyphen[-1].kind <= KITH_TOKEN_NUMBER &&
           hyphen[1].kind <= KITH_TOKEN_NUMBER && hyphen[1].gap == KITH_GAP_BLANK;
}

/* A dot joins when it touches the word before it; that it ends no sentence is known,
 * since names are looked for within sentences. */
static inline bool kith_dot_joins(const char *text, const struct kith_token *mark)
{
    return mark[-1].kind == KITH_TOKEN_WORD && !mark[-1].is_dotted &&
           text[mark->begin] == '.';
}

/* True when tokens[i] is a joint: something stands before it, and something behind it
 * before `end`. */
static inline bool kith_is_joint(const char *text, const struct kith_token *tokens,
                                 uint32_t i, uint32_t end)
{
    const struct kith_token *token = &tokens[i];
    if (token->gap != KITH_GAP_NONE || i + 1 >= end)
        return kith_is_spaced_hyphen(tokens, i, end);
    if (token->kind == KITH_TOKEN_HYPHEN)
        return kith_hyphen_joins(token);
    return token->kind == KITH_TOKEN_MARK && kith_dot_joins(text, token);
}

#endif

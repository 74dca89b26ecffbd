/* Sentences out of tokens. */
#ifndef KITH_TEXT_SENTENCE_H
#define KITH_TEXT_SENTENCE_H

#include "text/document.h"

/* Split document->tokens, whose paragraphs are marked by their gaps, into
 * document->sentences and count the paragraphs. When `has_title`, the first paragraph is
 * one sentence, the title. Memory comes from `arena`. Linear. */
enum kith_status kith_sentences_split(struct kith_document *document, bool has_title,
                                      const struct kith_abbreviations *abbreviations,
                                      struct kith_arena *arena, struct kith_error *err);

#endif

/* What a file holds: told by how it begins, and by its name where that does not tell. */
#ifndef KITH_INPUT_FILE_KIND_H
#define KITH_INPUT_FILE_KIND_H

#include "input/article_field.h"

/* A file is told by so many bytes. */
#define KITH_HEAD_BYTES ((size_t)4096)

enum kith_file_kind {
    KITH_FILE_ARTICLE, /* text, a page, or what kith_file_refusal has a word on */
    KITH_FILE_XML,
    KITH_FILE_TABLE,
    KITH_FILE_JSON,
    KITH_FILE_JSON_LINES,
    KITH_FILE_ARCHIVE
};

/* Is the name alone enough to know that the file is one article, or none? It is for
 * names that say text, since opening each of a million short files twice takes long. */
bool kith_file_is_article_by_name(const char *path);

/* What a file called so and beginning with `head`, KITH_HEAD_BYTES or all of it, is. A
 * table that is not called one has a column of texts and another that is known. */
enum kith_file_kind kith_file_kind_of(const char *path, struct kith_str head,
                                      const struct kith_field_names *names);

/* What parts the cells of a table that begins so: of comma, tab and semicolon the one
 * that makes the first line name a text. */
char kith_file_separator(const char *path, struct kith_str head,
                         const struct kith_field_names *names);

/* Why a file called so is not read, as the name alone says; NULL when it may be. */
const char *kith_file_refusal_by_name(const char *path);

/* Why a text that begins so is none, with what to do; NULL when it may be one. */
const char *kith_file_refusal(const char *path, struct kith_str head);

#endif

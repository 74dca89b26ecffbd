/* The cast of a rule file. */
#include "relate/cast.h"

enum kith_status kith_cast_add(struct kith_cast *cast,
                               const struct kith_pattern_parser *parser,
                               struct kith_str type, struct kith_str entry)
{
    struct kith_str aliases = entry;
    struct kith_str name = kith_str_trim(kith_str_cut(&aliases, '|'));
    if (!name.length)
        return kith_pattern_fail(parser, entry.data, "a name of this cast is empty");
    if (!KITH_ARENA_PUSHABLE(parser->arena, cast))
        return kith_no_memory(parser->err);
    cast->items[cast->count++] =
        (struct kith_cast_member){.type = type, .name = name, .aliases = aliases};
    return KITH_OK;
}

/* A cell in quotes, since a name may hold some itself. */
static void write_cell(struct kith_buf *out, struct kith_str text)
{
    kith_buf_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '"')
            kith_buf_byte(out, '"');
        kith_buf_byte(out, text.data[i]);
    }
    kith_buf_byte(out, '"');
}

void kith_cast_write(const struct kith_cast *cast, struct kith_buf *out)
{
    if (cast->count)
        kith_buf_text(out, "name,type,aliases\n");
    for (uint32_t i = 0; i < cast->count; i++) {
        write_cell(out, cast->items[i].name);
        kith_buf_byte(out, ',');
        write_cell(out, cast->items[i].type);
        kith_buf_byte(out, ',');
        write_cell(out, cast->items[i].aliases);
        kith_buf_byte(out, '\n');
    }
}

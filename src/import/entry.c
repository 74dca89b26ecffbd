/* Entries, and what becomes of the aliases that lists give them. */
#include "import/entry.h"

#include "base/hash.h"

/* Fewer aliases are looked through one by one: most entities have none or three. */
#define FEW 12

void kith_import_entry_init(struct kith_import_entry *entry, struct kith_arena *arena)
{
    *entry = (struct kith_import_entry){.arena = arena, .mark = kith_arena_mark(arena)};
}

void kith_import_entry_release(struct kith_import_entry *entry)
{
    kith_map_release(&entry->known);
    *entry = (struct kith_import_entry){0};
}

static enum kith_status copy(struct kith_import_entry *entry, struct kith_str *into,
                             struct kith_str text, struct kith_error *err)
{
    *into = (struct kith_str){0};
    if (text.length == 0)
        return KITH_OK;
    *into = kith_str_copy(entry->arena, text);
    return into->data ? KITH_OK : kith_no_memory(err);
}

enum kith_status kith_import_entry_begin(struct kith_import_entry *entry,
                                         struct kith_str name, struct kith_str type,
                                         struct kith_str id, uint64_t line,
                                         struct kith_error *err)
{
    kith_arena_rewind(entry->arena, entry->mark);
    if (entry->known.count)
        kith_map_reset(&entry->known);
    *entry = (struct kith_import_entry){
        .arena = entry->arena, .mark = entry->mark, .known = entry->known, .line = line};
    KITH_TRY(copy(entry, &entry->name, kith_str_trim(name), err));
    KITH_TRY(copy(entry, &entry->type, kith_str_trim(type), err));
    KITH_TRY(copy(entry, &entry->id, kith_str_trim(id), err));
    entry->is_open = true;
    return KITH_OK;
}

enum kith_status kith_import_entry_fill(struct kith_import_entry *entry, unsigned cell,
                                        struct kith_str text, struct kith_error *err)
{
    return copy(entry, &entry->cells[cell], kith_str_trim(text), err);
}

/* Names */

/* What letters other than ASCII's are, a later stage knows; here they all count. */
static bool has_letter_or_digit(struct kith_str name)
{
    for (size_t i = 0; i < name.length; i++) {
        unsigned char c = (unsigned char)name.data[i];
        if (c >= 0x80 || (c >= '0' && c <= '9') ||
            ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
            return true;
    }
    return false;
}

const char *kith_import_name_fault(struct kith_str name)
{
    name = kith_str_trim(name);
    if (name.length == 0)
        return "the name is empty";
    if (name.length > KITH_IMPORT_NAME_LIMIT)
        return "the name is longer than 512 bytes";
    return has_letter_or_digit(name) ? NULL : "the name has no letter or digit";
}

/* Aliases */

/* The first alias of that hash, put there now when there is none; NULL without memory. */
static uint32_t *place(struct kith_import_entry *entry, struct kith_str alias,
                       uint32_t number, bool *is_new)
{
    return kith_map_place(&entry->known, kith_hash(alias.data, alias.length), number,
                          is_new);
}

/* The table is made when the few become many. */
static bool remember_all(struct kith_import_entry *entry)
{
    bool is_new;
    for (uint32_t i = 0; i < entry->count; i++)
        if (!place(entry, entry->items[i], i, &is_new))
            return false;
    return true;
}

static bool is_among_few(const struct kith_import_entry *entry, struct kith_str alias)
{
    for (uint32_t i = 0; i < entry->count; i++)
        if (kith_str_equal(entry->items[i], alias))
            return true;
    return false;
}

/* Is `alias` there? When not, it is expected to come next. */
static enum kith_status look_up(struct kith_import_entry *entry, struct kith_str alias,
                                bool *is_there, struct kith_error *err)
{
    if (entry->count < FEW) {
        *is_there = is_among_few(entry, alias);
        return KITH_OK;
    }
    if (entry->known.count == 0 && !remember_all(entry))
        return kith_no_memory(err);
    bool is_new;
    const uint32_t *number = place(entry, alias, entry->count, &is_new);
    if (!number)
        return kith_no_memory(err);
    *is_there = !is_new && kith_str_equal(entry->items[*number], alias);
    return KITH_OK;
}

static enum kith_status push(struct kith_import_entry *entry, struct kith_str alias,
                             struct kith_error *err)
{
    bool is_there = false;
    if (entry->count == KITH_IMPORT_ALIAS_LIMIT) {
        entry->dropped++;
        return KITH_OK;
    }
    KITH_TRY(look_up(entry, alias, &is_there, err));
    if (is_there)
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(entry->arena, entry))
        return kith_no_memory(err);
    return copy(entry, &entry->items[entry->count++], alias, err);
}

/* In a gazetteer's cell a bar ends an alias. */
static void replace_bars(char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (bytes[i] == '|')
            bytes[i] = '/';
}

/* The alias without what a gazetteer would take for a mark. */
static struct kith_str unmarked(struct kith_str alias)
{
    alias = kith_str_trim(alias);
    while (alias.length && memchr("=~?", alias.data[0], 3))
        alias = kith_str_trim(kith_str_slice(alias, 1, alias.length));
    return alias;
}

/* Put mark (0: none) and alias together in `room` of the right size. */
static struct kith_str compose(char *room, char mark, struct kith_str alias)
{
    size_t begin = mark ? 1 : 0;
    room[0] = mark;
    memcpy(room + begin, alias.data, alias.length);
    replace_bars(room + begin, alias.length);
    return (struct kith_str){room, begin + alias.length};
}

static enum kith_status add(struct kith_import_entry *entry, char mark,
                            struct kith_str alias, struct kith_error *err)
{
    char room[KITH_IMPORT_NAME_LIMIT + 1];
    alias = unmarked(alias);
    if (kith_import_name_fault(alias))
        return KITH_OK;
    alias = compose(room, mark, alias);
    return kith_str_equal(alias, entry->name) ? KITH_OK : push(entry, alias, err);
}

enum kith_status kith_import_entry_alias(struct kith_import_entry *entry,
                                         struct kith_str alias, struct kith_error *err)
{
    return add(entry, '\0', alias, err);
}

enum kith_status kith_import_entry_marked(struct kith_import_entry *entry, char mark,
                                          struct kith_str alias, struct kith_error *err)
{
    return add(entry, mark, alias, err);
}

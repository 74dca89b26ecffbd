/* Links of entities, from the columns that users name so. */
#include "output/link.h"

#include "base/buf.h"

#define WIKIDATA "https://www.wikidata.org/wiki/"

static struct kith_str cell_of(const struct kith_gazetteer *gazetteer, kith_id entity,
                               const char *heading)
{
    uint32_t column = kith_gazetteer_find_column(gazetteer, heading);
    return column == KITH_NO_ID ? (struct kith_str){0}
                                : kith_gazetteer_cell(gazetteer, entity, column);
}

static bool is_address(struct kith_str text)
{
    return kith_str_starts_with(text, KITH_STR("https://")) ||
           kith_str_starts_with(text, KITH_STR("http://"));
}

static bool is_wikidata_number(struct kith_str text)
{
    if (text.length < 2 || text.data[0] != 'Q')
        return false;
    for (size_t i = 1; i < text.length; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return true;
}

static enum kith_status link_to_wikidata(struct kith_str number, struct kith_arena *arena,
                                         struct kith_str *link, struct kith_error *err)
{
    struct kith_buf address = {0};
    kith_buf_text(&address, WIKIDATA);
    kith_buf_str(&address, number);
    if (!address.is_broken)
        *link = kith_str_copy(arena, kith_buf_view(&address));
    kith_buf_release(&address);
    return link->data ? KITH_OK : kith_no_memory(err);
}

enum kith_status kith_link_find(const struct kith_gazetteer *gazetteer, kith_id entity,
                                struct kith_arena *arena, struct kith_str *link,
                                struct kith_error *err)
{
    struct kith_str url = cell_of(gazetteer, entity, "url");
    struct kith_str wikidata = cell_of(gazetteer, entity, "wikidata");
    *link = (struct kith_str){0};
    if (is_address(url))
        *link = url;
    else if (is_address(wikidata))
        *link = wikidata;
    else if (is_wikidata_number(wikidata))
        return link_to_wikidata(wikidata, arena, link, err);
    return KITH_OK;
}

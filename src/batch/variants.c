/* The variants that a gazetteer was given, entity by entity, as rows. */
#include "batch/variants.h"

#include "batch/setup.h"
#include "output/clean.h"

/* The entity at work: its spellings as a cell, and the same by rule. */
struct page {
    const struct kith_gazetteer *gazetteer;
    struct kith_buf *out;
    struct kith_buf spellings, reasons;
    struct kith_str last_rule;
};

static void keep(struct page *page, const struct kith_alias *alias)
{
    if (!kith_str_equal(alias->rule, page->last_rule)) {
        kith_buf_text(&page->reasons, page->reasons.length ? "; " : "");
        kith_buf_str(&page->reasons, alias->rule);
        kith_buf_text(&page->reasons, ": ");
        page->last_rule = alias->rule;
    } else {
        kith_buf_text(&page->reasons, " | ");
    }
    kith_buf_str(&page->reasons, alias->text);
    kith_buf_text(&page->spellings, page->spellings.length ? "|" : "");
    kith_buf_str(&page->spellings, alias->text);
}

static void write_row(struct page *page, kith_id entity)
{
    if (page->spellings.length) {
        struct kith_entity whom = kith_gazetteer_entity(page->gazetteer, entity);
        kith_buf_text(page->out, "# ");
        kith_buf_str(page->out, kith_buf_view(&page->reasons));
        kith_buf_byte(page->out, '\n');
        kith_clean_csv(page->out, whom.name);
        kith_buf_byte(page->out, ',');
        kith_clean_csv(page->out, whom.type);
        kith_buf_byte(page->out, ',');
        kith_clean_csv(page->out, kith_buf_view(&page->spellings));
        kith_buf_byte(page->out, '\n');
    }
    kith_buf_reset(&page->spellings);
    kith_buf_reset(&page->reasons);
    page->last_rule = (struct kith_str){0};
}

/* The aliases of an entity stand together unless its rows do not: then it has two rows
 * here, too. */
static enum kith_status write_rows(struct page *page, struct kith_error *err)
{
    const uint32_t count = kith_gazetteer_alias_count(page->gazetteer);
    kith_id i = kith_gazetteer_row_alias_count(page->gazetteer);
    kith_id entity = i < count ? kith_gazetteer_alias(page->gazetteer, i).entity : 0;
    kith_buf_text(page->out, "name,type,aliases\n");
    for (; i < count; i++) {
        struct kith_alias alias = kith_gazetteer_alias(page->gazetteer, i);
        if (alias.entity != entity)
            write_row(page, entity);
        entity = alias.entity;
        keep(page, &alias);
    }
    write_row(page, entity);
    KITH_TRY(kith_buf_check(&page->spellings, err));
    KITH_TRY(kith_buf_check(&page->reasons, err));
    return kith_buf_check(page->out, err);
}

enum kith_status kith_variants_rows(const char *const *gazetteers, size_t gazetteer_count,
                                    const char *languages, struct kith_problems *problems,
                                    struct kith_buf *out, struct kith_error *err)
{
    struct kith_setup setup;
    const struct kith_recognize_options options = {.variants = languages};
    const struct kith_setup_wish wish = {.gazetteers = gazetteers,
                                         .gazetteer_count = gazetteer_count,
                                         .without_rules = true,
                                         .recognize = &options};
    enum kith_status status = kith_setup_load(&setup, &wish, problems, err);
    struct page page = {.gazetteer = setup.gazetteer, .out = out};
    if (status == KITH_OK)
        status = kith_problems_merge(problems, &setup.refused, err);
    if (status == KITH_OK)
        status = write_rows(&page, err);
    kith_buf_release(&page.spellings);
    kith_buf_release(&page.reasons);
    kith_setup_release(&setup);
    return status;
}

/* XML and HTML as a tree, with nothing from outside and nothing that grows. */
#include "support/check.h"
#include "support/folder.h"

#include "input/tree.h"

struct planting {
    struct kith_arena arena;
    struct kith_node *root;
    struct kith_error err;
};

static int set_up(void **state)
{
    struct planting *planting = calloc(1, sizeof *planting);
    assert_non_null(planting);
    kith_arena_init(&planting->arena, KITH_ARENA_UNCAPPED);
    *state = planting;
    return 0;
}

static int tear_down(void **state)
{
    struct planting *planting = *state;
    kith_arena_release(&planting->arena);
    free(planting);
    return 0;
}

static enum kith_status plant(struct planting *planting, const char *xml)
{
    return kith_tree_read_xml(kith_str_of(xml), &planting->arena, &planting->root,
                              &planting->err);
}

static void keeps_names_with_prefixes_attributes_and_text(void **state)
{
    struct planting *planting = *state;
    assert_ok(plant(planting, "<rss xmlns:dc='u'><item id='7'><dc:date>May</dc:date>a<b>c"
                              "</b><![CDATA[<d>]]>&amp;</item><item/></rss>"),
              &planting->err);
    struct kith_node *item = kith_node_child(planting->root, "item");
    assert_str(kith_node_attribute(item, "id"), "7");
    assert_str(kith_node_attribute(item, "none"), "");
    assert_str(
        kith_node_text(kith_node_find(planting->root, "dc:date"), &planting->arena),
        "May");
    assert_str(kith_node_text(item, &planting->arena), "Mayac<d>&");
    assert_null(kith_node_find(planting->root, "date"));
    assert_int_equal(item->number, 1);
    assert_ptr_equal(kith_node_past(item, planting->root), item->next);
    assert_null(kith_node_past(item->next, planting->root));
}

static void says_where_xml_is_broken(void **state)
{
    struct planting *planting = *state;
    assert_int_equal(plant(planting, "<a>\n<b></a>"), KITH_BAD_INPUT);
    assert_non_null(strstr(planting->err.text, "line 2"));
    assert_int_equal(plant(planting, ""), KITH_BAD_INPUT);
    assert_int_equal(plant(planting, "Rain"), KITH_BAD_INPUT);
}

static void entities_are_replaced_once_and_never_grow(void **state)
{
    struct planting *planting = *state;
    assert_ok(plant(planting, "<!DOCTYPE a [<!ENTITY x 'rain'><!ENTITY y '&x;&x;'>]>"
                              "<a>&x;,&y;</a>"),
              &planting->err);
    assert_str(kith_node_text(planting->root, &planting->arena), "rain,&x;&x;");
}

static void nothing_outside_is_read(void **state)
{
    struct planting *planting = *state;
    struct check_folder folder;
    char xml[1024];
    check_folder_make(&folder);
    check_file(&folder, "secret", "hidden words");
    snprintf(xml, sizeof xml,
             "<!DOCTYPE a [<!ENTITY x SYSTEM 'file://%s'>]><a>rain&x;</a>",
             check_path(&folder, "secret"));
    assert_ok(plant(planting, xml), &planting->err);
    assert_str(kith_node_text(planting->root, &planting->arena), "rain");
    check_folder_remove(&folder);
}

static void a_deep_page_is_read(void **state)
{
    struct planting *planting = *state;
    enum { DEPTH = 20000 };
    char *html = malloc(DEPTH * 5 + 16);
    assert_non_null(html);
    for (size_t i = 0; i < DEPTH; i++)
        memcpy(html + i * 5, "<div>", 5);
    strcpy(html + DEPTH * 5, "rain");
    assert_ok(kith_tree_read_html(kith_str_of(html), &planting->arena, &planting->root,
                                  &planting->err),
              &planting->err);
    free(html);
    assert_non_null(kith_node_find(planting->root, "div"));
}

static enum kith_status plant_one(struct kith_arena *arena, void *context,
                                  struct kith_error *err)
{
    struct kith_node *root;
    (void)context;
    return kith_tree_read_xml(KITH_STR("<a b='c'>d<e/></a>"), arena, &root, err);
}

static void fails_cleanly_at_every_cap(void **state)
{
    (void)state;
    check_memory_sweep(plant_one, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(keeps_names_with_prefixes_attributes_and_text),
        TEST(says_where_xml_is_broken),
        TEST(entities_are_replaced_once_and_never_grow),
        TEST(nothing_outside_is_read),
        TEST(a_deep_page_is_read),
        TEST(fails_cleanly_at_every_cap),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

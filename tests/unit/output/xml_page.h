/* A file of a world of awkward persons as a tree, for the tests of one XML format. */
#ifndef KITH_TESTS_OUTPUT_XML_PAGE_H
#define KITH_TESTS_OUTPUT_XML_PAGE_H

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "folk.h"

struct page {
    struct world world;
    xmlDocPtr document;
    xmlNodePtr graph; /* the element of that name */
};

static struct page page;

static inline bool is_named(xmlNodePtr node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The next element of that name from `node` on, or NULL. */
static inline xmlNodePtr next(xmlNodePtr node, const char *name)
{
    while (node && !is_named(node, name))
        node = node->next;
    return node;
}

/* Read what `write` writes of the page's world. */
static inline void open_page(world_write_fn *write)
{
    struct kith_str file = world_written(&page.world, write);
    page.document =
        xmlReadMemory(file.data, (int)file.length, "graph", NULL, XML_PARSE_NONET);
    assert_non_null(page.document);
    page.graph = next(xmlDocGetRootElement(page.document)->children, "graph");
    assert_non_null(page.graph);
}

static inline int close_page(void **state)
{
    (void)state;
    xmlFreeDoc(page.document);
    world_free(&page.world);
    return 0;
}

/* Texts live in the world's arena. */
static inline struct kith_str kept(xmlChar *text)
{
    assert_non_null(text);
    struct kith_str copy =
        kith_str_copy(&page.world.reading.arena, kith_str_of((const char *)text));
    xmlFree(text);
    return copy;
}

static inline struct kith_str attribute(xmlNodePtr node, const char *name)
{
    return kept(xmlGetProp(node, (const xmlChar *)name));
}

#endif

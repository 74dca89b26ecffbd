/* How a type of entity looks: colour, shape, and the family it belongs to.
 *
 * The tree of types gives colours and shapes; a type without its own looks as its parent
 * does, and one that nobody painted as its name's family below, or grey.
 *
 * The colours are Okabe and Ito's, which colour-blind eyes tell apart; each family has a
 * shape too, so that colour is never needed. Text on them has a contrast of 4.5 or more
 * (WCAG 2, AA). */
#ifndef KITH_OUTPUT_PALETTE_H
#define KITH_OUTPUT_PALETTE_H

#include <stddef.h>

#include "gazetteer/gazetteer.h"

struct kith_look {
    const char *family; /* "person", "agency" ... */
    const char *fill;   /* "#E69F00" */
    const char *text;   /* colour of the label upon it */
    const char *shape;  /* Graphviz's name */
    const char *style;  /* Graphviz's; "filled" among others */
    int borders;        /* lines around it: Graphviz's peripheries */
    const char *sign;   /* the shape in words, for the legend */
};

#define KITH_LOOK_COUNT 8

/* The families in the order of the legend; the last is "other". */
extern const struct kith_look kith_looks[KITH_LOOK_COUNT];

/* The number of the family of a type, by its name alone. */
size_t kith_look_of(struct kith_str type);

/* How a type of the gazetteer looks; its strings live as long as the gazetteer. Its
 * family is that of the type that gives the colour. */
struct kith_look kith_look_for(const struct kith_gazetteer *gazetteer, kith_id type);

/* Black or white, whichever has more contrast (WCAG 2) on `fill`, "#0072B2". */
const char *kith_letters_on(const char *fill);

#endif

/* Types and their families. */
#include "output/palette.h"

#include <math.h>
#include <stdlib.h>

enum { PERSON, AGENCY, ORGANISATION, GROUP, MEDIA, PLACE, EVENT, OTHER };

/* Letters. */
#define BLACK "#000000"
#define WHITE "#FFFFFF"

/* Only blue is too dark for black letters. Shapes that fit around their text come first:
 * an octagon or a slanted box takes twice the room and more. */
const struct kith_look kith_looks[KITH_LOOK_COUNT] = {
    [PERSON] = {"person", "#E69F00", BLACK, "box", "rounded,filled", 1, "rounded box"},
    [AGENCY] = {"agency", "#0072B2", WHITE, "box", "filled", 1, "box"},
    [ORGANISATION] = {"organisation", "#009E73", BLACK, "box3d", "filled", 1, "block"},
    [GROUP] = {"group", "#D55E00", BLACK, "box", "filled", 2, "double box"},
    [MEDIA] = {"media", "#CC79A7", BLACK, "tab", "filled", 1, "tab"},
    [PLACE] = {"place", "#56B4E9", BLACK, "ellipse", "filled", 1, "ellipse"},
    [EVENT] = {"event", "#F0E442", BLACK, "note", "filled", 1, "note"},
    [OTHER] = {"other", "#BBBBBB", BLACK, "box", "rounded,filled", 1, "rounded box"},
};

static const struct {
    const char *type;
    unsigned char family;
} families[] = {
    {"person", PERSON},
    {"people", PERSON},
    {"agency", AGENCY},
    {"ministry", AGENCY},
    {"government", AGENCY},
    {"parliament", AGENCY},
    {"court", AGENCY},
    {"military", AGENCY},
    {"police", AGENCY},
    {"organisation", ORGANISATION},
    {"organization", ORGANISATION},
    {"company", ORGANISATION},
    {"union", ORGANISATION},
    {"bank", ORGANISATION},
    {"university", ORGANISATION},
    {"party", ORGANISATION},
    {"group", GROUP},
    {"militia", GROUP},
    {"media", MEDIA},
    {"newspaper", MEDIA},
    {"broadcaster", MEDIA},
    {"place", PLACE},
    {"location", PLACE},
    {"country", PLACE},
    {"region", PLACE},
    {"city", PLACE},
    {"building", PLACE},
    {"event", EVENT},
};

size_t kith_look_of(struct kith_str type)
{
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (kith_str_equal(type, kith_str_of(families[i].type)))
            return families[i].family;
    return OTHER;
}

/* What names of shapes in types.csv are to Graphviz; others are called so by both. */
static const struct {
    const char *sign, *shape, *style;
    int borders;
} drawn[] = {{"rounded box", "box", "rounded,filled", 1},
             {"double box", "box", "filled", 2},
             {"block", "box3d", "filled", 1}};

static void give_shape(struct kith_look *look, const char *sign)
{
    look->sign = sign;
    look->shape = sign;
    look->style = "filled";
    look->borders = 1;
    for (size_t i = 0; i < sizeof drawn / sizeof *drawn; i++)
        if (strcmp(sign, drawn[i].sign) == 0) {
            look->shape = drawn[i].shape;
            look->style = drawn[i].style;
            look->borders = drawn[i].borders;
        }
}

/* WCAG 2: the light of one channel, 0 to 255, and of a colour, both 0 to 1. */
static double channel(unsigned long value)
{
    double share = (double)value / 255;
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(const char *color)
{
    unsigned long rgb = strtoul(color + 1, NULL, 16);
    return 0.2126 * channel(rgb >> 16 & 255) + 0.7152 * channel(rgb >> 8 & 255) +
           0.0722 * channel(rgb & 255);
}

const char *kith_letters_on(const char *fill)
{
    double light = luminance(fill);
    double on_black = (light + 0.05) / 0.05, on_white = 1.05 / (light + 0.05);
    return on_black >= on_white ? BLACK : WHITE;
}

/* The look that names alone give: of the nearest type upwards that has a family. */
static struct kith_look look_by_name(const struct kith_gazetteer *gazetteer, kith_id type)
{
    size_t family = OTHER;
    while (type != KITH_NO_ID && family == OTHER) {
        family = kith_look_of(kith_gazetteer_type(gazetteer, type));
        type = kith_gazetteer_type_parent(gazetteer, type);
    }
    return kith_looks[family];
}

/* The first type from `type` upwards for which `given` has something, or KITH_NO_ID. */
static kith_id nearest(const struct kith_gazetteer *gazetteer, kith_id type,
                       struct kith_str (*given)(const struct kith_gazetteer *, kith_id))
{
    while (type != KITH_NO_ID && !given(gazetteer, type).length)
        type = kith_gazetteer_type_parent(gazetteer, type);
    return type;
}

struct kith_look kith_look_for(const struct kith_gazetteer *gazetteer, kith_id type)
{
    struct kith_look look = look_by_name(gazetteer, type);
    kith_id painted = nearest(gazetteer, type, kith_gazetteer_type_colour);
    kith_id shaped = nearest(gazetteer, type, kith_gazetteer_type_shape);
    if (painted != KITH_NO_ID) {
        look.family = kith_gazetteer_type(gazetteer, painted).data;
        look.fill = kith_gazetteer_type_colour(gazetteer, painted).data;
        look.text = kith_letters_on(look.fill);
    }
    if (shaped != KITH_NO_ID)
        give_shape(&look, kith_gazetteer_type_shape(gazetteer, shaped).data);
    return look;
}

/* Types and their families. */
#include "output/palette.h"

enum { PERSON, AGENCY, ORGANISATION, GROUP, MEDIA, PLACE, EVENT, OTHER };

#define BLACK "#000000"
#define WHITE "#FFFFFF"

/* Only blue is too dark for black letters. Shapes that fit around their text come first:
 * an octagon or a slanted box takes twice the room and more. */
const struct kith_look kith_looks[KITH_LOOK_COUNT] = {
    [PERSON] = {"person", "#E69F00", BLACK, "box", "rounded,filled", "rounded box"},
    [AGENCY] = {"agency", "#0072B2", WHITE, "box", "filled", "box"},
    [ORGANISATION] = {"organisation", "#009E73", BLACK, "box3d", "filled", "block"},
    [GROUP] = {"group", "#D55E00", BLACK, "hexagon", "filled", "hexagon"},
    [MEDIA] = {"media", "#CC79A7", BLACK, "tab", "filled", "tab"},
    [PLACE] = {"place", "#56B4E9", BLACK, "ellipse", "filled", "ellipse"},
    [EVENT] = {"event", "#F0E442", BLACK, "note", "filled", "note"},
    [OTHER] = {"other", "#BBBBBB", BLACK, "box", "rounded,filled", "rounded box"},
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

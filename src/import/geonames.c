/* GeoNames: allCountries.txt, cities500.txt and their like. One place a line, 19 columns
 * divided by tabs, no header. http://download.geonames.org/export/dump/ describes them.
 */
#include "import/format.h"

#include <stdio.h>

#include "import/walk.h"

enum {
    ID,
    NAME,
    ASCII_NAME,
    OTHER_NAMES,
    LATITUDE,
    LONGITUDE,
    CLASS,
    CODE,
    COUNTRY,
    POPULATION = 14,
    COLUMN_COUNT = 19
};

enum { CELL_COUNTRY, CELL_POPULATION, CELL_FEATURE };

/* Splits at tabs; what stands behind the last column counts as one more. */
static uint32_t split(struct kith_str line, struct kith_str fields[COLUMN_COUNT])
{
    uint32_t count = 0;
    while (line.data && count < COLUMN_COUNT)
        fields[count++] = kith_str_cut(&line, '\t');
    return line.data ? count + 1 : count;
}

static bool is_number(struct kith_str field)
{
    for (size_t i = 0; i < field.length; i++)
        if (field.data[i] < '0' || field.data[i] > '9')
            return false;
    return field.length > 0 && field.length < 19;
}

static uint64_t number_of(struct kith_str field)
{
    uint64_t number = 0;
    for (size_t i = 0; i < field.length; i++)
        number = number * 10 + (uint64_t)(field.data[i] - '0');
    return number;
}

static bool recognizes(const struct kith_import_sample *sample)
{
    struct kith_str fields[COLUMN_COUNT];
    return split(sample->line, fields) == COLUMN_COUNT && is_number(fields[ID]) &&
           fields[CLASS].length == 1;
}

/* P is inhabited; A is administrative, with countries among it; L is areas, of which
 * regions and continents are spoken of; the rest is water, roads, buildings, hills. */
static struct kith_str type_of(struct kith_str class, struct kith_str code)
{
    if (kith_str_equal(class, KITH_STR("P")))
        return KITH_STR("city");
    if (kith_str_equal(class, KITH_STR("A")))
        return kith_str_starts_with(code, KITH_STR("PCL")) ? KITH_STR("country")
                                                           : KITH_STR("region");
    bool is_region = kith_str_starts_with(code, KITH_STR("RGN")) ||
                     kith_str_equal(code, KITH_STR("CONT"));
    return is_region ? KITH_STR("region") : KITH_STR("place");
}

/* Among the names there may be links to web pages. */
static enum kith_status add_names(struct kith_import *import, struct kith_str names,
                                  struct kith_error *err)
{
    while (names.data) {
        struct kith_str name = kith_str_cut(&names, ',');
        if (!kith_import_contains(name, KITH_STR("://")))
            KITH_TRY(kith_import_entry_alias(&import->entry, name, err));
    }
    return KITH_OK;
}

static enum kith_status fill(struct kith_import *import, const struct kith_str *fields,
                             struct kith_error *err)
{
    char feature[24];
    struct kith_import_entry *entry = &import->entry;
    size_t code = fields[CODE].length > 16 ? 16 : fields[CODE].length;
    size_t class = fields[CLASS].length > 1 ? 1 : fields[CLASS].length;
    int length = snprintf(feature, sizeof feature, "%.*s.%.*s", (int)class,
                          fields[CLASS].data, (int)code, fields[CODE].data);
    KITH_TRY(kith_import_entry_fill(entry, CELL_COUNTRY, fields[COUNTRY], err));
    KITH_TRY(kith_import_entry_fill(entry, CELL_POPULATION, fields[POPULATION], err));
    return kith_import_entry_fill(entry, CELL_FEATURE,
                                  (struct kith_str){feature, (size_t)length}, err);
}

static enum kith_status take(struct kith_import *import, const struct kith_str *fields,
                             struct kith_error *err)
{
    bool is_open;
    KITH_TRY(kith_import_begin(import, fields[NAME], type_of(fields[CLASS], fields[CODE]),
                               kith_import_id(import, "geonames:", fields[ID]), &is_open,
                               err));
    if (!is_open)
        return KITH_OK;
    KITH_TRY(kith_import_entry_alias(&import->entry, fields[ASCII_NAME], err));
    KITH_TRY(add_names(import, fields[OTHER_NAMES], err));
    KITH_TRY(fill(import, fields, err));
    return kith_import_close(import, err);
}

static enum kith_status on_line(struct kith_import *import, void *context,
                                struct kith_str line, struct kith_error *err)
{
    (void)context;
    struct kith_str fields[COLUMN_COUNT];
    uint32_t count = split(line, fields);
    if (count != COLUMN_COUNT || !is_number(fields[ID])) {
        kith_import_fault(import, "the line is no row of a GeoNames dump, which has 19 "
                                  "columns divided by tabs and a number in the first; it "
                                  "is left out");
        return KITH_OK;
    }
    bool has_number = is_number(fields[POPULATION]);
    uint64_t population = has_number ? number_of(fields[POPULATION]) : 0;
    if (population < import->options->min_population) {
        import->summary->passed_over++;
        return KITH_OK;
    }
    return take(import, fields, err);
}

static enum kith_status read_list(struct kith_import *import, struct kith_error *err)
{
    return kith_import_lines(import, on_line, NULL, err);
}

const struct kith_import_format kith_import_geonames = {
    .kind = {"geonames", "GeoNames dump"},
    .columns = "country,population,feature",
    .column_count = 3,
    .recognizes = recognizes,
    .read = read_list,
};

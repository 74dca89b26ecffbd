/* A plain list: one name a line. Empty lines and lines that begin with # are passed over.
 */
#include "import/format.h"
#include "import/walk.h"

/* A table is no list of words: in it, most lines have tabs, or commas without a blank
 * behind them, or brackets. */
static bool is_tabular(struct kith_str line)
{
    size_t bare_commas = 0;
    for (size_t i = 0; i < line.length; i++) {
        char c = line.data[i];
        if (c == '\t' || c == '{' || c == '<')
            return true;
        bare_commas += c == ',' && i + 1 < line.length && line.data[i + 1] != ' ';
    }
    return bare_commas > 0;
}

static bool recognizes(const struct kith_import_sample *sample)
{
    size_t lines = 0, tabular = 0;
    struct kith_str rest = sample->bytes;
    while (rest.data) {
        struct kith_str line = kith_str_trim(kith_str_cut(&rest, '\n'));
        lines += line.length > 0;
        tabular += is_tabular(line);
    }
    return lines > 0 && tabular * 2 < lines;
}

static enum kith_status on_line(struct kith_import *import, void *context,
                                struct kith_str line, struct kith_error *err)
{
    bool is_open;
    (void)context;
    line = kith_str_trim(line);
    if (line.data[0] == '#')
        return KITH_OK;
    return kith_import_begin(import, line, KITH_STR(""), KITH_STR(""), &is_open, err);
}

static enum kith_status read_list(struct kith_import *import, struct kith_error *err)
{
    return kith_import_lines(import, on_line, NULL, err);
}

const struct kith_import_format kith_import_words = {
    .kind = {"words", "plain list of words"},
    .columns = "",
    .needs_type = true,
    .recognizes = recognizes,
    .read = read_list,
};

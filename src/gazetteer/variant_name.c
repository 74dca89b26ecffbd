/* Names: taken apart into units, and put together anew by name rules. */
#include "gazetteer/variant_name.h"

/* Forms that cost more are not worth the room. */
#define FORM_COST_LIMIT 9

/* Captures are {a} to {z}. */
#define LETTERS 26

/* A copy of `s`, folded and without dots, among the name's bytes. */
static bool make_key(struct kith_variant_name *name, struct kith_str s,
                     struct kith_str *key)
{
    char *bytes = name->bytes + name->byte_count;
    size_t length = kith_variant_fold(s, bytes, KITH_NAME_BYTES - name->byte_count);
    if (length == SIZE_MAX)
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < length; i++)
        if (bytes[i] != '.')
            bytes[kept++] = bytes[i];
    *key = (struct kith_str){bytes, kept};
    name->byte_count += (uint32_t)kept;
    return true;
}

static bool add_piece(struct kith_variant_name *name, struct kith_name_unit *unit,
                      struct kith_str text, uint8_t word)
{
    if (name->piece_count == KITH_NAME_PIECES)
        return false;
    name->pieces[name->piece_count++] = (struct kith_name_piece){text, word};
    unit->piece_count++;
    return true;
}

/* Letters, digits, apostrophes and all that is not ASCII. */
static bool is_word_byte(char byte)
{
    unsigned char c = (unsigned char)byte;
    return c >= 0x80 || c == '\'' || (c >= '0' && c <= '9') ||
           ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static bool add_word(struct kith_variant_name *name, struct kith_name_unit *unit,
                     struct kith_str text)
{
    if (name->word_count == KITH_NAME_WORDS ||
        !kith_variant_word_read(text, &name->words[name->word_count]))
        return false;
    return add_piece(name, unit, text, (uint8_t)name->word_count++);
}

/* The pieces of one unit: words, and what stands between them. */
static bool add_pieces(struct kith_variant_name *name, struct kith_name_unit *unit,
                       struct kith_str text)
{
    for (size_t i = 0; i < text.length;) {
        bool is_word = is_word_byte(text.data[i]);
        size_t begin = i;
        while (i < text.length && is_word_byte(text.data[i]) == is_word)
            i++;
        struct kith_str part = kith_str_slice(text, begin, i);
        if (!(is_word ? add_word(name, unit, part)
                      : add_piece(name, unit, part, KITH_NO_WORD)))
            return false;
    }
    return true;
}

static bool word_is(const struct kith_variant_name *name, uint8_t word,
                    enum kith_rule_scope scope)
{
    struct kith_word_hit hits[KITH_HIT_LIMIT];
    struct kith_rule_filter filter = {name->types, 0, KITH_IN_SCOPE(scope)};
    return kith_word_hits(name->rules, &name->words[word], &filter, hits) > 0;
}

/* True when the unit is a particle, which the next word goes with: "bin Laden" is one. At
 * the beginning it must leave a name behind, for Al Gore is no Gore. */
static bool joins_next(const struct kith_variant_name *name,
                       const struct kith_name_form *form, struct kith_str rest)
{
    const struct kith_name_unit *last = &form->units[form->unit_count - 1];
    const struct kith_name_piece *piece =
        &name->pieces[last->piece + last->piece_count - 1];
    bool has_more = memchr(rest.data, ' ', rest.length) != NULL;
    return piece->word != KITH_NO_WORD && (form->unit_count > 1 || has_more) &&
           word_is(name, piece->word, KITH_ON_PARTICLE);
}

/* Add a run without blanks as a unit, or to the particle before it. `rest` is the name
 * from here on. */
static bool add_unit(struct kith_variant_name *name, struct kith_str text,
                     struct kith_str rest, bool is_glued)
{
    struct kith_name_form *form = &name->forms[0];
    if (form->unit_count > 0 && !is_glued && joins_next(name, form, rest)) {
        struct kith_name_unit *last = &form->units[form->unit_count - 1];
        last->key.length = 0;
        return add_piece(name, last, KITH_STR(" "), KITH_NO_WORD) &&
               add_pieces(name, last, text);
    }
    if (form->unit_count == KITH_NAME_WORDS)
        return false;
    struct kith_name_unit *unit = &form->units[form->unit_count++];
    *unit = (struct kith_name_unit){.piece = (uint8_t)name->piece_count,
                                    .is_glued = is_glued};
    return make_key(name, text, &unit->key) && add_pieces(name, unit, text);
}

/* Add a run without blanks; the comma at its end is a unit of its own. */
static bool add_run(struct kith_variant_name *name, struct kith_str run,
                    struct kith_str rest)
{
    bool has_comma = run.length > 1 && run.data[run.length - 1] == ',';
    struct kith_str text = kith_str_slice(run, 0, run.length - has_comma);
    return add_unit(name, text, rest, false) &&
           (!has_comma || add_unit(name, KITH_STR(","), rest, true));
}

static void read_sign(struct kith_variant_name *name,
                      const struct kith_variant_word *word)
{
    struct kith_word_hit hits[KITH_HIT_LIMIT];
    struct kith_rule_filter filter = {name->types, 0, KITH_IN_SCOPE(KITH_ON_SIGN)};
    uint32_t count = kith_word_hits(name->rules, word, &filter, hits);
    for (uint32_t i = 0; i < count; i++)
        name->traditions |= name->rules->rows.items[hits[i].pattern->rule].when;
}

/* The words tell, and so do units with their hyphens: "al-" is a sign, Al is none. */
static void read_signs(struct kith_variant_name *name)
{
    const struct kith_name_form *form = &name->forms[0];
    for (uint32_t w = 0; w < name->word_count; w++)
        read_sign(name, &name->words[w]);
    for (uint8_t u = 0; u < form->unit_count; u++) {
        struct kith_variant_word unit;
        if (form->units[u].piece_count > 1 &&
            kith_variant_word_read(form->units[u].key, &unit))
            read_sign(name, &unit);
    }
    if (name->traditions == 0)
        name->traditions = name->rules->no_tradition;
}

bool kith_variant_name_read(struct kith_variant_name *name,
                            const struct kith_variant_rules *rules, struct kith_str alias,
                            kith_variant_types types)
{
    name->rules = rules;
    name->types = types;
    name->traditions = name->word_count = name->piece_count = name->byte_count = 0;
    name->form_count = 1;
    name->forms[0].unit_count = name->forms[0].cost = name->forms[0].rule_count = 0;
    struct kith_str rest = kith_str_trim(alias);
    while (rest.data) {
        struct kith_str here = rest;
        struct kith_str run = kith_str_cut(&rest, ' ');
        if (run.length > 0 && !add_run(name, run, here))
            return false;
    }
    read_signs(name);
    return name->word_count > 0;
}

/* A name pattern held against a form: which units each capture stands for. */
struct fit {
    const struct kith_variant_rules *rules;
    const struct kith_name_form *form;
    const struct kith_name_shape *shape;
    uint8_t begin[LETTERS], end[LETTERS];
};

/* Do the elements from `element` on fit the units from `unit` on? Captures of several
 * words take as few as they can. */
static bool fits(struct fit *fit, uint32_t element, uint8_t unit)
{
    const struct kith_name_form *form = fit->form;
    if (element == fit->shape->element_count)
        return unit == form->unit_count;
    if (unit == form->unit_count)
        return false;
    const struct kith_name_element *e =
        &fit->rules->elements.items[fit->shape->element + element];
    if (e->kind == KITH_ELEMENT_WORD)
        return kith_str_equal(e->folded, form->units[unit].key) &&
               fits(fit, element + 1, unit + 1);
    uint8_t longest = e->kind == KITH_ELEMENT_ONE ? unit + 1 : form->unit_count;
    for (uint8_t end = unit + 1; end <= longest; end++) {
        /* A comma parts names; it is never in one. */
        if (kith_str_equal(form->units[end - 1].key, KITH_STR(",")))
            return false;
        fit->begin[e->letter - 'a'] = unit;
        fit->end[e->letter - 'a'] = end;
        if (fits(fit, element + 1, end))
            return true;
    }
    return false;
}

/* Room for one more unit in a form, or NULL. */
static struct kith_name_unit *append_unit(struct kith_name_form *form, bool is_glued)
{
    if (form->unit_count == KITH_NAME_WORDS)
        return NULL;
    struct kith_name_unit *unit = &form->units[form->unit_count++];
    *unit = (struct kith_name_unit){.is_glued = is_glued && form->unit_count > 1};
    return unit;
}

static bool put_captured(const struct fit *fit, const struct kith_name_element *element,
                         struct kith_name_form *form)
{
    uint8_t begin = fit->begin[element->letter - 'a'];
    for (uint8_t i = begin; i < fit->end[element->letter - 'a']; i++) {
        bool is_glued = i == begin ? element->is_glued : fit->form->units[i].is_glued;
        struct kith_name_unit *unit = append_unit(form, is_glued);
        if (!unit)
            return false;
        is_glued = unit->is_glued;
        *unit = fit->form->units[i];
        unit->is_glued = is_glued;
    }
    return true;
}

static bool put_text(struct kith_variant_name *name, struct kith_name_form *form,
                     const struct kith_name_element *element, struct kith_str text)
{
    struct kith_name_unit *unit = append_unit(form, element->is_glued);
    if (!unit)
        return false;
    unit->key = element->folded;
    unit->piece = (uint8_t)name->piece_count;
    return add_piece(name, unit, text, KITH_NO_WORD);
}

/* "D." for the unit that was captured; it must begin with a word. */
static bool put_initial(struct kith_variant_name *name, const struct fit *fit,
                        const struct kith_name_element *element,
                        struct kith_name_form *form)
{
    const struct kith_name_unit *source =
        &fit->form->units[fit->begin[element->letter - 'a']];
    uint8_t word = name->pieces[source->piece].word;
    char *bytes = name->bytes + name->byte_count;
    if (word == KITH_NO_WORD || name->byte_count + 8 > KITH_NAME_BYTES)
        return false;
    size_t length = kith_variant_word_initial(&name->words[word], bytes);
    name->byte_count += (uint32_t)length;
    return length > 0 && put_text(name, form, element, (struct kith_str){bytes, length});
}

static bool put_element(struct kith_variant_name *name, const struct fit *fit,
                        const struct kith_name_element *element,
                        struct kith_name_form *form)
{
    switch (element->kind) {
    case KITH_ELEMENT_WORD:
        return put_text(name, form, element, element->text);
    case KITH_ELEMENT_INITIAL:
        return put_initial(name, fit, element, form);
    default:
        return put_captured(fit, element, form);
    }
}

/* Put one replacement together as a new form; it is dropped when something has no room.
 */
static void add_form(struct kith_variant_name *name, const struct fit *fit, kith_id rule,
                     const struct kith_name_shape *shape)
{
    uint32_t cost = fit->form->cost + name->rules->rows.items[rule].cost;
    if (name->form_count == KITH_NAME_FORMS || cost > FORM_COST_LIMIT ||
        fit->form->rule_count == KITH_VARIANT_DEPTH / 2)
        return;
    struct kith_name_form *form = &name->forms[name->form_count];
    form->unit_count = 0;
    for (uint32_t i = 0; i < shape->element_count; i++)
        if (!put_element(name, fit, &name->rules->elements.items[shape->element + i],
                         form))
            return;
    form->cost = (uint8_t)cost;
    form->rule_count = fit->form->rule_count;
    memcpy(form->rules, fit->form->rules, sizeof form->rules);
    form->rules[form->rule_count++] = rule;
    name->form_count++;
}

/* True when a rule of the same name had a part in the form: those would turn a name back
 * and forth. */
static bool is_repeated(const struct kith_variant_rules *rules,
                        const struct kith_name_form *form, kith_id rule)
{
    for (uint8_t i = 0; i < form->rule_count; i++)
        if (kith_str_equal(rules->rows.items[form->rules[i]].about.name,
                           rules->rows.items[rule].about.name))
            return true;
    return false;
}

/* Apply each pattern of a chain to a form. */
static void apply(struct kith_variant_name *name, const struct kith_name_form *form,
                  uint32_t head)
{
    const struct kith_variant_rules *rules = name->rules;
    struct kith_rule_filter filter = {name->types, name->traditions,
                                      KITH_IN_SCOPE(KITH_ON_NAME)};
    for (uint32_t i = head; i != KITH_NO_ID; i = rules->names.items[i].next) {
        const struct kith_name_pattern *pattern = &rules->names.items[i];
        struct fit fit = {.rules = rules, .form = form, .shape = &pattern->shape};
        if (!kith_rule_passes(&rules->rows.items[pattern->rule], &filter) ||
            pattern->shape.element_count > form->unit_count ||
            is_repeated(rules, form, pattern->rule) || !fits(&fit, 0, 0))
            continue;
        for (uint32_t r = 0; r < pattern->replacement_count; r++)
            add_form(name, &fit, pattern->rule,
                     &rules->shapes.items[pattern->replacement + r]);
    }
}

/* "King Charles III" has no surname to turn round and no first name to cut. */
static bool has_title(const struct kith_variant_name *name)
{
    for (uint8_t w = 0; w < name->word_count; w++)
        if (word_is(name, w, KITH_ON_TITLE))
            return true;
    return false;
}

void kith_variant_name_form(struct kith_variant_name *name)
{
    for (uint32_t f = 0; f < name->form_count; f++) {
        const struct kith_name_form *form = &name->forms[f];
        for (uint8_t u = 0; u < form->unit_count; u++)
            if (form->units[u].key.length > 0)
                apply(name, form,
                      kith_name_patterns_find(name->rules, form->units[u].key));
        /* Patterns without a word of their own fit any name: once is enough. */
        if (f == 0 && !has_title(name))
            apply(name, form, name->rules->free_names);
    }
}

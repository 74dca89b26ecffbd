/* Making variants: inflections first, then the forms of the name and the spellings of its
 * words put together, the cheapest ones first, until the limit is reached.
 *
 * What a variant costs is the sum of what its rules cost; variants of one cost come in
 * the order of forms, then of spellings. docs/ALGORITHMS.md, Spelling variants. */
#include "gazetteer/variant.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "gazetteer/inflection.h"
#include "gazetteer/variant_spelling.h"

#define ALIAS_LIMIT 256
#define TEXT_LIMIT 1024

/* A variant that costs more is not made, even where there is room. */
#define COST_LIMIT 14

/* A form whose words are respelt as well costs so much more than both. */
#define MIXED_COST 2

/* A word in capitals of no more letters is an acronym, not a name to respell. */
#define ACRONYM_LIMIT 5

#define LEAST_LETTERS 3

/* The most that kith_variants_make_some may be asked for. */
#define MOST_VARIANTS 256

/* Of which so many may be inflections, which do not count against the limit. */
#define MOST_INFLECTIONS 128

/* A form whose words are being spelt, from left to right. */
struct choice {
    const struct kith_name_form *form;
    uint8_t words[KITH_NAME_WORDS]; /* those of the form */
    uint32_t count;
    bool is_spelt;                       /* then there is: */
    uint32_t reach[KITH_NAME_WORDS + 1]; /* what those from here on cost at the most */
};

struct maker {
    struct kith_variant_name name;
    struct choice choices[KITH_NAME_FORMS]; /* one a form */
    struct kith_spellings spellings[KITH_NAME_WORDS];
    uint32_t spelled; /* bits: the words whose spellings are made */
    const struct kith_variant_word *words[KITH_NAME_WORDS]; /* how each stands now */
    struct kith_variant variant;
    uint64_t known[MOST_VARIANTS + 1]; /* hashes of folded variants, the alias's first */
    uint32_t known_count, limit;
    kith_variant_fn *on_variant;
    void *context;
};

/* A text being written. */
struct writing {
    char bytes[TEXT_LIMIT];
    size_t length;
};

static void put(struct writing *out, struct kith_str s)
{
    if (out->length + s.length > TEXT_LIMIT)
        return;
    memcpy(out->bytes + out->length, s.data, s.length);
    out->length += s.length;
}

/* The pieces of a unit. What stands behind a word that was dropped goes with it: without
 * its "al", "al-Khatib" is "Khatib". */
static void write_unit(const struct maker *maker, const struct kith_name_unit *unit,
                       struct writing *out)
{
    bool is_dropped = false;
    for (uint8_t p = unit->piece; p < unit->piece + unit->piece_count; p++) {
        const struct kith_name_piece *piece = &maker->name.pieces[p];
        if (piece->word != KITH_NO_WORD) {
            put(out, kith_variant_word_text(maker->words[piece->word]));
            is_dropped = maker->words[piece->word]->length == 0;
        } else if (!is_dropped) {
            put(out, piece->text);
        }
    }
}

static void write_form(const struct maker *maker, const struct kith_name_form *form,
                       struct writing *out)
{
    out->length = 0;
    for (uint8_t u = 0; u < form->unit_count; u++) {
        const struct kith_name_unit *unit = &form->units[u];
        if (u > 0 && !unit->is_glued)
            put(out, KITH_STR(" "));
        write_unit(maker, unit, out);
    }
}

/* The hash of what matching sees: folded, without dots, hyphens as blanks. Counts the
 * letters on the way. */
static uint64_t hash_as_matched(struct kith_str text, uint32_t *letters)
{
    char folded[2 * TEXT_LIMIT];
    size_t length = kith_variant_fold(text, folded, sizeof folded), kept = 0;
    *letters = 0;
    if (length == SIZE_MAX)
        return kith_hash(text.data, text.length);
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)folded[i];
        if (c == '.')
            continue;
        folded[kept++] = c == '-' ? ' ' : (char)c;
        *letters += c >= 0xC0 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    return kith_hash(folded, kept);
}

uint64_t kith_variant_key(struct kith_str text)
{
    uint32_t letters;
    return hash_as_matched(text, &letters);
}

/* Is it new? Then it is known from now on. */
static bool take(struct maker *maker, uint64_t hash)
{
    for (uint32_t i = 0; i < maker->known_count; i++)
        if (maker->known[i] == hash)
            return false;
    maker->known[maker->known_count++] = hash;
    return true;
}

/* True when one word is left of several. */
static bool is_lone(const struct maker *maker, const struct kith_name_form *form)
{
    uint32_t count = 0;
    for (uint8_t u = 0; u < form->unit_count; u++)
        for (uint8_t p = 0; p < form->units[u].piece_count; p++) {
            uint8_t word = maker->name.pieces[form->units[u].piece + p].word;
            count += word == KITH_NO_WORD || maker->words[word]->length > 0;
        }
    return count == 1 && maker->name.word_count > 1;
}

/* True when the form is one word that says nothing alone. */
static bool is_ordinary(const struct maker *maker, const struct kith_name_form *form)
{
    const struct kith_name_piece *piece = &maker->name.pieces[form->units[0].piece];
    if (form->unit_count > 1 || form->units[0].piece_count > 1 ||
        piece->word == KITH_NO_WORD)
        return false;
    struct kith_word_hit hits[KITH_HIT_LIMIT];
    struct kith_rule_filter filter = {maker->name.types, 0, KITH_IN_SCOPE(KITH_ON_NEVER)};
    return kith_word_hits(maker->name.rules, maker->words[piece->word], &filter, hits) >
           0;
}

static bool is_full(const struct maker *maker)
{
    return maker->known_count > maker->limit;
}

/* Hand a form over as its words stand now. */
static enum kith_status emit(struct maker *maker, const struct kith_name_form *form,
                             struct kith_error *err)
{
    struct writing out;
    uint32_t letters;
    write_form(maker, form, &out);
    maker->variant.text = (struct kith_str){out.bytes, out.length};
    maker->variant.key = hash_as_matched(maker->variant.text, &letters);
    if (letters < LEAST_LETTERS || !take(maker, maker->variant.key))
        return KITH_OK;
    maker->variant.is_lone = is_lone(maker, form);
    maker->variant.is_ordinary = is_ordinary(maker, form);
    return maker->on_variant(maker->context, &maker->variant, err);
}

static void add_rules(struct kith_variant *variant, const kith_id *rules, uint32_t count)
{
    for (uint32_t i = 0; i < count && variant->rule_count < KITH_VARIANT_DEPTH; i++)
        variant->rules[variant->rule_count++] = rules[i];
}

/* Spell a word when it is first asked for: most words are never. */
static const struct kith_spellings *spellings_of(struct maker *maker, uint8_t word)
{
    const struct kith_variant_name *name = &maker->name;
    if (!(maker->spelled >> word & 1)) {
        uint32_t scopes = KITH_IN_SCOPE(KITH_ON_WORD);
        /* A lone word may as well be a surname. */
        if (word == 0 && name->word_count > 1)
            scopes |= KITH_IN_SCOPE(KITH_ON_FIRST);
        if (word + 1u == name->word_count)
            scopes |= KITH_IN_SCOPE(KITH_ON_LAST);
        struct kith_rule_filter filter = {name->types, name->traditions, scopes};
        kith_spellings_make(name->rules, &name->words[word], &filter,
                            &maker->spellings[word]);
        maker->spelled |= 1u << word;
    }
    return &maker->spellings[word];
}

static void list_words(const struct kith_variant_name *name, struct choice *choice)
{
    choice->count = 0;
    for (uint8_t u = 0; u < choice->form->unit_count; u++) {
        const struct kith_name_unit *unit = &choice->form->units[u];
        for (uint8_t p = unit->piece; p < unit->piece + unit->piece_count; p++)
            if (name->pieces[p].word != KITH_NO_WORD && choice->count < KITH_NAME_WORDS)
                choice->words[choice->count++] = name->pieces[p].word;
    }
}

static void list_choices(struct maker *maker)
{
    for (uint32_t f = 0; f < maker->name.form_count; f++) {
        maker->choices[f].form = &maker->name.forms[f];
        maker->choices[f].is_spelt = false;
        list_words(&maker->name, &maker->choices[f]);
    }
}

/* Spell the words of a form, and find out what the dearest spellings cost. */
static void spell_all(struct maker *maker, struct choice *choice)
{
    uint32_t reach = 0;
    if (choice->is_spelt)
        return;
    choice->is_spelt = true;
    choice->reach[choice->count] = 0;
    for (uint32_t i = choice->count; i > 0; i--) {
        const struct kith_spellings *spellings =
            spellings_of(maker, choice->words[i - 1]);
        reach += spellings->items[spellings->count - 1].cost;
        choice->reach[i - 1] = reach;
    }
}

/* Every way of spelling the words from `position` on that costs exactly `left`. Most
 * names reach few costs: what is out of reach is seen before the words are tried. */
static enum kith_status choose(struct maker *maker, const struct choice *choice,
                               uint32_t position, uint32_t left, struct kith_error *err)
{
    if (is_full(maker) || (left > 0 && left > choice->reach[position]))
        return KITH_OK;
    if (position == choice->count)
        return emit(maker, choice->form, err);
    uint8_t word = choice->words[position];
    KITH_TRY(choose(maker, choice, position + 1, left, err));
    if (left == 0)
        return KITH_OK;
    const struct kith_spellings *spellings = &maker->spellings[word];
    const struct kith_variant_word *before = maker->words[word];
    uint32_t rule_count = maker->variant.rule_count;
    for (uint32_t i = 1; i < spellings->count && spellings->items[i].cost <= left; i++) {
        const struct kith_spelling *spelling = &spellings->items[i];
        maker->words[word] = &spelling->word;
        add_rules(&maker->variant, spelling->rules, spelling->rule_count);
        KITH_TRY(choose(maker, choice, position + 1, left - spelling->cost, err));
        maker->variant.rule_count = rule_count;
    }
    maker->words[word] = before;
    return KITH_OK;
}

static enum kith_status choose_at_cost(struct maker *maker, uint32_t cost,
                                       struct kith_error *err)
{
    for (uint32_t f = 0; f < maker->name.form_count; f++) {
        struct choice *choice = &maker->choices[f];
        if (choice->form->cost > cost)
            continue;
        uint32_t left = cost - choice->form->cost;
        if (f > 0 && left > 0) {
            if (left <= MIXED_COST)
                continue;
            left -= MIXED_COST;
        }
        if (left > 0)
            spell_all(maker, choice);
        maker->variant.rule_count = 0;
        add_rules(&maker->variant, choice->form->rules, choice->form->rule_count);
        KITH_TRY(choose(maker, choice, 0, left, err));
    }
    return KITH_OK;
}

/* The name in one case, those of its words inflected that are in `words`. */
static enum kith_status inflect(struct maker *maker,
                                const struct kith_inflection *inflection, uint32_t words,
                                uint32_t which, struct kith_error *err)
{
    struct kith_variant_word inflected[KITH_NAME_WORDS];
    maker->variant.rule_count = 0;
    for (uint32_t w = 0; w < maker->name.word_count; w++)
        if ((words >> w & 1) &&
            kith_inflection_apply(inflection, w, which, &inflected[w])) {
            maker->words[w] = &inflected[w];
            add_rules(&maker->variant, &inflection->hits[w].pattern->rule, 1);
        }
    enum kith_status status = KITH_OK;
    if (maker->variant.rule_count > 0 && maker->known_count <= MOST_INFLECTIONS)
        status = emit(maker, &maker->name.forms[0], err);
    for (uint32_t w = 0; w < maker->name.word_count; w++)
        maker->words[w] = &maker->name.words[w];
    return status;
}

/* All words together; then the first one alone, the first two and so on: the surname of a
 * woman may stay ("Ангелы Меркель"), and so do words that depend on those before them
 * ("Министерства обороны"). */
static enum kith_status inflect_all(struct maker *maker, struct kith_error *err)
{
    struct kith_inflection inflection;
    uint32_t languages = maker->name.rules->case_languages;
    for (uint8_t language = 0; languages >> language; language++) {
        if (!(languages >> language & 1))
            continue;
        kith_inflection_find(&maker->name, language, &inflection);
        for (uint32_t k = 0; k < inflection.case_count; k++)
            KITH_TRY(inflect(maker, &inflection, inflection.words, k, err));
        for (uint32_t end = 1; end < maker->name.word_count; end++)
            for (uint32_t k = 0; k < inflection.case_count; k++)
                KITH_TRY(inflect(maker, &inflection, inflection.words & ((1u << end) - 1),
                                 k, err));
    }
    return KITH_OK;
}

static bool is_acronym(const struct kith_variant_name *name)
{
    return name->word_count == 1 && name->words[0].is_capitals &&
           name->words[0].folded_length <= ACRONYM_LIMIT;
}

enum kith_status kith_variants_make_some(const struct kith_variant_rules *rules,
                                         struct kith_str alias, kith_variant_types types,
                                         uint32_t limit, kith_variant_fn *on_variant,
                                         void *context, struct kith_error *err)
{
    struct maker maker;
    uint32_t letters;
    if (alias.length > ALIAS_LIMIT ||
        !kith_variant_name_read(&maker.name, rules, alias, types) ||
        is_acronym(&maker.name))
        return KITH_OK;
    maker.spelled = maker.known_count = 0;
    maker.limit = limit < MOST_VARIANTS ? limit : MOST_VARIANTS;
    maker.on_variant = on_variant;
    maker.context = context;
    for (uint32_t w = 0; w < maker.name.word_count; w++)
        maker.words[w] = &maker.name.words[w];
    take(&maker, hash_as_matched(kith_str_trim(alias), &letters));
    kith_variant_name_form(&maker.name);
    list_choices(&maker);
    KITH_TRY(inflect_all(&maker, err));
    /* What a language needs is not at the expense of spellings. */
    maker.limit += maker.known_count - 1;
    if (maker.limit > MOST_VARIANTS)
        maker.limit = MOST_VARIANTS;
    for (uint32_t cost = 1; cost <= COST_LIMIT && !is_full(&maker); cost++)
        KITH_TRY(choose_at_cost(&maker, cost, err));
    return KITH_OK;
}

enum kith_status kith_variants_make(const struct kith_variant_rules *rules,
                                    struct kith_str alias, kith_variant_types types,
                                    kith_variant_fn *on_variant, void *context,
                                    struct kith_error *err)
{
    return kith_variants_make_some(rules, alias, types, KITH_VARIANT_LIMIT, on_variant,
                                   context, err);
}

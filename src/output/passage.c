/* Passages: two tables, the rows of wanted articles kept, found again by halving. */
#include "output/passage.h"

#include "base/buf.h"
#include "output/folder_table.h"

bool kith_passages_want(struct kith_passages *passages, uint64_t article)
{
    return kith_map_place(&passages->is_wanted, article, 1, NULL);
}

void kith_passages_release(struct kith_passages *passages)
{
    kith_map_release(&passages->is_wanted);
}

/* Reading */

struct reader {
    const struct kith_map *is_wanted;
    struct kith_passage_rows *rows;
    struct kith_arena *arena;
};

static enum kith_status on_row(void *context, const struct kith_str *cells, uint64_t line,
                               struct kith_error *err)
{
    (void)line;
    struct reader *reader = context;
    uint64_t article = kith_cell_number(cells[0]);
    if (!kith_map_find(reader->is_wanted, article))
        return KITH_OK;
    if (!KITH_ARENA_PUSHABLE(reader->arena, reader->rows))
        return kith_no_memory(err);
    struct kith_passage_row *row = &reader->rows->items[reader->rows->count++];
    row->article = article;
    for (int i = 0; i < 2; i++) {
        row->cells[i] = kith_str_copy(reader->arena, cells[i + 1]);
        if (!row->cells[i].data)
            return kith_no_memory(err);
    }
    return KITH_OK;
}

enum kith_status kith_passages_read(struct kith_passages *passages,
                                    const struct kith_graph_tables *from,
                                    struct kith_arena *arena, struct kith_error *err)
{
    struct reader articles = {&passages->is_wanted, &passages->articles, arena};
    struct reader sentences = {&passages->is_wanted, &passages->sentences, arena};
    const struct kith_csv_table tables[] = {
        {{"article", "path", "date"}, 3, on_row, &articles},
        {{"article", "begin", "text"}, 3, on_row, &sentences}};
    KITH_TRY(from->read(from, KITH_ARTICLE_TABLE, &tables[0], arena, err));
    return from->read(from, KITH_SENTENCE_TABLE, &tables[1], arena, err);
}

/* Finding */

/* How many rows are of earlier articles, or begin before byte `end` of this one. */
static uint32_t rows_before(const struct kith_passage_rows *rows, uint64_t article,
                            uint64_t end)
{
    uint32_t low = 0, high = rows->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct kith_passage_row *row = &rows->items[middle];
        if (row->article < article ||
            (row->article == article && kith_cell_number(row->cells[0]) < end))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct kith_passage_row *kith_passages_article(const struct kith_passages *passages,
                                                     uint64_t article)
{
    uint32_t i = rows_before(&passages->articles, article, 0);
    if (i == passages->articles.count || passages->articles.items[i].article != article)
        return NULL;
    return &passages->articles.items[i];
}

static enum kith_status join(struct kith_str first, const char *between,
                             struct kith_str last, struct kith_arena *arena,
                             struct kith_str *both, struct kith_error *err)
{
    struct kith_buf words = {0};
    kith_buf_str(&words, first);
    kith_buf_text(&words, between);
    kith_buf_str(&words, last);
    *both = kith_str_copy(arena, kith_buf_view(&words));
    bool is_kept = !words.is_broken && both->data;
    kith_buf_release(&words);
    return is_kept ? KITH_OK : kith_no_memory(err);
}

enum kith_status kith_passages_quote(const struct kith_passages *passages,
                                     uint64_t article, uint64_t begin, uint64_t end,
                                     struct kith_arena *arena, struct kith_quote *quote,
                                     struct kith_error *err)
{
    const struct kith_passage_row *rows = passages->sentences.items;
    uint32_t first = rows_before(&passages->sentences, article, begin + 1);
    uint32_t last = rows_before(&passages->sentences, article, end);
    *quote = (struct kith_quote){0};
    if (first == 0 || rows[first - 1].article != article)
        return KITH_OK;
    quote->place = kith_cell_number(rows[first - 1].cells[0]);
    quote->text = rows[first - 1].cells[1];
    if (last <= first)
        return KITH_OK;
    return join(quote->text, last == first + 1 ? " " : " ... ", rows[last - 1].cells[1],
                arena, &quote->text, err);
}

void kith_citation_write(const struct kith_citation *citation, const char *indent,
                         struct kith_buf *out)
{
    if (citation->date.length) {
        kith_buf_str(out, citation->date);
        kith_buf_text(out, "  ");
    }
    kith_buf_str(out, citation->path);
    kith_buf_format(out, ":%llu\n%s", (unsigned long long)citation->begin, indent);
    kith_buf_str(out, citation->text);
    kith_buf_byte(out, '\n');
}

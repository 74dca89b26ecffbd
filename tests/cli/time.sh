# Articles by their days: --since and --until.

file names.csv <<'END'
name,type
Ada Lark,person
Ben Heron,person
Cara Wren,person
END
meet() {
    file "$1" <<<"$2"
}
meet articles/2023-12-31/a.txt "Ada Lark met Ben Heron."
meet articles/2024-01-05.txt "Ada Lark met Ben Heron. Ada Lark left."
meet articles/2024/03/01/b.txt "Ada Lark met Cara Wren."
meet articles/2024/03/31/c.txt "Ada Lark met Cara Wren and Ben Heron."
meet articles/2024/04/01/d.txt "Ben Heron met Cara Wren."
meet articles/undated.txt "Ada Lark met Ben Heron."
build() {
    exits 0 kith build articles -g names.csv --no-rules "$@"
}
claim "both bounds are included, and what is left out is counted"
build --since 2024-01-05 --until 2024-03-31
holds test "$(cut -d, -f4 out/articles.csv | tail -n +2 | xargs)" = \
    "2024-01-05 2024-03-01 2024-03-31"
says "2 articles are of other days and left out"
says "1 article bears no date and was left out"
has_line out/run.json '"outside": 2'
has_line out/run.json '"undated": 1'
has_line out/run.json '"since": "2024-01-05"'
holds "$KITH_CHECK_OUTPUT" out

claim "a month and a year are all of their days"
build --until 2024-03
holds test "$(tail -n +2 out/articles.csv | wc -l)" = 4
build --since 2024-03 --until 2024-03
holds test "$(cut -d, -f4 out/articles.csv | tail -n +2 | xargs)" = "2024-03-01 2024-03-31"
build --since 2024
holds test "$(tail -n +2 out/articles.csv | wc -l)" = 4

claim "without a bound articles of any day and of none are used"
build
holds test "$(tail -n +2 out/articles.csv | wc -l)" = 6
does_not_say "left out"

claim "articles keep the numbers that they have among all"
build --since 2024-04
holds test "$(cut -d, -f1 out/articles.csv | tail -n 1)" = a5

claim "an article's own date goes before its path's"
file rows/2023-01-01.jsonl <<'END'
{"text": "Ada Lark met Ben Heron.", "date": "2024-02-02"}
{"text": "Ada Lark met Cara Wren."}
END
exits 0 kith build rows -g names.csv --no-rules --since 2024
holds test "$(cut -d, -f2 out/articles.csv | tail -n +2)" = "rows/2023-01-01.jsonl#1"

claim "what is no date, and a time that is none, is refused"
exits 2 kith build articles --since soon
complains '--since "soon": 2024-03-22, 2024-03 or 2024 is wanted'
exits 2 kith build articles --until 2024-13
exits 3 kith build articles -g names.csv --since 2025 --until 2024-05-09
complains "no day lies between 2025 and 2024-05-09"

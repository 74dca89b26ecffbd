# Articles by their days: --since, --until and --slice.

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
meet articles/undated.txt "Ben Heron met Ada Lark."
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

# The slices of a thing: "2024-01:2 undated:1".
slices() {
    awk -F, -v label="$1" '$3 == label { printf "%s%s:%s", sep, $4, $5; sep = " " }' \
        out/slices.csv
}

claim "slices count what nodes and edges count, those of no date in a slice of their own"
build --slice month
holds test "$(slices "Ada Lark")" = \
    "2023-12:1 2024-01:2 2024-03:2 undated:1"
holds test "$(slices "Ada Lark - Ben Heron")" = "2023-12:1 2024-01:1 2024-03:1 undated:1"
holds test "$(slices "Ben Heron - Cara Wren")" = "2024-03:1 2024-04:1"
holds "$KITH_CHECK_OUTPUT" out
has_line out/run.json '"slice": "month"'
says "out/slices.csv"
build --slice quarter
holds test "$(slices "Ada Lark")" = "2023-Q4:1 2024-Q1:4 undated:1"
holds test "$(slices "Ben Heron - Cara Wren")" = "2024-Q1:1 2024-Q2:1"
has_line out/graph.gexf '<attvalue for="weight" value="1" start="2024-04-01" end="2024-06-30"/>'
build --slice year
holds test "$(slices "Ada Lark")" = "2023:1 2024:4 undated:1"
has_line out/graph.gexf '<attvalue for="weight" value="2" start="2024-01-01" end="2024-12-31"/>'

claim "slices are also lines of JSON, and there are none unless asked for"
build --slice year --formats jsonl -o lines
holds test "$(head -n 1 lines/slices.jsonl)" = \
    '{"kind":"node","id":"ada-lark","label":"Ada Lark","slice":"2023","count":1}'
holds test ! -e lines/slices.csv
build -o whole
holds test ! -e whole/slices.csv

claim "each slice is a graph with its own weights and nodes on request"
build --slice quarter --slice-graphs -o graphs
for name in 2023-Q4 2024-Q1 2024-Q2 undated; do
    says "graphs/graph-$name.graphml"
done
holds test "$(ls graphs/graph-* | wc -l)" = 4
holds test "$(grep -c '<node ' graphs/graph-2024-Q2.graphml)" = 2
holds test "$(grep -c '<edge ' graphs/graph-2024-Q1.graphml)" = 3
weigh() {
    cat "$@" | grep -oP '<data key="weight">\K[0-9]+' | awk '{ sum += $1 } END { print sum }'
}
holds test "$(weigh graphs/graph-*.graphml)" = "$(weigh graphs/graph.graphml)"
holds grep -q 'key="pagerank"' graphs/graph.graphml
holds test "$(grep -c 'pagerank\|betweenness\|last_date' graphs/graph-2024-Q1.graphml)" = 0
holds test "$(grep -A9 '"ada-lark"' graphs/graph-2024-Q1.graphml | grep -o '"mentions">[0-9]*')" = \
    '"mentions">4'
build --slice quarter --slice-graphs -j1 -o one
holds diff -r -x run.json graphs one

claim "a slice that is none, and graphs of none, are refused"
exits 2 kith build articles --slice week
complains '--slice "week": month, quarter or year'
exits 2 kith build articles --slice-graphs
complains "--slice-graphs goes with --slice"

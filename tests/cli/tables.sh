# Articles in tables and JSON: one a row, one an object.

file names.csv <<'ROWS'
name,type
Ada Quill,person
Harbour Board,organisation
ROWS
file news.csv <<'ROWS'
Headline,Day,Words,Site
Rain,2024-03-22,Ada Quill left the Harbour Board.,Example Post
Sun,,"Ada Quill joined
the Harbour Board.",
Snow,,,
ROWS
file news.jsonl <<'LINES'
{"title": "Hail", "text": "The Harbour Board met Ada Quill.", "published_at": "23 March 2024"}
{"title": "Fog"}
{"title": "Wind",
LINES

claim "rows and objects are articles; those that are none are told by their lines"
exits 1 kith build news.jsonl news.csv -g names.csv -o out --text-column words
complains "news.jsonl#1: has no text"
exits 1 kith build news.jsonl news.csv -g names.csv -o out --date-column day
complains "news.csv: the first row names no column \"text\""
complains "news.jsonl#2: has no text"
complains "news.jsonl#3: no JSON"
exits 1 kith build news.csv -g names.csv -o out --text-column words --date-column day \
    --source-column site
complains "news.csv:5: has no text: nothing in \"words\""
holds grep -q '^a1,news.csv#2,Rain,2024-03-22,article,Example Post,' out/articles.csv
holds grep -q '^a2,news.csv#3,Sun,,,' out/articles.csv
holds test "$(grep -c ,co-occurrence, out/evidence.csv)" = 2

claim "run.json tells which columns were taken"
holds grep -A 3 '"columns": {' out/run.json
holds grep -q '"words": 2' out/run.json
holds grep -q '"headline": 2' out/run.json
exits 1 kith build news.jsonl -g names.csv -o out
holds grep -q '"published_at": 1' out/run.json

claim "one of them is looked at by its path"
exits 0 kith tag -g names.csv 'news.csv#2' --text-column words
says "[Ada Quill|person:"
exits 0 kith explain -g names.csv 'news.csv#2' "Ada Quill" --text-column words
says "Ada Quill"
exits 0 kith tag -g names.csv 'news.jsonl#1'
says "The [Harbour Board|organisation:"
exits 1 kith tag -g names.csv 'news.jsonl#7'
complains "there is no such article in news.jsonl"

claim "the day of a path counts where the article has none"
mkdir -p 2024/03/24
cp news.jsonl 2024/03/24/
exits 1 kith build 2024 -g names.csv -o out
holds grep -q '^a1,2024/03/24/news.jsonl#1,Hail,2024-03-23,article,' out/articles.csv
echo "Ada Quill left the Harbour Board." >2024/03/24/a.txt
exits 1 kith build 2024 -g names.csv -o out
holds grep -q '^a1,2024/03/24/a.txt,,2024-03-24,path,' out/articles.csv

claim "the same bytes come of any number of threads"
for i in $(seq 2000); do echo "{\"text\": \"Ada Quill met the Harbour Board on day $i.\"}"; done >many.jsonl
exits 0 kith build many.jsonl -g names.csv -o one -j 1
exits 0 kith build many.jsonl -g names.csv -o three -j 3
holds diff -r one three
holds test "$(wc -l <one/articles.csv)" = 2001

claim "suggest and check read them, too"
exits 0 kith suggest many.jsonl -g names.csv
for i in 1 2 3 4; do echo "{\"text\": \"Ada Quill met Rolf Kestrel on day $i.\"}"; done >new.jsonl
exits 0 kith suggest new.jsonl -g names.csv
says "Rolf Kestrel,person,,4,4,Ada Quill,Ada Quill met Rolf Kestrel on day 1."

# Copies: what stood in an article before counts once.

# A table without its column of copies, for what has to stay the same.
without_copies() {
    rows "$1" | awk -F '\t' '
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == "copies") copies = i }
        { $copies = ""; print }' OFS='\t'
}

sum_of_copies() {
    rows "$1" | awk -F '\t' '
        NR == 1 { for (i = 1; i <= NF; i++) if ($i == "copies") copies = i; next }
        { sum += $copies } END { print sum + 0 }'
}

# The article without its title and last paragraphs, under a title of its own.
trimmed() {
    printf 'Title %s of another desk\n\n' "$2"
    tr -d '\r' <"$1" | awk -v RS= -v keep="$3" 'NR > 1 { text[++n] = $0 }
        END { for (i = 1; i <= (n * keep + 99) / 100; i++) print text[i] "\n" }'
}

mkdir articles
cp "$KITH_SOURCE"/tests/articles/*.txt articles
exits 0 kith build articles -o plain
does_not_say "of them"
cp -r articles more
mkdir more/z
number=0
while [ "$number" -lt 50 ]; do
    for article in articles/*.txt; do
        number=$((number + 1))
        trimmed "$article" "$number" $((50 + number)) >"more/z/$number.txt"
    done
done
exits 0 kith build more -o copied

claim "fifty trimmed copies with other titles are told"
says "60 articles read"
says "50 of them copies"
has_line copied/run.json '"copies": 50'
holds test "$(rows copied/articles.csv | awk -F '\t' '$NF != ""' | wc -l)" = 51

claim "they change the copies and nothing else"
for table in evidence sentences; do
    holds cmp "plain/$table.csv" "copied/$table.csv"
done
for table in nodes edges; do
    without_copies "plain/$table.csv" | sed 's|more/|articles/|' >one
    without_copies "copied/$table.csv" | sed 's|more/|articles/|' >two
    holds cmp one two
    holds test "$(sum_of_copies "plain/$table.csv")" = 0
done
holds cmp plain/graph.dot copied/graph.dot
for graph in graphml gexf; do
    grep -v 'copies' "plain/graph.$graph" >one
    grep -v 'copies' "copied/graph.$graph" >two
    holds cmp one two
done

claim "what they would add is counted and listed"
holds test "$(sum_of_copies copied/edges.csv)" = "$(tail -n +2 copied/copies.csv | wc -l)"
holds test "$(tail -n +2 copied/copies.csv | wc -l)" -gt 50
exits 0 kith build more -o counted --count articles
holds test "$(wc -l <counted/evidence.csv)" = \
    "$(cat copied/evidence.csv copied/copies.csv | tail -n +2 | wc -l)"
holds test "$(wc -l <counted/copies.csv)" = 1
has_line counted/run.json '"count": "articles"'
for out in plain copied counted; do
    holds "$KITH_CHECK_OUTPUT" "$out"
done

claim "so it is in every window"
for window in paragraph article 12; do
    exits 0 kith build articles -o plain -w "$window"
    exits 0 kith build more -o copied -w "$window"
    for table in nodes edges; do
        without_copies "plain/$table.csv" >one
        without_copies "copied/$table.csv" >two
        holds cmp one two
    done
    holds "$KITH_CHECK_OUTPUT" copied
done

claim "any number of threads writes the same bytes"
exits 0 kith build more -o one-job -j 1 --formats jsonl
exits 0 kith build more -o eight-jobs -j 8 --formats jsonl
holds same_folder one-job eight-jobs

# Copies that come first: the whole article adds what they have not.
file names.csv <<'END'
name,type
Ada Lark,person
Ben Heron,person
Cara Wren,person
Dan Finch,person
END
file 1.txt <<'END'
Rain on the harbour

Ada Lark walked along the wet harbour wall with Ben Heron on Monday.

They said the rain had been good for nobody but the ducks.

Nobody at the office of the port was there to answer the telephone.
END
file 2.txt <<'END'
Ducks are glad of it

Ada Lark walked along the wet harbour wall with Ben Heron on Monday.

They said the rain had been good for nobody but the ducks.

Nobody at the office of the port was there to answer the telephone.

Cara Wren, who owns the boats, was met by Ben Heron at the gate that afternoon.

Ben Heron thanked Ada Lark.
END
file 3.txt <<'END'
A quiet week

Nothing else was heard of during a week in which it only rained.

Cara Wren, who owns the boats, was met by Ben Heron at the gate that afternoon.

Dan Finch met Ada Lark and everybody went home to their dinner early.
END
weights() {
    rows "$1/edges.csv" | awk -F '\t' '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        { print $at["source"], $at["target"], $at["weight"], $at["copies"], $at["stories"] }' |
        sort
}

claim "a longer copy adds its own sentences to the story"
exits 0 kith build 1.txt 2.txt -g names.csv --no-rules
holds test "$(weights out)" = "ada-lark ben-heron 2 1 1
ben-heron cara-wren 1 0 1"
holds test "$(tail -n 1 out/articles.csv | cut -d, -f14,15)" = a1,a1
holds test "$(tail -n 1 out/copies.csv | cut -d, -f1,2)" = a1s2,e1
holds "$KITH_CHECK_OUTPUT" out

claim "a long sentence that stood in another story counts once, a new one beside it counts"
exits 0 kith build 2.txt 3.txt -g names.csv --no-rules
holds test "$(weights out)" = "ada-lark ben-heron 2 0 1
ada-lark dan-finch 1 0 1
ben-heron cara-wren 1 1 1"
does_not_say "of them"
holds test "$(tail -n 1 out/articles.csv | cut -d, -f14,15)" = a2,
holds "$KITH_CHECK_OUTPUT" out

claim "a copy may be as short as it likes if it is whole"
echo "Ada Lark met Ben Heron." >4.txt
echo "ADA LARK met Ben Heron" >5.txt
echo "Ada Lark met Ben Heron, too." >6.txt
exits 0 kith build 4.txt 5.txt 6.txt -g names.csv --no-rules
says "1 of them a copy"
holds test "$(weights out)" = "ada-lark ben-heron 2 1 2"

claim "filters count stories"
exits 0 kith build 4.txt 5.txt -g names.csv --no-rules --min-articles 2
says "left out"
exits 0 kith build 4.txt 5.txt -g names.csv --no-rules --min-articles 2 --count articles
does_not_say "left out"

claim "what is to be counted is named"
exits 2 kith build 4.txt --count sentences
complains '--count "sentences": stories or articles'

# What is written, and in which formats.

articles=$KITH_SOURCE/tests/articles

# The names of the files in a folder, on one line.
files() {
    (cd "$1" && echo *)
}

claim "without a word there is a file for each reader, and tables"
exits 0 kith build "$articles"
holds test "$(files out)" = "articles.csv copies.csv edges.csv evidence.csv graph.dot graph.gexf \
graph.graphml mentions.csv nodes.csv problems.csv run.json sentences.csv"

claim "only what is asked for is written, and what was left out"
exits 0 kith build "$articles" -o graph --formats gexf
holds test "$(files graph)" = "graph.gexf problems.csv run.json"
holds cmp out/graph.gexf graph/graph.gexf
exits 0 kith build "$articles" -o map --formats vosviewer,dot
holds test "$(files map)" = "graph.dot problems.csv run.json vosviewer.json"

claim "the summary lists what was written"
exits 0 kith build "$articles" -o map --formats vosviewer
says "map/vosviewer.json"
does_not_say "map/nodes.csv"

claim "JSON Lines have a line for each row"
exits 0 kith build "$articles" -o lines --formats jsonl,csv
for table in nodes edges articles sentences mentions evidence copies; do
    holds cmp "out/$table.csv" "lines/$table.csv"
    holds test "$(wc -l <"lines/$table.jsonl")" = "$(($(wc -l <"lines/$table.csv") - 1))"
done

claim "the same lines for any number of threads"
exits 0 kith build "$articles" -o one --formats jsonl,csv -j 1
exits 0 kith build "$articles" -o four --formats jsonl,csv -j 4
holds same_folder one four

claim "a byte order mark stands in front of tables, and nothing else differs"
exits 0 kith build "$articles" -o marked --formats csv,jsonl --bom
for table in nodes edges articles sentences mentions evidence; do
    holds test "$(head -c 3 "marked/$table.csv")" = $'\xEF\xBB\xBF'
    tail -c +4 "marked/$table.csv" >unmarked
    holds cmp unmarked "out/$table.csv"
    holds cmp "marked/$table.jsonl" "lines/$table.jsonl"
done

claim "tables with a byte order mark are read back"
exits 0 kith explain -o marked "Emomali Rahmon" Moscow
says "Moscow"

claim "without tables there is nothing to explain, and the message names the table"
exits 3 kith explain -o map "Emomali Rahmon" Moscow
complains "map/nodes.csv"

# described SECTION NAME: it is in the first cell of a row there, none of whose cells is
# empty, and the papers that the last one names are listed.
described() {
    awk -v section="### $1" -v name="\`$2\`" -F ' *[|] *' '
        /^### / { here = $0 == section; papers = $0 == "### Papers" }
        here && index($2, name) {
            is_full = 1
            for (i = 2; i < NF; i++)
                is_full = is_full && $i != ""
            count = $(NF - 1) == "-" ? 0 : split($(NF - 1), wanted, ", ")
        }
        papers { listed[$2] = 1 }
        END {
            for (i = 1; i <= count; i++)
                is_full = is_full && wanted[i] in listed
            exit !is_full
        }' "$KITH_SOURCE/docs/FORMATS.md"
}

claim "the manual has every column of the tables, and where it comes from"
printf 'name,type\nKremlin,organisation\nMoscow,city\n' >names.csv
exits 0 kith build "$articles" -g names.csv -o plain
for table in nodes edges; do
    for name in $(head -n 1 "plain/$table.csv" | tr , ' '); do
        holds described "$table.csv" "$name"
    done
done

claim "the manual has every attribute of the graphs"
attributes=$(sed -n 's/.*for="\(node\|edge\)" attr.name="\([^"]*\)".*/\1s.csv:\2/p' plain/graph.graphml
    awk '/<attributes class="/ { split($0, part, "\"") }
         /<attribute / { split($0, own, "title=\""); sub(/".*/, "", own[2])
                         print part[2] "s.csv:" own[2] }' plain/graph.gexf)
holds test "$(echo "$attributes" | wc -l)" -gt 80
for attribute in $attributes; do
    described "${attribute%%:*}" "${attribute##*:}" ||
        holds described graph.graphml "${attribute##*:}"
done

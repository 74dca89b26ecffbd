# Every file that a build writes says the same as the others, for every case there is.

everything=graphml,gexf,dot,csv,jsonl,vosviewer

# agrees FOLDER-FOR-OUTPUT ARTICLE... OPTION...: in both profiles of GraphML. `filtered`
# is for the checker: not all rows are of an edge that is there.
filtered=
agrees() {
    local out=$1
    shift
    exits 0 kith build "$@" -o "$out" --formats "$everything" --dot-all
    exits 0 "$KITH_CHECK_OUTPUT" "$out" $filtered
    exits 0 kith build "$@" -o "$out-strict" --formats graphml,csv --graphml strict --bom
    exits 0 "$KITH_CHECK_OUTPUT" "$out-strict" $filtered
}

claim "of the bundled articles, all is the same everywhere"
agrees out "$KITH_SOURCE/tests/articles"

claim "a drawing of everything draws every edge"
holds test "$(grep -c '^  "[^"]*" -- ' out/graph.dot)" = "$(($(wc -l <out/edges.csv) - 1))"

claim "of every case, all is the same everywhere"
for case in "$KITH_SOURCE"/tests/cases/*/*; do
    agrees "$(basename "$case")" "$case/article.txt" -g "$case/names.csv"
done

claim "with other windows and filters, too"
agrees wide "$KITH_SOURCE/tests/articles" --window article
filtered=filtered
agrees heavy "$KITH_SOURCE/tests/articles" --window paragraph --min-weight 2
agrees ties "$KITH_SOURCE/tests/articles" --no-cooccurrence

# What `kith build` writes about the bundled articles holds together, down to the byte.

articles=$KITH_SOURCE/tests/articles
exits 0 kith build "$articles"

claim "the summary counts what the tables hold"
says "article"
says "Most central"
for name in nodes edges mentions; do
    holds test "$(wc -l <"out/$name.csv")" -gt 1
done

claim "spans cut from the articles are what the tables say, and weights are rows of evidence"
exits 0 "$KITH_CHECK_OUTPUT" out

claim "the same holds for every window"
for window in paragraph article 8; do
    exits 0 kith build "$articles" -o "window-$window" --window "$window"
    exits 0 "$KITH_CHECK_OUTPUT" "window-$window"
done

claim "weights are what the chosen window counts"
for pair in out:sentences window-paragraph:paragraphs window-article:shared_stories \
    window-8:windows; do
    rows "${pair%:*}/edges.csv" >table
    holds awk -F '\t' -v wanted="${pair#*:}" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at["relation"] == "co-occurrence" && $at["weight"] != $at[wanted] { print; bad = 1 }
        END { exit bad || NR < 2 || !(wanted in at) }' table
done

claim "no entity is its own neighbour"
rows out/edges.csv >table
holds awk -F '\t' '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["source"] == $at["target"] { print; bad = 1 }
    END { exit bad }' table

claim "relations can be left out"
exits 0 kith build "$articles" -o plain --no-rules
rows plain/edges.csv >table
holds awk -F '\t' '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    $at["relation"] != "co-occurrence" { print; bad = 1 }
    END { exit bad || NR < 2 }' table

claim "the GraphML file is well-formed, and has the nodes and edges of the tables"
if command -v xmllint >/dev/null; then
    exits 0 xmllint --noout out/graph.graphml
    is_content
fi
for kind in node edge; do
    holds test "$(grep -o "<$kind " out/graph.graphml | wc -l)" = \
        "$(($(wc -l <"out/${kind}s.csv") - 1))"
done

claim "the strict GraphML file is valid against the schema, the one for Gephi is not"
exits 0 kith build "$articles" -o strict --graphml strict
if command -v xmllint >/dev/null; then
    schema=$KITH_SOURCE/tests/support/graphml.xsd
    exits 0 xmllint --nonet --noout --schema "$schema" strict/graph.graphml
    exits 3 xmllint --nonet --noout --schema "$schema" out/graph.graphml
fi

claim "the DOT file is drawn without a word of complaint"
if command -v dot >/dev/null; then
    exits 0 dot -Tsvg out/graph.dot -o graph.svg
    is_content
    holds grep -q '</svg>' graph.svg
fi

claim "the picture has as many entities as asked for"
exits 0 kith build "$articles" -o few --dot-nodes 5
exits 0 kith build "$articles" -o all --dot-all
if command -v gvpr >/dev/null; then
    holds test "$(gvpr 'BEG_G { printf("%d", nNodes($)) }' few/graph.dot)" = 5
    holds test "$(gvpr 'BEG_G { printf("%d", nNodes($)) }' all/graph.dot)" = \
        "$(($(wc -l <all/nodes.csv) - 1))"
fi

claim "run.json is JSON that says how the graph was made"
holds grep -q '"version"' out/run.json
if command -v python3 >/dev/null; then
    holds python3 -m json.tool out/run.json
fi

claim "tables end every line alike"
holds test "$(grep -c $'\r$' out/edges.csv)" = 0

claim "a build does not read what the last one wrote, below its articles or beside them"
mkdir again
echo "Ada Quill met Bran Reed." >again/a.txt
printf 'name,type\nAda Quill,person\nBran Reed,person\n' >again.csv
cd again
exits 0 kith build . -g ../again.csv --slice year --slice-graphs
exits 0 kith build . -g ../again.csv --slice year --slice-graphs
says "1 article read"
exits 0 kith build . -g ../again.csv -o . --formats graphml,csv,jsonl,vosviewer,dot,gexf
exits 0 kith build . -g ../again.csv -o .
says "1 article read"
has_line problems.csv "note,out,,results,"
cd ..

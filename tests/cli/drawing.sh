# What graph.dot shows of a graph.

file names.csv <<'END'
name,type
Anna,person
Boris,person
Clara,person
Dora,person
END
file articles/1.txt <<'END'
They say that Anna met Boris. Nobody saw Clara. Some saw Anna and Dora.
END
file alone/1.txt <<'END'
They say that Clara slept.
END

claim "entities without an edge are left out, and the picture says so"
exits 0 kith build articles -g names.csv --no-rules
holds grep -q 'Anna' out/graph.dot
holds test -z "$(grep 'Clara' out/graph.dot)"
has_line out/graph.dot "3 of 4 entities shown"

claim "--dot-all draws everything"
exits 0 kith build articles -g names.csv --no-rules --dot-all
holds grep -q 'Clara' out/graph.dot
has_line out/graph.dot "4 of 4 entities shown"

claim "--dot-nodes draws the most central"
exits 0 kith build articles -g names.csv --no-rules --dot-nodes 1
has_line out/graph.dot "1 of 4 entities shown"

claim "entities alone in a graph are drawn all the same"
exits 0 kith build alone -g names.csv --no-rules
holds grep -q 'Clara' out/graph.dot

claim "every layout places every entity elsewhere, the same each time"
for layout in fr kk circle; do
    exits 0 kith build articles -g names.csv --no-rules --layout $layout -o $layout
    exits 0 kith build articles -g names.csv --no-rules --layout $layout -o again
    holds same_folder $layout again
    holds test "$(grep -c 'key="x"' $layout/graph.graphml)" = 4
    has_line $layout/run.json "\"layout\": \"$layout\""
done
holds test "$(cat fr/graph.graphml kk/graph.graphml circle/graph.graphml | grep -o 'key="x">[^<]*' | sort -u | wc -l)" -gt 6

claim "a file without positions has none"
exits 0 kith build articles -g names.csv --no-rules --layout none
holds test -z "$(grep 'data key="x"' out/graph.graphml)$(grep position out/graph.gexf)"

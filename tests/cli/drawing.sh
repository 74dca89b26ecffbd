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

claim "--dot-nodes 0 draws everything"
exits 0 kith build articles -g names.csv --no-rules --dot-nodes 0
holds grep -q 'Clara' out/graph.dot
has_line out/graph.dot "4 of 4 entities shown"

claim "--dot-nodes draws the most central"
exits 0 kith build articles -g names.csv --no-rules --dot-nodes 1
has_line out/graph.dot "1 of 4 entities shown"

claim "entities alone in a graph are drawn all the same"
exits 0 kith build alone -g names.csv --no-rules
holds grep -q 'Clara' out/graph.dot

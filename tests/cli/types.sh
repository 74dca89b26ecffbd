# types.csv: a tree of types, from the shipped folder and the user's own.

mkdir names
file names/names.csv <<'END'
name,type
Ada Quill,person
Night Office,spy service
END
file heads.rel <<'END'
relation head of: person -> organisation
    A , head of B
END
echo 'Ada Quill, head of Night Office, left. Night Office stayed.' >a.txt

claim "a type that no tree knows fits no rule but its own"
exits 0 kith build a.txt -g names -r heads.rel -o out
holds test "$(grep -c 'head of' out/edges.csv)" = 0

claim "a rule for an organisation fits what stands below an agency"
file names/types.csv <<'END'
type,parent,colour,shape
spy service,agency,#112233,diamond
END
exits 0 kith build a.txt -g names -r heads.rel -o out
holds test "$(grep -c 'head of' out/edges.csv)" = 1
holds grep -q 'shape=diamond style="filled" fillcolor="#112233" fontcolor="#FFFFFF"' out/graph.dot

claim "what cannot be used in it is reported with its line"
echo 'night watch,watchers,,' >>names/types.csv
exits 1 kith build a.txt -g names -r heads.rel -o out
complains "types.csv:3"

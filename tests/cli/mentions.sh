# --mentions: another recognizer's mentions, with ours or alone.

file names.csv <<'END'
name,type,aliases,id
Ada Quill,person,Quill,ada
Georgia,country,,
Georgia,region,,
END
printf 'Zürich: Ada Quill met Bo Lindqvist in Georgia.\n' >a.txt

claim "a given entity that no gazetteer has becomes a node"
file given.jsonl <<'END'
{"document": "a.txt", "begin": 23, "end": 35, "entity": "Bo Lindqvist", "type": "Person"}
END
exits 0 kith build a.txt -g names.csv --mentions given.jsonl -o out
holds grep -q '^bo-lindqvist,Bo Lindqvist,person,1,' out/nodes.csv
holds grep -q '^ada,' out/nodes.csv
holds grep -q '"mentions": "given.jsonl"' out/run.json
holds grep -q ',23,35,Bo Lindqvist,.*given' out/mentions.csv

claim "its name means it only where it is given"
printf 'Bo Lindqvist left.\n' >b.txt
exits 0 kith tag -g names.csv --mentions given.jsonl b.txt
does_not_say "[Bo"

claim "offsets may count characters"
file given.jsonl <<'END'
{"document": "a.txt", "unit": "characters", "begin": 22, "end": 34, "name": "Bo Lindqvist", "type": "person"}
END
exits 0 kith tag -g names.csv --mentions given.jsonl a.txt
says "[Bo Lindqvist|person:bo-lindqvist]"

claim "ours yield where they overlap"
file given.jsonl <<'END'
{"document": "a.txt", "begin": 9, "end": 18, "name": "Ada Quill of Norby", "type": "person"}
{"document": "a.txt", "begin": 39, "end": 46, "name": "Georgia", "type": "region"}
END
exits 0 kith tag -g names.csv --mentions given.jsonl a.txt
says "[Ada Quill|person:ada-quill-of-norby]"
says "[Georgia|region:georgia-2]"

claim "alone they are all there is"
file given.jsonl <<'END'
{"document": "a.txt", "begin": 39, "end": 46, "entity": "ada"}
END
exits 0 kith tag -g names.csv --mentions given.jsonl --only-mentions a.txt
is_said="Zürich: Ada Quill met Bo Lindqvist in [Georgia|person:ada]."
holds test "$(cat .stdout)" = "$is_said"

claim "what kith tag writes is taken back"
kith tag -g names.csv -f jsonl a.txt >given.jsonl
kith tag -g names.csv a.txt >own.txt
kith tag -g names.csv --mentions given.jsonl --only-mentions a.txt >back.txt
holds cmp own.txt back.txt

claim "lines that cannot be used are reported, each with its line"
file given.jsonl <<'END'
{"document": "a.txt", "begin": 9, "end": 18, "entity": "ada"}
{"document": "a.txt", "begin": 9,
{"begin": 9, "end": 18, "entity": "ada"}
{"document": "a.txt", "begin": "9", "end": 18, "entity": "ada"}
{"document": "a.txt", "begin": 18, "end": 9, "entity": "ada"}
{"document": "a.txt", "begin": 9, "end": 18}
{"document": "a.txt", "begin": 9, "end": 18, "entity": "Cy Moss"}
{"document": "a.txt", "begin": 900, "end": 918, "entity": "ada"}
{"document": "a.txt", "begin": 13, "end": 18, "entity": "ada"}
{"document": "a.txt", "begin": 9, "end": 18, "entity": "ada", "unit": "words"}
{"document": "c.txt", "begin": 9, "end": 18, "entity": "ada"}
END
exits 1 kith build a.txt -g names.csv --mentions given.jsonl -o out
for line in 2 3 4 5 6 7 8 9 10; do
    holds grep -q "given.jsonl,$line," out/problems.csv
done
holds grep -q 'given.jsonl,11,.*none of the articles' out/problems.csv
holds test "$(grep -c 'given.jsonl' out/problems.csv)" = 10

claim "only mentions without mentions are nothing to start with"
exits 3 kith tag -g names.csv --only-mentions a.txt
complains "no file of them is named"

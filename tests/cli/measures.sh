# Which edges are measured, and what says so.

file names.csv <<'CSV'
name,type
Ada Quill,person
Reed Harbour,city
Bo Lindqvist,person
CSV
file ties.rel <<'REL'
relation met: person = person
    A met B
REL
echo 'Ada Quill met Bo Lindqvist. Reed Harbour saw Ada Quill.' >a.txt

# Column $1 of the entity $2 in nodes.csv.
value_of() {
    awk -F, -v column="$1" -v id="$2" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
        $1 == id { print $at[column] }' out/nodes.csv
}

claim "co-occurrence is measured unless something else is asked for"
exits 0 kith build -g names.csv -r ties.rel a.txt -q
holds grep -q '"measured_on": "co-occurrence edges' out/run.json
holds test "$(value_of strength ada-quill)" = 2

claim "relations are measured where they are asked for"
exits 0 kith build -g names.csv -r ties.rel a.txt -q --measure-on relations
holds grep -q '"measured_on": "pairs with asserted relations' out/run.json
holds test "$(value_of strength ada-quill)" = 1
holds test "$(value_of degree reed-harbour)" = 0

claim "both are added up"
exits 0 kith build -g names.csv -r ties.rel a.txt -q --measure-on both
holds test "$(value_of strength ada-quill)" = 3
holds test "$(value_of articulation_point ada-quill)" = true

claim "anything else is a fault of usage"
exits 2 kith build a.txt --measure-on sentences
complains "cooccurrence, relations or both"

claim "a backbone is said to be one, on the screen and in run.json"
echo 'Ada Quill met Bo Lindqvist. Ada Quill saw Bo Lindqvist. Reed Harbour saw Ada Quill.' >b.txt
exits 0 kith build -g names.csv -r ties.rel b.txt --backbone top:1
does_not_say "backbone:"
exits 0 kith build -g names.csv -r ties.rel b.txt --backbone disparity:0.5
says "backbone: 1 co-occurrence taken out, 33.3 % of the weight, and 1 entity"
holds grep -q '"removed_weight": 1' out/run.json
holds test "$(value_of strength ada-quill)" = 2

claim "a rule without a limit, or one that is none, is a fault of usage"
for rule in top top: top:0 disparity:2 noise:x best:3; do
    exits 2 kith build a.txt --backbone $rule
    complains "disparity:0.05, noise:1.64"
done

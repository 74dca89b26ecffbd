# What relations become in the files, counted by hand: three short articles.
#
#   attacks  Anna -> Boris   1 1, 2    asserted three times in two articles
#   attacks  Boris -> Anna   1, 3      denied twice
#   attacks  Boris -> Clara  2         planned once
#   met      Anna - Clara    2, 3      asserted in two articles
#
# Together in a sentence: Anna and Boris five times, Anna and Clara twice, Boris and Clara
# once.

file names.csv <<'END_OF_NAMES'
name,type
Anna,person
Boris,person
Clara,person
Dora,person
END_OF_NAMES
file ties.rel <<'END_OF_RULES'
relation harms: person -> person
    A is cruel to B

relation attacks, a kind of harms: person -> person
    A {attack} B

relation met: person = person
    A {meet} B
END_OF_RULES
file articles/1.txt <<'END_OF_ARTICLE'
Anna attacked Boris. Anna attacked Boris again. Boris did not attack Anna. Dora slept.
END_OF_ARTICLE
file articles/2.txt <<'END_OF_ARTICLE'
Anna attacked Boris. Boris will attack Clara. Anna met Clara.
END_OF_ARTICLE
file articles/3.txt <<'END_OF_ARTICLE'
Clara met Anna. Boris never attacked Anna.
END_OF_ARTICLE

build() {
    exits 0 kith build articles -g names.csv -r ties.rel -o "$@"
}

# Cells of a table without quoted cells: the columns named, of rows whose column KEY is
# VALUE; several conditions are joined by commas.
#
#   cells FILE KEY=VALUE[,KEY=VALUE] COLUMN...
cells() {
    awk -F, -v conditions="$2" -v wanted="${*:3}" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        {
            n = split(conditions, condition, ",")
            for (i = 1; i <= n; i++) {
                split(condition[i], pair, "=")
                if (!(pair[1] in at) || $at[pair[1]] != pair[2]) next
            }
            n = split(wanted, name, " "); line = ""
            for (i = 1; i <= n; i++) line = line (i > 1 ? " " : "") $at[name[i]]
            print line
        }' "$1"
}

standing() {
    cells "$1/edges.csv" "source=$2,target=$3,relation=$4" \
        directed family weight stories status asserted claimed unreal denied claimed_by confidence
}

claim "each edge counts what its rows say of it"
build all
holds test "$(standing all anna boris attacks)" = "true harms 3 2 asserted 3 0 0 0  0.99"
holds test "$(standing all boris anna attacks)" = "true harms 2 2 denied 0 0 0 2  0"
holds test "$(standing all boris clara attacks)" = "true harms 1 1 unreal 0 0 1 0  0"
holds test "$(standing all anna clara met)" = "false met 2 2 asserted 2 0 0 0  0.99"
holds test "$(standing all anna boris co-occurrence)" = "false co-occurrence 5 3       1"
holds test "$(standing all anna clara co-occurrence)" = "false co-occurrence 2 2       1"
holds test "$(standing all boris clara co-occurrence)" = "false co-occurrence 1 1       1"
holds test "$(wc -l <all/edges.csv)" = 8
exits 0 "$KITH_CHECK_OUTPUT" all

claim "each row of evidence says how it stands, by which words and which rule"
holds test "$(cells all/evidence.csv source=boris,target=anna,relation=attacks \
    article trigger rule polarity status speaker)" = \
    "a1 attack ties.rel:5 negative fact 
a3 attacked ties.rel:5 negative fact "
holds test "$(cells all/evidence.csv target=clara,relation=attacks \
    sentence begin end trigger polarity status)" = "a2s2 21 44 attack positive unreal"

claim "only what is asserted counts in degrees"
holds test "$(cells all/nodes.csv id=anna degree in_degree out_degree)" = "2 0 1"
holds test "$(cells all/nodes.csv id=boris degree in_degree out_degree)" = "2 1 0"
holds test "$(cells all/nodes.csv id=clara degree in_degree out_degree)" = "2 0 0"

claim "the graph files say the same as the table"
holds test "$(grep -c '<data key="edgestatus">denied</data>' all/graph.graphml)" = 1
holds test "$(grep -c '<data key="edgefamily">harms</data>' all/graph.graphml)" = 3
holds test "$(grep -c 'style=dashed' all/graph.dot)" = 1
holds test "$(grep -c 'style=dotted' all/graph.dot)" = 1
has_line all/graph.dot "said 2 times in 2 stories: 2 denied"

claim "a graph of relations is measured by what is asserted"
build ties --no-cooccurrence
says "left out: 3 co-occurrences, 0 relations, 1 entity without an edge"
holds test "$(cells ties/nodes.csv id=anna degree strength)" = "2 5"
holds test "$(cells ties/nodes.csv id=boris degree strength)" = "1 3"
holds test "$(cells ties/nodes.csv id=clara degree strength)" = "1 2"
holds test "$(wc -l <ties/nodes.csv)" = 4
has_line ties/run.json '"measured_on": "pairs with asserted relations'
exits 0 "$KITH_CHECK_OUTPUT" ties filtered

claim "a family is kept with all its kinds"
build harms --no-cooccurrence --relations Harms
holds test "$(cells harms/edges.csv family=harms relation)" = "attacks
attacks
attacks"
holds test "$(wc -l <harms/edges.csv)" = 4
for names in "attacks, met" "harms --relations met"; do
    # shellcheck disable=SC2086
    build both --no-cooccurrence --relations ${names/, /,}
    holds test "$(wc -l <both/edges.csv)" = 5
done

claim "an edge needs the weight and the articles asked for"
build heavy --min-weight 2
says "left out: 1 co-occurrence, 1 relation, 1 entity without an edge"
holds test "$(wc -l <heavy/edges.csv)" = 6
build wide --min-articles 3
says "left out: 2 co-occurrences, 4 relations, 2 entities without an edge"
holds test "$(cells wide/nodes.csv degree=1 id)" = "anna
boris"
holds awk '/"left_out"/ { found = 1 } found && /"relation_edges": 4/ { good = 1 }
    END { exit !good }' wide/run.json

claim "filters take edges away and change no number of those that stay"
for folder in heavy wide; do
    for column in weight npmi llr asserted; do
        cells "$folder/edges.csv" directed=true id "$column" >some
        cells all/edges.csv directed=true id "$column" >every
        holds test -z "$(grep -vxFf every some)"
    done
done
for table in articles sentences mentions evidence; do
    holds cmp all/$table.csv wide/$table.csv
done

claim "an unknown relation is named, with those there are"
exits 3 kith build articles -g names.csv -r ties.rel --relations met,feeds -o none
complains '"feeds"'
complains "harms, attacks, met"
holds test ! -e none
exits 3 kith build articles -g names.csv --no-rules --relations met -o none
complains "there are no rules"

claim "threads change no byte"
build one -j 1 --no-cooccurrence
build three -j 3 --no-cooccurrence
holds same_folder one three

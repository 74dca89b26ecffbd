# The graph in a store: what kith diff tells of stores is what it tells of the folders of the
# same runs, and a run that does not come to its end leaves the graph of the last.

. "$KITH_SOURCE/tests/support/two_days.sh"
file monday/2024-02-01.txt <<'END'
Cara Wren says that Ada Lark leads Norby Watch.

Ada Lark met Ben Heron, "and, well," Dora Finch.
END

# build DAY ARGUMENT...: with the store DAY.kith into the folder of-DAY.
build() {
    local day=$1
    shift
    kith build "$day" -g names.csv -r ties.rel -q --store "$day.kith" -o "of-$day" "$@"
}

# tell OLD NEW: all that is told, in each form; both named by their days.
tell() {
    local form
    for form in --all --csv --json; do
        kith diff "$@" "$form" 2>&1 || return
    done | sed 's/\(of-\)\?\(monday\|tuesday\)\(\.kith\)\?\( -> \|:\)/\2\4/g'
}
# agree FOLDER FOLDER GRAPH GRAPH: of the last two that is told which is of the folders.
agree() {
    tell "$1" "$2" >folders.told
    tell "$3" "$4" >stores.told
    holds test "$(wc -l <folders.told)" -gt 3
    holds diff folders.told stores.told
}

claim "stores compare as the folders of their runs do"
exits 0 build monday
exits 0 build tuesday
agree of-monday of-tuesday monday.kith tuesday.kith
agree of-tuesday of-monday tuesday.kith monday.kith
exits 0 kith diff monday.kith tuesday.kith
says "Ada Lark -leads-> Norby Watch: claimed -> asserted, 1 -> 2 rows of evidence
      2024-03-05  tuesday/2024-03-05.txt:0
      Ada Lark leads Norby Watch."

claim "and a store with a folder, whatever it is called"
agree of-monday of-tuesday monday.kith of-tuesday
agree of-monday of-tuesday of-monday tuesday.kith
cp tuesday.kith people.csv
exits 0 kith diff tuesday.kith people.csv
says "no change"
exits 0 kith diff monday.kith monday.kith
says "no change"

claim "what the CSV files leave out the graph in the store leaves out"
exits 0 build tuesday --min-weight 2
agree of-monday of-tuesday monday.kith tuesday.kith

claim "other options are told of stores, too"
exits 0 build tuesday -w paragraph
agree of-monday of-tuesday monday.kith tuesday.kith
exits 0 kith diff monday.kith tuesday.kith
complains "tuesday.kith: was made otherwise than monday.kith: window"

claim "slices of a store compare"
exits 3 kith diff tuesday.kith --from 2024-02 --to 2024-03
complains "tuesday.kith has no slices; kith build --slice month makes some"
exits 0 build tuesday --slice month
kith diff of-tuesday --from 2024-02 --to 2024-03 --csv >folders.told
kith diff tuesday.kith --from 2024-02 --to 2024-03 --csv >stores.told
holds grep -q '^appeared,relation,' stores.told
holds cmp folders.told stores.told
exits 3 kith diff tuesday.kith --from 2023-02 --to 2024-03
complains 'tuesday.kith has no slice "2023-02"'

claim "tables that are not asked for are not in the folder, and yet in the store"
exits 0 build tuesday --slice month
kith diff monday.kith tuesday.kith --json >with.told
rm -r of-tuesday
exits 0 build tuesday --slice month --formats graphml --bom
holds test "$(ls of-tuesday | tr '\n' ' ')" = "graph.graphml problems.csv run.json "
kith diff monday.kith tuesday.kith --json >without.told
holds cmp with.told without.told
kith diff tuesday.kith --from 2024-02 --to 2024-03 --csv | holds cmp - stores.told

claim "a store tells how large its graph is"
exits 0 kith store monday.kith
says "graph: 6 entities, 10 edges"
exits 0 kith store monday.kith --json
says '"entities":6,"edges":10,'

claim "a run that fails leaves the graph of the last"
cp monday.kith before.kith
(
    trap '' XFSZ
    ulimit -f 1
    kith build tuesday -g names.csv -r ties.rel -q --store monday.kith -o elsewhere
) >failed.out 2>&1
holds test $? = 3
exits 0 kith diff before.kith monday.kith
says "no change"

claim "stores are compared while a run has one open"
mkfifo pipe
"$KITH" build pipe -g names.csv -q --store monday.kith -o of-pipe &
holder=$!
for ((i = 0; i < 100; i++)); do
    [ -e monday.kith-lock ] && break
    sleep 0.05
done
exits 0 kith diff before.kith monday.kith
says "no change"
echo 'Ada Lark came.' >pipe
wait "$holder"
exits 0 kith diff before.kith monday.kith
says "vanished"

claim "a store that no run was finished with has no graph, and that is told"
mkfifo never
"$KITH" build never -g names.csv -q --store begun.kith -o begun &
holder=$!
for ((i = 0; i < 100; i++)); do
    kith store begun.kith >begun.out 2>&1 && break
    sleep 0.05
done
kill -KILL "$holder"
wait "$holder" 2>wait.out
holds grep -q 'graph: none' begun.out
exits 3 kith diff monday.kith begun.kith
complains "begun.kith: holds no graph; kith build --store puts it in when it comes to its end"

claim "what is neither folder nor store is refused"
exits 3 kith diff monday.kith names.csv
complains "names.csv: is neither a folder that kith build wrote nor a store"
exits 3 kith diff nowhere.kith monday.kith
complains "nowhere.kith: cannot read"

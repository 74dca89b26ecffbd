# What the bundled articles say comes out as they say it: one entity under all its names,
# no entity where there is only a word, and the roles that people hold.

exits 0 kith build "$KITH_SOURCE/tests/articles" -q

# A CSV file as lines of cells between tabs, for files whose cells hold no line ends.
#
#   tabs FILE
tabs() {
    awk '{
        line = ""
        rest = $0
        do {
            if (match(rest, /^"([^"]|"")*"/)) {
                cell = substr(rest, 2, RLENGTH - 2)
                gsub(/""/, "\"", cell)
            } else {
                match(rest, /^[^,]*/)
                cell = substr(rest, 1, RLENGTH)
            }
            line = line cell "\t"
            more = substr(rest, RLENGTH + 1, 1) == ","
            rest = substr(rest, RLENGTH + 2)
        } while (more)
        print line
    }' "$1"
}

tabs out/nodes.csv >nodes
tabs out/edges.csv >edges
tabs out/mentions.csv >mentions

# The surfaces under which the entity with label $1 is mentioned.
surfaces_of() {
    awk -F '\t' -v label="$1" '
        FNR == 1 { for (i = 1; i <= NF; i++) at[FILENAME, $i] = i; next }
        FILENAME == "nodes" { if ($at["nodes", "label"] == label) id = $at["nodes", "id"] }
        FILENAME == "mentions" && $at["mentions", "entity"] == id {
            print $at["mentions", "surface"] }' nodes mentions | sort -u
}

# The directed relations from the entity labelled $1 to the one labelled $2.
relations_between() {
    awk -F '\t' -v from="$1" -v to="$2" '
        FNR == 1 { for (i = 1; i <= NF; i++) at[FILENAME, $i] = i; next }
        FILENAME == "nodes" { label[$at["nodes", "id"]] = $at["nodes", "label"] }
        FILENAME == "edges" && $at["edges", "relation"] != "co-occurrence" &&
            label[$at["edges", "source"]] == from && label[$at["edges", "target"]] == to {
            print $at["edges", "relation"] }' nodes edges
}

is_mentioned_as() {
    surfaces_of "$1" | grep -qxF -- "$2" || wrong "$1 is not mentioned as $2"
}

is_related() {
    relations_between "$1" "$2" | grep -q . || wrong "no relation $1 -> $2"
    [ -z "$(relations_between "$2" "$1")" ] || wrong "a relation $2 -> $1"
}

claim "an entity is one node under all its names"
is_mentioned_as "Dmitry Peskov" "Dmitri Peskov"
is_mentioned_as "Dmitry Peskov" "Dmitry Peskov"
is_mentioned_as "Dmitry Peskov" "Peskov"
for name in "Islamic State Khorasan Province" ISKP ISIS-K IS-K "Khorasan Province"; do
    is_mentioned_as "Islamic State Khorasan Province" "$name"
done
is_mentioned_as "Federal Security Service" FSB
for name in U.S. "United States" America; do
    is_mentioned_as "United States" "$name"
done

claim "a branch is not the whole"
is_mentioned_as "Islamic State" "Islamic State"
is_mentioned_as "Islamic State" IS
holds test -z "$(surfaces_of "Islamic State" | grep -F K)"

claim "a small word is no name"
for word in is Is us Us it It IT; do
    holds test -z "$(awk -F '\t' -v word="$word" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at["surface"] == word' mentions)"
done

claim "who holds which role is a directed relation"
is_related "Dmitry Peskov" "Kremlin"
is_related "Maria Zakharova" "Russian foreign ministry"
is_related "Emomali Rahmon" "Tajikistan"
is_related "Alexander Bortnikov" "Federal Security Service"
is_related "Vitali Klitschko" "Kyiv"
is_related "Vasyl Maliuk" "Security Service of Ukraine"
is_related "Islamic State Khorasan Province" "Islamic State"

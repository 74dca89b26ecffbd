# Edits of every sort, at random, one after the other: with a store and from nothing, the
# same bytes. Of names and rules, too. KITH_LONG=1 makes 200 of them.

edits=${KITH_LONG:+200}
RANDOM=${KITH_SEED:-7}
first=(Ada Bran Carla Dirk Elsa Finn Gina Hugo)
last=(Quill Reed Stone Vale Wood Marsh)
places=(Norway Iceland "Reed Harbour" "Stone Bay" Westland)

# one_of WORD...: any of them, in $picked. Subshells would repeat themselves.
one_of() {
    local words=("$@")
    picked=${words[RANDOM % ${#words[@]}]}
}

# A row of people.csv, in $row.
make_row() {
    one_of "${first[@]}"; local given=$picked
    one_of "${last[@]}"; local family=$picked
    one_of "" "$family" "?$family" "=${given:0:1}${family:0:1}" "$given $family Jr." \
        "$family|$given"
    local aliases=$picked
    one_of "" "" harbour bay river; local context=$picked
    one_of "" "" 1 5; row="$given $family,person,$aliases,$context,$picked"
}

# An article, in $text.
make_text() {
    local i
    one_of "" "Ada Quill speaks in Norway"$'\n\n' "BRAN REED LEAVES"$'\n\n'
    text=$picked
    for ((i = 0; i < 1 + RANDOM % 4; i++)); do
        one_of "${first[@]}"; local one="$picked"
        one_of "${last[@]}"; one="$one $picked"
        one_of "${first[@]}"; local other="$picked"
        one_of "${last[@]}" "${last[@]}"; other="$other $picked"
        one_of met saw attacked runs "did not meet" "will visit"; local deed=$picked
        one_of "${places[@]}"; local place=$picked
        one_of ". " ", $other said. " " by the river. " $'.\n\n'
        text+="$one $deed $other in $place$picked"
        one_of "" "${last[RANDOM % 6]} left. " "The head of $place, $one, spoke. "
        text+=$picked
    done
}

# a_line FILE: the number of any but the first line, in $line; 0 when there is none.
a_line() {
    local count
    count=$(wc -l <"$1")
    line=$((count > 1 ? 2 + RANDOM % (count - 1) : 0))
}

edit_articles() {
    local files=(news/*.txt) file
    one_of "${files[@]}"; file=$picked
    make_text
    case $((RANDOM % 6)) in
    0) printf '%s\n' "$text" >"news/$RANDOM.txt" ;;
    1) printf '%s\n' "$text" >>"$file" ;;
    2) mv "$file" "news/2024-0$((1 + RANDOM % 9))-11-$RANDOM.txt" ;;
    3) [ ${#files[@]} -lt 4 ] || rm "$file" ;;
    4) cp "$file" "news/copy-$RANDOM.txt" ;;
    5) printf '"%s","%s"\n' "$RANDOM" "${text//$'\n'/ }" >>news/rows.csv ;;
    esac
}

edit_names() {
    make_row
    a_line names/people.csv
    case $((RANDOM % 5)) in
    0) printf '%s\n' "$row" >>names/people.csv ;;
    1) [ "$line" = 0 ] || sed -i "${line}i $row" names/people.csv ;;
    2) [ "$line" = 0 ] || sed -i "${line}d" names/people.csv ;;
    3) [ "$line" = 0 ] || sed -i "${line}s/.*/$row/" names/people.csv ;;
    4) [ "$line" = 0 ] || { sed -n "${line}p" names/people.csv >moved
        sed -i "${line}d" names/people.csv
        cat moved >>names/people.csv; } ;;
    esac
}

edit_rules() {
    a_line ties.rel
    case $((RANDOM % 4)) in
    0) one_of "A met B" "A saw B" "the head of B, A" "A {visit} B" "A left B"
       echo "    $picked" >>ties.rel ;;
    1) [ "$line" -lt 5 ] || sed -i "${line}d" ties.rel ;;
    2) sed -i '4i\    A spoke to B' ties.rel ;;
    3) echo "# nothing" >>ties.rel ;;
    esac
}

agree() {
    exits 0 kith build --quiet --store case.kith -g names -r ties.rel -o warm news "$@"
    exits 0 kith build --quiet -g names -r ties.rel -o cold news "$@"
    sed -i 's/cold/warm/' cold/problems.csv
    holds same_folder warm cold
}

mkdir news
printf 'name,type,aliases,context,priority\n' | file names/people.csv
printf 'name,type\nNorway,country\nIceland,country\nReed Harbour,city\nStone Bay,city\n' |
    file names/places.csv
file ties.rel <<'END'
relation attacks: any -> any
    A {attack} B
relation knows: person -> any
    A met B
    A runs B
END
printf 'title,text\n"First","Ada Quill met Bran Reed."\n' >news/rows.csv
for ((i = 0; i < 12; i++)); do
    make_row
    printf '%s\n' "$row" >>names/people.csv
    make_text
    printf '%s\n' "$text" >"news/$i.txt"
done

claim "a first run"
agree
for ((i = 0; i < ${edits:-15}; i++)); do
    one_of articles articles names names rules
    claim "edit $i, of $picked, from seed ${KITH_SEED:-7}"
    "edit_$picked"
    case $((RANDOM % 12)) in
    0) agree -w paragraph ;;
    1) agree --ambiguous all ;;
    *) agree -j2 ;;
    esac
    [ "$failures" = 0 ] || break
done

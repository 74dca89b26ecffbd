# Rules that change under a store: only articles that hold their words are read again, and
# what is written is, byte for byte, what a run from nothing writes. KITH_LONG=1 makes 300
# edits at random.

edits=${KITH_LONG:+300}
RANDOM=${KITH_SEED:-11}

# agree ARGUMENT...: with the store and from nothing, the same bytes.
agree() {
    exits 0 kith build --store case.kith -g names -r ties.rel -o warm news "$@"
    local said_of_store=$said
    exits 0 kith build --quiet -g names -r ties.rel -o cold news "$@"
    sed -i 's/cold/warm/' cold/problems.csv
    holds same_folder warm cold
    said=$said_of_store
}

# reads COUNT [WHY]: the last run read so many articles.
reads() {
    says ", read: $1 article"
    [ $# = 1 ] || says "($2)"
}

mkdir news
file names/people.csv <<'END'
name,type,aliases
Ada Quill,person,
Bran Reed,person,
Carla Stone,person,
Norway,country,
Iceland,country,
Harbour Board,organisation,
END
cp "$KITH_SOURCE/gazetteers/statements.rel" names
cat >ties.rel <<'END'
list boss = head, chief
list bodies = organisation, country
relation leads: person -> <bodies>
    B <boss> A
    A , the <boss> of B
relation attacks: any -> any
    A {attack/attack on} B
relation met: person = person
    A met B
relation near: any = any
    A , B ,
END
file news/leads.txt <<'END'
Ada Quill, the head of Norway, spoke. Harbour Board chief Bran Reed did not.
END
file news/attacks.txt <<'END'
Norway attacked Iceland. An attack on Norway by Iceland failed, Ada Quill said.
END
file news/met.txt <<'END'
Ada Quill met Bran Reed in Norway. Carla Stone firmly shook his hand.
END
file news/refused.txt <<'END'
Carla Stone has refused to meet Ada Quill. Norway Captain Bran Reed met Carla Stone.
END
file news/captain.txt <<'END'
Norway captain Carla Stone left. Near Iceland, Norway, Bran Reed stayed.
END
file news/failed.txt <<'END'
Norway failed to attack Iceland.
END
file news/alone.txt <<'END'
Ada Quill attacked nobody. The head, the chief and the captain met.
END

claim "a first run"
agree
reads 7

claim "notes, examples, and how sure a rule is, change nothing in an article"
sed -i 's/^    A met B$/    A met B ; 0.5   # less sure/; 1i # a note' ties.rel
sed -i '/^relation met/a\      + Ada Quill met Bran Reed.' ties.rel
echo 'cast person = Ada Quill, Bran Reed' >>ties.rel
agree
reads 0
does_not_say "changed)"

claim "a rule that is added is looked for where its words are"
sed -i '/^relation met/a\    A {refuse} to meet B' ties.rel
agree
reads 1 "1 rule changed"
holds grep -q 'refused' warm/evidence.csv

claim "one that is edited, where its words were and are"
sed -i 's/^    A {refuse} to meet B/    A {shake} ... hand/; s/hand$/hand of B/' ties.rel
agree
reads 2 "1 rule changed"

claim "a verb more is looked for by itself"
sed -i 's/^    A {attack/&|stay in/' ties.rel
agree
reads 1 "1 rule changed"
sed -i 's/|stay in//' ties.rel
agree
reads 1 "1 rule changed"

claim "one that is taken out leaves nothing"
sed -i '/{shake}/d' ties.rel
agree
reads 1 "1 rule changed"

claim "one that changes places, too, is read where its words are"
sed -i 's/^    A met B.*/&\n    A (met|saw) B/' ties.rel
agree
sed -i '/(met|saw)/d; s/^    A met B/    A (met|saw) B\n&/' ties.rel
agree
says "1 rule changed)"
claim "and so are relations, by the line that opens them"
printf 'relation saw: person = person\n    A met B\n' >>ties.rel
agree
sed -i '1i relation saw: person = person' ties.rel
agree
says "1 rule changed)"
agree
reads 0

claim "an entry of a list is looked for by itself"
sed -i 's/^list boss = head, chief/list boss = head, chief, captain/' ties.rel
agree
reads 2 "1 list of the rules changed"
holds grep -q ',captain,' warm/evidence.csv

claim "a rule without words is looked for wherever two are named"
sed -i 's/^    A , B ,$/    A , B/' ties.rel
agree
reads 6 "1 rule changed"

claim "what relations say of their rules is part of them"
sed -i 's/^relation met: person = person/relation met: person -> person/' ties.rel
agree
says "changed)"
sed -i 's/^relation leads: person ->/relation leads: one person ->/' ties.rel
agree
reads 3 "2 rules changed"
sed -i 's/^list bodies = organisation, country/list bodies = country/' ties.rel
agree
says "changed)"

claim "words of status are looked for where they stand"
sed -i 's/refused to, *//' names/statements.rel
agree
reads 1 "1 list of the rules changed"
sed -i 's/failed to, *//; s/^list unreal = /&failed to, /' names/statements.rel
agree
reads 1 "2 lists of the rules changed"

claim "a list of status of one's own takes the other's place"
sed -i '1i list negative = firmly' ties.rel
agree
says "changed)"

claim "another file of rules is rules that are added"
printf 'relation stays: person -> any\n    A stayed in B\n    A stayed ... B\n' >more.rel
agree -r more.rel
reads 1 "2 rules changed"

claim "where very many words have changed, articles with two names are read"
{ echo 'list many = word1,'
    for ((i = 2; i <= 4100; i++)); do echo "    word$i,"; done
    printf '    wordlast\nrelation many: person = person\n    A <many> B\n'
} >more.rel
agree -r more.rel
reads 6 "the rules have changed in many places"

# ---- at random --------------------------------------------------------------------------

# one_of WORD...: any of them, in $picked.
one_of() {
    local words=("$@")
    picked=${words[RANDOM % ${#words[@]}]}
}

names=("Ada Quill" "Bran Reed" "Carla Stone" Norway Iceland "Harbour Board" "General Frost" He she)
make_text() {
    local i
    text=""
    for ((i = 0; i < 1 + RANDOM % 3; i++)); do
        one_of "${names[@]}"; local one=$picked
        one_of "${names[@]}"; local other=$picked
        one_of met "did not meet" attacked "was attacked by" "refused to attack" "firmly met" \
            "has lately met" ", head of" ", the former chief of" ", captain of" "'s attack on" \
            "stayed in" "may visit" "and Captain"
        text+="$one $picked $other"
        one_of ". " " in Norway. " ", Bran Reed said. " ", according to Norway. " $'.\n\n'
        text+=$picked
    done
}

rules=("A met B" "A met ... B" "A {meet} B" "A {attack} B" "A {attack/attack on|visit} B"
    "A , <boss> of B" "B <boss> A" "A , the (former)? <boss> of B" "A stayed in B" "A 's B"
    "A firmly met B ; 0.4" "A met , B" "A and captain B" "A , B")

# a_rule: the number of the line of a rule, in $line; 0 when there is none.
a_rule() {
    local lines
    mapfile -t lines < <(grep -n '^    ' ties.rel | cut -d: -f1)
    [ ${#lines[@]} = 0 ] && line=0 || line=${lines[RANDOM % ${#lines[@]}]}
}

edit_rules() {
    a_rule
    case $((RANDOM % 10)) in
    0 | 1) one_of "${rules[@]}"
        [ "$line" = 0 ] || sed -i "${line}a\\    $picked" ties.rel ;;
    2) [ "$line" = 0 ] || sed -i "${line}d" ties.rel ;;
    3) [ "$line" = 0 ] || { sed -n "${line}p" ties.rel >moved
        sed -i "${line}d" ties.rel
        a_rule
        [ "$line" = 0 ] || sed -i "${line}r moved" ties.rel; } ;;
    4) one_of "head" "head, chief" "chief, captain" "captain, former chief"
        sed -i "s/^list boss = .*/list boss = $picked/" ties.rel ;;
    5) one_of "not, refused to" "not" "refused, firmly" "did not"
        sed -i "s/^list negative = .*/list negative = $picked/" ties.rel ;;
    6) one_of "any -> any" "person -> any" "one person -> any" "any = any" "person = country"
        local kind=$picked
        one_of leads attacks met
        sed -i "s/^relation $picked:.*/relation $picked: $kind/" ties.rel ;;
    7) one_of "former" "former, firmly" "captain" "lately"
        sed -i "s/^list except = .*/list except = $picked/" ties.rel ;;
    8) one_of leads attacks met # as the first of the relations
        sed -n "/^relation $picked:/,/^\$/p" ties.rel >moved
        sed -i "/^relation $picked:/,/^\$/d" ties.rel
        sed -i "/^list except/r moved" ties.rel ;;
    9) one_of "|visit}" "|refuse to meet}" "|meet/attack on}" "}"
        [ "$line" = 0 ] || sed -i "${line}s#[|/][^{]*}#}#; ${line}s#}#$picked#" ties.rel ;;
    esac
}

rm -r news case.kith
mkdir news
cat >ties.rel <<'END'
list boss = head, chief
list negative = not
list except = former
relation leads: person -> any
    A , <boss> of B

relation attacks: any -> any
    A {attack} B

relation met: person = person
    A met B

END
for ((i = 0; i < 24; i++)); do
    make_text
    printf '%s\n' "$text" >"news/$i.txt"
done
claim "edits at random, from seed ${KITH_SEED:-11}"
agree
for ((i = 0; i < ${edits:-20}; i++)); do
    edit_rules
    claim "edit $i of the rules, from seed ${KITH_SEED:-11}"
    agree --quiet
    [ "$failures" = 0 ] || break
done

# Killed at any moment, a run leaves what the last one wrote and a store that is whole, and
# the next one finishes the work. 200 kills; with sanitizers, which make each ten times as
# long, 12 unless KITH_LONG=1.

kills=200
[ "${KITH_SANITIZED:-0}" = 0 ] || [ "${KITH_LONG:-}" ] || kills=12
RANDOM=${KITH_SEED:-11}

file people.csv <<'END'
name,type,aliases
Ada Quill,person,Quill
Bran Reed,person,Reed
Carla Stone,person,Stone
END
echo 'relation knows: person = person
    A met B' >ties.rel
mkdir news
for ((i = 0; i < 400; i++)); do
    echo "Ada Quill met Bran Reed on day $i. Carla Stone met Reed. Number $i was there." \
        >"news/$i.txt"
done

build() {
    kith build --quiet -g people.csv -r ties.rel "$@" news
}

# How long a whole run takes sets when it is killed.
begun=${EPOCHREALTIME/./}
build --store first.kith -o first
took=$(((${EPOCHREALTIME/./} - begun) / 1000))
build --store case.kith -o warm
cp -r warm last

# The files that a run writes, without what a killed one has left behind.
is_whole() {
    [ -e warm/.kith-journal ] && return
    rm -rf seen
    cp -r warm seen
    rm -f seen/*.kith-* seen/.kith-journal.kith-*
    diff -r -q seen last >/dev/null || diff -r -q seen cold >/dev/null
}

for ((i = 0; i < kills; i++)); do
    delay=$((RANDOM % (took + 20)))
    claim "killed for the ${i}th time, after $delay ms, from seed ${KITH_SEED:-11}"
    for ((k = 0; k < 40; k++)); do
        echo "Carla Stone met Ada Quill, $i and $k." >"news/$((RANDOM % 400)).txt"
    done
    command_line="kith build --store case.kith"
    build -o cold
    sed -i 's/cold/warm/' cold/problems.csv
    "$KITH" build --quiet -g people.csv -r ties.rel --store case.kith -o warm news &
    sleep "$(printf '0.%03d' "$delay")"
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
    holds is_whole
    exits 0 kith store case.kith --check
    exits 0 build --store case.kith -o warm
    holds same_folder warm cold
    holds test ! -e warm/.kith-journal
    [ "$failures" = 0 ] || break
    rm -r last
    cp -r warm last
done

for ((i = 0; i < (kills + 7) / 8; i++)); do
    delay=$((RANDOM % (took + 20)))
    claim "the first run with a store is killed after $delay ms"
    rm -f case.kith*
    "$KITH" build --quiet -g people.csv -r ties.rel --store case.kith -o warm news &
    sleep "$(printf '0.%03d' "$delay")"
    kill -9 $! 2>/dev/null
    wait $! 2>/dev/null
    exits 0 build --store case.kith -o warm
    exits 0 kith store case.kith --check
    holds same_folder warm last
done

claim "a journal that is found is finished"
cp warm/nodes.csv warm/nodes.csv.kith-999999999
echo changed >warm/nodes.csv
printf 'nodes.csv.kith-999999999\0nodes.csv\0' >warm/.kith-journal
touch news/1.txt
rm warm/edges.csv
exits 0 build --store case.kith -o warm
holds same_folder warm cold

claim "what a run that is gone has begun is swept up"
echo begun >warm/edges.csv.kith-999999999
rm warm/nodes.csv
exits 0 build --store case.kith -o warm
holds test ! -e warm/edges.csv.kith-999999999

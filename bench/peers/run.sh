#!/usr/bin/env bash
# kith beside other matchers of names, on the same names and the same text.
#
#     bench/peers/run.sh ARTICLES NAMES...
#
# ARTICLES is a folder of .txt files, NAMES are lists of names in TSV (bench/README.md),
# packed with zstd or not. For each list, a row for each tool: kith, daachorse and
# aho-corasick (Rust), spaCy's PhraseMatcher and FlashText (Python), for names as they are
# spelt and for names in any case. A tool that cannot be had is skipped and told.
#
# All run on one core, one behind the other, with the text in memory; seconds are of the
# process, and the best of PASSES (5) passes counts. The Python tools get a sample of
# SAMPLE megabytes (2), and lists of more than SPACY_NAMES names (100000) are not given to
# spaCy, which takes minutes and gigabytes for them.
#
# cargo and pip fetch what they need into build/peers (PEERS names another folder); kith's
# side is build/bench/bench_match (BENCH_MATCH names another).
set -eu

here=$(cd "$(dirname "$0")" && pwd)
bench=$here/..
BENCH_MATCH=${BENCH_MATCH:-$bench/../build/bench/bench_match}
PEERS=${PEERS:-$bench/../build/peers}
PASSES=${PASSES:-5}
SAMPLE=${SAMPLE:-2}
SPACY_NAMES=${SPACY_NAMES:-100000}
. "$bench/machine.sh"

skip() {
    echo "peers: skipped: $*" >&2
}

case ${1-} in
-h | --help)
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
esac
if [ $# -lt 2 ] || [ ! -d "$1" ]; then
    skip "no folder of articles and lists of names given (see --help)"
    exit 0
fi
articles=$1
shift
[ -x "$BENCH_MATCH" ] || {
    echo "peers: there is no program $BENCH_MATCH; build it, or name it in BENCH_MATCH" >&2
    exit 3
}
mkdir -p "$PEERS"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ---- getting the tools ----

rust=$PEERS/target/release/kith-peers
if ! command -v cargo >/dev/null; then
    rust=
    skip "daachorse and aho-corasick: there is no cargo"
elif ! CARGO_TARGET_DIR=$PEERS/target cargo build --quiet --release --locked \
    --manifest-path "$here/Cargo.toml" 2>"$work/complaint"; then
    rust=
    skip "daachorse and aho-corasick: $(tail -n 1 "$work/complaint")"
fi

python=$PEERS/python/bin/python
[ -x "$python" ] || python3 -m venv "$PEERS/python" 2>/dev/null ||
    skip "spaCy and FlashText: there is no python3 with venv"
if [ -x "$python" ]; then
    for package in spacy flashtext; do
        "$python" -c "import $package" 2>/dev/null ||
            "$python" -m pip install --quiet "$package" 2>"$work/complaint" ||
            skip "$package: $(tail -n 1 "$work/complaint")"
    done
fi

# ---- lists of names ----

# The list as TSV, whatever it is packed in.
unpack() {
    case $1 in
    *.zst) zstd -dc "$1" ;;
    *) cat "$1" ;;
    esac
}

# The very names that the gazetteer made of the list holds, one a line.
names_of() {
    LC_ALL=C awk -F '\t' '
        NR == 1 || $1 == "" { next }
        !seen[$1]++ { print $1 }
        $3 != "" && !index($3, "|") && !seen[$3]++ { print $3 }' "$1"
}

# A gazetteer with each name marked "~", for any case.
in_any_case() {
    LC_ALL=C awk -F '\t' -v OFS='\t' 'NR > 1 { $3 = "~" $3; print $1, $2, "~" $1 } 1' "$1"
}

# ---- rows ----

# row TOOL CASE BUILD MEMORY SPEED MATCHES LOST INCLUDES; ratios are to kith's row of the
# same case, which comes first.
row() {
    if [ "$1" = kith ]; then
        kith_speed=$5
    fi
    awk -v tool="$1" -v case="$2" -v build="$3" -v memory="$4" -v speed="$5" \
        -v matches="$6" -v lost="$7" -v includes="$8" -v kith="$kith_speed" 'BEGIN {
            printf "%-20s %-6s %8.2f %8.0f %8.1f %7.1f %9s %7s  %s\n", tool, case, build,
                memory, speed, kith / speed, matches, lost, includes }'
}

# kith CASE GAZETTEER
kith_row() {
    local numbers
    "$BENCH_MATCH" "$articles" "$2" >"$work/said" || return 0
    numbers=$(sed -n 's/.*loaded in \([0-9.]*\) s, compiled in \([0-9.]*\) s, \(-*[0-9]*\) MB.*/\1 \2 \3/p
        s/.*recognising \([0-9]*\) MB.* \([0-9]*\) matches.*/\1 \2/p' "$work/said" |
        tr '\n' ' ')
    # shellcheck disable=SC2086 # five words
    set -- "$1" $numbers
    row kith "$1" "$(awk "BEGIN { print $2 + $3 }")" "$4" "$5" "$6" 0 \
        "decoding, tokens, sentences, folding, matching, choice of entities"
}

# rust_row TOOL CASE [lost]; what one of them loses the other loses too, and counting it
# takes longer than all else.
rust_row() {
    local tool build memory speed matches lost
    [ -n "$rust" ] || return 0
    "$rust" "$1" "$2" "$articles" "$work/names" "$PASSES" "${3-}" >"$work/said" || {
        skip "$1 with $label"
        return 0
    }
    IFS=$'\t' read -r tool build memory speed matches lost <"$work/said"
    [ -z "$lost" ] || known_lost="$matches $lost"
    [ "${known_lost% *}" != "$matches" ] || lost=${known_lost#* }
    row "$tool" "$2" "$build" "$memory" "$speed" "$matches" "$lost" \
        "search$([ "$2" = spelt ] || echo " in text put into lower case before")"
}

# python_row TOOL INCLUDES
python_row() {
    local tool build memory speed matches
    [ -x "$python" ] || return 0
    "$python" "$here/peers.py" "$1" "$articles" "$work/names" 3 "$SAMPLE" \
        >"$work/said" || {
        skip "$1 with $label"
        return 0
    }
    IFS=$'\t' read -r tool build memory speed matches <"$work/said"
    row "$tool" any "$build" "$memory" "$speed" "$matches*" - "$2"
}

# ---- the table ----

measure() {
    local count known_lost="- -"
    label=$(basename "$1")
    unpack "$1" >"$work/list.tsv" || return 0
    names_of "$work/list.tsv" >"$work/names"
    in_any_case "$work/list.tsv" >"$work/any.tsv"
    "$bench/names-to-gazetteer.sh" "$work/list.tsv" >"$work/spelt.csv" 2>/dev/null
    "$bench/names-to-gazetteer.sh" "$work/any.tsv" >"$work/any.csv" 2>/dev/null
    count=$(wc -l <"$work/names")
    echo
    echo "$label: $count names"
    printf '%-20s %-6s %8s %8s %8s %7s %9s %7s  %s\n' tool case build-s MB MB/s kith-x \
        matches lost "what is timed"
    for case in spelt any; do
        kith_row "$case" "$work/$case.csv"
        rust_row daachorse "$case" lost
        rust_row aho-corasick "$case"
    done
    if [ "$count" -le "$SPACY_NAMES" ]; then
        python_row spacy "tokens and matching; longest of those that overlap"
    else
        skip "spaCy with $label: more than $SPACY_NAMES names"
    fi
    python_row flashtext "search"
}

about_machine
find "$articles" -type f -name '*.txt' -print0 | xargs -0 cat | wc -c >"$work/bytes"
awk '{ printf "text:     %.1f MB; * in a sample of '"$SAMPLE"' MB\n", $1 / 1e6 }' "$work/bytes"
for names in "$@"; do
    if [ -e "$names" ]; then
        measure "$names"
    else
        skip "there is no $names"
    fi
done

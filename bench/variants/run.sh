#!/usr/bin/env bash
# How good are the rules of spelling?
#
#     bench/variants/run.sh [-l LIMIT] [-f] [-m] [NAMES.tsv[.zst]]
#
# From the main spelling of each person in NAMES (heading; canonical, type, alias; one
# alias a row, those of one name together) the variants are made; printed are the share of
# the person's other spellings among them and the share of variants that are somebody
# else's name, over all and by rule. -f reads the far-fetched rules too, -m prints what
# was missed. Without NAMES, names-1m.tsv.zst in KITH_BENCH_DATA. Without either, or
# without the program, the script says so and does nothing.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
BENCH=${BENCH:-$here/../../build/bench/bench_variants}

skip() {
    echo "bench/variants: skipped: $*" >&2
    exit 0
}

options=()
while getopts l:fmh option; do
    case $option in
    l) options+=(-l "$OPTARG") ;;
    f | m) options+=("-$option") ;;
    *)
        sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
    esac
done
shift $((OPTIND - 1))

names=${1:-${KITH_BENCH_DATA:+$KITH_BENCH_DATA/names-1m.tsv.zst}}
[ -n "$names" ] || skip "no list of names given (-h for help)"
[ -r "$names" ] || skip "$names is not there"
[ -x "$BENCH" ] || skip "$BENCH is not built"

case $names in
*.zst) zstd -dc "$names" ;;
*) cat "$names" ;;
esac | "$BENCH" ${options[@]+"${options[@]}"} "$here/../../gazetteers"

#!/usr/bin/env bash
# How many inflected names are found, and how many words are wrongly taken for names?
#
#     bench/variants/inflections.sh [-v] [KITH]
#
# tests/inflections holds names in five languages with their cases. A gazetteer of the
# names alone is made; each case that is written in another way stands in a sentence, and
# so does each stranger, a word that is no form of any name there. A form is right when the
# whole of it is found, and as its own name. Printed are, without and with the rules of the
# language (KITH tag --variants), the share of forms that are right, and of those found
# that are. -v lists what was missed or wrong.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
verbose=0
[ "${1:-}" = -v ] && verbose=1 && shift
kith=${1:-$here/../../build/kith}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# From a table: the gazetteer, the sentences, and what kith ought to make of them.
part() {
    awk -F, -v names="$work/names.csv" -v text="$work/text.txt" -v want="$work/want.txt" '
        BEGIN { print "name,type,id" > names }
        /^#/ || $1 == "type" { next }
        $1 == "stranger" {
            for (i = 2; i <= NF; i++) {
                print "… " $i " …\n" > text
                print "… " $i " …\n" > want
            }
            next
        }
        {
            id = "n" ++count
            print $2 "," $1 "," id > names
            for (i = 3; i <= NF; i++)
                if ($i != "-" && $i != $2) {
                    print "… " $i " …\n" > text
                    print "… [" $i "|" $1 ":" id "] …\n" > want
                }
        }' "$1"
}

# forms, right, wrong
count() {
    "$kith" tag -g "$work/names.csv" --variants "$1" --no-short-forms --no-guard \
        "$work/text.txt" >"$work/got.txt"
    paste -d '\t' "$work/want.txt" "$work/got.txt" | awk -F'\t' -v verbose="$2" '
        $1 ~ /\[/ { forms++ }
        $1 ~ /\[/ && $1 == $2 { right++; next }
        $2 ~ /\[/ { wrong++ }
        $1 != $2 && verbose { print "  " $1 "  got  " $2 > "/dev/stderr" }
        END { print forms + 0, right + 0, wrong + 0 }'
}

share() {
    awk -v part="$1" -v whole="$2" 'BEGIN { printf "%.1f", whole ? 100 * part / whole : 100 }'
}

printf '%-9s %6s %15s %12s %12s %12s\n' language forms 'recall without' with \
    'precision' with
for table in "$here"/../../tests/inflections/*.csv; do
    language=$(basename "$table" .csv)
    part "$table"
    read -r forms right wrong <<<"$(count none 0)"
    read -r _ right_with wrong_with <<<"$(count "$language" "$verbose")"
    printf '%-9s %6s %15s %12s %12s %12s\n' "$language" "$forms" \
        "$(share "$right" "$forms")" "$(share "$right_with" "$forms")" \
        "$(share "$right" $((right + wrong)))" \
        "$(share "$right_with" $((right_with + wrong_with)))"
done

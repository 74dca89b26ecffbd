# Public lists of names into a gazetteer, and on into a graph.

file words.txt <<'END'
Ada Lark
Ben Heron
END
file names.csv <<'END'
name,id
Ada Lark,a
A. Lark,a
Ben Heron,b
END
file broken.csv <<'END'
name,id
Ada Lark,a
,b
Cara Wren,c
END
file articles/one.txt <<'END'
Ada Lark met Ben Heron in the harbour.
END

claim "the page has options, examples and exit codes, and fits a terminal"
exits 0 kith import --help
is_content
says "Usage: kith import"
for option in -f --from -t --type --min-population -o --output -q --quiet -h --help; do
    says " $option"
done
says "Examples:"
says "Exit status: 0"
holds awk 'length > 79 { print; bad = 1 } END { exit bad }' .stdout

claim "the man page has every option and every format of the help"
kith import --help >help.txt
for option in $(grep -oE -- '--[a-z-]+' help.txt | sort -u); do
    holds grep -Eq -- "Fl (. , )?-${option#--}( |$)" "$KITH_SOURCE/docs/kith.1"
done
for format in geonames wikidata opensanctions ofac everypolitician entityruler gate \
    petrarch words; do
    says "$format"
    holds grep -q "$format" "$KITH_SOURCE/docs/kith.1"
    holds grep -q "$format" "$KITH_SOURCE/docs/FORMATS.md"
done

claim "a list becomes a gazetteer on standard output, and what it is is told"
exits 0 kith import names.csv
says "name,type,aliases,id
Ada Lark,person,A. Lark,everypolitician:a
Ben Heron,person,,everypolitician:b"
complains "names.csv: EveryPolitician list of names"
complains "2 names with 1 aliases"

claim "what comes of a list is a gazetteer that build reads without a complaint"
exits 0 kith import names.csv --quiet -o gazetteer.csv
is_content
holds test -z "$said"
exits 0 kith build articles -g gazetteer.csv
is_content
has_line out/nodes.csv "Ada Lark"

claim "words want a type, and get it"
exits 3 kith import words.txt
complains "words.txt"
complains "type"
exits 0 kith import -t person words.txt
says "Ben Heron,person,,"

claim "a stream is read when its format is said"
exits 0 bash -c "cat words.txt | '$KITH' import --from words -t person -"
says "Ada Lark,person,,"
exits 3 bash -c "cat words.txt | '$KITH' import -t person -"
complains "stream"

claim "what must be looked at first is no stream, and that is said"
exits 3 bash -c "cat names.csv | '$KITH' import --from wikidata -t person -"
complains "save it to a file"

claim "a row that cannot be used is told by file and line, and the rest is written"
exits 1 kith import broken.csv
complains "broken.csv:3:"
says "Cara Wren,person,,everypolitician:c"
exits 1 kith import --quiet broken.csv
complains "broken.csv:3:"

claim "an input that is not there leaves an older gazetteer as it was"
file kept.csv <<<"as it was"
exits 3 kith import absent.csv -o kept.csv
complains "absent.csv"
exits 3 kith import names.csv absent.csv --from everypolitician -o kept.csv
complains "absent.csv"
has_line kept.csv "as it was"
holds test -z "$(find . -name '*.kith-*')"

claim "the same list gives the same bytes"
kith import names.csv -q >first
kith import names.csv -q >second
holds cmp first second

claim "a full disk is a failure and not a silence"
if [ -w /dev/full ]; then
    "$KITH" import names.csv >/dev/full 2>complaint
    holds test $? = 3
fi

claim "options that make no sense are shown with what would"
exits 2 kith import
complains "list"
exits 2 kith import --from latin names.csv
complains "latin"
complains "geonames"
exits 2 kith import --min-population many names.csv
complains "many"
exits 2 kith import --frobnicate names.csv
complains "--frobnicate"
complains "kith import --help"

claim "memory does not grow with the list"
places() {
    awk -v count="$1" 'BEGIN {
        for (i = 1; i <= count; i++)
            printf "%d\tNorby %d\tNorby %d\tNord %d,Nordby\t1\t1\tP\tPPL\tNL\t\t\t\t\t\t%d\t\t1\tx\t2024-01-01\n",
                i, i, i, i, i
    }'
}
within() {
    (ulimit -v "$1" && exec "$KITH" import "$2" -q -o "$2.csv" 2>/dev/null)
}
# The address space that does for thirty thousand places, found in steps of two megabytes,
# does for a quarter of a million but for one step more; they are twenty megabytes. A
# program built with sanitizers takes more than any limit.
least_limit() {
    local limit=16384
    until within "$limit" few.txt; do
        limit=$((limit + 2048))
    done
    echo "$limit"
}
places 30000 >few.txt
places 250000 >many.txt
if { within 262144 few.txt; } 2>/dev/null; then
    limit=$(least_limit 2>/dev/null)
    holds within $((limit + 2048)) many.txt
    holds test "$(wc -l <many.txt.csv)" = 250001
fi

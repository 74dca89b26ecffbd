#!/usr/bin/env bash
# A list of names into a gazetteer:
#
#     bench/names-to-gazetteer.sh NAMES.tsv > gazetteer.csv
#
# NAMES.tsv has a heading and three columns between tabs: canonical name, type, alias;
# one alias a row. Rows of one name and type become one row of the gazetteer, in the
# order in which names first appear. An alias with a | in it, which a gazetteer's alias
# column cannot hold, is left out and counted on stderr.
set -eu

if [ $# != 1 ] || [ ! -r "$1" ]; then
    echo "usage: bench/names-to-gazetteer.sh NAMES.tsv > gazetteer.csv" >&2
    exit 2
fi

LC_ALL=C awk -F '\t' '
    function cell(text) { gsub(/"/, "\"\"", text); return "\"" text "\"" }
    { sub(/\r$/, "") }
    NR == 1 || $1 == "" { next }
    {
        key = $1 FS $2
        if (!(key in seen)) { seen[key]; keys[++count] = key }
    }
    index($3, "|") { dropped++; next }
    $3 == "" || $3 == $1 { next }
    { aliases[key] = key in aliases ? aliases[key] "|" $3 : $3 }
    END {
        print "name,type,aliases"
        for (i = 1; i <= count; i++) {
            split(keys[i], part, FS)
            print cell(part[1]) "," cell(tolower(part[2])) "," cell(aliases[keys[i]])
        }
        if (dropped) printf "%d aliases with a | left out\n", dropped > "/dev/stderr"
    }' "$1"

# What does not stop a run: it is listed in problems.csv with its file, its line and a
# reason, the exit code is 1, and the rest is used.

file names.csv <<'END'
name,type,aliases
Ada Lark,person,Lark
,person,Nameless
Ben Heron,person,
Cara Wren,,Wren
"Dora Finch,person
END
file articles/good.txt <<'END'
Ada Lark met Ben Heron in the harbour.
END
file articles/picture.jpg <<'END'
not for reading
END
: >articles/empty.txt
printf 'Ada Lark\0Ben Heron met.\n' >articles/binary.txt
printf 'Ada Lark met Ben Heron in a caf\351.\n' >articles/latin.txt
{
    printf 'Ada Lark met Ben Heron. '
    head -c 3000 /dev/zero | tr '\0' 'x'
} >articles/large.txt

claim "a run with faults finishes, and says so by its exit code"
exits 1 kith build articles -g names.csv --max-size 2k
for name in graph.graphml graph.dot nodes.csv edges.csv articles.csv sentences.csv \
    mentions.csv evidence.csv problems.csv run.json; do
    holds test -s "out/$name"
    says "out/$name"
done

claim "the summary tells why articles were skipped"
says "skipped 4 articles: 1 not text, 1 empty, 1 too large, 1 of a kind that is not read"

claim "a gazetteer row without a name is reported with file and line"
holds grep -q 'names.csv.*3' out/problems.csv
complains "names.csv:3:"

claim "a gazetteer row without a type is reported with file and line"
holds grep -q 'names.csv.*5' out/problems.csv

claim "a quote that is never closed is reported where it begins"
holds grep -q 'names.csv.*6' out/problems.csv

claim "the good rows of the same file are used"
has_line out/nodes.csv "Ada Lark"
has_line out/nodes.csv "Ben Heron"

claim "an article of a kind not read is listed with its reason"
has_line out/problems.csv "picture.jpg"

claim "an empty article is listed"
has_line out/problems.csv "empty.txt"

claim "a binary article is listed"
has_line out/problems.csv "binary.txt"

claim "an article past --max-size is listed"
has_line out/problems.csv "large.txt"

claim "an article that is no UTF-8 is read as Windows-1252, and that is reported"
has_line out/problems.csv "latin.txt"
has_line out/problems.csv "indows-1252"
has_line out/articles.csv "latin.txt"

claim "articles that were not read are no articles"
for name in picture.jpg empty.txt binary.txt large.txt; do
    holds test -z "$(grep "$name" out/articles.csv)"
done

claim "one unreadable file among good ones costs only itself"
if [ "$(id -u)" != 0 ]; then
    mkdir some
    cp articles/good.txt some/good.txt
    cp articles/good.txt some/locked.txt
    chmod a-r some/locked.txt
    exits 1 kith build some -g names.csv -o some-out
    has_line some-out/problems.csv "locked.txt"
    has_line some-out/articles.csv "good.txt"
fi

claim "hidden files and loops of links are passed over without a word"
file tidy/good.txt <articles/good.txt
file tidy/.hidden.txt <articles/good.txt
ln -s . tidy/loop
file clean.csv <<'END'
name,type
Ada Lark,person
Ben Heron,person
END
exits 0 kith build tidy -g clean.csv -o tidy-out
is_content
holds test "$(wc -l <tidy-out/articles.csv)" = 2
holds test "$(wc -l <tidy-out/problems.csv)" = 1

claim "an alias of two entities is a note: kept for both, reported, and no fault"
file twice.csv <<'END'
name,type,aliases
Ada Lark,person,the editor
Ben Heron,person,the editor
END
exits 0 kith build tidy -g twice.csv -o twice-out
has_line twice-out/problems.csv "the editor"

claim "quiet prints nothing when all is well"
exits 0 kith build tidy -g clean.csv -o tidy-out --quiet
is_content
holds test -z "$said"

claim "quiet still says what went wrong"
exits 1 kith build articles -g names.csv --quiet
holds test -z "$said"
complains "names.csv"

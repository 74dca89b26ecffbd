# kith tag: the names of an article, in each format.

file names.csv <<'END'
name,type,aliases,id
Ada Lark,person,Lark|Ms Lark,ada
Lark & Sons,company,,sons
Zürich,city,Zurich,zurich
END
printf 'Lark <at> home\n\nAda Lark left "Lark & Sons" for Zu\314\210rich.\nNo name here.\n' >article.txt

claim "away from a terminal the article is printed whole, names in brackets"
exits 0 kith tag -g names.csv article.txt
is_content
says "[Ada Lark|person:"
says "left"
says "No name here."

claim "text stripped of its marks is the article"
kith tag -g names.csv --format text article.txt | sed -E 's/\[([^]|]*)\|[^]]*\]/\1/g' >plain.txt
holds cmp article.txt plain.txt

claim "no colour goes where no terminal is"
holds test -z "$(grep $'\033' .stdout)"

claim "jsonl is one object a mention, with offsets into the file"
exits 0 kith tag -g names.csv --format jsonl article.txt
holds test "$(wc -l <.stdout)" = 4
says '"Ada Lark"'
says '"Lark & Sons"'
holds test -z "$(grep -v '^{.*}$' .stdout)"
while IFS=$'\t' read -r begin end surface; do
    cut=$(tail -c +$((begin + 1)) article.txt | head -c $((end - begin)))
    holds test "$cut" = "$surface"
done < <(sed -nE 's/.*"begin": ?([0-9]+).*"end": ?([0-9]+).*"surface": ?"([^"]*)".*/\1\t\2\t\3/p' .stdout)
holds test "$(grep -cE '"begin": ?[0-9]+.*"end": ?[0-9]+.*"surface": ?"' .stdout)" = 4

claim "brat has a T line a mention, with offsets in characters"
exits 0 kith tag -g names.csv --format brat article.txt
holds test "$(grep -c '^T' .stdout)" = 4
# Zürich stands behind the 48th character, and is 7 characters long when ü is two.
holds grep -Eq $'^T4\t[^ ]+ 48 55\t' .stdout

claim "html is one page, in which what the article says is only said"
exits 0 kith tag -g names.csv --format html article.txt
says "<mark"
says "&lt;at&gt;"
says "Lark &amp; Sons"
does_not_say "<at>"
if command -v xmllint >/dev/null; then
    kith tag -g names.csv --format html article.txt >page.html
    exits 0 xmllint --html --noout page.html
fi

claim "several files are tagged one after the other"
exits 0 kith tag -g names.csv article.txt article.txt
holds test "$(grep -c 'No name here' .stdout)" = 2

claim "a name is found across the end of a line, and cut out with it"
file wrapped.txt <<'END'
The harbour was quiet on Tuesday morning when the newspaper's editor, Ada
Lark, came down to the quay to see the last of the old cranes taken away.
END
exits 0 kith tag -g names.csv wrapped.txt
says $'[Ada\nLark|person:'

claim "the shipped gazetteers are the default"
echo 'The Kremlin spoke to reporters in Moscow.' >shipped.txt
exits 0 kith tag shipped.txt
says "[Moscow|"

claim "on a terminal names are coloured, unless NO_COLOR is set"
# Without /dev/pts, as in a bare chroot, there is no terminal to be had.
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    script -qec "'$KITH' tag -g names.csv article.txt" /dev/null >terminal.txt </dev/null
    holds grep -q $'\033\[' terminal.txt
    NO_COLOR=1 script -qec "'$KITH' tag -g names.csv article.txt" /dev/null >terminal.txt </dev/null
    holds test -z "$(grep $'\033' terminal.txt)"
fi

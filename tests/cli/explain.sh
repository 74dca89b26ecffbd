# kith explain: why a name is found at a place, or why none is.

file names.csv <<'END'
name,type,aliases,id,forbid,demonyms,until
Ada Lark,person,,ada,,,
Ben Heron,person,,,,,
Paris,city,,,,,
Upland,country,,,,Uplandic,
Upland Harbour Board,agency,,,,,
Board Games,company,=BG,,,,
Jordan Vale,person,Jordan,,basketball,,
May Field,person,?Field,,,,
END
file article.txt <<'END'
Harbour reopens

Ada Lark told Uplandic media that Lark saw Paris Hilton in Paris.
The Upland Harbour Board (UHB) was late. The UHB said so.
Jordan plays basketball. A bg of the field, and Heron.
END

explain() {
    exits 0 kith explain -g names.csv "$@"
    is_content
}

claim "a mention is told with its row"
explain article.txt:17
says 'article.txt:17 (line 3, column 1)'
says '"Ada" is in "Ada Lark", a mention of Ada Lark (person), names.csv:2.'
says '"Ada Lark" of Ada Lark (person), names.csv:2: matches "Ada Lark"'

claim "a line and a column mean the same place as an offset"
kith explain -g names.csv article.txt:17 >offset.txt
kith explain -g names.csv article.txt:3:1 >line.txt
holds cmp offset.txt line.txt

claim "the words around are told, folded, with their sentence"
explain article.txt:3:1
says '>      17  Ada  word with a capital, folded ada'
says 'Words of sentence 2'
explain article.txt:0
says 'Words of the title, sentence 1'

claim "a short form names the place of the full name"
explain article.txt:3:35
says '"Lark" means Ada Lark (person), names.csv:2: short for "Ada Lark" at byte 17 (line 3, column 1)'

claim "a stranger is named"
explain article.txt:3:44
says '"Paris" is no mention'
says 'it may be part of a longer name, with "Hilton"'

claim "words are explained wherever they stand"
explain article.txt "paris"
holds test "$(grep -c '^article.txt:' .stdout)" = 2
says '"Paris" is a mention of Paris (city), names.csv:4.'

claim "a demonym that does not count is told"
explain article.txt Uplandic
says '"Uplandic" is no mention'
says 'word for its people'
explain article.txt Uplandic --demonyms
says 'is a mention of Upland (country), names.csv:5'

claim "a shorter name loses to the longer"
explain article.txt Upland
says '"Upland" of Upland (country), names.csv:5: loses to the longer "Upland Harbour Board"'

claim "an explained name tells where"
explain article.txt "UHB"
says '"UHB" means Upland Harbour Board (agency), names.csv:6: the article explains it at byte'

claim "a forbidding word is named"
explain article.txt Jordan
says 'its row forbids "basketball", which stands near'

claim "an alias that may not be written so is told"
explain article.txt bg
says '"BG" (=) of Board Games (company), names.csv:7: may not be written "bg"'

claim "where nothing begins, the aliases that hold the word are told"
explain article.txt Heron --variants none
says '"Ben Heron" of Ben Heron (person), names.csv:3, which the article does not name'
explain article.txt media
says '"media" is no mention: no alias holds this word.'

claim "a spelling that a rule made names the rule"
echo 'Later Dmitriy Larkov left.' >spelled.txt
printf 'name,type\nDmitri Larkov,person\n' >dmitri.csv
exits 0 kith explain -g dmitri.csv spelled.txt Dmitriy
says '"Dmitriy Larkov" (by rule dmitri) of Dmitri Larkov (person), dmitri.csv:2'

claim "the rules of recognising are those of build and tag"
explain article.txt:3:44 --no-guard
says '"Paris" is a mention of Paris (city), names.csv:4.'
explain article.txt:3:35 --no-short-forms
says '"Lark" is no mention'

claim "a correction is told with its line"
printf '# ours\nreject Paris in article.txt\nreject Ada Lark as Ada Lark\n' >fix.txt
explain article.txt:3:60 --fix fix.txt
says 'a correction rejects it, fix.txt:2'
explain article.txt:3:1 --fix fix.txt
says '"Ada" is no mention'
says 'which a correction rejects, fix.txt:3'

claim "another recognizer's mention is told, and ours that yields"
echo '{"document": "article.txt", "begin": 17, "end": 25, "name": "Ada Lark of Norby", "type": "person"}' >given.jsonl
explain article.txt:17 --mentions given.jsonl
says 'a mention of Ada Lark of Norby (person), given.jsonl:1, given by another recognizer'
says 'it yields to a given mention of Ada Lark of Norby (person)'
explain article.txt:3:60 --mentions given.jsonl --only-mentions
says 'not looked for, since only given mentions are wanted'

claim "for programs there is one object a place"
explain article.txt Paris --json
holds test "$(wc -l <.stdout)" = 2
holds test -z "$(grep -v '^{.*}$' .stdout)"
says '"is_mention": false'
says '"reason": "stranger"'
says '"row_file": "names.csv", "row_line": 4'
if command -v jq >/dev/null; then
    holds jq -e 'select(.is_mention) | .mentions[0].id == "paris"' .stdout
fi

claim "offsets are those of tag, whatever the file's marks and line ends"
printf '\357\273\277Z\303\274rich.\r\n\r\nAda Lark left.\r\n' >marked.txt
begin=$(kith tag -g names.csv --format jsonl marked.txt | sed -E 's/.*"begin": ([0-9]+).*/\1/')
explain "marked.txt:$begin"
says "marked.txt:$begin (line 3, column 1)"
says 'a mention of Ada Lark'
printf 'Z\374rich, \223Ada Lark\224' >latin.txt
begin=$(kith tag -g names.csv --format jsonl latin.txt | sed -E 's/.*"begin": ([0-9]+).*/\1/')
explain "latin.txt:$begin"
says "latin.txt:$begin (line 1, column 10)"
says 'a mention of Ada Lark'

claim "a file name may hold colons"
cp article.txt a:1.txt
explain a:1.txt:17
says 'a:1.txt:17'

claim "a place that is not there is refused in one sentence"
exits 1 kith explain -g names.csv article.txt:5000
complains 'article.txt: there is no byte 5000; the text has'
exits 1 kith explain -g names.csv article.txt:50:1
complains 'article.txt: there is no line 50; it has 5'
exits 1 kith explain -g names.csv article.txt:1:50
complains 'article.txt:1: there is no column 50; the line has 15 characters'
exits 1 kith explain -g names.csv article.txt Bergen
complains 'article.txt: "Bergen" does not stand in it'
exits 1 kith explain -g names.csv absent.txt:3
complains 'absent.txt'

claim "what names no place is a usage error"
exits 2 kith explain -g names.csv
complains 'no place named'
exits 2 kith explain -g names.csv article.txt
complains '"article.txt" names no place'
exits 2 kith explain -g names.csv article.txt:x
complains '"article.txt:x" names no place'
exits 2 kith explain -g names.csv article.txt:-3
exits 2 kith explain -g names.csv article.txt:0:4
complains 'begin at 1'
exits 2 kith explain -g names.csv article.txt Ada Ben
complains '"Ben"'

claim "gazetteers that cannot be used are a failure"
exits 3 kith explain -g nothing.csv article.txt:3
complains 'nothing.csv'

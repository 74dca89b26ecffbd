# What kith variants makes of names, and what it refuses.

file names.csv <<'END'
name,type,aliases
Dmitry Larkov,person,
Dimitri Larkov,company,
Ada Quill,person,=AQX
END

claim "the spellings of a name come as a row of a gazetteer"
exits 0 kith variants names.csv
has_line .stdout "name,type,aliases"
holds grep -q '^Dmitry Larkov,person,.*Dmitri Larkov' .stdout
holds grep -q '^Ada Quill,person,.*A. Quill' .stdout

claim "the line before a row names the rules"
holds grep -q '^# .*dmitri: .*Dmitri Larkov' .stdout

claim "a spelling that is another entity's alias is left out, and told when asked"
does_not_say "Dimitri Larkov"
exits 0 kith variants names.csv --refused
complains "names.csv:2: \"Dimitri Larkov\", made of \"Dmitry Larkov\" by the rule dmitri ("
complains "is an alias of Dimitri Larkov (company) in names.csv:3 and is left out"

claim "an alias for its exact writing alone makes none"
does_not_say "AQX"

claim "what is printed is used beside the gazetteer it was made from"
kith variants names.csv >more.csv
file articles/one.txt <<'END'
They say that Dmitri Larkov met A. Quill there.
END
exits 0 kith build articles -g names.csv -g more.csv --no-rules
says "2 mentions of 2 entities"
exits 0 kith check names.csv more.csv
says "0 faults"

claim "the same names make the same rows"
kith variants names.csv >again.csv
holds cmp more.csv again.csv

claim "names are found as rules spell them, and the rule is told"
exits 0 kith tag -f jsonl -g names.csv articles/one.txt
says '"surface": "Dmitri Larkov", "id": "dmitry-larkov"'
says '"rule": "dmitri", "found": "variant"'
exits 0 kith build articles -g names.csv --no-rules
holds grep -q 'Dmitri Larkov,dmitry-larkov,.*,variant,only,1,,dmitri$' out/mentions.csv

claim "not so when none are wanted"
exits 0 kith tag -f jsonl -g names.csv --variants none articles/one.txt
does_not_say "variant"

claim "what was left out is a note of a check; a build is about articles"
holds test "$(grep -c variant out/problems.csv)" = 0
exits 0 kith check names.csv
says "is an alias of Dimitri Larkov (company) in names.csv:3 and is left out"
exits 0 kith check names.csv --variants none
does_not_say "Dimitri Larkov"

claim "a spelling that two entities would get is left out of both"
file two.csv <<'END'
name,type
Ada Marl,person
Abel Marl,person
END
exits 0 kith check two.csv
says 'two.csv:3: note: "A. Marl", made of "Abel Marl" by the rule initial'
says "would mean Ada Marl (person) in two.csv:2 too and is left out of both"
printf 'A. Marl spoke.\n' >marl.txt
exits 0 kith tag -g two.csv marl.txt
says "A. Marl spoke."

claim "an image has its spellings in it, and they come to the same bytes"
exits 0 kith compile names.csv --variants "en ru" -o names.kith
says "4 aliases of 3 entities"
says "variants"
exits 0 kith compile names.csv --variants "en ru" -o again.kith
holds cmp names.kith again.kith
exits 0 kith tag -f jsonl -g names.kith articles/one.txt
says '"rule": "dmitri", "found": "variant"'
exits 3 kith tag -g names.kith --variants ru articles/one.txt
complains "names.kith: an image has the variants that it was compiled with"

claim "an image is made anew when its rules change"
file own/names.csv <<'END'
name,type
Ada Marl,person
END
file own/variants.csv <<'END'
rule,scope,pattern
marl,word,marl|merl
END
exits 0 kith compile own -o own.kith
printf 'Ada Merl and Ada Morl spoke.\n' >marl.txt
exits 0 kith tag -g own.kith marl.txt
says "[Ada Merl|person:ada-marl] and Ada Morl spoke."
file own/variants.csv <<'END'
rule,scope,pattern
marl,word,marl|morl
END
exits 0 kith tag -g own.kith marl.txt
says "Ada Merl and [Ada Morl|person:ada-marl] spoke."

claim "a language without rules is refused, and those there are, are named"
exits 3 kith variants names.csv --languages "en fr"
complains "no rules of spelling are for the language \"fr\"; there are: en, "
complains "uk"

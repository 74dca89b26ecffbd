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
complains "names.csv:2: \"Dimitri Larkov\", made of \"Dmitry Larkov\" by the rule dmitri, is an alias of another entity"

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

# Gazetteers with one fault each: kith check names the line, says what is wrong, and what
# to do about it. The last claim counts them.

planted=0

# plant CODE "file:line: kind: sentence" [ARGUMENTS...] <<ROWS: the rows are names.csv.
plant() {
    local code=$1 finding=$2
    shift 2
    planted=$((planted + 1))
    cat >names.csv
    exits "$code" kith check names.csv --variants none "$@"
    says "$finding"
}

# The same for a file that goes with a sound gazetteer in one folder.
accompany() {
    local code=$1 name=$2 finding=$3
    planted=$((planted + 1))
    rm -rf folder
    mkdir folder
    printf 'name,type,aliases\nAda Lark,person,Lark\nReed,organisation,\n' >folder/names.csv
    cat >"folder/$name"
    exits "$code" kith check folder --variants none
    says "$finding"
}

claim "the header"
plant 0 "names.csv:1: note: the column 'alias' means nothing to kith; write 'aliases'" <<'END_OF_ROWS'
name,type,alias
Ada Lark,person,Lark
END_OF_ROWS
plant 0 "names.csv:1: note: the column 'contexts' means nothing to kith; write 'context'" <<'END_OF_ROWS'
name,type,contexts
Ada Lark,person,birds
END_OF_ROWS
plant 0 "names.csv:1: note: the column 'demonym' means nothing to kith; write 'demonyms'" <<'END_OF_ROWS'
name,type,demonym
Larkland,country,Larkish
END_OF_ROWS
plant 0 "names.csv:1: note: the column 'forbids' means nothing to kith; write 'forbid'" <<'END_OF_ROWS'
name,type,forbids
Ada Lark,person,birds
END_OF_ROWS
plant 1 "names.csv:1: fault: the column 'Aliases' stands twice" <<'END_OF_ROWS'
name,type,aliases,Aliases
Ada Lark,person,Lark,A. Lark
END_OF_ROWS

claim "rows"
plant 1 "names.csv:2: fault: the row has an empty name" <<'END_OF_ROWS'
name,type
,person
END_OF_ROWS
plant 1 "names.csv:2: fault: the row has an empty type" <<'END_OF_ROWS'
name,type
Ada Lark,
END_OF_ROWS
plant 1 "names.csv:2: fault: the row has more cells than the header" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark,A. Lark
END_OF_ROWS
plant 1 "names.csv:2: fault: the quote opened here is never closed" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,"Lark
Ben Heron,person,Heron
END_OF_ROWS
plant 1 "names.csv:2: fault: text follows a closing quote" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,"Lark" Ada
END_OF_ROWS
plant 0 "names.csv:4: note: Ada Lark has a row on line 2 already" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark
Ben Heron,person,Heron
Ada Lark,person,A. Lark
END_OF_ROWS
plant 1 "names.csv:2: fault: the row is not UTF-8" < <(
    printf 'name,type\nAda L\xe4rk,person\nBen Heron,person\n')
plant 1 "names.csv:2: fault: the row holds a NUL byte" < <(
    printf 'name,type\nAda\0Lark,person\nBen Heron,person\n')

claim "ids"
plant 1 "names.csv:3: fault: the id lark is that of Ada Lark in names.csv:2" <<'END_OF_ROWS'
name,type,id
Ada Lark,person,lark
Ben Heron,person,lark
END_OF_ROWS
plant 0 "names.csv:2: note: Ada Lark has an id with blanks" <<'END_OF_ROWS'
name,type,id
Ada Lark,person,ada lark
END_OF_ROWS
plant 0 "names.csv:3: note: Ada Lark is of type group here and person in names.csv:2" <<'END_OF_ROWS'
name,type,id
Ada Lark,person,lark
Ada Lark,group,lark
END_OF_ROWS

claim "lists of aliases"
plant 0 "names.csv:2: note: \"Lark\" stands twice in the row" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark|A. Lark|Lark
END_OF_ROWS
plant 0 "names.csv:2: note: \"Ada Lark\" is the name already" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark|Ada Lark
END_OF_ROWS
plant 0 "names.csv:2: note: \"Ada Lark\" has an empty part in a list" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark||A. Lark
END_OF_ROWS
plant 0 "names.csv:2: note: \"Ada Lark\" has an empty part in a list" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark|
END_OF_ROWS
plant 0 "names.csv:2: note: \"Jose Lark\" is found as \"José Lark\" already" <<'END_OF_ROWS'
name,type,aliases
J. Lark,person,José Lark|Jose Lark
END_OF_ROWS
plant 0 "names.csv:2: note: \"A.R.K.\" is found as \"ARK\" already" <<'END_OF_ROWS'
name,type,aliases
Lark Society,organisation,ARK|A.R.K.
END_OF_ROWS
plant 0 "names.csv:2: note: \"Lark; Ada\" holds a semicolon" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark; Ada
END_OF_ROWS
plant 0 "names.csv:2: note: \"Lark,A. Lark\" looks like a list" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,"Lark,A. Lark"
END_OF_ROWS
plant 0 "names.csv:2: note: \"Lark, A. Lark, Miss Lark\" looks like a list" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,"Lark, A. Lark, Miss Lark"
END_OF_ROWS
plant 0 "names.csv:2: note: \"Lark / Miss Lark\" holds a slash" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark / Miss Lark
END_OF_ROWS
plant 1 "names.csv:2: fault: \"Ada Lark|Lark\" holds a bar" <<'END_OF_ROWS'
name,type
Ada Lark|Lark,person
END_OF_ROWS

claim "marks"
plant 1 "names.csv:2: fault: \"=Ada Lark\" begins with a mark" <<'END_OF_ROWS'
name,type
=Ada Lark,person
END_OF_ROWS
plant 1 "names.csv:2: fault: \"?\" is a mark without a name" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,?
END_OF_ROWS
plant 1 "names.csv:2: fault: \"?=?Lark\" has more marks than two" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,?=?Lark
END_OF_ROWS
plant 1 "names.csv:2: fault: \"=~Lark\" is marked for its own case alone and for any" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,=~Lark
END_OF_ROWS
plant 1 "names.csv:2: fault: \"Lark=\" ends in a mark" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark=
END_OF_ROWS
plant 1 "names.csv:2: fault: \"Ada  Lark\" holds two blanks in a row" <<'END_OF_ROWS'
name,type,aliases
A. Lark,person,Ada  Lark
END_OF_ROWS

claim "names that look like a slip"
plant 0 "names.csv:2: note: \"B\" is a single letter" <<'END_OF_ROWS'
name,type,aliases
Ben Heron,person,B
END_OF_ROWS
plant 0 "names.csv:2: note: \"47\" is a number" <<'END_OF_ROWS'
name,type
47,group
END_OF_ROWS
plant 0 "names.csv:2: note: \"to\" is a short word in lower case" <<'END_OF_ROWS'
name,type,aliases
Tora,group,to
END_OF_ROWS
plant 0 "is longer than any name" < <(
    printf 'name,type\n%s,group\n' "$(printf 'Larks %.0s' {1..20})")
plant 1 "is longer than 512 bytes" < <(
    printf 'name,type\n%s,group\n' "$(printf 'Larks %.0s' {1..100})")
plant 1 "has more than 64 words" < <(
    printf 'name,type\n%s,group\n' "$(printf 'a %.0s' {1..70})")
plant 1 "names.csv:2: fault: the alias \"!!\" has no letter or digit" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,!!
END_OF_ROWS
plant 0 "names.csv:2: note: \"Lark (painter\" opens a bracket" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark (painter
END_OF_ROWS
plant 0 "names.csv:2: note: \"Lark painter)\" closes a bracket" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark painter)
END_OF_ROWS
plant 0 "names.csv:2: note: \"Lark (painter)\" ends in an explanation" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark (painter)
END_OF_ROWS
plant 0 "opens a quote that it does not close" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Ada "Wren Lark
END_OF_ROWS
plant 0 "names.csv:2: note: \"Lark &amp; Sons\" holds HTML's way" <<'END_OF_ROWS'
name,type
Lark &amp; Sons,company
END_OF_ROWS
plant 0 "names.csv:2: note: \"https://lark.example\" is an address" <<'END_OF_ROWS'
name,type,aliases
Lark Sons,company,https://lark.example
END_OF_ROWS
plant 0 "names.csv:2: note: \"LARK, ADA\" is in capitals" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,"LARK, ADA"
END_OF_ROWS
plant 0 "names.csv:2: note: \"ada lark\" is a person's name without a capital" <<'END_OF_ROWS'
name,type
ada lark,person
END_OF_ROWS
plant 0 "names.csv:2: note: \"Lark's\" ends in a possessive" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark's
END_OF_ROWS
plant 0 "names.csv:2: note: \"President Ada Lark\" begins with a title; write \"Ada Lark\"" <<'END_OF_ROWS'
name,type
President Ada Lark,person
END_OF_ROWS

claim "letters that are not what they look like"
plant 0 "mixes letters of two alphabets" < <(printf 'name,type\nAd\xd0\xb0 Lark,person\n')
plant 0 "mixes letters of two alphabets" < <(printf 'name,type\n\xce\x91da Lark,person\n')
plant 0 "holds a character that nobody sees" < <(
    printf 'name,type\nAda\xe2\x80\x8b Lark,person\n')
plant 0 "looks like text in a wrong encoding" < <(
    printf 'name,type\nJos\xc3\x83\xc2\xa9 Lark,person\n')

claim "who is meant, and when"
plant 0 "names.csv:3: note: \"Lark\" means Ben Lark (person) here and Ada Lark (person) in names.csv:2" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,Lark
Ben Lark,person,Lark
END_OF_ROWS
plant 1 "names.csv:2: fault: Ada Lark is never found: all its names are weak" <<'END_OF_ROWS'
name,type,aliases
Ada Lark,person,?Ada Lark|?Lark
END_OF_ROWS
plant 0 "names.csv:2: note: Ada Lark has 'context' or 'priority', and none of its names is weak" <<'END_OF_ROWS'
name,type,aliases,context
Ada Lark,person,Lark,birds
END_OF_ROWS
plant 1 "names.csv:2: fault: the forbidden word \"lark\" stands in the row's own name \"Ada Lark\"" <<'END_OF_ROWS'
name,type,forbid
Ada Lark,person,lark
END_OF_ROWS
plant 1 "names.csv:2: fault: \"birds\" is a word for the row and against it" <<'END_OF_ROWS'
name,type,aliases,context,forbid
Ada Lark,person,?Lark,birds,birds
END_OF_ROWS
plant 0 "names.csv:2: note: \"birds, wings\" holds a comma" <<'END_OF_ROWS'
name,type,aliases,context
Ada Lark,person,?Lark,"birds, wings"
END_OF_ROWS
plant 1 "stands behind 64 other words" < <(
    printf 'name,type,aliases,context\nAda Lark,person,?Lark,%sx\n' \
        "$(printf 'birds%s|' {1..64})")
plant 1 "is too long to be looked for" < <(
    printf 'name,type,aliases,context\nAda Lark,person,?Lark,%s\n' \
        "$(printf 'birds %.0s' {1..30})")
plant 1 "names.csv:2: fault: \"high\" is no whole number" <<'END_OF_ROWS'
name,type,priority
Ada Lark,person,high
END_OF_ROWS
plant 1 "names.csv:2: fault: \"March 2014\" is no date" <<'END_OF_ROWS'
name,type,from
Ada Lark,person,March 2014
END_OF_ROWS
plant 1 "names.csv:2: fault: \"2014-13\" is no date" <<'END_OF_ROWS'
name,type,until
Ada Lark,person,2014-13
END_OF_ROWS
plant 1 "names.csv:2: fault: \"2014\" is later than the row's 'until'" <<'END_OF_ROWS'
name,type,from,until
Ada Lark,person,2014,2012-05
END_OF_ROWS

claim "types"
plant 1 "names.csv:2: fault: the type \"organisaton\" has no row in types.csv; is it \"organisation\"?" <<'END_OF_ROWS'
name,type
Lark Society,organisaton
END_OF_ROWS
plant 0 "names.csv:2: note: Ada Lark is neither a place nor a body, and has demonyms" <<'END_OF_ROWS'
name,type,demonyms
Ada Lark,person,Larkish
END_OF_ROWS
accompany 1 types.csv "types.csv:3: fault: the parent \"nest\" stands below its own child" <<'END_OF_ROWS'
type,parent
nest,tree
tree,nest
END_OF_ROWS
accompany 1 types.csv "types.csv:2: fault: the parent \"forest\" has no row" <<'END_OF_ROWS'
type,parent
nest,forest
END_OF_ROWS
accompany 1 types.csv "types.csv:2: fault: the colour \"blue\" is not written like" <<'END_OF_ROWS'
type,parent,colour
nest,,blue
END_OF_ROWS

claim "files that go with gazetteers"
accompany 0 more.csv "more.csv:1: note: the table is passed over, since it has no column 'type'; is 'typ' meant?" <<'END_OF_ROWS'
name,typ
Ben Heron,person
END_OF_ROWS
accompany 0 stop.csv "stop.csv:2: note: \"Heron\" stops nothing" <<'END_OF_ROWS'
spelling
Heron
END_OF_ROWS
accompany 0 stop.csv "stop.csv:3: note: \"lark\" is stopped by folder/stop.csv:2 already" <<'END_OF_ROWS'
spelling
~Lark
~lark
END_OF_ROWS
accompany 1 stop.csv "stop.csv:2: fault: the type \"bird\" is that of no entity" <<'END_OF_ROWS'
spelling,type
Lark,bird
END_OF_ROWS
accompany 1 stop.csv "stop.csv:2: fault: the place \"end\" is not \"start\"" <<'END_OF_ROWS'
spelling,type,where
Lark,,end
END_OF_ROWS
accompany 0 stop.csv "names.csv:2: note: \"Lark\" is never found, since a stop list forbids it" <<'END_OF_ROWS'
spelling
Lark
END_OF_ROWS

claim "spellings that rules make"
planted=$((planted + 1))
file names.csv <<'END_OF_ROWS'
name,type
Dmitri Lark,person
Dmitry Lark,person
END_OF_ROWS
exits 0 kith check names.csv
says "would mean Dmitri Lark (person) in names.csv:2 too and is left out of both, and so are "

claim "words that the articles use as words"
mkdir articles
echo "A reed is a reed. The reed stands by the reed, and one more reed." >articles/reeds.txt
plant 0 "names.csv:2: note: \"Reed\" is an ordinary word in these articles" -a articles <<'END_OF_ROWS'
name,type
Reed,person
END_OF_ROWS

claim "a byte order mark, and lines that end in CR alone, are no fault"
printf '\xef\xbb\xbfname,type,aliases\rAda Lark,person,Lark\r' >names.csv
exits 0 kith check names.csv --variants none
says "0 faults, 0 notes"

claim "a file in UTF-16 is refused, and so is one without its columns"
printf '\xff\xfen\0a\0m\0e\0' >names.csv
exits 3 kith check names.csv
complains "names.csv: is UTF-16; save it as UTF-8"
printf 'name,typ\nAda Lark,person\n' >names.csv
exits 3 kith check names.csv
complains "names.csv:1: the header has no column 'type'"

claim "more than fifty faults were planted"
holds [ "$planted" -ge 50 ]

claim "a table that semicolons divide is told from one without the columns"
printf 'name;type\nAda Quill;person\n' >semicolons.csv
exits 3 kith check semicolons.csv
complains "semicolons.csv:1: the header has no column 'name', since semicolons divide it and not commas"
mkdir -p divided && cp semicolons.csv divided/ && printf 'name,type\nAda Quill,person\n' >divided/a.csv
exits 0 kith check divided
says "semicolons.csv:1: note: the table is passed over"

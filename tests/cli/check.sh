# What kith check finds in gazetteers, and how it says it.

file names.csv <<'END'
name,type,aliases
Ada Lark,person,Lark;Ada
Ben Heron,person,B
Cara Lark,person,Lark|Reed
,person,Nobody
END
file sound.csv <<'END'
name,type,aliases
Ada Lark,person,A. Lark
END
file articles/reeds.txt <<'END'
A reed is a reed. The reed stands by the reed, and Reed knows. One more reed.
END

claim "a gazetteer without a fault is told so, and exits 0"
exits 0 kith check sound.csv
says "0 faults, 0 notes"

claim "each finding is a line that begins with file and line"
exits 1 kith check names.csv
says "names.csv:2: note: \"Lark;Ada\" holds a semicolon"
says "names.csv:3: note: \"B\" is a single letter"
says "names.csv:5: fault:"

claim "words that the articles use in lower case are named, with their counts"
exits 1 kith check names.csv --articles articles
says "names.csv:4: note: \"Reed\" is an ordinary word in these articles: 5 times in lower case, 1 times not"

claim "without articles nothing is said of ordinary words"
exits 1 kith check names.csv
does_not_say "ordinary word"

claim "findings are the same for any number of threads"
exits 1 kith check names.csv --articles articles --jobs 1
alone=$said
exits 1 kith check names.csv --articles articles --jobs 5
[ "$said" = "$alone" ] || wrong "says something else with five threads"
exits 2 kith check names.csv --jobs many
complains "--jobs"

claim "stop lists and corrections are looked over with the gazetteers"
printf 'spelling\nHeron\n' >stops.csv
echo "rename Ada Larc = Ada Wren" >fix.txt
exits 1 kith check sound.csv --stop stops.csv --fix fix.txt
says "stops.csv:2: note: \"Heron\" stops nothing"
says "fix.txt:1: fault: no entity is called \"Ada Larc\": is it \"Ada Lark\"?"

claim "the shipped gazetteers have no fault"
exits 0 kith check
says "0 faults"

claim "a gazetteer that is not there is named"
exits 3 kith check missing.csv
complains "missing.csv"

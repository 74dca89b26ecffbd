# What kith suggest finds in articles, and what it leaves alone.

file names.csv <<'END'
name,type,aliases
Ada Lark,person,Lark
Port Lund,city,
END
file articles/one.txt <<'END'
HARBOUR SHUT AFTER STORM

Ada Lark met Mr. Tomas Quillon in Port Lund on Monday. The Tide Council was not
asked. “We wait,” Quillon said.
END
file articles/two.txt <<'END'
Yesterday the Tide Council asked Tomas Quillon to leave Port Lund. Some asked why.
END

claim "names that no gazetteer knows come as rows to paste"
exits 0 kith suggest articles -g names.csv
has_line .stdout "name,type,aliases,articles,mentions,company,context_1,context_2,context_3"
says "Tomas Quillon,person,Quillon,2,2,Port Lund; Ada Lark,"
says "Tide Council,organisation,,2,2,Port Lund,"

claim "known names, headlines, weekdays and first words are no suggestions"
holds test -z "$(grep -E '^(Ada Lark|HARBOUR|Monday|Yesterday|Some)' .stdout)"

claim "each row has a sentence of each article"
says "Ada Lark met Mr. Tomas Quillon in Port Lund on Monday."
says "Yesterday the Tide Council asked Tomas Quillon to leave Port Lund."

claim "--top and --min-articles cut the list"
exits 0 kith suggest articles -g names.csv --top 1
holds test "$(wc -l <.stdout)" = 2
exits 0 kith suggest articles -g names.csv --min-articles 3
holds test "$(wc -l <.stdout)" = 1

claim "what it prints is a gazetteer"
kith suggest articles -g names.csv >new.csv
exits 0 kith check new.csv
says "0 faults"

claim "articles have to be named"
exits 2 kith suggest
complains "no articles named"

claim "the people of a known country are known"
file lunds.csv <<'ROWS'
name,type,demonyms
Lundia,country,Lundian|Lundians
ROWS
file lunds/one.txt <<'TEXT'
The Lundians came. Some Lundians stayed, said Tomas Quillon.
TEXT
exits 0 kith suggest lunds -g lunds.csv --min-articles 1
says "Tomas Quillon"
does_not_say "Lundians,"

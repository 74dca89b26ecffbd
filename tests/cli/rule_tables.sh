# Rules that are kept in a spreadsheet and saved as CSV.

file names.csv <<'END'
name,type
Ada Lark,person
Ben Heron,person
Norby Watch,agency
END
file my.csv <<'END'
relation,kind,parent,from,to,pattern,confidence,example_yes,example_no,whose
leads,directed,role,person,"agency,country",B <chief> A,0.8,Norby Watch chief Ada Lark spoke.,The Norby Watch chief met Ada Lark.,mine
,,,,,"A , (the)? <chief> of B",,"Ada Lark, head of the Norby Watch, spoke.
Ada Lark, the chief of the Norby Watch, spoke.",,
met,symmetric,,person,person,A {meet} B,,,,
END
file lists.csv <<'END'
list,word
chief,"chief, head"
END
file one/a.txt <<'END'
Norby Watch chief Ada Lark met Ben Heron.
END
file plain.rel <<'END'
list chief = chief, head
relation leads, a kind of role: person -> agency, country
    B <chief> A ; 0.8
    A , (the)? <chief> of B
relation met: person = person
    A {meet} B
END

claim "a table of rules makes the graph that its twin makes"
exits 0 kith build one -g names.csv -r lists.csv -r my.csv -o table -q
exits 0 kith build one -g names.csv -r plain.rel -o lines -q
has_line table/evidence.csv "my.csv:2"
for name in nodes.csv sentences.csv graph.dot; do
    holds cmp "table/$name" "lines/$name"
done
sed 's/my.csv:2/plain.rel:3/; s/my.csv:5/plain.rel:6/' table/evidence.csv >table.evidence
holds diff table.evidence lines/evidence.csv

claim "kith trace names the row"
exits 0 kith trace "Norby Watch chief Ada Lark left." -g names.csv -r lists.csv -r my.csv
says "by my.csv:2: B <chief> A; words 'chief'; confidence 0.8"

claim "kith check runs the examples of a table"
exits 0 kith check lists.csv my.csv names.csv
says "0 faults"
sed 's/Watch chief Ada Lark spoke/Watch left Ada Lark/' my.csv >wrong.csv
exits 1 kith check lists.csv wrong.csv names.csv
says "wrong.csv:2: fault: the example should state 'leads' as a fact, and states nothing"

claim "a list that no table uses is told where it stands"
exits 1 kith check lists.csv names.csv
says "lists.csv:2: fault: nothing uses the list 'chief'"

claim "a fault is told with line and column"
exits 3 kith check my.csv names.csv
complains "my.csv:2:48: no list is called 'chief'"
exits 3 kith build one -g names.csv -r names.csv
complains "names.csv:1:1: the header has no column 'relation'"

# What kith check finds in rule files, and how it says it.

file good.rel <<'END'
cast person = Ines Duarte|Duarte, William Ruto
cast agency = Harbour Board|=HB
list chief = chief, head
relation leads: person -> agency
    B <chief> A
    A is head of B
      + HB chief Duarte spoke.
      - The Harbour Board met Ines Duarte.
      - Ines Duarte is not head of the Harbour Board.
relation president of, a kind of leads: person -> agency
    A , president of B
      + Ines Duarte, president of the Harbour Board, spoke.
END
file bad.rel <<'END'
cast person = Ines Duarte
cast agency = Harbour Board
list chief = chief, head
list dead = boss
relation leads: person -> agency
    B <chief> A
    A {head} B
    B  <chief> A
      + Harbour Board chief yesterday Ines Duarte.
      - Harbour Board chief Ines Duarte spoke.
      + Ines Duarte does not head the Harbour Board.
      + The Harbour Board spoke.
      - Nobody spoke.
relation orbits: person, agensy, robot -> planet
    A orbits B
relation empty: person -> person
END
file names.csv <<'END'
name,type
Ada Lark,person
Norby Watch,agency
END
file plain.rel <<'END'
relation leads: person -> agency
    B chief A
    A , chief of B
      + Norby Watch chief Ada Lark spoke.
END
file articles/one.txt <<'END'
Norby Watch chief Ada Lark spoke.
END

claim "a rule file whose examples say what they should has no fault"
exits 0 kith check good.rel
says "0 faults, 0 notes"

claim "an example that says too little is told with the place where the nearest rule stopped"
exits 1 kith check bad.rel
says "bad.rel:9: fault: the example should state 'leads' as a fact, and states nothing; nearest is line 6, B <chief> | A: 'yesterday' stands where a name for A is wanted"

claim "an example that says too much is told with the rule that says it"
says "bad.rel:10: fault: the example should not state 'leads', and states Ines Duarte -leads-> Harbour Board by line 6"

claim "what is denied is no fact"
says "bad.rel:11: fault: the example should state 'leads' as a fact, and states Ines Duarte -leads-> Harbour Board (denied) by line 7"

claim "an example whose names are unknown is told"
says "bad.rel:12: fault: the example proves nothing: no name in it is known but Harbour Board;"
says "bad.rel:13: note: the example proves nothing: no name in it is known;"

claim "what does nothing is told"
says "bad.rel:4: fault: nothing uses the list 'dead'"
says "bad.rel:8: fault: the rule stands already in line 6"
says "bad.rel:16: fault: no rule stands under this relation"

claim "types without names are told once, and relations that cannot match"
exits 1 kith check bad.rel names.csv
says "bad.rel:14: note: the gazetteers have no name of the type 'planet'"
says "bad.rel:14: note: the gazetteers have no name of the type 'robot'"
says "bad.rel:14: note: the gazetteers have no name of the type 'agensy'; is 'agency' meant?"
says "bad.rel:14: note: no rule here can match: no name of the gazetteers may stand for B"
does_not_say "may stand for A"

claim "a file without a cast has the names of the gazetteers"
exits 0 kith check plain.rel names.csv
says "0 faults, 0 notes"
exits 1 kith check plain.rel
says "plain.rel:4: fault"

claim "the shipped gazetteers are not looked over when rules are"
does_not_say "people.csv"

claim "rules that find nothing in the articles are told"
exits 0 kith check plain.rel names.csv --articles articles
says "plain.rel:3: note: no relation in these articles rests on this rule"
does_not_say "plain.rel:2:"

claim "the shipped rules have no fault"
exits 0 kith check "$KITH_SOURCE/gazetteers/relations.rel"
says "0 faults"

claim "a rule that cannot be read is refused with its place"
echo "relation leads" >broken.rel
exits 3 kith check broken.rel
complains "broken.rel:1:10: ':' is missing behind the relation's name"

claim "a rule that another one makes needless is told, and which"
file shade.rel <<'END'
relation attacks: country, group -> any
    A attacks B
    A (attacks|hits) B
    A {attack} B ; 0.8
    A {attack|raid} B ; 0.5
END
exits 0 kith check shade.rel
says "shade.rel:2: note: whatever this rule finds is found, too, by line 3"
does_not_say "shade.rel:3:"
does_not_say "shade.rel:4:"

claim "the rules on the first page of the manual hold"
awk '/^```/ { block++; next } block == 1' "$KITH_SOURCE/docs/RULES.md" >my.rel
exits 0 kith check my.rel
says "0 faults, 0 notes"
has_line my.rel "relation leads"

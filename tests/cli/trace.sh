# kith trace: what rules make of a sentence, and where they stop.

file names.csv <<'END'
name,type
Ada Lark,person
Ben Heron,person
Norby Watch,agency
Upland,country
END
file my.rel <<'END'
list chief = chief, head
relation leads: one person -> agency
    B <chief> A                     ; 0.8
    A , (the)? <chief> of B
    A {run} B
relation president of, a kind of leads: person -> country
    A , president of B
relation met: person = person
    A {meet} B
    A met with B
END

trace() {
    exits 0 kith trace -r my.rel -g names.csv "$@"
    is_content
}

claim "names stand in brackets with their types"
trace "Norby Watch chief Ada Lark left."
says "[Norby Watch: agency] chief [Ada Lark: person] left ."

claim "what is found is told with its rule, its words and its confidence"
says "found  Ada Lark -leads-> Norby Watch"
says "by my.rel:3: B <chief> A; words 'chief'; confidence 0.8"

claim "a rule that comes near is told with the word that stopped it"
trace "Norby Watch chief yesterday Ada Lark left."
says "near   leads, my.rel:3: B <chief> | A"
says "'yesterday' stands where a name for A is wanted"
does_not_say "my.rel:4"

claim "a name of another type is told"
trace "Ada Lark, head of Upland, met Norby Watch."
says "near   leads, my.rel:4: A , (the)? <chief> of | B"
says "'Upland' is of the type country; B is: agency"

claim "the end of the sentence stops, too"
trace "The report on Norby Watch, and Norby Watch chief, Ada Lark, head of" --relation leads
says "the sentence ends where a name for B is wanted"

claim "several names for one are told"
trace "Norby Watch chief Ada Lark and Ben Heron left." --relation leads
says "found  Ada Lark -leads-> Norby Watch"

claim "what is denied or said by somebody is told"
trace "Ada Lark did not run Norby Watch."
says "found  Ada Lark -leads-> Norby Watch (denied)"
says "A {run} B"

claim "a relation without direction has no arrow"
trace "Ben Heron met Ada Lark."
says "Ada Lark -met- Ben Heron"

claim "a relation may be asked for, with its kinds and all their rules"
trace "Ada Lark, president of Upland, met Norby Watch and Ben Heron." --relation leads
says "Ada Lark -president of-> Upland"
says "my.rel:3"
does_not_say "-met-"
exits 3 kith trace -r my.rel -g names.csv --relation loves "Ada Lark left."
complains "no rule file has a relation 'loves'"

claim "all rules may be asked for"
trace "Ada Lark left." --all
says "no two names here are, A: person; B: agency"
trace "Ada Lark left."
says "fewer than two names stand here"
trace "Ada Lark left Norby Watch."
says "no rule comes near"

claim "each sentence is traced by itself"
trace "Norby Watch chief Ada Lark left. Ben Heron met Ada Lark."
holds test "$(grep -c found .stdout)" = 2

claim "for programs there is one object a line for each sentence"
trace "Norby Watch chief Ada Lark left. Norby Watch chief now Ada Lark came." --json
holds test "$(wc -l <.stdout)" = 2
says '"found": [{"source": "Ada Lark", "target": "Norby Watch", "directed": true, "denied": false, "unreal": false, "speaker": "", "trigger": "chief", "confidence": 0.8, "relation": "leads", "file": "my.rel", "line": 3, "pattern": "B <chief> A"}]'
says '"pattern": "B <chief> | A", "matches": false, "near": true, "why": "'"'now' stands where a name for A is wanted"
if command -v jq >/dev/null; then
    holds jq -e .words .stdout
fi

claim "the shipped rules and names are used where none are named"
exits 0 kith trace "FSB chief Alexander Bortnikov came."
says "Alexander Bortnikov -"

claim "what is no sentence is a usage error"
exits 2 kith trace
complains "no sentence given"
exits 2 kith trace one two
complains '"two"'

claim "a sentence of nothing is none"
exits 2 kith trace " "
complains "no sentence given"

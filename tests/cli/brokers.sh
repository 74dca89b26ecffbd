# kith brokers: who holds a planted network together. Two circles of friends, joined by
# Anna alone; Zoe knows nobody but Boris.

file names.csv <<'END_OF_NAMES'
name,type
Anna,person
Boris,person
Clara,person
Dora,person
Emil,person
Frida,person
Gustav,person
Zoe,person
END_OF_NAMES
file ties.rel <<'END_OF_RULES'
relation met: person = person
    A {meet} B
END_OF_RULES
file articles/1.txt <<'END_OF_ARTICLE'
Boris saw Clara. Clara saw Dora. Dora saw Boris. Boris saw Clara and Dora.

Emil saw Frida. Frida saw Gustav. Gustav saw Emil. Emil saw Frida and Gustav.
END_OF_ARTICLE
file articles/2.txt <<'END_OF_ARTICLE'
Anna saw Boris. Anna saw Clara. Boris spoke with Zoe.

On Monday Anna met Emil.
END_OF_ARTICLE
exits 0 kith build articles -g names.csv -r ties.rel -q

claim "who is planted between the circles comes first, with the sentence that says so"
exits 0 kith brokers out
holds test "$(grep -c '^[0-9]*\. ' .stdout)" = 3
holds grep -q '^1\. Anna (person)' .stdout
says "Without Anna 3 entities fall away: "
says "The only link between the communities"
says "With Emil (met), articles/2.txt:"
says "On Monday Anna met Emil."

claim "who alone knows somebody is one"
says "Without Boris 1 entity falls away: Zoe."
says "Boris spoke with Zoe."

claim "the first so many are shown"
exits 0 kith brokers --top 1 out
says "1. Anna"
does_not_say "2. "

claim "a program gets an object a line"
exits 0 kith brokers out --json
holds test "$(wc -l <.stdout)" = 3
says '"id": "anna", "label": "Anna", "type": "person", "articulation_point": true'
says '"falls_away": 3'
says '"only_link": true'
if command -v python3 >/dev/null; then
    holds python3 -c 'import json, sys
for line in open(sys.argv[1]): json.loads(line)' .stdout
fi

claim "a network that needs nobody has none"
file ring/1.txt <<'END_OF_ARTICLE'
Boris saw Clara. Clara saw Dora. Dora saw Boris.
END_OF_ARTICLE
exits 0 kith build ring -g names.csv --no-rules -q -o ringed
exits 0 kith brokers ringed
says "No entity holds this network together."
exits 0 kith brokers ringed --json
holds test ! -s .stdout

claim "what cannot be read is told"
exits 3 kith brokers nowhere
complains "nowhere/nodes.csv"
exits 2 kith brokers
complains "no folder"
exits 2 kith brokers out ringed
complains "ringed"
exits 2 kith brokers --top 0 out
complains "--top \"0\""

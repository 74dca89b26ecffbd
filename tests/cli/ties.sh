# kith explain -o: what ties two entities of a graph that was built.

file names.csv <<'END_OF_NAMES'
name,type
Anna Berg,person
Boris,person
Clara,person
Dora,person
END_OF_NAMES
file ties.rel <<'END_OF_RULES'
relation attacks: person -> person
    A {attack} B

relation met: person = person
    A {meet} B
END_OF_RULES
file articles/1.txt <<'END_OF_ARTICLE'
Anna Berg attacked Boris. Boris and Anna Berg slept. Dora slept.
END_OF_ARTICLE
file articles/2.txt <<'END_OF_ARTICLE'
Anna Berg met Boris. Boris will attack Anna Berg. Clara met Anna Berg.
END_OF_ARTICLE
exits 0 kith build articles -g names.csv -r ties.rel -q

claim "every sentence of the two is shown once, with what it says and where"
exits 0 kith explain -o out "Anna Berg" Boris
holds cmp .stdout - <<'END_OF_PAGE'
Anna Berg and Boris: 4 sentences in 2 articles

articles/1.txt:0
  Anna Berg attacked Boris.
    Anna Berg -> Boris: attacks  ("attacked", ties.rel:2)

articles/1.txt:26
  Boris and Anna Berg slept.
    together

articles/2.txt:0
  Anna Berg met Boris.
    Anna Berg - Boris: met  ("met", ties.rel:5)

articles/2.txt:21
  Boris will attack Anna Berg.
    Boris -> Anna Berg: attacks, unreal  ("attack", ties.rel:2)
END_OF_PAGE

claim "an offset it shows is a place that explain explains"
exits 0 kith explain articles/2.txt:21 -g names.csv
says "Boris"

claim "names may be in any case, in either order, or ids"
cp .stdout shown
for names in "boris anna-berg" "BORIS Anna-Berg"; do
    # shellcheck disable=SC2086
    exits 0 kith explain -o out $names
    says "4 sentences in 2 articles"
done

claim "a name may be what the articles call an entity, or words of its label"
cat >more.csv <<'END_OF_NAMES'
name,type,aliases
Anna Berg,person,the Fox
Boris Hill,person,the Fox Hunter|Boris
Carl Hill,person,Carl
END_OF_NAMES
mkdir foxes
echo "The Fox met Boris. Carl met Boris." >foxes/1.txt
exits 0 kith build foxes -g more.csv --no-rules -q -o fox
exits 0 kith explain -o fox "the fox" boris
says "Anna Berg and Boris Hill: 1 sentence"
exits 0 kith explain -o fox berg "Boris Hill"
says "Anna Berg and Boris Hill: 1 sentence"
exits 1 kith explain -o fox hill berg
complains '2 entities are called "hill": give the id of one: boris-hill (person), carl-hill (person)'

claim "a program gets as many objects as there are rows of evidence"
exits 0 kith explain --json -o out boris "anna berg"
rows=$(grep -c -e ',anna-berg,.*,boris,' -e ',boris,.*,anna-berg,' out/evidence.csv)
holds test "$(wc -l <.stdout)" = "$rows"
holds test "$(grep -c '"status": "unreal"' .stdout)" = 1
if command -v python3 >/dev/null; then
    holds python3 -c 'import json, sys
for line in open(sys.argv[1]): json.loads(line)' .stdout
fi

claim "what is not there is told, with what is near"
exits 1 kith explain -o out "Anna Burg" Boris
complains "Anna Berg"
exits 1 kith explain -o out Clara Boris
complains "no edge between Clara and Boris"
exits 1 kith explain -o out Boris boris
complains "are one"
exits 3 kith explain -o nowhere Clara Boris
complains "nowhere/nodes.csv"

claim "a filtered graph explains what it holds"
exits 0 kith build articles -g names.csv -r ties.rel -q -o met --no-cooccurrence --relations met
exits 0 kith explain -o met Boris "Anna Berg"
says "1 sentence in 1 article"
does_not_say "attacks"

claim "the two forms are not mixed"
exits 2 kith explain -o out Boris
complains "two names"
exits 2 kith explain -o out -g names.csv Boris Clara
complains "-g"

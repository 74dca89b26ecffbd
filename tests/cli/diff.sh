# kith diff: what was planted between two graphs comes out, and nothing else.

. "$KITH_SOURCE/tests/support/two_days.sh"
file tuesday/2024-03-07.txt <<'END'
Cara Wren met Ada Lark on Thursday.
END
for day in monday tuesday; do
    exits 0 kith build "$day" -g names.csv -r ties.rel -q -o "of-$day"
done

claim "what is the same in both is no change"
exits 0 kith diff of-monday of-monday
holds test "$said" = "of-monday -> of-monday: no change"
is_content
exits 0 kith diff of-monday of-monday --json
holds test -z "$said"

claim "relations that changed status come first, with the sentence that says so now"
exits 0 kith diff of-monday of-tuesday
is_content
holds test "$(sed -n 3p .stdout)" = "2 relations changed status"
says "Ada Lark -leads-> Norby Watch: claimed -> asserted, 1 -> 2 rows of evidence
      2024-03-05  tuesday/2024-03-05.txt:0
      Ada Lark leads Norby Watch."
says "Ben Heron -leads-> Salt Guild: asserted -> denied, 1 row of evidence"

claim "what appeared has its newest sentence, what vanished what it had"
says "1 relation appeared
  Ada Lark -met- Cara Wren: 2 rows of evidence
      2024-03-09  tuesday/2024-03-09.txt:0
      Cara Wren met Ada Lark."
says "1 entity vanished
  Dora Finch (person): 1 mention"
says "1 relation grew
  Ada Lark -met- Ben Heron: 1 -> 2 rows of evidence"

claim "turned round, what appeared has vanished and what grew has shrunk"
exits 0 kith diff of-tuesday of-monday
says "1 relation vanished
  Ada Lark -met- Cara Wren: 2 rows of evidence"
says "1 entity appeared
  Dora Finch (person): 1 mention"
says "Norby Watch: asserted -> claimed, 2 -> 1 row of evidence"
says "1 relation shrank"

claim "of many the first are shown, and all on request"
exits 0 kith diff of-monday of-tuesday --top 1
says "  and 1 more"
exits 0 kith diff of-monday of-tuesday --all
does_not_say "more"

claim "a program gets a table or lines, a row a change"
exits 0 kith diff of-monday of-tuesday --csv
holds test "$(head -n 1 .stdout)" = "change,kind,id,label,type,relation,target,target_label,before,after,status_before,status_after,date,path,begin,text"
says "status,relation,ada-lark,Ada Lark,,leads,norby-watch,Norby Watch,1,2,claimed,asserted,2024-03-05,tuesday/2024-03-05.txt,0,Ada Lark leads Norby Watch."
says "vanished,entity,dora-finch,Dora Finch,person,,,,1,0,,,,,,"
rows=$(($(wc -l <.stdout) - 1))
exits 0 kith diff of-monday of-tuesday --json
holds test "$(wc -l <.stdout)" = "$rows"
says '{"change":"vanished","kind":"entity","id":"dora-finch","label":"Dora Finch","type":"person","before":1,"after":0}'

claim "rows in another order are no change"
cp -r of-tuesday turned
for table in nodes edges; do
    (head -n 1 "of-tuesday/$table.csv" && tail -n +2 "of-tuesday/$table.csv" | tac) >"turned/$table.csv"
done
exits 0 kith diff of-tuesday turned
says "no change"
kith diff of-monday of-tuesday --csv >straight.csv
kith diff of-monday turned --csv >turned.csv
holds cmp straight.csv turned.csv

claim "folders made with other options hardly compare, and that is told"
exits 0 kith build tuesday -g names.csv -r ties.rel -q -o wide -w paragraph --min-weight 1
exits 0 kith diff of-tuesday wide
complains "kith: wide: was made otherwise than of-tuesday: window, min_weight"
rm wide/run.json
exits 0 kith diff of-tuesday wide
complains "wide: whether it was made as of-tuesday was is not known"

claim "two slices of one graph compare"
exits 0 kith build tuesday -g names.csv -r ties.rel -q -o sliced --slice month
exits 0 kith diff sliced --from 2024-02 --to 2024-03
says "2024-02 -> 2024-03: "
says "2 relations appeared"
says "      2024-03-09  tuesday/2024-03-09.txt:0"
says "Cara Wren (person): 1 -> 2 mentions"
does_not_say "Dora"
exits 0 kith diff sliced --from 2024-02 --to 2024
says "Cara Wren (person): 1 -> 3 mentions"
exits 3 kith diff sliced --from 2023-02 --to 2024-03
complains 'sliced has no slice "2023-02"'
exits 3 kith diff of-monday --from 2024-02 --to 2024-03
complains "kith build --slice month writes it"

claim "what cannot be compared is refused"
exits 2 kith diff of-monday
complains "one graph named; two are compared"
exits 2 kith diff
exits 2 kith diff a b c
complains '"c" is one graph too many'
exits 2 kith diff --from 2024 sliced
complains "--from and --to go together"
exits 2 kith diff --top 0 a b
exits 3 kith diff of-monday nowhere
complains "nowhere: cannot read"

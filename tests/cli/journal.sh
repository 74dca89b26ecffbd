# What a build says while it works: --verbose, --log, and the line on a terminal.

file names.csv <<'END'
name,type
Ada Lark,person
Ben Heron,person
END
file articles/2024-01-01.txt <<'END'
Ada Lark met Ben Heron.
END
file articles/undated.txt <<'END'
Ada Lark met Ben Heron.
END
: >articles/empty.txt

claim "verbose tells what is loaded, what each step takes and what is passed over"
exits 1 kith build articles -g names.csv --no-rules --verbose --since 2024
complains "kith: loaded; entities: 2, aliases: "
complains "kith: articles/empty.txt: is empty"
does_not_complain "articles/empty.txt: bears"
complains "kith: note: articles/undated.txt: bears no date; left out"
complains "kith: read; articles: 3, "
for step in loading reading measuring writing; do
    complains "kith: $step took "
done

claim "what goes wrong is told once"
holds test "$(grep -c 'is empty' .stderr)" = 1

claim "a log has all of it with times, and is appended to"
exits 1 kith build articles -g names.csv --no-rules --quiet --log kith.log
complains "articles/empty.txt: is empty"
holds test "$(grep -c 'took' .stderr)" = 0
has_line kith.log "articles/empty.txt: is empty"
has_line kith.log "done; articles read: 2, skipped: 1; entities: 2, edges: 1, faults: 1"
holds test "$(grep -vcE '^20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z ' kith.log)" = 0
exits 3 kith build articles -g nowhere.csv --quiet --log kith.log
holds test "$(grep -c 'kith build begins' kith.log)" = 2
holds grep -q 'nowhere.csv' kith.log

claim "a log that cannot be opened is refused, one that cannot be written is told once"
exits 3 kith build articles -g names.csv --log nowhere/kith.log
complains "kith: nowhere/kith.log: cannot write: "
if [ -e /dev/full ]; then
    exits 1 kith build articles -g names.csv --no-rules --log /dev/full
    holds test "$(grep -c '/dev/full: cannot write' .stderr)" = 1
    says "2 articles read"
fi

claim "a terminal sees how far it is, and nothing of it remains"
if command -v script >/dev/null; then
    script -qec "$KITH build articles -g names.csv --no-rules" /dev/null >seen.txt </dev/null
    holds grep -q 'measuring the graph' seen.txt
    holds grep -q 'loading' seen.txt
fi

claim "no terminal, no line"
exits 1 kith build articles -g names.csv --no-rules
does_not_complain "measuring"

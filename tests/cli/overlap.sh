file names.csv <<'END'
name,type,aliases
Bank of England,organisation,
England,country,
Hashemite Kingdom,country,Jordan
Michael Jordan,person,Jordan
Anna Berg,person,
END
file articles/a.txt <<'END'
The Bank of England met Jordan. Anna Berg left the Bank of England for England.
END

claim "no two mentions overlap unless it is asked"
exits 0 kith build articles -g names.csv --no-rules -o longest
holds test "$(grep -c ',england,' longest/mentions.csv)" = 1
holds grep -q '"overlap": "longest"' longest/run.json

claim "names inside others are mentions when asked, and all files are sound"
exits 0 kith build articles -g names.csv --no-rules -o nested --overlap nested
holds test "$(grep -c ',england,' nested/mentions.csv)" = 3
holds grep -q '"overlap": "nested"' nested/run.json
exits 0 "$KITH_CHECK_OUTPUT" nested

claim "a name and what it holds do not stand together by that alone"
file alone.txt <<'END'
The Bank of England is old.
END
exits 0 kith build alone.txt -g names.csv --no-rules -o alone --overlap all
holds test "$(wc -l <alone/mentions.csv)" = 3
holds test "$(wc -l <alone/edges.csv)" = 1

claim "whom a name may mean is listed with scores"
holds grep -q 'Jordan,hashemite-kingdom,.*,exact,row,0.6667,michael-jordan:0.3333,' longest/mentions.csv

claim "each candidate is a mention when asked, and they are no company to each other"
exits 0 kith build articles -g names.csv --no-rules -o all --ambiguous all --overlap all
holds grep -q 'Jordan,michael-jordan,.*,exact,candidate,0.3333,hashemite-kingdom:0.6667,' all/mentions.csv
exits 0 "$KITH_CHECK_OUTPUT" all
holds test "$(grep -c 'hashemite-kingdom,co-occurrence,michael-jordan' all/evidence.csv)" = 0

claim "any number of threads writes the same bytes"
exits 0 kith build articles -g names.csv --no-rules -o again --ambiguous all --overlap all -j 3
holds diff -r all again

claim "a stop list holds for names inside others, too"
file stop.csv <<'END'
spelling
England
END
exits 0 kith tag -g names.csv --overlap nested --stop stop.csv articles/a.txt
says "Bank of England|"
does_not_say "country:england"

claim "a word that is none of the choices is named"
exits 2 kith tag --overlap some articles/a.txt
complains '--overlap "some": longest, nested or all'
exits 2 kith tag --ambiguous some articles/a.txt
complains '--ambiguous "some": best, all or none'

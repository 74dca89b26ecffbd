# How many cases of names are found by the rules of five languages: bench/variants.

claim "most cases of the names in tests/inflections are found, and nearly nothing else"
exits 0 "$KITH_SOURCE/bench/variants/inflections.sh" "$KITH"
for language in cs de pl ru uk; do
    holds grep -q "^$language " .stdout
done
holds awk 'NR > 1 && ($2 < 50 || $4 < 70 || $6 < 98 || $4 < $3 + 50) { exit 1 }' .stdout

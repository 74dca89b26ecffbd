# The same input gives the same bytes: for any number of threads, any order of arguments,
# any locale, any run.

mkdir one two
# Copies under other names make enough articles for the threads to race over.
for copy in 1 2 3 4; do
    for article in "$KITH_SOURCE"/tests/articles/*.txt; do
        cp "$article" "one/$copy-$(basename "$article")"
    done
done
mv one/4-* two

# run.json may tell how long it took and with how many threads; nothing else may.
same_result() {
    same_folder "$1" "$2"
}

exits 0 kith build one two -o j1 -j 1
cp -r j1 first

claim "one, two and eight threads write the same bytes"
for jobs in 2 8; do
    exits 0 kith build one two -o "j$jobs" --jobs "$jobs"
    holds same_result first "j$jobs"
done

claim "the order of arguments does not matter"
exits 0 kith build two one -o turned
holds same_result first turned

claim "a folder named twice, or a file beside its folder, counts once"
exits 0 kith build one two one two/4-* -o again
holds same_result first again

claim "a second run into the same folder writes the same bytes"
exits 0 kith build one two -o j1 -j 2
holds same_result first j1

claim "the locale does not matter"
LC_ALL=C exits 0 kith build one two -o plain
holds same_result first plain
german=$(locale -a 2>/dev/null | grep -im1 '^de_.*utf' || true)
if [ -n "$german" ]; then
    LC_ALL=$german exits 0 kith build one two -o german
    holds same_result first german
fi

claim "nothing but the twelve files is left in the folder"
holds test "$(ls -A first | wc -l)" = 12

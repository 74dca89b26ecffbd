# The three articles of docs/ALGORITHMS.md, counted there by hand: edges.csv agrees to the
# digit.

file names.csv <<'END'
name,type
Anna,person
Boris,person
Clara,person
END
file articles/1.txt <<'END'
Anna met Boris, and Boris thanked Anna. Clara wrote.

Anna left.
END
file articles/2.txt <<'END'
Clara and Anna agreed. Boris, Clara said, was late.
END
file articles/3.txt <<'END'
Boris slept.
END

# The cells of edges.csv that the manual counts, by the names of the pair.
#
#   row FOLDER SOURCE TARGET
row() {
    awk -F, -v source="$2" -v target="$3" '
        NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
        $column["source_label"] == source && $column["target_label"] == target {
            print $column["weight"], $column["sentences"], $column["paragraphs"],
                $column["shared_stories"], $column["windows"],
                sprintf("%.6f", $column["npmi"]), sprintf("%.6f", $column["llr"]),
                $column["jaccard"], $column["decayed"]
        }' "$1/edges.csv"
}

claim "sentences: counts, measures and distances are those of the manual"
exits 0 kith build articles -g names.csv --no-rules -o sentence
holds test "$(row sentence Anna Boris)" = "1 1 2 2 3 -0.226294 -0.679596 0.2 0.8"
holds test "$(row sentence Anna Clara)" = "1 1 2 2 2 -0.226294 -0.679596 0.2 0.8"
holds test "$(row sentence Boris Clara)" = "1 1 2 2 2 -0.226294 -0.679596 0.2 0.8"

claim "each window's own count is the weight"
for window in paragraph article; do
    exits 0 kith build articles -g names.csv --no-rules -o "$window" -w "$window"
    holds test "$(row "$window" Anna Boris | cut -d' ' -f1-5)" = "2 1 2 2 3"
    holds test "$(row "$window" Boris Clara | cut -d' ' -f1-5)" = "2 1 2 2 2"
done
exits 0 kith build articles -g names.csv --no-rules -o words -w 20
holds test "$(row words Anna Boris | cut -d' ' -f1-5)" = "3 1 2 2 3"

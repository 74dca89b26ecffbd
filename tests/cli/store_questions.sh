# The questions of docs/STORE.md, and tables that somebody else has been at.
command -v sqlite3 >/dev/null || skip "sqlite3 is not there"

file names.csv <<'END'
name,type
Ada Lark,person
Ben Heron,person
Cara Wren,person
Norby Watch,agency
END
file ties.rel <<'END'
relation leads: person -> agency
    A {lead} B
END
file news/2024-02-01.txt <<'END'
Title: Harbours

Cara Wren says that Ada Lark leads Norby Watch.
END
file news/2024-03-05.txt <<'END'
Ada Lark leads Norby Watch. Ada Lark saw Ben Heron.
END
file news/2024-03-07.txt <<'END'
Ada Lark does not lead Norby Watch.
END
cp news/2024-02-01.txt news/again.txt
exits 0 kith build news -g names.csv -r ties.rel -q --store case.kith -o out --slice month

# Each question in a file of its own, questions/1.sql and so on, in the page's order.
mkdir questions
awk '/^```/ { is_question = /sql/; number += is_question; next }
     is_question { print >("questions/" number ".sql") }' "$KITH_SOURCE/docs/STORE.md"
ask() {
    sqlite3 -separator '|' case.kith <"$1"
}

claim "every question of docs/STORE.md is understood"
holds test "$(ls questions | wc -l)" -ge 7
for question in questions/*.sql; do
    exits 0 ask "$question"
    is_content
done

# answers TEXT ROW: the question that holds TEXT has a row ROW.
answers() {
    ask "$(grep -l -- "$1" questions/*.sql)" >answer
    has_line answer "$2"
}
claim "who stands with whom, since when, with which sentence"
answers 'max(cited.date)' \
    'Norby Watch|leads|asserted|3|2024-02-01|2024-03-07|Ada Lark does not lead Norby Watch.'
answers 'max(cited.date)' \
    'Ben Heron|co-occurrence||1|2024-03-05|2024-03-05|Ada Lark saw Ben Heron.'
claim "what is stated and denied"
answers 'claimed by' \
    'Ada Lark|leads|Norby Watch|claimed by cara-wren|news/2024-02-01.txt|Cara Wren says that Ada Lark leads Norby Watch.'
answers 'claimed by' \
    'Ada Lark|leads|Norby Watch|denied|news/2024-03-07.txt|Ada Lark does not lead Norby Watch.'
claim "who came up together of late"
answers 'npmi > 0' 'Ada Lark|Ben Heron|2024-03-05|1|'
claim "how often somebody is named by month"
answers "kind = 'node'" '2024-02|1'
answers "kind = 'node'" '2024-03|3'

# The table in the store has the cells of the file, row by row; its columns are those of the
# file that are named.
claim "tables say what the files say"
same_cells() {
    local file=$1 table=$2 columns=$3
    rows "out/$file" | awk -F '\t' -v wanted="$columns" '
        NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; count = split(wanted, name, ",") }
        NR > 1 { line = ""
                 for (i = 1; i <= count; i++) line = line (i > 1 ? "|" : "") $at[name[i]]
                 print line }' | sort >of_file
    sqlite3 -separator '|' case.kith "SELECT $columns FROM $table" | sort >of_table
    holds test -s of_file
    holds diff of_file of_table
}
same_cells nodes.csv entity id,label,type,mentions,copies,stories,first_date,last_date,degree,core
same_cells edges.csv edge source,target,directed,relation,weight,status,asserted,denied,rule
same_cells evidence.csv evidence begin,end,gap,trigger,rule,polarity,status,speaker
same_cells sentences.csv sentence begin,end,text
numbers=$(sqlite3 case.kith "SELECT count(*) FROM evidence JOIN edge ON edge.id = evidence.edge
    JOIN cited USING (article) WHERE typeof(edge.id) = 'integer'")
holds test "$numbers" = "$(($(wc -l <out/evidence.csv) - 1))"

claim "a store of an earlier layout has no graph until the next run"
cp case.kith old.kith
sqlite3 old.kith 'DROP TABLE entity; DROP TABLE edge; DROP TABLE run; PRAGMA user_version = 1'
exits 3 kith diff old.kith case.kith
complains "old.kith: holds no graph"
exits 0 kith store old.kith
says "graph: none"
exits 0 kith build news -g names.csv -r ties.rel -q --store old.kith -o out.old --slice month
exits 0 kith diff old.kith case.kith
says "no change"

# damaged SQL: the store, changed by it, is refused with one sentence.
damaged() {
    cp case.kith damaged.kith
    sqlite3 damaged.kith "$1"
    exits 3 kith diff damaged.kith case.kith
    complains "$2"
    holds test "$(wc -l <.stderr)" = 1
}
claim "tables that somebody else has changed are an error"
damaged 'DROP TABLE edge' "damaged.kith: this store is damaged"
damaged 'ALTER TABLE entity RENAME COLUMN mentions TO named' "damaged.kith: this store is damaged"
damaged "UPDATE entity SET label = CAST(x'ff41' AS TEXT)" "damaged.kith: this store is damaged"
damaged "DELETE FROM entity WHERE id = 'ada-lark'" "joins somebody who is none of its nodes"
claim "and what is told of the run may be damaged alone"
cp case.kith damaged.kith
sqlite3 damaged.kith "UPDATE run SET json = '{'"
exits 0 kith diff case.kith damaged.kith
complains "whether it was made as case.kith was is not known"
claim "without its evidence a change stands alone"
cp case.kith bare.kith
sqlite3 bare.kith 'DELETE FROM evidence; DELETE FROM edge; DELETE FROM entity'
cp case.kith mute.kith
sqlite3 mute.kith 'DELETE FROM evidence'
exits 0 kith diff bare.kith mute.kith
says "Ada Lark -leads-> Norby Watch: 3 rows of evidence"
does_not_say "news/"

claim "what a killed run has half written is taken back by who looks"
cp case.kith hot.kith
printf '%s\n' 'PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;' \
    'UPDATE record SET title = hex(randomblob(30000));' '.shell kill -9 $PPID' >kill.sql
sqlite3 hot.kith <kill.sql >/dev/null 2>&1
holds test -s hot.kith-journal
exits 0 kith store hot.kith
same=$said
exits 0 kith store case.kith
holds test "$same" = "$said"

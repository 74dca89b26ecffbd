# A store: a run with it writes the same bytes as one from nothing, whatever has changed
# since, and reads only what has changed.

cp -rL "$KITH_SOURCE/tests/articles" news
names=(-g names -r ties.rel)
file names/people.csv <<'END'
name,type,aliases,country
Ada Quill,person,Quill,Iceland
Bran Reed,person,,Iceland
Carla Stone,person,Stone|=CS,Norway
END
file names/places.csv <<'END'
name,type
Reed Harbour,city
Norway,country
END
cat >ties.rel <<'END'
relation leads: one person -> any
    A, head of B
    A runs B
relation meets: person = person
    A met B
END
file news/ada.txt <<'END'
Ada Quill, head of Reed Harbour, met Bran Reed in Norway on Friday.

Quill runs Reed Harbour. Carla Stone met Bran Reed.
END
file news/bran.txt <<'END'
Bran Reed met Carla Stone in Reed Harbour.
END
file news/2024-03-22/rows.csv <<'END'
title,text
One,Ada Quill met Carla Stone.
Two,Bran Reed runs Norway.
,
Three,Nobody was there.
END
: >news/empty.txt


# agree ARGUMENT...: with the store and from nothing, the same bytes.
agree() {
    exits "${code:-1}" kith build --store case.kith -o warm "$@"
    local said_of_store=$said
    rm -rf cold warm.json cold.json
    exits "${code:-1}" kith build -o warm2 "$@"
    said=$said_of_store
    sed 's/warm2/warm/' warm2/problems.csv >cold.csv
    holds same_folder warm warm2
}

claim "a first run reads everything and writes what a run without writes"
agree "${names[@]}" news
says "from the store: 0 articles, read: 17 articles"

claim "a second run reads nothing"
rm -r warm
agree "${names[@]}" news
says "from the store: 17 articles, read: 0 articles"

claim "what is added is read"
echo 'Carla Stone met Ada Quill in Norway.' >news/carla.txt
agree "${names[@]}" news
says "from the store: 17 articles, read: 1 article"

claim "what is edited is read"
echo 'Bran Reed met nobody.' >>news/bran.txt
agree "${names[@]}" news
says "read: 1 article"

claim "what is renamed is not read again, unless its date is in its path"
mv news/carla.txt news/aaa.txt
agree "${names[@]}" news
says "from the store: 18 articles, read: 0 articles"
mkdir news/2024-05-01
mv news/aaa.txt news/2024-05-01/carla.txt
agree "${names[@]}" news
says "from the store: 17 articles, read: 1 article"

claim "a row more in a table is one article more to read"
echo 'Four,Ada Quill met Bran Reed again.' >>news/2024-03-22/rows.csv
agree "${names[@]}" news
says "from the store: 18 articles, read: 1 article"

claim "what is deleted is gone"
rm -r news/2024-05-01 news/bran.txt
agree "${names[@]}" news
says "from the store: 17 articles, read: 0 articles"

claim "any number of threads finds the same in a store"
rm -r warm
agree "${names[@]}" news -j1
agree "${names[@]}" news -j8

claim "options that make other files of it need no reading"
agree "${names[@]}" news --formats csv,jsonl --min-weight 2
says "read: 0 articles"

claim "options that find something else do"
agree "${names[@]}" news -w paragraph
says "(options that change what is found are not as they were)"
agree "${names[@]}" news

claim "days are asked of what is kept, too"
agree "${names[@]}" news --since 2024-03 --until 2024-04
agree "${names[@]}" news

claim "with nothing new nothing is done"
find news names ties.rel -exec touch -d '1 minute ago' {} +
sleep 2.1
exits 1 kith build --store case.kith -o warm "${names[@]}" news
exits 1 kith build --store case.kith -o warm "${names[@]}" news
says "nothing is new: 17 articles"
claim "a file that is missing among those written is something new"
rm warm/nodes.csv
exits 1 kith build --store case.kith -o warm "${names[@]}" news
does_not_say "nothing is new"
holds same_folder warm warm2

claim "of names that are as they were all is told again"
echo ',person,,' >>names/people.csv
sleep 2.1
for article in 'Ada Quill met Bran Reed.' 'Ada Quill runs Norway.'; do
    echo "$article" >>news/ada.txt
    agree "${names[@]}" news
    says "read: 1 article"
    holds grep -q "people.csv,5,row" warm/problems.csv
done
sed -i '$d' names/people.csv

claim "a changed list is named, and every article is read with it"
printf 'spelling\nQuill\n' >names/stop.csv
agree "${names[@]}" news
says "from the store: 0 articles, read: 17 articles"
says "(names/stop.csv, with which every article is read, has changed)"

claim "--add keeps what is there"
mkdir monday tuesday
echo 'Ada Quill met Carla Stone on Monday.' >monday/1.txt
echo 'Bran Reed runs Reed Harbour on Tuesday.' >tuesday/1.txt
code=0
exits 0 kith build --store days.kith -o warm "${names[@]}" monday
exits 0 kith build --store days.kith -o warm "${names[@]}" tuesday --add
says "from the store: 1 article, read: 1 article"
exits 0 kith build -o warm2 "${names[@]}" monday tuesday
holds same_folder warm warm2
claim "and whichever comes first"
exits 0 kith build --store other.kith -o warm "${names[@]}" tuesday
exits 0 kith build --store other.kith -o warm "${names[@]}" monday --add
holds same_folder warm warm2
claim "a folder that is named again is looked through again"
rm monday/1.txt
exits 0 kith build --store days.kith -o warm "${names[@]}" monday --add
exits 0 kith build -o warm2 "${names[@]}" tuesday
holds same_folder warm warm2

claim "after a row of the gazetteer only articles that hold its words are read"
agree_names() {
    exits 0 kith build --store days.kith -o warm "${names[@]}" monday tuesday
    local said_of_store=$said
    exits 0 kith build -o warm2 "${names[@]}" monday tuesday
    holds same_folder warm warm2
    said=$said_of_store
}
echo 'Elsa Vale met Carla Stone.' >monday/2.txt
agree_names
sed -i '2i Elsa Vale,person,,' names/people.csv
agree_names
says "from the store: 1 article, read: 1 article (1 entity of the gazetteers changed)"
claim "and after one that nobody names, none"
echo 'Nobody Known,person,,' >>names/people.csv
agree_names
says "from the store: 2 articles, read: 0 articles"
claim "rows that change places are read again where their names stand"
sed -i '$!{h;d};x;G' names/people.csv
agree_names

claim "a run that stops keeps what is done"
mkdir many
for ((i = 0; i < 1500; i++)); do
    echo "Ada Quill met Bran Reed, $i times." >many/$i.txt
done
"$KITH" build --quiet --store stop.kith -o stopped "${names[@]}" many 2>stop.err &
sleep 0.15
kill -INT $!
wait $!
exits 0 kith build --store stop.kith -o stopped "${names[@]}" many
rm -r warm2
exits 0 kith build -o warm2 "${names[@]}" many
sed -i 's/warm2/stopped/' warm2/problems.csv
holds same_folder stopped warm2

claim "two runs do not share a store"
mkfifo pipe
"$KITH" build --quiet --store busy.kith -o busy "${names[@]}" pipe &
holder=$!
for ((i = 0; i < 100; i++)); do
    [ -s busy.kith ] && break
    sleep 0.05
done
exits 3 kith build --store busy.kith -o warm "${names[@]}" monday
complains "busy.kith: process $holder is using this store; wait until it is done"
claim "but others may look into it"
exits 0 kith store busy.kith
echo 'Ada Quill came.' >pipe
wait "$holder"

claim "a store tells what it holds"
exits 0 kith store days.kith
says "2 articles in 2 files"
says "gazetteers: names"
says "no dates                monday/"
exits 0 kith store days.kith --json
says '"path":"tuesday/","articles":1'
exits 0 kith store days.kith --check
says "nothing is damaged"
claim "and gives files up"
exits 0 kith store days.kith --remove monday
says "1 file taken out"
exits 0 kith store days.kith
says "1 article in 1 file"
exits 3 kith store days.kith --remove monday
complains "monday: the store holds no article at or below it"
exits 3 kith store nowhere.kith
complains "nowhere.kith: cannot read"

claim "a damaged store is noticed"
cp days.kith broken.kith
printf 'x%.0s' {1..6000} | dd of=broken.kith bs=1 seek=5000 conv=notrunc status=none
exits 3 kith store broken.kith --check
complains "broken.kith: this store is damaged"
exits 3 kith build --store broken.kith -o warm "${names[@]}" monday
complains "broken.kith: this store is damaged"

claim "a full disk loses nothing"
cp days.kith full.kith
rm -rf full
exits 0 kith build --store full.kith -o full "${names[@]}" tuesday
cp -r full full.before
(
    trap '' XFSZ
    ulimit -f 40
    kith build --store full.kith -o full "${names[@]}" many
) >full.out 2>&1
holds test $? = 3
holds grep -q 'cannot write' full.out
holds same_folder full full.before
exits 0 kith build --store full.kith -o full "${names[@]}" many
sed -i 's/stopped/full/' warm2/problems.csv
holds same_folder full warm2

claim "a folder that cannot be written is an error, and the store is good"
if [ "$(id -u)" != 0 ]; then
    chmod a-w full
    exits 3 kith build --store full.kith -o full "${names[@]}" tuesday
    complains "cannot write"
    chmod u+w full
fi

claim "articles are added to a store only"
exits 3 kith build -o warm "${names[@]}" monday --add
complains "a store"

claim "a file that is no store is left alone"
echo 'my diary' >diary.kith
exits 3 kith build --store diary.kith -o warm "${names[@]}" monday
complains "diary.kith: is not a store of kith"
holds grep -q 'my diary' diary.kith

claim "a store that cannot be written stops the run"
exits 3 kith build --store nowhere/case.kith -o warm "${names[@]}" monday
complains "nowhere/case.kith: cannot write: No such file or directory"

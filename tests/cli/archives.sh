# Articles in archives and compressed files.

printf 'name,type\nAda Quill,person\nHarbour Board,organisation\n' >names.csv
mkdir -p news/2024/03/22
echo "Ada Quill left the Harbour Board." >news/2024/03/22/a.txt
printf 'title,text\nRain,Ada Quill met the Harbour Board.\n' >news/rows.csv
tar -C news -cf - --sort=name 2024 rows.csv | gzip >news.tar.gz
gzip -c news/rows.csv >rows.csv.gz

claim "an archive gives what its folder gives, under its own name"
exits 0 kith build news -g names.csv -o folder
exits 0 kith build news.tar.gz -g names.csv -o archive
for table in articles mentions evidence; do
    sed 's/news\.tar\.gz/news/g' "archive/$table.csv" >"$table.csv"
    holds diff "folder/$table.csv" "$table.csv"
done
holds diff folder/edges.csv archive/edges.csv
holds grep -q '^a[0-9]*,news.tar.gz/2024/03/22/a.txt,.*,2024-03-22,path' archive/articles.csv

claim "an article in an archive is shown, tagged and explained by its path"
exits 0 kith show news.tar.gz/2024/03/22/a.txt
says "Ada Quill left"
exits 0 kith show 'news.tar.gz/rows.csv#2'
says "Ada Quill met"
exits 0 kith tag -g names.csv 'rows.csv.gz#2'
says "[Ada Quill|person:"
exits 0 kith explain -g names.csv news.tar.gz/2024/03/22/a.txt:0
says "Ada Quill"
exits 0 kith explain -o archive "Ada Quill" "Harbour Board"
says "news.tar.gz/2024/03/22/a.txt:0"
exits 3 kith show news.tar.gz/b.txt
complains "there is no such article in news.tar.gz"

claim "of two files of one name each is shown by its own path"
mkdir twice && echo "Ada Quill left." >twice/d.txt && tar -cf twice.tar -C twice d.txt
echo "Ada Quill came." >twice/d.txt && tar -rf twice.tar -C twice d.txt
exits 0 kith show twice.tar/d.txt
says "Ada Quill left"
exits 0 kith show "twice.tar/d (2).txt"
says "Ada Quill came"

claim "one broken archive costs only itself"
head -c 120 news.tar.gz >broken.tar.gz
exits 1 kith build broken.tar.gz rows.csv.gz -g names.csv -o out
complains "broken.tar.gz: is damaged or cut off here"
holds grep -q 'rows.csv.gz#2' out/articles.csv

claim "nothing of an archive is written to disk"
holds test "$(find . -name a.txt | wc -l)" = 1

# Articles in feeds.

printf 'name,type\nAda Quill,person\nHarbour Board,organisation\n' >names.csv
file news.rss <<'FEED'
<?xml version="1.0"?>
<rss><channel><item><title>Rain</title><pubDate>Fri, 22 Mar 2024 18:10:00 GMT</pubDate>
<description>Ada Quill left the Harbour Board.</description></item>
<item><guid>7</guid></item></channel></rss>
FEED
cp news.rss feed.xml
echo '<rss><item>' >broken.xml

claim "each item is an article, and what is none is told"
exits 1 kith build news.rss feed.xml broken.xml -g names.csv -o out
complains "news.rss#2: has no text"
complains "broken.xml: line"
holds grep -q 'news.rss#1,Rain,2024-03-22,article,' out/articles.csv
exits 0 kith tag -g names.csv 'news.rss#1'
says "[Ada Quill|person:"

claim "entities that would grow are no danger"
{
    echo '<!DOCTYPE rss [<!ENTITY a "rain rain rain rain rain rain rain rain">'
    for i in 1 2 3 4 5 6 7 8 9; do
        echo "<!ENTITY a$i \"&a$((i - 1));&a$((i - 1));&a$((i - 1));&a$((i - 1));&a$((i - 1));\">"
    done | sed 's/&a0;/\&a;/g'
    echo ']><rss><item><title>&a9;</title></item></rss>'
} >bomb.xml
exits 0 kith show bomb.xml
holds test "${#said}" -lt 2000

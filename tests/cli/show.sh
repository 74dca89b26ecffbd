# kith show: the text that is read of articles.

file page.html <<'PAGE'
<html lang="en"><head><title>Rain on the harbour | Example Post</title>
<meta property="article:published_time" content="2024-03-22T10:00:00Z"></head>
<body><ul><li><a href="/">Home</a></li></ul>
<p>Ada Quill left the Harbour Board on Friday.</p>
<div class="comments"><p>I never liked her, and now she is gone at last.</p></div>
</body></html>
PAGE
echo '{"title": "Sun", "text": "It shone."}' >news.jsonl
echo 'It hailed.' >plain.txt
printf 'name,type\nAda Quill,person\nHarbour Board,organisation\n' >names.csv

claim "of a page the article is shown"
exits 0 kith show page.html
says "Rain on the harbour"
says "Ada Quill left the Harbour Board on Friday."
does_not_say "Home"
does_not_say "liked"

claim "offsets count what is shown"
exits 0 kith show page.html
printf '%s\n' "$said" >shown.txt
exits 0 kith build page.html -g names.csv -o out
begin=$(grep ',Ada Quill,' out/mentions.csv | head -1 | cut -d, -f3)
holds test "$(tail -c "+$((begin + 1))" shown.txt | head -c 9)" = "Ada Quill"
holds grep -q '^a1,page.html,Rain on the harbour,2024-03-22,article,,en,' out/articles.csv

claim "several articles have their names above them"
exits 0 kith show news.jsonl plain.txt
says "==> news.jsonl#1 <=="
says "==> plain.txt <=="
exits 0 kith show plain.txt
does_not_say "==>"
exits 0 kith show 'news.jsonl#1'
says "It shone."

claim "as JSON they are articles again"
kith show --json page.html news.jsonl >again.jsonl
holds grep -q '"title": "Rain on the harbour", "date": "2024-03-22", "language": "en"' \
    again.jsonl
exits 0 kith tag -g names.csv 'again.jsonl#2'
says "[Ada Quill|person:"

claim "what cannot be read is told, and the rest is shown"
printf '\0\1\2' >binary
exits 1 kith show binary plain.txt
complains "binary: is not text but binary data"
says "It hailed."
exits 3 kith show none.txt
complains "none.txt"
exits 2 kith show
complains "no articles given"

claim "a full disk is told of"
if [ -w /dev/full ]; then
    echo "Ada Quill left." >full.txt
    exits 3 bash -c "'$KITH' show full.txt >/dev/full"
    complains "cannot write to standard output: No space left on device"
fi

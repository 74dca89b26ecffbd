# Control characters: what files hold reaches no screen as an order to the terminal.

escape=$'\e[31m'
c1=$'\302\233''31m'
names="names$escape.csv"
mkdir articles
printf 'name,type,aliases\n"Ada %sQuill",person,Ada Quill\n"Bran %sReed",person,Bran Reed\nx,y,z,w\n' \
    "$escape" "$c1" >"$names"
printf 'Ada Quill %smet Bran %sReed. Ada Quill hired Bran Reed.\a\r\n' "$escape" "$c1" \
    >"articles/a$escape.txt"
printf '%%PDF' >"articles/b$escape.pdf"

# The last command printed no control character but line ends and tabs.
is_plain() {
    if printf '%s' "$said$complaint" |
        LC_ALL=C grep -qP '[\x01-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]'; then
        wrong "prints a control character"
    fi
}

claim "a build tells of names, files and faults in plain text"
exits 1 kith build articles -g "$names" -o out
is_plain
says "Ada  [31mQuill"
complains "names [31m.csv:4: "
complains "articles/b [31m.pdf: "
exits 1 kith build articles -g "$names" -o out --verbose --log log
is_plain
holds test -z "$(tr -d '\n' <log | tr -dc '\001-\037')"

claim "pages about a graph are plain"
exits 0 kith explain -o out ada-31mquill bran-31mreed
is_plain
says "Ada Quill"
exits 0 kith brokers out
is_plain
exits 0 kith diff out out
is_plain

claim "pages about an article and rules are plain"
exits 1 kith explain -g "$names" "articles/a$escape.txt:0"
is_plain
says "Ada"
exits 0 kith trace -g "$names" "Ada Quill ${escape}hired Bran Reed."
is_plain
exits 1 kith check "$names"
is_plain
says "names [31m.csv:4: fault"

claim "what is refused is named in plain text"
exits 2 kith build "--wat$escape"
is_plain
exits 3 kith tag -g "nowhere$escape" x
is_plain
complains "nowhere [31m: cannot read"

claim "an article is shown plainly on a terminal, and as it is elsewhere"
exits 0 kith show "articles/a$escape.txt"
says "Quill $escape"
if command -v script >/dev/null; then
    exits 0 script -qec "'$KITH' show 'articles/a$escape.txt'" /dev/null
    says "Ada Quill  [31mmet"
    holds test -z "$(printf %s "$said" | tr -d '\r\n' | tr -dc '\001-\037')"
fi

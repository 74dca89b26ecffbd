# kith compile: an image that stands for its sources, and what becomes of it.

file names.csv <<'END'
name,type,aliases
Ada Lark,person,Lark
Ben Heron,person,
END
file article.txt <<'END'
Lark met Ben Heron in the reeds.
END

claim "an image is written, and what it holds is said"
exits 0 kith compile names.csv -o names.kith
says "names.kith: 3 aliases of 2 entities"

claim "an image finds what its source finds"
exits 0 kith tag -g names.kith article.txt
says "[Lark|person:ada-lark] met [Ben Heron|person:ben-heron]"

claim "two builds are the same bytes"
exits 0 kith compile names.csv -o other.kith
exits 0 cmp names.kith other.kith

claim "a changed source is noticed, and the image compiled anew"
file names.csv <<'END'
name,type,aliases
Cara Lark,person,Lark
END
exits 0 kith build article.txt -g names.kith -o out
exits 0 cat out/problems.csv
says "it was compiled anew"
exits 0 kith tag -g names.kith article.txt
says "[Lark|person:cara-lark] met Ben Heron"

claim "beside other gazetteers, corrections and mentions an image stands for its sources"
printf 'name,type\nQuarry,place\n' >more.csv
echo 'rename Cara Lark = Cara Finch' >fix.txt
cp names.kith before.kith
exits 0 kith tag -g names.csv -g more.csv --fix fix.txt article.txt
printf '%s\n' "$said" >from_csv
exits 0 kith tag -g names.kith -g more.csv --fix fix.txt article.txt
is_content
printf '%s\n' "$said" >from_image
holds cmp from_csv from_image
exits 0 kith tag -g more.csv -g names.kith --fix fix.txt article.txt
is_content
echo 'merge Nobody = Cara Lark' >fix.txt
exits 1 kith tag -g names.kith --fix fix.txt article.txt
complains "fix.txt:1"
holds cmp before.kith names.kith

claim "an image whose sources are gone is used, and that is noted"
rm names.csv
exits 0 kith build article.txt -g names.kith -o out
exits 0 cat out/problems.csv
says "not where they were"

claim "without its sources an image does not go with other gazetteers"
exits 3 kith tag -g names.kith -g more.csv article.txt
complains "names.kith: with other gazetteers"
complains "not where they were"

claim "a file that is no image is named"
cp more.csv bad.kith
exits 3 kith tag -g bad.kith article.txt
complains "bad.kith: is no image of kith"

claim "an image is known by its name"
exits 3 kith compile more.csv -o names.bin
complains "ends in .kith"

claim "what to compile and where to are needed"
exits 2 kith compile -o names.kith
complains "no gazetteers named"
exits 2 kith compile more.csv
complains "no image named"

claim "an image of the shipped gazetteers finds what they find"
exits 0 kith compile "$KITH_SOURCE/gazetteers" -q -o shipped.kith
exits 0 kith tag -f jsonl -g "$KITH_SOURCE/gazetteers" "$KITH_SOURCE"/tests/articles/*.txt
printf '%s\n' "$said" >from_csv
exits 0 kith tag -f jsonl -g shipped.kith "$KITH_SOURCE"/tests/articles/*.txt
printf '%s\n' "$said" >from_image
exits 0 test -s from_csv
exits 0 cmp from_csv from_image

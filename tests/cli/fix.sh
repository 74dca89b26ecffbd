# --fix: corrections on every run, by kith tag and kith build.

file names.csv <<'END'
name,type,aliases
Ada Quill,person,Quill
Harbour Board,organisation,the Board
END
echo 'Ada Quill met the Board. Quill left.' >a.txt
echo 'Ada Quill met the Board. Quill left.' >b.txt

claim "without corrections all names are found"
exits 0 kith tag -g names.csv a.txt
says "[the Board|organisation:"
says "[Quill|person:"

claim "a surface is rejected in one article"
echo 'reject "the Board" in a.txt' >fix.txt
exits 0 kith tag -g names.csv --fix fix.txt a.txt
does_not_say "[the Board|"
exits 0 kith tag -g names.csv --fix fix.txt b.txt
says "[the Board|"

claim "a split name is no short form either"
echo 'split Quill from Ada Quill' >fix.txt
exits 0 kith tag -g names.csv --fix fix.txt a.txt
does_not_say "[Quill|"
says "[Ada Quill|"

claim "a rejected name lends its parts to nobody"
echo 'reject "Ada Quill" in c.txt' >fix.txt
echo 'Ada Quill wrote. Ms Quill left.' >c.txt
printf 'name,type\nAda Quill,person\n' >full.csv
exits 0 kith tag -g full.csv c.txt
says "[Quill|person:"
exits 0 kith tag -g full.csv --fix fix.txt c.txt
does_not_say "|person:"

claim "a build reports what its corrections do not know, and applies the rest"
printf 'merge Harbor Board = Ada Quill\nretype Ada Quill = poet\n' >fix.txt
exits 1 kith build a.txt -g names.csv --fix fix.txt -o out
complains "fix.txt:1"
complains 'is it "Harbour Board"?'
holds grep -q 'Ada Quill,poet' out/nodes.csv

claim "a corrections file that is not there stops the run"
exits 3 kith tag -g names.csv --fix none.txt a.txt
complains "none.txt"

claim "tag reports what its corrections do not know, and marks up the rest"
printf 'merge Harbor Board = Ada Quill\nretype Ada Quill = poet\n' >fix.txt
exits 1 kith tag -g names.csv --fix fix.txt a.txt
complains "fix.txt:1"
complains 'is it "Harbour Board"?'
says "[Ada Quill|poet:"

claim "of many faults the first few are shown, and how many more there are"
for i in 1 2 3 4 5 6 7; do echo "retype Nobody $i = poet"; done >fix.txt
exits 1 kith tag -g names.csv --fix fix.txt a.txt
complains "fix.txt:5"
does_not_complain "fix.txt:6"
complains "and 2 more"

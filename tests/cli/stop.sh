# Stop lists: in a folder of gazetteers, by --stop, and beside an image.

file names/people.csv <<'END'
name,type,aliases
Ada Quill,person,Quill
Reed Harbour,city,Harbour
END
echo 'Ada Quill came to the Harbour. Quill left Reed Harbour.' >a.txt

claim "without a list all names are found"
exits 0 kith tag -g names a.txt
is_content
says "[Quill|"
says "[Harbour|"

claim "a stop.csv in the folder is a list, and no gazetteer"
file names/stop.csv <<'END'
spelling,note
Harbour,any harbour
END
exits 0 kith tag -g names a.txt
is_content
does_not_say "[Harbour|"
says "[Reed Harbour|"

claim "--stop adds a list, which holds for short forms too"
printf 'spelling\nQuill\n' >own.csv
exits 0 kith tag -g names --stop own.csv a.txt
does_not_say "[Quill|"
does_not_say "[Harbour|"
says "[Ada Quill|"
exits 0 kith build -g names --stop own.csv a.txt -o out
holds grep -q '"stop_list": "own.csv"' out/run.json
holds test "$(tail -n +2 out/mentions.csv | wc -l)" = 2

claim "lists hold for an image of the folder as well"
exits 0 kith compile names -o names.kith
exits 0 kith tag -g names.kith --stop own.csv a.txt
does_not_say "[Quill|"
does_not_say "[Harbour|"
says "[Ada Quill|"

claim "the list of a folder is checked with it"
printf 'spelling,type\nHaven,\nQuill,poet\n' >names/stop.csv
exits 1 kith check names
says 'stop.csv:2: note: "Haven" stops nothing'
says 'stop.csv:3: fault: the type "poet"'

claim "a list without its column stops the run and is named"
printf 'word\nQuill\n' >own.csv
exits 3 kith tag -g names --stop own.csv a.txt
complains "own.csv:1: the header has no column 'spelling'"

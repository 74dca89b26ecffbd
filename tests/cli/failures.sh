# What stops a run: exit code 3, one sentence that names the user's own file, and an
# output folder as it was before.

file articles/one.txt <<'END'
Ada Lark met Ben Heron.
END
file names.csv <<'END'
name,type
Ada Lark,person
Ben Heron,person
END

claim "a folder that is not there is named"
exits 3 kith build nowhere -g names.csv
complains "nowhere"
complains "No such file"

claim "gazetteers that are not there are named"
exits 3 kith build articles -g nothing.csv
complains "nothing.csv"

claim "a gazetteer without the columns that every gazetteer has is named with its line"
file headless.csv <<'END'
person,role
Ada Lark,editor
END
exits 3 kith build articles -g headless.csv
complains "headless.csv:1:"
complains "name"

claim "an empty gazetteer folder is not the same as no names wanted"
mkdir empty
exits 3 kith build articles -g empty
complains "empty"

claim "a rule file with a fault in it is named with its line"
file broken.rel <<'END'
this is no rule at all
END
exits 3 kith build articles -g names.csv -r broken.rel
complains "broken.rel:1:"

claim "rules that are not there are named"
exits 3 kith build articles -g names.csv -r missing.rel
complains "missing.rel"

claim "after a failure there is no output folder and no half of one"
holds test ! -e out/graph.graphml
holds test -z "$(find . -name '*.tmp*' -o -name '.kith*')"

claim "an output folder that cannot be made is named"
: >occupied
exits 3 kith build articles -g names.csv -o occupied
complains "occupied"

claim "an output folder that the system refuses is named"
exits 3 kith build articles -g names.csv -o /proc/kith-out
complains "/proc/kith-out"

claim "an output folder that cannot be written is named"
if [ "$(id -u)" != 0 ]; then
    mkdir locked
    chmod a-w locked
    exits 3 kith build articles -g names.csv -o locked
    complains "locked"
fi

claim "a failed run leaves an earlier run's files alone"
exits 0 kith build articles -g names.csv -q
cp -r out before
exits 3 kith build nowhere -g names.csv
exits 3 kith build articles -g headless.csv
exits 3 kith build articles -g names.csv -r broken.rel
holds same_folder before out

claim "a full disk is a failure and not a silence"
if [ -w /dev/full ]; then
    "$KITH" --help >/dev/full 2>complaint
    holds test $? = 3
    has_line complaint "No space left"
fi

claim "a file that cannot be tagged is named, and the rest goes on"
exits 1 kith tag -g names.csv absent.txt articles/one.txt
complains "absent.txt"
says "Heron"

claim "tagging with gazetteers that are not there is a failure"
exits 3 kith tag -g nothing.csv articles/one.txt
complains "nothing.csv"

claim "a verb that prints ends at Ctrl-C, with a sentence"
mkfifo endless.csv
"$KITH" check endless.csv 2>stopped &
sleep 0.3
kill -INT $!
wait $!
holds test $? = 3
holds test "$(cat stopped)" = "kith: stopped"

# An installed kith would lend its own.
if [ ! -e /usr/local/share/kith ] && [ ! -e /usr/share/kith ]; then
    claim "a kith without its data says that relations are not read"
    mkdir -p elsewhere/bin
    cp "$KITH" elsewhere/bin/kith
    printf 'name,type\nAda Quill,person\n' >alone.csv
    echo 'Ada Quill left.' >alone.txt
    exits 1 env -u KITH_GAZETTEERS elsewhere/bin/kith build alone.txt -g alone.csv -o alone
    complains "relations.rel: the rules that come with kith are not there"
    exits 0 env -u KITH_GAZETTEERS elsewhere/bin/kith build alone.txt -g alone.csv -o alone \
        --no-rules
fi

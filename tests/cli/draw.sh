# kith draw: Graphviz on a folder's graph.dot. A stand-in for it is enough but for one
# claim.

file names.csv <<'END'
name,type
Anna,person
Boris,person
END
file articles/1.txt <<'END'
They say that Anna met Boris.
END
exits 0 kith build articles -g names.csv --no-rules

claim "a folder without a graph is named"
exits 3 kith draw nowhere
complains "nowhere/graph.dot"
complains "kith build"

claim "a format that is none is a matter of usage"
exits 2 kith draw -T bmp
complains "svg, png or pdf"
exits 2 kith draw out more
complains "more"

claim "without Graphviz it says how to come by it"
mkdir -p empty
exits 3 env PATH="$PWD/empty" "$KITH" draw out
complains "apt install graphviz"
holds test ! -e out/graph.svg

claim "a Graphviz that fails is told of, and an older picture stays"
file bin/dot <<'END'
#!/bin/sh
echo "half a picture" >"$3"
echo "dot: no" >&2
exit 1
END
chmod +x bin/dot
echo "an older picture" >out/graph.svg
exits 3 env PATH="$PWD/bin" "$KITH" draw out
complains "could not draw"
has_line out/graph.svg "an older picture"
holds test "$(ls out/graph.svg*)" = out/graph.svg

claim "Ctrl-C leaves an older picture, too"
file bin/dot <<'END'
#!/bin/sh
echo "half a picture" >"$3"
kill -INT "$PPID"
END
exits 3 env PATH="$PWD/bin:$PATH" "$KITH" draw out
complains "stopped"
has_line out/graph.svg "an older picture"
holds test "$(ls out/graph.svg*)" = out/graph.svg

claim "Graphviz is run without a shell, and what was drawn is named"
file bin/dot <<'END'
#!/bin/sh
for word; do echo "$word"; done >arguments
echo "a picture" >"$3"
END
exits 0 env PATH="$PWD/bin:$PATH" "$KITH" draw out -T png -o 'a $(b).png'
says 'a $(b).png'
holds test "$(tr '\n' ' ' <arguments | sed 's/kith-[0-9]*/kith-1/')" = \
    '-Tpng -o a $(b).png.kith-1 out/graph.dot '
has_line 'a $(b).png' "a picture"

claim "Graphviz draws without a word"
if command -v dot >/dev/null && [ "$(command -v dot)" != "$PWD/bin/dot" ]; then
    for format in svg png pdf; do
        exits 0 kith draw out -T $format
        is_content
        says "out/graph.$format"
        holds test -s out/graph.$format
    done
    has_line out/graph.svg 'class="node person"'
fi

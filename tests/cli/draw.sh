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

claim "a Graphviz that fails is told of"
file bin/dot <<'END'
#!/bin/sh
echo "dot: no" >&2
exit 1
END
chmod +x bin/dot
exits 3 env PATH="$PWD/bin" "$KITH" draw out
complains "could not draw"

claim "Graphviz is run without a shell, and what was drawn is named"
file bin/dot <<'END'
#!/bin/sh
for word; do echo "$word"; done >arguments
END
exits 0 env PATH="$PWD/bin:$PATH" "$KITH" draw out -T png -o 'a $(b).png'
says 'a $(b).png'
holds test "$(tr '\n' ' ' <arguments)" = '-Tpng -o a $(b).png out/graph.dot '

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

# What looks at output folders finds what is planted there.

articles=$KITH_SOURCE/tests/articles
exits 0 kith build "$articles" --formats graphml,gexf,dot,csv,jsonl,vosviewer --slice month
exits 0 "$KITH_CHECK_OUTPUT" out

# planted FILE SED-SCRIPT: changed so, the folder does not pass, and the file is named.
planted() {
    rm -rf planted
    cp -r out planted
    sed -i "$2" "planted/$1"
    ! cmp -s "out/$1" "planted/$1" || wrong "nothing is planted: $1: $2"
    exits 1 "$KITH_CHECK_OUTPUT" planted
    says "${3-$1}"
}

claim "in GraphML: a value, a name, a tie, a kind, a direction, an element too few"
planted graph.graphml '0,/<data key="mentions">[0-9]*/s//<data key="mentions">999/'
planted graph.graphml '0,/<data key="label">/s//<data key="label">Not /'
planted graph.graphml '0,/<edge id="e1" source="[^"]*"/s//<edge id="e1" source="kabul"/'
planted graph.graphml '0,/label="co-occurrence"/s//label="attacks"/'
planted graph.graphml '0,/directed="false"/s//directed="true"/'
planted graph.graphml '0,/<data key="edgenpmi">.*/s///'
planted graph.graphml '0,/<data key="edgeevidence">[0-9]*/s//<data key="edgeevidence">77/'
planted graph.graphml '0,/<edge /{/<edge /,/<\/edge>/d}'

claim "in GEXF: a value, a name, a tie, a kind, a direction, a weight, an element too few"
planted graph.gexf '0,/for="mentions" value="[0-9]*/s//for="mentions" value="999/'
planted graph.gexf '0,/ label="/s// label="Not /'
planted graph.gexf '0,/<edge id="e1" source="[^"]*"/s//<edge id="e1" source="kabul"/'
planted graph.gexf '0,/kind="co-occurrence"/s//kind="attacks"/'
planted graph.gexf '0,/type="undirected"/s//type="directed"/'
planted graph.gexf '0,/ weight="[0-9]*"/s// weight="77"/'
planted graph.gexf '0,/<attvalue for="npmi".*/s///'
planted graph.gexf '0,/<edge /{/<edge /,/<\/edge>/d}'

claim "in DOT: a tie between others, a name, a type, a count, a weight, a thickness"
planted graph.dot '0,/ -- "[^"]*"/s// -- "kabul"/'
planted graph.dot '0,/\[label="/s//[label="Not /'
planted graph.dot '0,/ class="country"/s// class="city"/'
planted graph.dot '0,/: [0-9]* mentions/s//: 777 mentions/'
planted graph.dot '0,/: together [0-9]* time/s//: together 77 time/'
planted graph.dot '0,/ -- /s/ penwidth=[0-9.]*/ penwidth=99/'

claim "in DOT: of a relation its kind, its name, its direction, its heads, how it stands"
planted graph.dot '0,/ class="relation"/s// class="pair"/'
planted graph.dot '0,/\(bgcolor="#FFFFFFD8">\)[a-z]/s//\1not /'
planted graph.dot '0,/tooltip="\([^"]*\) → /s//tooltip="\1 – /'
planted graph.dot '0,/ dir=none/s// dir=forward/'
planted graph.dot '0,/: [0-9]* denied/s//: 77 denied/'
planted graph.dot '0,/, said [0-9]* time/s//, said 77 time/'

claim "in JSON Lines: a number, a text, a member too many, a line too few"
planted nodes.jsonl '1s/"mentions":[0-9]*/"mentions":999/' nodes.csv
planted evidence.jsonl '1s/"relation":"[^"]*"/"relation":"attacks"/' evidence.csv
planted mentions.jsonl '1s/}$/,"more":1}/' mentions.csv
planted edges.jsonl '1d' edges.

claim "in VOSviewer's network: a name, a number, a strength, a link too few"
planted vosviewer.json '2s/"label":"/"label":"Not /'
planted vosviewer.json '3s/"pagerank":/"pagerank":7/'
planted vosviewer.json '/^{"source_id":"red-sea"/s/"strength":/"strength":7/'
planted vosviewer.json '0,/^{"source_id".*,$/s///'

claim "in tables: a weight, a row of evidence too few, a name that is not there, a place"
planted edges.csv '2s/,co-occurrence,co-occurrence,[0-9]*,/,co-occurrence,co-occurrence,77,/'
planted evidence.csv '2d' edges.csv
planted mentions.csv '2s/Rahmon/Rakmon/'
planted sentences.csv '2s/,0,/,1,/'

claim "in slices: a count, a slice too few, a slice twice, a thing that is not there"
planted slices.csv '2s/,[0-9]*$/,777/'
planted slices.csv '$d'
planted slices.csv '2p'
planted slices.jsonl '1d' slices.
planted slices.csv '2s/^node,[^,]*/node,nobody/'

# What is said to someone who types something wrong, or asks what there is to type.

claim "without a verb, the help comes on the error stream"
exits 2 kith
complains "Usage: kith"

claim "--help lists every verb and an example"
exits 0 kith --help
is_content
says "kith build"
says "build "
says "tag "
says "explain "
says "check "
says "suggest "
says "variants "
says "Example"

claim "--version is the program and its version, alone on a line"
exits 0 kith --version
holds grep -Eqx 'kith [0-9]+\.[0-9]+\.[0-9]+' .stdout

claim "every verb has a page with options, examples and exit codes"
for verb in build tag explain brokers diff check suggest variants; do
    exits 0 kith "$verb" --help
    is_content
    says "Usage: kith $verb"
    says " --help"
    says "Examples:"
    says "Exit status: 0"
    exits 0 kith "$verb" -h
    exits 0 kith help "$verb"
    says "Usage: kith $verb"
done

claim "the page of build has every option"
exits 0 kith build --help
for option in -g --gazetteers -r --rules --no-rules -o --output -w --window -j --jobs \
    --relations --min-weight --min-articles --count --no-cooccurrence \
    --formats --bom --graphml --since --until --slice --slice-graphs --max-size --dot-nodes --dot-all --layout --seed --time-limit -q --quiet -v --verbose --log -h --help; do
    says " $option"
done

claim "help fits a terminal of 80 columns"
for verb in build tag explain brokers diff check suggest variants; do
    kith "$verb" --help >help.txt
    holds awk 'length > 79 { print; bad = 1 } END { exit bad }' help.txt
done

claim "the man page has every option of the help"
kith build --help >help.txt
kith tag --help >>help.txt
kith explain --help >>help.txt
kith brokers --help >>help.txt
kith diff --help >>help.txt
for option in $(grep -oE -- '--[a-z-]+' help.txt | sort -u); do
    name=${option#--}
    holds grep -Eq -- "Fl (. , )?-$name( |$)" "$KITH_SOURCE/docs/kith.1"
done

claim "a verb that does not exist is named, and help is pointed to"
exits 2 kith bild articles
complains "bild"
complains "--help"

claim "an option that does not exist is named, and help is pointed to"
exits 2 kith build --frobnicate articles
complains "--frobnicate"
complains "kith build --help"
exits 2 kith tag -x article.txt
complains "-x"
complains "kith tag --help"

claim "it is named also in the midst of others"
exits 2 kith build --quiet -xj 2 articles
complains "-x"
does_not_complain "--quiet"

claim "an option without its value is named"
exits 2 kith build articles --output
complains "--output"
exits 2 kith build articles -g
complains "-g"

claim "a value given to an option that takes none is refused"
exits 2 kith build --quiet=yes articles
complains "--quiet takes no value"

claim "a value that makes no sense is shown with what would"
while read -r option value wanted; do
    exits 2 kith build articles "$option" "$value"
    complains "$option"
    complains "$value"
    complains "$wanted"
done <<'END'
--window chapter paragraph
--window 0 sentence
--window 2000 1000
--jobs none number
--jobs 0 1
--jobs -3 number
--jobs 2x number
--max-size big size
--max-size 0 size
--min-weight none number
--min-articles -1 number
--dot-nodes -1 number
--dot-nodes 0 number
--layout spiral fr
--dot-nodes 7.5 number
--graphml loose strict
--formats pdf graphml
--formats csv, vosviewer
--formats csv,,dot vosviewer
--seed yes number
--time-limit soon number
END
exits 2 kith tag --format pdf article.txt
complains "pdf"
complains "jsonl"

claim "nothing to read is a usage fault"
exits 2 kith build
complains "article"
exits 2 kith tag
complains "file"

claim "a usage fault leaves no output folder"
holds test ! -e out

claim "a slip in an option or a verb is met with what was meant"
exits 2 kith build --min-wieght 3 x
complains "kith: --min-wieght is no option; did you mean --min-weight?"
exits 2 kith brokers --jsno out
complains "--jsno is no option"
exits 2 kith diff --jason a b
complains "did you mean --json?"
exits 2 kith explain --gazeteers=x a.txt:0
complains "did you mean --gazetteers?"
exits 2 kith biuld x
complains 'there is no verb "biuld"; did you mean build?'
exits 2 kith build --frobnicate x
does_not_complain "did you mean"

claim "what begins several options is told so"
exits 2 kith build --min 3 x
complains "--min begins several options, --min-weight among them"

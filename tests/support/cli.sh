#!/usr/bin/env bash
# Runs one test of the program as its user meets it, in a fresh folder.
#
#     KITH=build/kith KITH_SOURCE=. tests/support/cli.sh tests/cli/usage.sh
#
# A test is a list of claims. Each claim runs the program and looks at what it said, what
# it wrote and how it exited, in these words:
#
#     claim "an unknown option is named"
#     exits 2 kith build --frobnicate
#     complains "--frobnicate"
#
# A claim that fails is printed with the command and all that it said; the others run on.
# A test may `skip REASON`.
set -u

test_file=$(realpath "$1")
test_name=cli/$(basename "$test_file" .sh)
KITH=$(realpath "$KITH")
KITH_SOURCE=$(realpath "$KITH_SOURCE")
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder" || exit 1

# What the program says does not hang on the reader's settings, nor on where it was built.
export LC_ALL=C.UTF-8
export KITH_GAZETTEERS=$KITH_SOURCE/gazetteers

claim="(no claim)"
failures=0
command_line=""
said=""
complaint=""

claim() {
    claim=$1
}

# ctest knows 77 as "did not run".
skip() {
    printf '%s: skipped: %s\n' "$test_name" "$1"
    exit 77
}

wrong() {
    failures=$((failures + 1))
    printf '%s: %s\n    %s\n' "$test_name" "$claim" "$1"
    [ -z "$command_line" ] ||
        printf '    $ %s\n    stdout: %s\n    stderr: %s\n' "$command_line" "$said" "$complaint"
}

kith() {
    "$KITH" "$@"
}

# rows FILE: a table with tabs between its cells, heading included. Cells of several lines
# are not known.
rows() {
    awk '{
        line = ""
        while (length($0)) {
            if (match($0, /^"([^"]|"")*"/)) {
                cell = substr($0, 2, RLENGTH - 2)
                gsub(/""/, "\"", cell)
            } else {
                match($0, /^[^,]*/)
                cell = substr($0, 1, RLENGTH)
            }
            $0 = substr($0, RLENGTH + 1)
            line = line cell
            if (substr($0, 1, 1) == ",") {
                line = line "\t"
                $0 = substr($0, 2)
            }
        }
        print line
    }' "$1"
}

# exits CODE COMMAND...: run it; its output is kept for the words below.
exits() {
    local code=$1 status=0
    shift
    command_line=$*
    "$@" >"$folder/.stdout" 2>"$folder/.stderr" </dev/null || status=$?
    said=$(tr -d '\0' <"$folder/.stdout")
    complaint=$(tr -d '\0' <"$folder/.stderr")
    [ "$status" = "$code" ] || wrong "exited $status, not $code"
}

# The last command printed TEXT / did not print it.
says() {
    [[ $said == *"$1"* ]] || wrong "does not say: $1"
}
does_not_say() {
    [[ $said != *"$1"* ]] || wrong "says: $1"
}

# The last command printed TEXT on the error stream / did not / printed nothing there.
complains() {
    [[ $complaint == *"$1"* ]] || wrong "does not complain: $1"
}
does_not_complain() {
    [[ $complaint != *"$1"* ]] || wrong "complains: $1"
}
is_content() {
    [ -z "$complaint" ] || wrong "complains"
}

# A command about what was written holds.
#
#   holds COMMAND...
holds() {
    local output
    output=$("$@" 2>&1) || wrong "does not hold: $*${output:+
    $output}"
}

# FILE has a line with TEXT in it.
has_line() {
    grep -qF -- "$2" "$1" || wrong "$1 has no line with: $2"
}

# A file from stdin, its folders made.
#
#   file NAME <<END
file() {
    mkdir -p "$(dirname "$1")"
    cat >"$1"
}

# Two output folders hold the same files with the same bytes.
same_folder() {
    diff -r -q "$1" "$2"
}

. "$test_file"
[ "$failures" = 0 ]

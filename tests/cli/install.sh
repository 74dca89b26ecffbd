# What `cmake --install` puts in place works from there, and still does when it is moved.

[ "$KITH_SANITIZED" = 0 ] || skip "a program of the reader's own has no sanitizer in it"

exits 0 cmake --install "$KITH_BUILD" --prefix "$PWD/first"
mv first moved
prefix=$PWD/moved
library=$(dirname "$(find "$prefix" -name 'libkith.so')")

claim "program, library, header, gazetteers and man page are where Debian expects them"
for name in bin/kith include/kith.h share/man/man1/kith.1 \
    share/kith/gazetteers/people.csv share/kith/gazetteers/relations.rel; do
    holds test -f "$prefix/$name"
done
holds test -f "$library/libkith.so.0"

claim "the installed program runs without being told where its library is"
KITH=$prefix/bin/kith
exits 0 kith --version
says "kith "

claim "it finds the gazetteers installed with it"
unset KITH_GAZETTEERS
printf 'name,type\nQuillon Zanderby,person\n' >"$prefix/share/kith/gazetteers/extra.csv"
echo 'Quillon Zanderby spoke.' >article.txt
exits 0 kith tag article.txt
says "[Quillon Zanderby|"

claim "it needs nothing from the folder it was built in"
holds test -z "$(readelf -d "$KITH" "$library/libkith.so" | grep -F "$KITH_BUILD")"

claim "the library shows what kith.h declares and nothing else"
nm -D --defined-only "$library/libkith.so" | awk '{ print $3 }' | sort >shown
grep -oE '^(KITH_API .*[ *])?kith_[a-z_]+\(' "$prefix/include/kith.h" |
    grep -oE 'kith_[a-z_]+\($' | tr -d '(' | sort >declared
holds test -s declared
holds diff declared shown

claim "a program of ten lines compiles against it with pkg-config, and works"
export PKG_CONFIG_PATH=$library/pkgconfig
exits 0 pkg-config --modversion kith
exits 0 pkg-config --cflags --libs kith
file ten.c <<'END'
#include <kith.h>
#include <stdio.h>

int main(void)
{
    struct kith_tagger *tagger = NULL;
    struct kith_error err;
    const char *names[] = {"names.csv"}, *text;
    size_t length;
    if (kith_tagger_new(names, 1, NULL, NULL, NULL, &tagger, &err) != KITH_OK ||
        kith_tag(tagger, "article.txt", KITH_TAG_TEXT, &text, &length, &err) != KITH_OK)
        return fprintf(stderr, "%s\n", err.text), 1;
    fwrite(text, 1, length, stdout);
    kith_tagger_free(tagger);
    return 0;
}
END
cp "$prefix/share/kith/gazetteers/extra.csv" names.csv
exits 0 cc -std=c17 -Wall -Wextra -Wpedantic -Werror ten.c -o ten $(pkg-config --cflags --libs kith)
exits 0 env LD_LIBRARY_PATH="$library" ./ten
says "[Quillon Zanderby|"

claim "kith.h is a header for C++ too"
if command -v c++ >/dev/null; then
    echo '#include <kith.h>
int main() { return kith_version() == nullptr; }' >ten.cc
    exits 0 c++ -Wall -Wextra -Werror ten.cc -o ten++ $(pkg-config --cflags --libs kith)
    exits 0 env LD_LIBRARY_PATH="$library" ./ten++
fi

claim "the man page is found and can be read"
if command -v man >/dev/null; then
    exits 0 env MANPATH="$prefix/share/man" man -P cat kith
    says "who stands with whom"
fi

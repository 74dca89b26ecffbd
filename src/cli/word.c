/* Looking a word up. */
#include "word.h"

#include <string.h>

bool find_word(const char *value, const char *const *words, int *number)
{
    for (int i = 0; words[i]; i++)
        if (strcmp(value, words[i]) == 0) {
            *number = i;
            return true;
        }
    return false;
}

/* The closed words of English. This is grammar, not knowledge of the world: users have no
 * reason to add to it, so it is no data file. */
#include "relate/closed_words.h"

#include <stddef.h>

#include "relate/word_class.h"

const struct kith_closed_words kith_closed_words[] = {
    {KITH_ROLE_CLOSED | KITH_ROLE_DETERMINER,
     "the a an its his her their our my your this these those some another"},
    {KITH_ROLE_CLOSED,
     "about above across after against along alongside amid among around as at because "
     "before behind below beneath beside between beyond but by despite down during "
     "except from if in including inside into like near off on onto outside over "
     "per since than through throughout till to toward towards under unlike until up "
     "upon via when where whereas while with within without yet"},
    {KITH_ROLE_CLOSED,
     "am are be been being can could did do does had has have is may might must shall "
     "should was were will would not never no nor"},
    {KITH_ROLE_CLOSED,
     "he him himself i it itself me she them themselves they us we you there then so"},
    {KITH_ROLE_CLOSED | KITH_ROLE_BARRIER,
     "that who whom whose which what said says say told tells tell added adds claimed "
     "claims"},
    {KITH_ROLE_CLOSED, "according announced asked denied insisted met reported reports "
                       "stated warned wrote"},
    {KITH_ROLE_CLOSED | KITH_ROLE_OF, "of for"},
    {KITH_ROLE_CLOSED | KITH_ROLE_JOINING, "and or &"},
    {KITH_ROLE_COMMA, ","},
    {KITH_ROLE_OPEN, "("},
    {KITH_ROLE_CLOSE, ")"},
    {0, NULL},
};

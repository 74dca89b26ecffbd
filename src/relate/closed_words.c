/* The closed words of English. This is grammar, not knowledge of the world: users have no
 * reason to add to it, so it is no data file. */
#include "relate/closed_words.h"

#include <stddef.h>

#include "relate/word_class.h"

const struct kith_closed_words kith_closed_words[] = {
    {KITH_ROLE_CLOSED | KITH_ROLE_DETERMINER,
     "the a an its his her their our my your this these those some another"},
    {KITH_ROLE_CLOSED | KITH_ROLE_PREPOSITION,
     "about above across along alongside amid among around behind below beneath "
     "beside between beyond by despite down during inside into near off onto "
     "outside over per through throughout toward towards under unlike up upon via "
     "with within without"},
    {KITH_ROLE_CLOSED | KITH_ROLE_PREPOSITION | KITH_ROLE_TO, "to"},
    {KITH_ROLE_CLOSED | KITH_ROLE_PREPOSITION | KITH_ROLE_BEFORE_TIME, "at in on"},
    {KITH_ROLE_CLOSED | KITH_ROLE_BEFORE_TIME | KITH_ROLE_CLAUSE, "since"},
    {KITH_ROLE_CLOSED | KITH_ROLE_CLAUSE, "after as before but till until when where"},
    {KITH_ROLE_CLOSED | KITH_ROLE_CLAUSE | KITH_ROLE_BARRIER,
     "although because though whereas while"},
    {KITH_ROLE_CLOSED | KITH_ROLE_BARRIER, "if unless whether"},
    {KITH_ROLE_CLOSED, "except including like than yet"},
    {KITH_ROLE_CLOSED | KITH_ROLE_BE,
     "am are be been being is was were get gets getting got gotten"},
    {KITH_ROLE_CLOSED | KITH_ROLE_BE, "isn't aren't wasn't weren't"},
    {KITH_ROLE_CLOSED | KITH_ROLE_AUXILIARY,
     "can could did do does had has have having may might must shall should will would "
     "cannot can't couldn't didn't doesn't don't hadn't hasn't haven't mustn't shouldn't "
     "won't wouldn't"},
    {KITH_ROLE_CLOSED | KITH_ROLE_ADVERB, "not neither never then so there"},
    {KITH_ROLE_CLOSED | KITH_ROLE_ADVERB | KITH_ROLE_DETERMINER, "no"},
    {KITH_ROLE_ADVERB, "again already also always ever even just later longer now often "
                       "once once-again soon still too twice yet"},
    {KITH_ROLE_CLOSED, "him himself i itself me them themselves us we you"},
    {KITH_ROLE_CLOSED | KITH_ROLE_PRONOUN, "it he she they"},
    {KITH_ROLE_CLOSED | KITH_ROLE_BARRIER | KITH_ROLE_THAT, "that"},
    {KITH_ROLE_CLOSED | KITH_ROLE_BARRIER,
     "what said says say told tells tell added adds claimed claims"},
    {KITH_ROLE_CLOSED | KITH_ROLE_BARRIER | KITH_ROLE_CLAUSE, "who whom whose which"},
    {KITH_ROLE_CLOSED, "according announced asked denied insisted met reported reports "
                       "stated warned wrote"},
    {KITH_ROLE_BEFORE_TIME, "earlier early last late next this"},
    {KITH_ROLE_TIME,
     "monday tuesday wednesday thursday friday saturday sunday january february march "
     "april june july august september october november december today yesterday "
     "tomorrow tonight overnight morning afternoon evening night week weekend month "
     "year"},
    {KITH_ROLE_CLOSED | KITH_ROLE_OF | KITH_ROLE_CHARGE, "of for"},
    {KITH_ROLE_CLOSED | KITH_ROLE_PREPOSITION | KITH_ROLE_CHARGE, "against from"},
    {KITH_ROLE_CLOSED | KITH_ROLE_JOINING, "and or &"},
    {KITH_ROLE_CLOSED | KITH_ROLE_JOINING | KITH_ROLE_ADVERB, "nor"},
    {KITH_ROLE_COMPANY, "join joined joining joins"},
    {KITH_ROLE_COMMA, ","},
    {KITH_ROLE_OPEN, "("},
    {KITH_ROLE_CLOSE, ")"},
    {0, NULL},
};

/* Trimming: an alias may bring along what is no part of the name. "President Putin" finds
 * him, and of the words Putin is the name. */
#ifndef KITH_RECOGNIZE_TRIM_H
#define KITH_RECOGNIZE_TRIM_H

#include "recognize/scene.h"

/* Where a match begins with titles and is spelt as none of its aliases, but the name
 * behind them is spelt as somebody's, match that name instead: "Chancellor Gerhard
 * Schröder" is Gerhard Schröder and not who has the alias "Chancellor Gerhard Schroder".
 * Linear in matches and candidates. */
enum kith_status kith_matches_pass_titles(const struct kith_scene *scene,
                                          struct kith_matches *matches,
                                          struct kith_error *err);

/* Make the scene's mentions of persons begin behind the titles that their aliases begin
 * with, and cut common nouns in small letters off those whose rest is what the row is
 * called: "city of Nice", "Reuters news agency". Styles stay, which are part of a name
 * ("Pope Francis"). Linear in mentions. */
void kith_mentions_trim(const struct kith_scene *scene);

#endif

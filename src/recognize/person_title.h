/* Titles in aliases: "President Putin" finds him, and of the words Putin is the name. */
#ifndef KITH_RECOGNIZE_PERSON_TITLE_H
#define KITH_RECOGNIZE_PERSON_TITLE_H

#include "recognize/scene.h"

/* Make the scene's mentions of persons begin behind the titles that their aliases begin
 * with. Styles stay, which are part of a name ("Pope Francis"), and so does what the row
 * itself is called. Linear in mentions. */
void kith_titles_trim(const struct kith_scene *scene);

#endif

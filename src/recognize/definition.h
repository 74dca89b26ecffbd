/* Definitions: short names that an article explains itself, "Federal Security Service
 * (FSB)", "FSB (Federal Security Service)", "the Federal Security Service, known as the
 * FSB". They hold for this article only, and in it before the gazetteers. */
#ifndef KITH_RECOGNIZE_DEFINITION_H
#define KITH_RECOGNIZE_DEFINITION_H

#include "recognize/local_names.h"

/* Enter the short names that the article explains beside mentions of the scene. Linear in
 * mentions. */
void kith_definitions_collect(const struct kith_scene *scene,
                              struct kith_local_names *names);

#endif

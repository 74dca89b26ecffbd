/* Credits: the agencies that an article or a picture is from, "(AFP, dpa)". They are in
 * no company with whom the article is about. */
#ifndef KITH_RECOGNIZE_CREDIT_H
#define KITH_RECOGNIZE_CREDIT_H

#include "recognize/scene.h"

/* Take the mentions that stand in credits out of the scene's. Linear in mentions. */
void kith_credits_drop(const struct kith_scene *scene);

#endif

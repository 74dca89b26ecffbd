/* Names that a list writes in capitals, in the writing of running text. */
#ifndef KITH_IMPORT_CAPITALS_H
#define KITH_IMPORT_CAPITALS_H

#include "base/buf.h"
#include "base/str.h"

/* Append `name`: when it has no small letter, in Title Case ("BANK OF NORLAND" becomes
 * "Bank of Norland"), else as it stands. A name of up to three letters is taken for an
 * acronym and stays. Kith finds a name in Title Case in capitals too, so nothing is lost
 * when a longer acronym comes out as "Nato". */
void kith_import_put_titled(struct kith_buf *buf, struct kith_str name);

#endif

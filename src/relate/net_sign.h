/* Signs of the net's nodes and words, and what begins with each word. */
#ifndef KITH_RELATE_NET_SIGN_H
#define KITH_RELATE_NET_SIGN_H

#include "base/arena.h"
#include "base/id.h"
#include "base/status.h"

struct kith_rules;

/* Set `signs` of all nodes, `words` and `entries` of the rules' net, whose edges are
 * laid. `labels` says for each class what edges over it are labelled with. What is needed
 * meanwhile lives in `drafts`. Linear in the edges and in the entries of lists. */
enum kith_status kith_net_put_up_signs(struct kith_rules *rules, const uint32_t *labels,
                                       struct kith_arena *drafts, struct kith_error *err);

#endif

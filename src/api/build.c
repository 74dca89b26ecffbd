/* kith_build and its company of kith.h, and the library's version. */
#include "kith.h"

#include "batch/run.h"
#include "batch/summary.h"
#include "input/date.h"
#include "input/reader.h"
#include "output/dot.h"
#include "relate/findings.h"

const char *kith_version(void)
{
    return KITH_VERSION;
}

bool kith_is_date(const char *text)
{
    return kith_date_is_bound(kith_str_of(text));
}

void kith_build_options_init(struct kith_build_options *options)
{
    *options = (struct kith_build_options){
        .output = "out",
        .scope = KITH_SENTENCE,
        .reach = KITH_DEFAULT_REACH,
        .max_size = KITH_DEFAULT_MAX_SIZE,
        .dot_nodes = KITH_DOT_NODES,
        .formats =
            KITH_FORMAT_GRAPHML | KITH_FORMAT_GEXF | KITH_FORMAT_DOT | KITH_FORMAT_CSV,
        .seed = 1,
        .time_limit = 60,
    };
}

enum kith_status kith_build(const struct kith_build_options *options,
                            struct kith_summary **summary, struct kith_error *err)
{
    return kith_run(options, summary, err);
}

void kith_summary_free(struct kith_summary *summary)
{
    kith_summary_release(summary);
}

/* Measures of association from four counts. Every result is finite. */
#include "graph/association.h"

#include <math.h>

/* G. Bouma, "Normalized (Pointwise) Mutual Information in Collocation Extraction", GSCL
 * 2009:
 *
 *     npmi = ln(p(a,b) / (p(a) p(b))) / -ln p(a,b)
 *          = ln(both * all / (a * b)) / ln(all / both)
 *
 * At both = 0 that tends to -1. At both = all it is 0/0; the two are never apart then, as
 * at any other value of 1. */
double kith_npmi(struct kith_association counts)
{
    if (counts.both == 0)
        return -1;
    if (counts.both == counts.all)
        return 1;
    double all = (double)counts.all, both = (double)counts.both;
    double a = (double)counts.a, b = (double)counts.b;
    double npmi = log(both / a * (all / b)) / log(all / both);
    return fmax(-1, fmin(1, npmi));
}

/* seen * ln(seen / expected), where `expected` is what chance gives a cell of the table
 * in a row and a column of these sums. 0 ln 0 is 0. */
static double cell(double seen, double row, double column, double all)
{
    return seen > 0 ? seen * log(seen / row * (all / column)) : 0;
}

/* T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
 * Computational Linguistics 19(1), 1993. Over the four cells of the table
 *
 *                 with b        without b
 *     with a      both          a - both
 *     without a   b - both      all - a - b + both
 *
 *     G2 = 2 * sum of seen * ln(seen / (row * column / all))
 *
 * G2 only says how far from chance; the sign says on which side. */
double kith_llr(struct kith_association counts)
{
    double all = (double)counts.all, both = (double)counts.both;
    double a = (double)counts.a, b = (double)counts.b;
    double sum = cell(both, a, b, all) + cell(a - both, a, all - b, all) +
                 cell(b - both, all - a, b, all) +
                 cell(all - a - b + both, all - a, all - b, all);
    if (sum <= 0) /* rounding, where the counts are what chance has them */
        return 0;
    return both * all < a * b ? -2 * sum : 2 * sum;
}

/* P. Jaccard, "The Distribution of the Flora in the Alpine Zone", New Phytologist 11(2),
 * 1912: both / (a + b - both). */
double kith_jaccard(struct kith_association counts)
{
    uint64_t either = counts.a + counts.b - counts.both;
    return either ? (double)counts.both / (double)either : 0;
}

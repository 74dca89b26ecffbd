/* Shortest decimals by exact arithmetic.
 *
 * A double is m * 2^-s, m a whole number of 53 bits. Scaled by a power of ten that makes
 * it a number of 17 digits it is N / 2^s with N = m * 10^k; in the range served here N
 * takes less than 128 bits, so that nothing is ever rounded. Every decimal that reads
 * back as the same double lies nearer to it than half the way to the next double, which
 * is 10^k / 2 in units of N. We round N / 2^s to 15, 16 and 17 digits and take the first
 * that is near enough; 17 digits always are. (The general problem: F. Loitsch, "Printing
 * Floating-Point Numbers Quickly and Accurately with Integers", 2010.) */
#include "base/decimal.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

__extension__ typedef unsigned __int128 wide;

#define LEAST 0.0001
#define MOST 9007199254740992.0

#define MOST_DIGITS 17

/* A nought, a point and twenty digits; and some, for a round number. A sign and this fit
 * KITH_DECIMAL_ROOM. */
#define LONGEST 24

static const uint64_t tens[] = {1u,
                                10u,
                                100u,
                                1000u,
                                10000u,
                                100000u,
                                1000000u,
                                10000000u,
                                100000000u,
                                1000000000u,
                                10000000000u,
                                100000000000u,
                                1000000000000u,
                                10000000000000u,
                                100000000000000u,
                                1000000000000000u,
                                10000000000000000u,
                                100000000000000000u};

/* 10^exponent, for exponents up to 20. */
static wide ten_to(unsigned exponent)
{
    return exponent < MOST_DIGITS
               ? tens[exponent]
               : (wide)tens[MOST_DIGITS] * tens[exponent - MOST_DIGITS];
}

/* A double taken apart, and scaled. */
struct scaled {
    wide n;         /* number * 10^places * 2^shift */
    wide half;      /* half the way to the next double above */
    wide half_down; /* and below; half of that where the exponent changes */
    unsigned shift;
    int places;   /* of the 17-digit decimal, behind the point; -1 at the least */
    bool is_even; /* a decimal just half way reads back as the even double */
};

static wide distance(wide a, wide b)
{
    return a > b ? a - b : b - a;
}

static bool reads_back(const struct scaled *scaled, wide decimal)
{
    wide away = distance(decimal, scaled->n);
    wide half = decimal < scaled->n ? scaled->half_down : scaled->half;
    return away < half || (away == half && scaled->is_even);
}

/* scaled->n / (step * 2^shift), rounded, ties to even. */
static inline uint64_t divide(const struct scaled *scaled, uint64_t step)
{
    uint64_t whole = (uint64_t)(scaled->n >> scaled->shift);
    wide rest = scaled->n - ((wide)whole << scaled->shift);
    uint64_t quotient = whole / step;
    rest += (wide)(whole % step) << scaled->shift;
    wide middle = ((wide)step << scaled->shift) / 2;
    bool is_up = rest > middle || (rest == middle && quotient % 2);
    return quotient + is_up;
}

/* The power of ten that makes `number` one of 17 digits before the point. */
static int places_of(double number)
{
    static const double powers[] = {1e-3, 1e-2, 1e-1, 1e0,  1e1,  1e2, 1e3,
                                    1e4,  1e5,  1e6,  1e7,  1e8,  1e9, 1e10,
                                    1e11, 1e12, 1e13, 1e14, 1e15, 1e16};
    int places = 20;
    for (size_t i = 0; number >= powers[i]; i++)
        places--;
    return places;
}

static struct scaled scale(double number)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    uint64_t m = (bits & 0xFFFFFFFFFFFFFu) | 0x10000000000000u;
    int exponent = (int)(bits >> 52) - 1075; /* number = m * 2^exponent */
    int places = places_of(number);
    wide power = ten_to((unsigned)places);
    /* One bit more, so that half a step is a whole number; another for the half of it. */
    return (struct scaled){.n = 4 * m * power,
                           .half = 2 * power,
                           .half_down = m == 0x10000000000000u ? power : 2 * power,
                           .shift = (unsigned)(2 - exponent),
                           .places = places,
                           .is_even = m % 2 == 0};
}

static const char pairs[] = "00010203040506070809101112131415161718192021222324"
                            "25262728293031323334353637383940414243444546474849"
                            "50515253545556575859606162636465666768697071727374"
                            "75767778798081828384858687888990919293949596979899";

/* Write a number's digits so that they end before `end`, at least `least` of them; where
 * they begin. */
static char *write_before(char *end, uint64_t number, int least)
{
    char *begin = end;
    while (number >= 10 || least > 1) {
        begin -= 2;
        memcpy(begin, pairs + number % 100 * 2, 2);
        number /= 100;
        least -= 2;
    }
    if (number || least > 0)
        *--begin = (char)('0' + number);
    return begin;
}

/* Write `digits` with `places` of them behind the point, without noughts at the end. */
static size_t write_digits(uint64_t digits, int places, char *text)
{
    for (; places < 0; places++)
        digits *= 10;
    for (; places > 0 && digits % 10 == 0; places--)
        digits /= 10;
    char room[2 * LONGEST] = {0}, *end = room + LONGEST, *begin = end;
    if (places > 0) {
        bool is_small = places > MOST_DIGITS; /* all of them are behind the point */
        begin = write_before(end, is_small ? digits : digits % tens[places], places);
        digits = is_small ? 0 : digits / tens[places];
        *--begin = '.';
    }
    begin = write_before(begin, digits, 1);
    memcpy(text, begin, LONGEST); /* a fixed number is copied at once */
    return (size_t)(end - begin);
}

/* The decimal with so many of 17 digits left off, when it reads back. The step is known
 * where this is called, so that nothing has to be divided. */
static inline bool round_off(const struct scaled *scaled, uint64_t step, uint64_t *digits)
{
    *digits = divide(scaled, step);
    return reads_back(scaled, ((wide)*digits * step) << scaled->shift);
}

size_t kith_decimal(double number, char text[KITH_DECIMAL_ROOM])
{
    size_t sign = number < 0;
    if (sign) {
        text[0] = '-';
        number = -number;
    }
    if (!(number >= LEAST && number < MOST))
        return 0;
    struct scaled scaled = scale(number);
    uint64_t digits;
    int dropped = 0;
    if (round_off(&scaled, 100, &digits))
        dropped = 2;
    else if (round_off(&scaled, 10, &digits))
        dropped = 1;
    else
        digits = divide(&scaled, 1);
    return sign + write_digits(digits, scaled.places - dropped, text + sign);
}

/* What the writer and the reader of records agree on. */
#ifndef KITH_STORE_RECORD_FORM_H
#define KITH_STORE_RECORD_FORM_H

/* Bytes of the hash in front. */
#define KITH_RECORD_HEAD 8

/* The first number behind it. Another layout takes other numbers. */
enum kith_record_form {
    KITH_RECORD_OF_REFUSAL = 1,
    KITH_RECORD_OF_DATE,
    KITH_RECORD_OF_FINDINGS
};

/* How a mention was found takes the lowest three bits of a number, how it was chosen the
 * next three; then these. */
#define KITH_RECORD_RANKED 64  /* candidates are told */
#define KITH_RECORD_SHARED 128 /* they are those of the mention before */

/* A row of evidence begins with the number of the mention it starts from, and behind it
 * in the lowest bits: */
#define KITH_RECORD_ROW_BITS 2
#define KITH_RECORD_RELATION 1 /* it has a relation */
#define KITH_RECORD_PLACED 2   /* it says where it stands */

#endif

/* Ctrl-C, and a polite kill. */
#ifndef KITH_CLI_INTERRUPT_H
#define KITH_CLI_INTERRUPT_H

/* From here on both end the program at once, with a sentence and EXIT_FAILED: right for
 * what only prints. */
void interrupt_ends(void);

/* From here on both raise the flag that is returned, for the library to take back what it
 * has begun; a second one ends the program as usual. */
const volatile int *interrupt_asks(void);

#endif

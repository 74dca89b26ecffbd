/* Handlers that do what a handler may: write, leave, raise a flag. */
#include "interrupt.h"

#include <signal.h>
#include <unistd.h>

#include "command.h"

static volatile int is_asked;

static void end(int signal_number)
{
    static const char sentence[] = "kith: stopped\n";
    (void)signal_number;
    ssize_t written = write(STDERR_FILENO, sentence, sizeof sentence - 1);
    (void)written;
    _exit(EXIT_FAILED);
}

static void ask(int signal_number)
{
    is_asked = 1;
    signal(signal_number, SIG_DFL);
}

static void listen_with(void (*handler)(int))
{
    signal(SIGINT, handler);
    signal(SIGTERM, handler);
}

void interrupt_ends(void)
{
    listen_with(end);
}

const volatile int *interrupt_asks(void)
{
    listen_with(ask);
    return &is_asked;
}

/* Progress, verbosity and the log. */
#include "journal.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "number.h"
#include "plain.h"

/* The line is written anew after so many seconds, and names the file from so many on. */
#define PAUSE 0.1
#define LONG_RUN 5.0

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void wipe(struct journal *journal)
{
    if (journal->is_open)
        fputs("\r\033[K", stderr);
    journal->is_open = false;
}

/* ---- the log --------------------------------------------------------------------- */

/* A log that cannot be written is told once, and the build goes on without. */
static void give_log_up(struct journal *journal)
{
    wipe(journal);
    plain_print(stderr, "kith: %s: cannot write: %s\n", journal->log_path,
                strerror(errno));
    if (journal->log)
        fclose(journal->log);
    journal->log = NULL;
}

/* Each line is flushed, so that a log tells how far a run came that was killed. */
static void write_log(struct journal *journal, const char *sentence)
{
    char stamp[sizeof "2024-03-22T18:10:00Z"];
    time_t moment = time(NULL);
    struct tm parts;
    if (!journal->log)
        return;
    gmtime_r(&moment, &parts);
    strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &parts);
    plain_print(journal->log, "%s %s\n", stamp, sentence);
    if (fflush(journal->log) != 0 || ferror(journal->log))
        give_log_up(journal);
}

void journal_say(struct journal *journal, const char *format, ...)
{
    char sentence[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    write_log(journal, sentence);
    if (!journal->is_verbose)
        return;
    wipe(journal);
    plain_print(stderr, "kith: %s\n", sentence);
}

/* ---- the line -------------------------------------------------------------------- */

static size_t width_of_terminal(void)
{
    struct winsize size;
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : 80;
}

/* A line that is wider than the terminal could not be wiped: cut it, at a character. */
static void show_line(struct journal *journal, char *line)
{
    size_t room = width_of_terminal() - 1, width = 0, i = 0;
    for (; line[i]; i++) {
        bool begins = ((unsigned char)line[i] & 0xC0) != 0x80;
        if (begins && width++ == room)
            break;
    }
    line[i] = '\0';
    fputs("\r\033[K", stderr);
    plain_write(stderr, line, i);
    fflush(stderr);
    journal->is_open = true;
}

static void show_reading(struct journal *journal, const struct kith_progress *progress,
                         double time)
{
    char line[1024], articles[NUMBER_ROOM], read[NUMBER_ROOM], pace[NUMBER_ROOM];
    double seconds = time - journal->phase_started;
    int length =
        snprintf(line, sizeof line, "%3.0f%%  %s article%s, %s", 100 * progress->share,
                 grouped(progress->articles, articles),
                 progress->articles == 1 ? "" : "s", sized(progress->bytes, read));
    if (seconds > 1)
        length += snprintf(line + length, sizeof line - (size_t)length, ", %s/s",
                           sized((uint64_t)((double)progress->bytes / seconds), pace));
    if (seconds > 2 && progress->share > 0)
        length += snprintf(line + length, sizeof line - (size_t)length, ", %.0f s left",
                           seconds / progress->share - seconds);
    if (seconds > LONG_RUN && progress->path)
        snprintf(line + length, sizeof line - (size_t)length, ", %s", progress->path);
    show_line(journal, line);
}

static void show(struct journal *journal, const struct kith_progress *progress)
{
    static const char *const names[] = {[KITH_LOADING] = "loading",
                                        [KITH_MEASURING] = "measuring the graph",
                                        [KITH_WRITING] = "writing the graph"};
    char line[64];
    double time = now();
    if (!journal->has_line ||
        (progress->phase == KITH_READING && time - journal->updated < PAUSE))
        return;
    journal->updated = time;
    if (progress->phase == KITH_READING) {
        show_reading(journal, progress, time);
        return;
    }
    snprintf(line, sizeof line, "%s ...", names[progress->phase]);
    show_line(journal, line);
}

/* ---- what happens ---------------------------------------------------------------- */

/* Say what the phase that is over took, and what there is to know at the next. */
static void end_phase(struct journal *journal)
{
    static const char *const names[] = {[KITH_LOADING] = "loading",
                                        [KITH_READING] = "reading",
                                        [KITH_MEASURING] = "measuring",
                                        [KITH_WRITING] = "writing"};
    double time = now();
    if (journal->has_phase)
        journal_say(journal, "%s took %.2f s", names[journal->phase],
                    time - journal->phase_started);
    journal->phase_started = time;
}

static void begin_phase(struct journal *journal, const struct kith_progress *progress)
{
    char one[NUMBER_ROOM], other[NUMBER_ROOM], more[NUMBER_ROOM];
    end_phase(journal);
    journal->phase = progress->phase;
    journal->has_phase = true;
    if (progress->phase == KITH_READING)
        journal_say(journal, "loaded; entities: %s, aliases: %s; files to read: %s",
                    grouped(progress->gazetteer_entities, one),
                    grouped(progress->gazetteer_aliases, other),
                    grouped(progress->files, more));
    else if (progress->phase == KITH_MEASURING)
        journal_say(journal, "read; articles: %s, %s of text; mentions: %s",
                    grouped(progress->articles, one), sized(progress->bytes, other),
                    grouped(progress->mentions, more));
}

void journal_progress(void *context, const struct kith_progress *progress)
{
    struct journal *journal = context;
    if (!journal->has_phase || progress->phase != journal->phase)
        begin_phase(journal, progress);
    show(journal, progress);
}

void journal_problem(void *context, const struct kith_problem_line *problem)
{
    const char *note = problem->is_fault ? "" : "note: ";
    if (problem->line)
        journal_say(context, "%s%s:%llu: %s", note, problem->file,
                    (unsigned long long)problem->line, problem->text);
    else
        journal_say(context, "%s%s: %s", note, problem->file, problem->text);
}

/* ---- opening and closing --------------------------------------------------------- */

bool journal_open(struct journal *journal, bool is_quiet, bool is_verbose,
                  const char *log_path)
{
    *journal = (struct journal){.has_line = !is_quiet && isatty(STDERR_FILENO),
                                .is_verbose = is_verbose,
                                .log_path = log_path,
                                .started = now()};
    if (log_path && !(journal->log = fopen(log_path, "a"))) {
        give_log_up(journal);
        return false;
    }
    write_log(journal, "kith build begins");
    return true;
}

bool journal_listens(const struct journal *journal)
{
    return journal->has_line || journal->is_verbose || journal->log;
}

double journal_close(struct journal *journal, const char *outcome)
{
    end_phase(journal);
    wipe(journal);
    write_log(journal, outcome);
    if (journal->log && fclose(journal->log) != 0) {
        journal->log = NULL;
        give_log_up(journal);
    }
    return now() - journal->started;
}

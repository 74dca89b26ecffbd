/* kith draw: Graphviz, run on a folder's graph.dot without a shell. */
#include "command.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "interrupt.h"
#include "plain.h"
#include "word.h"

static const char help_text[] =
    "Usage: kith draw [OPTIONS] [DIR]\n"
    "\n"
    "Turn graph.dot in DIR (default: out), a folder that kith build wrote, into a\n"
    "picture. Graphviz does it, which must be installed.\n"
    "\n"
    "  -T, --format FORMAT  svg, with ids and tooltips, for browsers; png; or pdf\n"
    "                       (default: svg)\n"
    "  -o, --output FILE    the picture (default: DIR/graph.FORMAT)\n"
    "  -h, --help           this page\n"
    "\n"
    "Examples:\n"
    "  kith draw\n"
    "      out/graph.svg\n"
    "  kith draw out/ -T png -o picture.png\n"
    "\n"
    "What is drawn is chosen by kith build: --dot-nodes, --dot-all,\n"
    "--no-cooccurrence.\n"
    "\n"
    "Exit status: 0 all well; 2 usage; 3 there is no graph.dot, no Graphviz, or it\n"
    "failed.\n";

static const char short_options[] = ":T:o:h";
static const struct option long_options[] = {
    {"format", required_argument, NULL, 'T'},
    {"output", required_argument, NULL, 'o'},
    {"help", no_argument, NULL, 'h'},
    {0},
};

/* What the child says when there is no program to run; shells say so, too. */
#define NO_PROGRAM 127

struct request {
    const char *folder, *format, *output;
};

static bool is_format(const char *name)
{
    static const char *const formats[] = {"svg", "png", "pdf", NULL};
    int number;
    return find_word(name, formats, &number);
}

static int parse(struct request *request, const struct command_line *line)
{
    int option;
    *request = (struct request){.folder = "out", .format = "svg"};
    while ((option = getopt_long(line->argc, line->argv, short_options, long_options,
                                 NULL)) != -1) {
        switch (option) {
        case 'T':
            request->format = optarg;
            break;
        case 'o':
            request->output = optarg;
            break;
        case 'h':
            return show_help(help_text);
        default:
            return unknown_option("draw", short_options, long_options, line->argv,
                                  option);
        }
    }
    if (!is_format(request->format))
        return usage_error("draw", "--format \"%s\": svg, png or pdf", request->format);
    if (line->argc - optind > 1)
        return usage_error("draw", "one folder at a time; \"%s\" is one more",
                           line->argv[optind + 1]);
    if (optind < line->argc)
        request->folder = line->argv[optind];
    return EXIT_ALL_WELL;
}

/* "FOLDER/graph.FORMAT", to be freed; NULL when memory is out. Graphviz takes for an
 * option what begins with a dash, wherever it stands. */
static char *path_in(const char *folder, const char *format)
{
    size_t room = strlen(folder) + strlen(format) + sizeof ".//graph.";
    char *path = malloc(room);
    if (path)
        snprintf(path, room, "%s%s/graph.%s", *folder == '-' ? "./" : "", folder, format);
    return path;
}

static int refuse(const char *what, const char *path)
{
    plain_print(stderr, "kith: %s: %s\n", path, what);
    return EXIT_FAILED;
}

/* Run `dot`, which reads from the file which engine to use; its exit status, NO_PROGRAM,
 * or -1 when it could not be run or died. */
static int run_graphviz(const char *format, const char *input, const char *output)
{
    char type[8];
    snprintf(type, sizeof type, "-T%s", format);
    pid_t child = fork();
    if (child == 0) {
        execlp("dot", "dot", type, "-o", output, input, (char *)NULL);
        _exit(errno == ENOENT ? NO_PROGRAM : NO_PROGRAM - 1);
    }
    int status;
    while (child > 0 && waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    return child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* What is drawn first, to be freed; NULL when memory is out. */
static char *temporary_name(const char *output)
{
    size_t room = strlen(output) + 40;
    char *name = malloc(room);
    if (name)
        snprintf(name, room, "%s.kith-%ld", output, (long)getpid());
    return name;
}

/* Draw into `beside`, and move it to its place when it is whole. */
static int draw_beside(const char *format, const char *input, const char *output,
                       const char *beside)
{
    const volatile int *stop = interrupt_asks();
    int status = run_graphviz(format, input, beside);
    if (status == NO_PROGRAM) {
        fputs(
            "kith: Graphviz draws the picture, and is not installed. Debian and Ubuntu: "
            "apt install graphviz; macOS: brew install graphviz; others: "
            "https://graphviz.org/download\n",
            stderr);
        return EXIT_FAILED;
    }
    if (*stop)
        return refuse("stopped; the picture is as it was", output);
    if (status != 0)
        return refuse("Graphviz could not draw it", output);
    return rename(beside, output) == 0 ? EXIT_ALL_WELL : refuse(strerror(errno), output);
}

static int draw(const struct request *request, const char *input, const char *output)
{
    if (access(input, R_OK) != 0) {
        plain_print(stderr, "kith: %s: %s; kith build writes it\n", input,
                    strerror(errno));
        return EXIT_FAILED;
    }
    char *beside = temporary_name(output);
    if (!beside)
        return refuse("out of memory", output);
    int code = draw_beside(request->format, input, output, beside);
    unlink(beside);
    free(beside);
    if (code == EXIT_ALL_WELL)
        plain_print(stdout, "%s\n", output);
    return finished(code);
}

int command_draw(const struct command_line *line)
{
    struct request request;
    int code = parse(&request, line);
    if (code != EXIT_ALL_WELL)
        return code;
    char *input = path_in(request.folder, "dot");
    char *output = path_in(request.folder, request.format);
    if (!input || !output) {
        fputs("kith: out of memory\n", stderr);
        code = EXIT_FAILED;
    } else {
        code = draw(&request, input, request.output ? request.output : output);
    }
    free(input);
    free(output);
    return code;
}

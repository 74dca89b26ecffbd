/* The list of problems. */
#include "base/problem.h"

void kith_problems_init(struct kith_problems *list, struct kith_arena *arena)
{
    *list = (struct kith_problems){.arena = arena};
}

enum kith_status kith_problems_put(struct kith_problems *list,
                                   const struct kith_problem *one, struct kith_error *err)
{
    struct kith_problem problem = *one;
    problem.file = kith_str_copy(list->arena, problem.file);
    problem.kind = kith_str_copy(list->arena, problem.kind);
    problem.text = kith_str_copy(list->arena, problem.text);
    if (!problem.file.data || !problem.kind.data || !problem.text.data ||
        !KITH_ARENA_PUSHABLE(list->arena, list))
        return kith_no_memory(err);
    list->items[list->count++] = problem;
    list->fault_count += problem.severity == KITH_FAULT;
    return KITH_OK;
}

enum kith_status kith_problems_add(struct kith_problems *list,
                                   enum kith_severity severity, struct kith_str file,
                                   uint64_t line, const char *kind,
                                   struct kith_error *err, const char *format, ...)
{
    struct kith_error sentence;
    va_list arguments;
    va_start(arguments, format);
    kith_sentence(&sentence, format, arguments);
    va_end(arguments);
    const struct kith_problem problem = {.severity = severity,
                                         .file = file,
                                         .line = line,
                                         .kind = kith_str_of(kind),
                                         .text = kith_str_of(sentence.text)};
    return kith_problems_put(list, &problem, err);
}

struct kith_str kith_problem_text(const struct kith_error *reason, struct kith_str file)
{
    struct kith_str text = kith_str_of(reason->text);
    if (!kith_str_starts_with(text, file))
        return text;
    struct kith_str rest = kith_str_slice(text, file.length, text.length);
    return kith_str_starts_with(rest, KITH_STR(": "))
               ? kith_str_slice(rest, 2, rest.length)
               : text;
}

enum kith_status kith_problems_merge(struct kith_problems *list,
                                     const struct kith_problems *from,
                                     struct kith_error *err)
{
    for (uint32_t i = 0; i < from->count; i++)
        KITH_TRY(kith_problems_put(list, &from->items[i], err));
    return KITH_OK;
}

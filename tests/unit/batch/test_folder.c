/* The output folder's files are known for kith's own when articles are looked for. */
#include "batch/folder.h"

#include "input/result_file.h"
#include "support/check.h"

static void every_file_is_known_as_a_result(void **state)
{
    (void)state;
    for (int file = 0; file < KITH_FILE_COUNT; file++) {
        const char *name = kith_folder_name((enum kith_folder_file)file);
        if (!kith_is_result_file(kith_str_of(name)))
            fail_msg("%s would be read as an article", name);
    }
    assert_string_equal(kith_folder_name(KITH_FILE_RUN), KITH_RESULT_RUN);
    assert_string_equal(kith_folder_name(KITH_FILE_PROBLEMS), KITH_RESULT_PROBLEMS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_is_known_as_a_result),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Options into columns. */
#include "columns.h"

bool column_take(int option, const char *value, struct kith_article_columns *columns)
{
    switch (option) {
    case OPTION_TEXT_COLUMN:
        columns->text = value;
        return true;
    case OPTION_TITLE_COLUMN:
        columns->title = value;
        return true;
    case OPTION_DATE_COLUMN:
        columns->date = value;
        return true;
    case OPTION_SOURCE_COLUMN:
        columns->source = value;
        return true;
    case OPTION_LANGUAGE_COLUMN:
        columns->language = value;
        return true;
    case OPTION_URL_COLUMN:
        columns->url = value;
        return true;
    default:
        return false;
    }
}

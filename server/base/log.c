#include "base/log.h"

#include <stdarg.h>
#include <stddef.h>

static const char *const names[] = { "quiet", "error", "info", "debug" };

/* What the user asked for on the command line; constant while threads run. */
static enum log_level wanted = LOG_INFO;

bool
log_level_named(const char *name, enum log_level *level)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(names[i], name) == 0) {
			*level = (enum log_level)i;
			return true;
		}
	return false;
}

void
log_set_level(enum log_level level)
{
	wanted = level;
}

static void
line(enum log_level level, const char *format, va_list list)
{
	char text[1000];

	if (level > wanted)
		return;
	vsnprintf(text, sizeof(text), format, list);
	fprintf(stderr, "orrery: %s\n", text);
}

void
log_error(const char *format, ...)
{
	va_list list;

	va_start(list, format);
	line(LOG_ERROR, format, list);
	va_end(list);
}

void
log_info(const char *format, ...)
{
	va_list list;

	va_start(list, format);
	line(LOG_INFO, format, list);
	va_end(list);
}

void
log_debug(const char *format, ...)
{
	va_list list;

	va_start(list, format);
	line(LOG_DEBUG, format, list);
	va_end(list);
}

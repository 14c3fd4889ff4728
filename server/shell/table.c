#include "shell/table.h"

#include <stdbool.h>

#include "base/arena.h"

static const char *
value_text(struct arena *a, const json_t *value)
{
	const char *text = "";

	if (json_is_string(value))
		return json_string_value(value);
	if (json_is_integer(value))
		return arena_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	if (json_is_boolean(value))
		return json_is_true(value) ? "yes" : "no";
	for (size_t i = 0; i < json_array_size(value); i++)
		text = arena_printf(
		    a, "%s%s%s", text, i == 0 ? "" : ",", value_text(a, json_array_get(value, i)));
	return text;
}

/* Nothing in a cell may end the line or the field. */
static const char *
cell(struct arena *a, const json_t *row, const char *path)
{
	const json_t *value = row;

	while (*path != '\0') {
		size_t n = strcspn(path, ".");
		value = json_object_get(value, arena_strndup(a, path, n));
		path += n + (path[n] == '.');
	}
	char *text = arena_strdup(a, value_text(a, value));
	for (char *at = text; *at != '\0'; at++)
		if ((unsigned char)*at < ' ')
			*at = ' ';
	return text;
}

/* Bytes that begin a character. */
static size_t
width_of(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xc0) != 0x80;
	return n;
}

static void
print_line(const char *const *cells, size_t n, const size_t *widths)
{
	for (size_t i = 0; i < n; i++) {
		fputs(cells[i], stdout);
		if (i + 1 == n)
			break;
		if (widths == NULL)
			putchar('\t');
		else
			printf("%*s", (int)(widths[i] - width_of(cells[i]) + 2), "");
	}
	putchar('\n');
}

void
table_print(struct arena *a, const json_t *rows, const struct column *columns)
{
	size_t widths[MAX_COLUMNS] = { 0 }, n = 0, count = json_array_size(rows);
	const char *heads[MAX_COLUMNS];
	bool terminal = isatty(STDOUT_FILENO);

	for (; columns[n].head != NULL; n++) {
		heads[n] = columns[n].head;
		widths[n] = width_of(heads[n]);
	}
	const char **cells = NEW_ARRAY(a, const char *, count *n + 1);
	for (size_t i = 0; i < count * n; i++) {
		cells[i] = cell(a, json_array_get(rows, i / n), columns[i % n].path);
		size_t width = width_of(cells[i]);
		widths[i % n] = width > widths[i % n] ? width : widths[i % n];
	}
	if (terminal && count > 0)
		print_line(heads, n, widths);
	for (size_t i = 0; i < count; i++)
		print_line(cells + i * n, n, terminal ? widths : NULL);
}

static void
print_under(struct arena *a, const char *prefix, const json_t *map)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)map, name, value)
	{
		const char *path = arena_printf(a, "%s%s", prefix, name);
		if (json_is_object(value))
			print_under(a, arena_printf(a, "%s.", path), value);
		else if (json_is_array(value) && json_is_object(json_array_get(value, 0)))
			for (size_t i = 0; i < json_array_size(value); i++)
				print_under(
				    a, arena_printf(a, "%s.", path), json_array_get(value, i));
		else
			printf("%s: %s\n", path, value_text(a, value));
	}
}

void
record_print(struct arena *a, const json_t *map)
{
	print_under(a, "", map);
}

#include "tests/bench/table.h"

#include <jansson.h>

#include "base/must.h"

void
figure_add(struct figure *f, double taken, double floor)
{
	must(f->rounds < MAX_ROUNDS);
	f->taken[f->rounds] = taken;
	f->floors[f->rounds++] = floor;
}

struct spread {
	double least, median, most;
};

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static struct spread
spread_of(const double *numbers, size_t n)
{
	double sorted[MAX_ROUNDS];

	if (n == 0)
		return (struct spread){ 0 };
	memcpy(sorted, numbers, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), by_size);
	return (
	    struct spread){ sorted[0], (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[n - 1] };
}

/* Of the rounds, each against the floor that ran beside it. */
static struct spread
ratio_of(const struct figure *f)
{
	double ratios[MAX_ROUNDS];

	for (size_t i = 0; i < f->rounds; i++)
		ratios[i] = f->floors[i] > 0 ? f->taken[i] / f->floors[i] : 0;
	return spread_of(ratios, f->rounds);
}

static bool
misses(enum goal goal, double limit, double got)
{
	return (goal == AT_LEAST && got < limit) || (goal == AT_MOST && got > limit);
}

bool
figure_missed(const struct figure *f)
{
	return f->rounds == 0 || misses(f->goal, f->limit, spread_of(f->taken, f->rounds).median) ||
	       misses(f->ratio_goal, f->ratio_limit, ratio_of(f).median);
}

static int
places(double x)
{
	return x >= 1000 || x <= -1000 ? 0 : x >= 10 ? 1 : 2;
}

static void
print_wanted(const struct figure *f)
{
	static const char *const signs[] = { "", ">=", "<=" };
	char text[40] = "";

	if (f->goal != NO_GOAL)
		snprintf(
		    text, sizeof(text), "%s %.*f", signs[f->goal], f->limit < 1 ? 1 : 0, f->limit);
	else if (f->ratio_goal != NO_GOAL)
		snprintf(text, sizeof(text), "%s %.2fx", signs[f->ratio_goal], f->ratio_limit);
	printf(" %-10s", text);
}

static void
print_row(const struct figure *f)
{
	struct spread t = spread_of(f->taken, f->rounds), r = ratio_of(f),
		      floor = spread_of(f->floors, f->rounds);
	char range[40], name[60], ratio[40] = "", below[40] = "";

	snprintf(name, sizeof(name), "%s, %s", f->name, f->unit);
	snprintf(
	    range, sizeof(range), "%.*f-%.*f", places(t.least), t.least, places(t.most), t.most);
	if (f->floor_name != NULL) {
		snprintf(below, sizeof(below), "%.*f", places(floor.median), floor.median);
		snprintf(ratio, sizeof(ratio), "%.2f (%.2f-%.2f)", r.median, r.least, r.most);
	}
	printf("%-38s %9.*f %18s %9s %-18s", name, places(t.median), t.median, range, below, ratio);
	print_wanted(f);
	printf(" %s\n", figure_missed(f) ? "MISSED" : "");
}

void
table_print(const struct figure *figures, size_t count)
{
	printf("%-38s %9s %18s %9s %-18s %-10s\n", "figure", "median", "min-max", "floor",
	    "ratio (min-max)", "wanted");
	for (const struct figure *f = figures; f < figures + count; f++)
		print_row(f);
	printf("\n");
	for (const struct figure *f = figures; f < figures + count; f++)
		if (f->floor_name != NULL || f->note != NULL)
			printf("%s: %s%s%s%s\n", f->name,
			    f->floor_name == NULL ? "" : "the floor is ",
			    f->floor_name == NULL ? "" : f->floor_name,
			    f->floor_name != NULL && f->note != NULL ? "; " : "",
			    f->note == NULL ? "" : f->note);
}

static json_t *
json_spread(struct spread s)
{
	return json_pack("{s:f, s:f, s:f}", "min", s.least, "median", s.median, "max", s.most);
}

void
table_json(const struct figure *figures, size_t count)
{
	json_t *list = json_array();

	for (const struct figure *f = figures; f < figures + count; f++) {
		json_t *j = json_pack("{s:s, s:s, s:i, s:o, s:b}", "figure", f->name, "unit",
		    f->unit, "rounds", (int)f->rounds, "taken",
		    json_spread(spread_of(f->taken, f->rounds)), "missed", (int)figure_missed(f));
		if (f->floor_name != NULL) {
			json_object_set_new(
			    j, "floor", json_spread(spread_of(f->floors, f->rounds)));
			json_object_set_new(j, "ratio", json_spread(ratio_of(f)));
		}
		if (f->goal != NO_GOAL)
			json_object_set_new(
			    j, f->goal == AT_LEAST ? "at_least" : "at_most", json_real(f->limit));
		if (f->ratio_goal != NO_GOAL)
			json_object_set_new(j,
			    f->ratio_goal == AT_LEAST ? "ratio_at_least" : "ratio_at_most",
			    json_real(f->ratio_limit));
		json_array_append_new(list, j);
	}
	json_dumpf(list, stdout, JSON_INDENT(1));
	printf("\n");
	json_decref(list);
}

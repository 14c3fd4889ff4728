/* The table of the bench: one figure a row, several rounds of it beside its
 * floor of the same round. */
#ifndef TESTS_BENCH_TABLE_H
#define TESTS_BENCH_TABLE_H

#include <stdbool.h>
#include <stddef.h>

enum { MAX_ROUNDS = 25 };

enum goal { NO_GOAL, AT_LEAST, AT_MOST };

struct figure {
	const char *name, *unit, *floor_name; /* floor_name NULL: it has none */
	enum goal goal, ratio_goal;
	double limit, ratio_limit; /* of the median; of the median of the rounds' ratios */
	const char *note;
	size_t rounds;
	double taken[MAX_ROUNDS], floors[MAX_ROUNDS];
};

void figure_add(struct figure *f, double taken, double floor); /* floor 0: none */
bool figure_missed(const struct figure *f);

void table_print(const struct figure *figures, size_t count);
void table_json(const struct figure *figures, size_t count);

#endif

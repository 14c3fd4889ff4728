/* Floors without a socket: what SQLite alone takes for the same kind of work. */
#ifndef TESTS_BENCH_FLOOR_H
#define TESTS_BENCH_FLOOR_H

#include <stddef.h>
#include <stdint.h>

/* Events a second of: select the next of N, delete it, insert what fired,
 * update its episode, insert a mail; one transaction, statements prepared. */
double floor_events(int64_t n);

struct floor_open {
	double ms; /* to open one database in memory from these bytes and look into it */
	double kb; /* of memory that each of them takes */
};
struct floor_open floor_open(const void *image, size_t size, int count);

/* Milliseconds to copy such a database by sqlite3_serialize(). */
double floor_copy_ms(const void *image, size_t size);

/* Resident memory of this process, and its peak since memory_forget_peak(). */
double memory_kb(void);
double memory_peak_kb(void);
void memory_forget_peak(void);

#endif

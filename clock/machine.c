#include "clock/machine.h"

static int64_t
read_clock(clockid_t id, int64_t per_second)
{
	struct timespec ts = { 0 };

	clock_gettime(id, &ts);
	return ts.tv_sec * per_second + ts.tv_nsec / (INT64_C(1000000000) / per_second);
}

instant
machine_now(void)
{
	return read_clock(CLOCK_REALTIME, 1);
}

int64_t
machine_now_ms(void)
{
	return read_clock(CLOCK_REALTIME, 1000);
}

int64_t
machine_monotonic_us(void)
{
	return read_clock(CLOCK_MONOTONIC, 1000000);
}

/* The machine's clocks: nobody else in the project asks them. */
#ifndef CLOCK_MACHINE_H
#define CLOCK_MACHINE_H

#include "clock/instant.h"

instant machine_now(void); /* real time: flowing and system clocks only */
int64_t machine_now_ms(void); /* the same in milliseconds */
int64_t machine_monotonic_us(void); /* time-outs and measurements; no date */

#endif

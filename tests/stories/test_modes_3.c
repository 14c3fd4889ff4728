/* The library in every mode, one story of four. */
#include "tests/support/modes.h"

int
main(void)
{
	return modes_main(3, 4);
}

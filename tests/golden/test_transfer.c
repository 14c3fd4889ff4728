/* The recordings of transfers. */
#include "tests/support/recording.h"

static const struct recording recordings[] = {
	{ "transfer/cancel_transfer", NULL },
	{ "transfer/check_transfer", NULL },
	{ "transfer/get_transfers_away", NULL },
	{ "transfer/process_transfer_unsuccessful", NULL },
	{ "transfer/send_password", NULL },
	{ "transfer/transfer", NULL },
};

int
main(void)
{
	return recordings_main("transfer", recordings, COUNT_OF(recordings));
}

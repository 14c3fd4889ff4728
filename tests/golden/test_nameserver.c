/* The recordings of nameservers. */
#include "tests/support/recording.h"

static const struct value *
create(struct replay *r)
{
	REGISTER(r->lab, r->shop, "domain", "a.com");
	return ASK(r->lab, r->shop, "create", "nameserver", "domain", "a.com", "name", "ns1.a.com",
	    "ipaddress", "192.0.2.1");
}

static const struct value *delete (struct replay *r)
{
	create(r);
	return ASK(r->lab, r->shop, "delete", "nameserver", "domain", "a.com", "name", "ns1.a.com");
}

static const struct recording recordings[] = {
	{ "nameserver/create", create },
	{ "nameserver/delete", delete },
};

int
main(void)
{
	return recordings_main("nameserver", recordings, COUNT_OF(recordings));
}

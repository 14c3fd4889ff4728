/* The recordings of cookies and sessions. */
#include "tests/support/recording.h"

static const struct value *
set_cookie(struct replay *r)
{
	REGISTER(r->lab, r->shop, "domain", "a.com");
	return ASK(r->lab, r->shop, "set", "cookie", "domain", "a.com", "reg_username", "owen",
	    "reg_password", "secret12");
}

static const struct value *
delete_cookie(struct replay *r)
{
	const char *cookie = at(set_cookie(r), "attributes.cookie");

	return ASK(r->lab, r->shop, "delete", "cookie", "cookie", cookie);
}

static const struct value *
quit_session(struct replay *r)
{
	return ASK(r->lab, r->shop, "quit", "session", "x", "y");
}

/* The recording of a session is named after its command; each began with a cookie. */
static const struct recording recordings[] = {
	{ "cookie/delete_cookie", set_cookie },
	{ "cookie/delete_cookie.1", delete_cookie },
	{ "cookie/delete_cookie.2", set_cookie },
	{ "cookie/quit_session.1", quit_session },
	{ "cookie/set_cookie", set_cookie },
	{ "cookie/set_cookie.1", set_cookie },
};

int
main(void)
{
	return recordings_main("cookie", recordings, COUNT_OF(recordings));
}

#include "world/party/password.h"

#define ALPHANUMERIC "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

static bool
consists_of(const char *text, const char *allowed)
{
	size_t n = strlen(text);

	return n >= LOGIN_SHORTEST && n <= LOGIN_LONGEST && strspn(text, allowed) == n;
}

bool
username_well_formed(const char *text)
{
	return consists_of(text, ALPHANUMERIC);
}

/* The vendor's own end-user interface, manage.cgi, allows these. */
bool
password_well_formed(const char *text)
{
	return consists_of(text, ALPHANUMERIC "[]()!@$^,.~|=-+_{}#");
}

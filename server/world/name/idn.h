/*
 * Names in other scripts, which travel as punycode (RFC 5891, by libidn2): whether
 * a TLD has them, and the tag of their language that some registries want.
 *
 * The key "idn" of a TLD's file says it: "no"; "tagged", where each such name needs a
 * tag; "untagged", where a tag is taken and not needed.
 */
#ifndef WORLD_NAME_IDN_H
#define WORLD_NAME_IDN_H

#include "world/world.h"

bool idn_is(const char *domain); /* one of its labels is punycode */

/* A name that is not in ASCII, as punycode where the policy idn.unicode takes it; any
 * other, and what is no name of any kind, as it came. */
const char *idn_folded(struct world *w, struct arena *a, const char *domain);

/* What keeps a name from being registered; names in plain letters are FINE. */
enum idn_flaw {
	IDN_FINE,
	IDN_MALFORMED, /* its punycode says nothing, or nothing that names may */
	IDN_NOT_OFFERED, /* by the TLD */
	IDN_UNTAGGED, /* the registry wants to know the language */
	IDN_UNKNOWN_TAG,
};
enum idn_flaw idn_check(struct world *w, struct arena *a, const char *domain);

/* And with this tag, in either case; "" is none. */
enum idn_flaw idn_check_tag(struct world *w, struct arena *a, const char *domain, const char *tag);

#endif

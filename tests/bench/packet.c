#include "tests/bench/packet.h"

#include "base/arena.h"
#include "xcp/sign.h"

static struct packet
posted(struct arena *a, const char *body)
{
	size_t size = strlen(body);
	struct signature sign = xcp_sign(body, size, BENCH_KEY);
	const char *bytes = arena_printf(a,
	    "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/xml\r\nX-Username: %s\r\n"
	    "X-Signature: %s\r\nContent-Length: %zu\r\n\r\n%s",
	    BENCH_USER, sign.hex, size, body);
	struct packet p = { .bytes = bytes, .size = strlen(bytes), .body_size = size };

	p.body = bytes + p.size - size;
	memcpy(p.signature, sign.hex, sizeof(p.signature));
	return p;
}

#define HEAD \
	"<?xml version='1.0' encoding='UTF-8' standalone='no' ?>\n" \
	"<!DOCTYPE OPS_envelope SYSTEM 'ops.dtd'>\n" \
	"<OPS_envelope>\n<header>\n<version>0.9</version>\n</header>\n<body>\n<data_block>\n" \
	"<dt_assoc>\n<item key=\"protocol\">XCP</item>\n"
#define FOOT "</dt_assoc>\n</item>\n</dt_assoc>\n</data_block>\n</body>\n</OPS_envelope>\n"

struct packet
packet_lookup(struct arena *a, const char *domain)
{
	return posted(
	    a, arena_printf(a,
		   HEAD "<item key=\"object\">DOMAIN</item>\n<item key=\"action\">LOOKUP</item>\n"
			"<item key=\"registrant_ip\">192.0.2.17</item>\n"
			"<item key=\"attributes\">\n<dt_assoc>\n"
			"<item key=\"domain\">%s</item>\n<item key=\"no_cache\">1</item>\n" FOOT,
		   domain));
}

static const char *
contact(struct arena *a, const char *role, const char *domain)
{
	return arena_printf(a,
	    "<item key=\"%s\"><dt_assoc>"
	    "<item key=\"first_name\">Ada</item><item key=\"last_name\">Byron</item>"
	    "<item key=\"email\">ada@%s</item><item key=\"phone\">+44.2071234567</item>"
	    "<item key=\"address1\">1 Mill Lane</item><item key=\"city\">London</item>"
	    "<item key=\"postal_code\">N1 1AA</item><item key=\"country\">GB</item>"
	    "<item key=\"org_name\">Engines</item></dt_assoc></item>\n",
	    role, domain);
}

struct packet
packet_register(struct arena *a, const char *domain)
{
	return posted(a,
	    arena_printf(a,
		HEAD "<item key=\"object\">DOMAIN</item>\n<item key=\"action\">SW_REGISTER</item>\n"
		     "<item key=\"attributes\">\n<dt_assoc>\n"
		     "<item key=\"domain\">%s</item><item key=\"reg_type\">new</item>"
		     "<item key=\"period\">1</item><item key=\"handle\">process</item>"
		     "<item key=\"reg_username\">ada</item>"
		     "<item key=\"reg_password\">secret1234</item>"
		     "<item key=\"custom_nameservers\">0</item>"
		     "<item key=\"custom_tech_contact\">0</item>\n"
		     "<item key=\"contact_set\"><dt_assoc>\n%s%s%s</dt_assoc></item>\n" FOOT,
		domain, contact(a, "owner", domain), contact(a, "admin", domain),
		contact(a, "billing", domain)));
}

/* Requests as real clients write them: each is understood, and answered so that the client
 * can read it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/rawclient.h"

#define SIGNED "X-Username: $U\r\nX-Signature: $S\r\n"
#define FREE ITEM("domain", "free-for-all.com")
#define LOOKUP COMMAND("LOOKUP", "DOMAIN", FREE)
#define MYADMIN \
	"post / HTTP/1.0\r\nContent-Type: text/xml\r\n" SIGNED "Content-Length: $N\r\n\r\n$B"
#define OFTEN NULL /* the usual form */

static const struct quirk {
	const char *name, *form, *body, *code;
	raw_reader *reader; /* NULL: any code in the answer */
} quirks[] = {
	{ "Q1 deaduseful: bare LF between headers, two equal lengths",
	    "POST / HTTP/1.0\r\nHost: h:55443\r\nConnection: close\r\nContent-Length: $N\r\n"
	    "Content-Type: text/xml\nX-Username: $U\nX-Signature: $S\nContent-Length: $N\r\n\r\n$B",
	    ENVELOPE(LOOKUP), "210", read_as_enoise },
	{ "Q1 node: header names in lower case, the signature first",
	    "POST / HTTP/1.1\r\nhost: h\r\nconnection: close\r\nx-signature: $S\r\n"
	    "x-username: $U\r\ncontent-length: $N\r\n\r\n$B",
	    ENVELOPE(LOOKUP), "210", NULL },
	{ "Q2 osrs-toolkit: HTTP/1.0 without Host", OFTEN, ENVELOPE(LOOKUP), "210",
	    read_as_toolkit },
	{ "Q2 E-NOISE: the target is a bare host name",
	    "POST horizon.opensrs.net HTTP/1.0\r\n" SIGNED "Content-Length: $N\r\n\r\n$B",
	    ENVELOPE(LOOKUP), "210", read_as_enoise },
	{ "Q2 Net::DRI: another path",
	    "POST /resellers/ HTTP/1.0\r\n" SIGNED "Content-Length: $N\r\n\r\n$B", ENVELOPE(LOOKUP),
	    "210", read_as_net_dri },
	{ "Q2 MyAdmin: post in lower case", MYADMIN, ENVELOPE(LOOKUP), "210", read_as_myadmin },
	{ "Q4 mythic-beasts: </header> closes the envelope", OFTEN,
	    "<OPS_envelope><header><version>0.9</version></header><body><data_block><dt_assoc>" LOOKUP
	    "</dt_assoc></data_block></body></header>",
	    "210", NULL },
	{ "Q4 tciolac: four blanks before the prologue, blanks at the end", OFTEN,
	    "    " ENVELOPE(LOOKUP) "   \n  ", "210", NULL },
	{ "Q4 mhmd3bdo: a newline before the prologue", OFTEN, "\n" ENVELOPE(LOOKUP), "210", NULL },
	{ "Q4 E-NOISE: & and < are not escaped", OFTEN,
	    ENVELOPE(COMMAND("LOOKUP", "DOMAIN", ITEM("domain", "e&b<c.com"))), "465",
	    read_as_enoise },
	{ "Q4 nokogiri of today: data beside an empty body is refused", OFTEN,
	    "<OPS_envelope><header/><version/>0.9<body/><data_block/><dt_assoc>" LOOKUP
	    "</dt_assoc></OPS_envelope>",
	    "400", NULL },
	{ "Q5 securityguy: no prologue", OFTEN, BARE_ENVELOPE(LOOKUP), "210", NULL },
	{ "Q5 voxxit: no encoding, no DOCTYPE, a newline at the end that is signed", OFTEN,
	    "<?xml version=\"1.0\"?>\n" BARE_ENVELOPE(LOOKUP) "\n", "210", NULL },
	{ "Q5 hamochi: DOCTYPE in the same line, standalone yes", OFTEN,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
	    "<!DOCTYPE OPS_envelope SYSTEM \"ops.dtd\">" BARE_ENVELOPE(LOOKUP),
	    "210", NULL },
	{ "Q6 osrs-toolkit: msg_id and msg_type in the header", OFTEN,
	    "<OPS_envelope><header><version>0.9</version><msg_id>7</msg_id>"
	    "<msg_type>standard</msg_type></header><body><data_block><dt_assoc>" LOOKUP
	    "</dt_assoc></data_block></body></OPS_envelope>",
	    "210", read_as_toolkit },
	{ "Q7 hamochi: attributes before action", OFTEN,
	    ENVELOPE(NESTED("attributes", FREE) ITEM("object", "DOMAIN") ITEM("action", "LOOKUP")
		    ITEM("protocol", "XCP")),
	    "210", NULL },
	{ "Q8 moo_moo: lower case, keys in single quotes", OFTEN,
	    ENVELOPE("<item key='protocol'>XCP</item><item key='action'>get_balance</item>"
		     "<item key='object'>balance</item>"),
	    "200", NULL },
	{ "Q8 mythic-beasts: cases mixed", OFTEN, ENVELOPE(COMMAND("Lookup", "domain", FREE)),
	    "210", NULL },
	{ "Q9 osrs-toolkit: func beside action", OFTEN,
	    ENVELOPE(ITEM("func", "lookupDomain") LOOKUP), "210", read_as_toolkit },
	{ "Q9 deaduseful: the name beside the attributes", OFTEN,
	    ENVELOPE(ITEM("domain", "free-for-all.com")
		    COMMAND("LOOKUP", "DOMAIN", ITEM("type", "all_info"))),
	    "210", NULL },
	{ "Q9 client3: registrant_ip that is empty", OFTEN,
	    ENVELOPE("<item key='registrant_ip'/>" LOOKUP), "210", read_as_client3 },
	{ "Q9 Net::DRI: belongs_to_rsp without an object", OFTEN,
	    ENVELOPE(ITEM("action", "BELONGS_TO_RSP") NESTED("attributes", FREE)), "200",
	    read_as_net_dri },
	{ "Q10 voxxit: no attributes", OFTEN,
	    ENVELOPE(ITEM("action", "GET_BALANCE") ITEM("object", "BALANCE")), "200", NULL },
	{ "Q10 voxxit: empty attributes and an empty item", OFTEN,
	    ENVELOPE(ITEM("action", "GET_BALANCE") ITEM("object",
		"BALANCE") "<item key=\"attributes\"><dt_assoc>\n</dt_assoc></item><item key=\"x\"/>"),
	    "200", NULL },
	{ "Q10 deaduseful: an empty list in place of attributes", OFTEN,
	    ENVELOPE(ITEM("action", "GET_BALANCE") ITEM(
		"object", "BALANCE") "<item key=\"attributes\"><dt_array></dt_array></item>"),
	    "200", NULL },
	{ "Q10 securityguy: empty contacts with every command", OFTEN,
	    ENVELOPE(COMMAND("LOOKUP", "DOMAIN",
		FREE NESTED("contact_set", NESTED("owner", "") NESTED("admin", "")
					       NESTED("billing", "") NESTED("tech", "")))),
	    "210", NULL },
	{ "Q11 voxxit: numeric references", OFTEN,
	    ENVELOPE(COMMAND("LOOKUP", "DOMAIN", ITEM("domain", "free&#x2d;for&#45;all.com"))),
	    "210", NULL },
	{ "Q11 Net::DRI: a scalar inside an item", OFTEN,
	    ENVELOPE(COMMAND(
		"LOOKUP", "DOMAIN", ITEM("domain", "<dt_scalar>free-for-all.com</dt_scalar>"))),
	    "210", read_as_net_dri },
	{ "Q12 LWP: Connection: TE, close",
	    "POST / HTTP/1.1\r\nTE: deflate,gzip;q=0.3\r\nConnection: TE, close\r\nHost: h\r\n" SIGNED
	    "Content-Length: $N\r\n\r\n$B",
	    ENVELOPE(LOOKUP), "210", NULL },
	{ "Q12 client3: Keep-Alive: off",
	    "POST / HTTP/1.0\r\nKeep-Alive: off\r\n" SIGNED "Content-Length: $N\r\n\r\n$B",
	    ENVELOPE(LOOKUP), "210", read_as_client3 },
	{ "Q13 Accept-Encoding: gzip is answered in plain text",
	    "POST / HTTP/1.0\r\nAccept-Encoding: gzip, deflate, br\r\n" SIGNED
	    "Content-Length: $N\r\n\r\n$B",
	    ENVELOPE(LOOKUP), "210", read_as_toolkit },
	{ "Q13 an older libcurl: Expect: 100-continue",
	    "POST / HTTP/1.1\r\nExpect: 100-continue\r\nConnection: close\r\n" SIGNED
	    "Content-Length: $N\r\n\r\n$B",
	    ENVELOPE(LOOKUP), "210", NULL },
	{ "Q14 E-NOISE: the length counts characters, not bytes",
	    "POST / HTTP/1.0\r\n" SIGNED "Content-Length: 330\r\n\r\n$B",
	    ENVELOPE(COMMAND("LOOKUP", "DOMAIN",
		ITEM("domain", "b\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBC\xC3\xBCgel.com"))),
	    "401", read_as_enoise },
	{ "MyAdmin: empty lines between items, tabs", MYADMIN,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?>\n"
	    "<OPS_envelope>\n\t<body>\n\t\t<data_block>\n\t\t\t<dt_assoc>\n\t\t\t\t"
	    "<item key=\"action\">modify</item>\n\t\t\t\t<item key=\"object\">domain</item>\n"
	    "\t\t\t\t<item key=\"attributes\">\n\t\t\t\t\t<dt_assoc>\n\n\t\t\t\t\t\t"
	    "<item key=\"domain_name\">nobody-has-this.com</item>\n\n\t\t\t\t\t\t"
	    "<item key=\"lock_state\">1</item>\n\n\t\t\t\t\t\t<item key=\"data\">status</item>\n"
	    "\t\t\t\t\t</dt_assoc>\n\t\t\t\t</item>\n\t\t\t</dt_assoc>\n\t\t</data_block>\n"
	    "\t</body>\n</OPS_envelope>",
	    "415", NULL },
};
#define QUIRKS (sizeof(quirks) / sizeof(*quirks))

static struct served server;

static int
open_server(void **state)
{
	(void)state;
	served_open(&server, &(struct served_wish){ .idle_seconds = 0 });
	return 0;
}

static int
close_server(void **state)
{
	(void)state;
	served_close(&server);
	return 0;
}

static void
is_understood(void **state)
{
	const struct quirk *q = *state;
	const char *got = raw_ask(&server, q->form == OFTEN ? USUAL_FORM : q->form, q->body);
	const char *code = q->reader == NULL ? raw_item(server.arena, got, "response_code")
					     : q->reader(server.arena, got);

	if (code == NULL || strcmp(code, q->code) != 0)
		print_error("%s\n", got);
	assert_non_null(code);
	assert_string_equal(code, q->code);
}

/* It looks whether somebody listens before it says anything, each time. */
static void
a_connection_that_says_nothing_disturbs_nobody(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		struct talk t;
		talk_open(&t, served_port(&server, DOOR_HTTP));
		talk_close(&t);
		const char *got = raw_ask(&server, USUAL_FORM, ENVELOPE(LOOKUP));
		assert_string_equal(read_as_client3(server.arena, got), "210");
	}
}

int
main(void)
{
	static struct CMUnitTest tests[QUIRKS + 1];

	for (size_t i = 0; i < QUIRKS; i++)
		tests[i] = (struct CMUnitTest){ quirks[i].name, is_understood, NULL, NULL,
			(void *)&quirks[i] };
	tests[QUIRKS] = (struct CMUnitTest){ "Q12 client3: a connection that says nothing",
		a_connection_that_says_nothing_disturbs_nobody, NULL, NULL, NULL };
	return _cmocka_run_group_tests(
	    "quirks: requests", tests, QUIRKS + 1, open_server, close_server);
}

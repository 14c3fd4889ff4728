/*
 * Raw clients: requests as bytes to a server of this process, and the ways in which real
 * clients take its answers apart.
 *
 * In a form $U, $S, $N, $X and $B stand for the user name, the body's signature, its
 * length (in hex) and itself.
 */
#ifndef TESTS_SUPPORT_RAWCLIENT_H
#define TESTS_SUPPORT_RAWCLIENT_H

#include "tests/support/served.h"

#define USUAL_FORM \
	"POST / HTTP/1.0\r\nContent-Type: text/xml\r\nX-Username: $U\r\nX-Signature: $S\r\n" \
	"Content-Length: $N\r\n\r\n$B"
#define ENVELOPE(text) \
	"<?xml version='1.0' encoding='UTF-8' standalone='no' ?>\n" \
	"<!DOCTYPE OPS_envelope SYSTEM 'ops.dtd'>\n" BARE_ENVELOPE(text)
#define BARE_ENVELOPE(text) \
	"<OPS_envelope><header><version>0.9</version></header><body><data_block><dt_assoc>" text \
	"</dt_assoc></data_block></body></OPS_envelope>"
#define ITEM(key, text) "<item key=\"" key "\">" text "</item>"
#define NESTED(key, text) "<item key=\"" key "\"><dt_assoc>" text "</dt_assoc></item>"
#define COMMAND(action, object, attributes) \
	ITEM("protocol", "XCP") \
	ITEM("action", action) ITEM("object", object) NESTED("attributes", attributes)

const char *raw_filled(struct served *s, const char *form, const char *body);

/* The whole answer, until the server closes. */
const char *raw_ask(struct served *s, const char *form, const char *body);

/* Each takes an answer to HTTP/1.0 apart as that client does, and finds the code there;
 * fails where the client would.  "": the client cannot know one. */
typedef const char *raw_reader(struct arena *a, const char *answer);
raw_reader read_as_toolkit; /* osrs-toolkit-php: a status line, "Name: value", a length */
raw_reader read_as_enoise; /* to the end; the body begins with a line "<?xml" */
raw_reader read_as_client3; /* OPS.pm: only what stands between <body> and </body> */
raw_reader read_as_myadmin; /* line by line */
raw_reader read_as_net_dri; /* one data_block, one dt_assoc */

/* The text of the first item with this key; NULL: there is none. */
const char *raw_item(struct arena *a, const char *answer, const char *key);

#endif

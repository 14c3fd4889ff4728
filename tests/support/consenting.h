/*
 * Consenting: the owners of ccTLD names, who are asked and who answer, each act a
 * turn of its own (see world.h).
 */
#ifndef TESTS_SUPPORT_CONSENTING_H
#define TESTS_SUPPORT_CONSENTING_H

#include "tests/support/ask.h"
#include "world/flow/consent/consent.h"

/* The person of the recorded replies is given this address, and orders.  The
 * order's id; the test fails where none was made. */
int64_t order_name(struct lab *lab, int64_t reseller, const char *domain, const char *email);

const char *order_state(struct lab *lab, int64_t order);
struct consent_status consent_of(struct lab *lab, int64_t order);

/* The link in the newest mail to this address that has one. */
const char *consent_link(struct lab *lab, const char *email);
struct consent_page look_at_consent(struct lab *lab, const char *token);

/* With the form that the page shows now. */
enum consent_taken answer_consent(struct lab *lab, const char *token, bool agrees);
enum consent_taken agree(struct lab *lab, const char *email);
enum consent_taken disagree(struct lab *lab, const char *email);

/* Of the reseller: "BALANCE held HELD". */
const char *money_of(struct lab *lab, int64_t reseller);

#endif

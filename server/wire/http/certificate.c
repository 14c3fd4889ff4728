#include "wire/http/certificate.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <gnutls/crypto.h>
#include <gnutls/x509.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/log.h"
#include "base/must.h"

/* Clients with a host wired in reach us through a hosts entry. */
static const char *const names[] = {
	"localhost",
	"127.0.0.1",
	"::1",
	"horizon.opensrs.net",
	"rr-n1-tor.opensrs.net",
	"batch.opensrs.net",
};

#define LAST_SECOND ((time_t)INT64_C(253402300799)) /* of the year 9999 */

struct pair {
	gnutls_x509_privkey_t key;
	gnutls_x509_crt_t crt;
};

struct held {
	struct certificate certificate; /* first: the handle is its address */
	struct arena *arena;
};

static void
pair_init(struct pair *p)
{
	must(gnutls_x509_privkey_init(&p->key) == 0);
	must(gnutls_x509_crt_init(&p->crt) == 0);
}

static void
pair_deinit(struct pair *p)
{
	gnutls_x509_privkey_deinit(p->key);
	gnutls_x509_crt_deinit(p->crt);
}

/* What both certificates have; the subject is "CN=…". */
static void
begin(struct pair *p, const char *subject)
{
	unsigned char serial[16], id[64];
	size_t size = sizeof(id);

	must(gnutls_x509_privkey_generate(p->key, GNUTLS_PK_ECDSA,
		 GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0) == 0);
	must(gnutls_rnd(GNUTLS_RND_NONCE, serial, sizeof(serial)) == 0);
	serial[0] &= 0x7f; /* a serial is positive */
	gnutls_x509_crt_set_version(p->crt, 3);
	gnutls_x509_crt_set_serial(p->crt, serial, sizeof(serial));
	gnutls_x509_crt_set_dn(p->crt, subject, NULL);
	gnutls_x509_crt_set_activation_time(p->crt, 0);
	gnutls_x509_crt_set_expiration_time(p->crt, LAST_SECOND);
	gnutls_x509_crt_set_key(p->crt, p->key);
	must(gnutls_x509_crt_get_key_id(p->crt, 0, id, &size) == 0);
	gnutls_x509_crt_set_subject_key_id(p->crt, id, size);
}

static void
sign(struct pair *p, const struct pair *by)
{
	unsigned char id[64];
	size_t size = sizeof(id);

	must(gnutls_x509_crt_get_key_id(by->crt, 0, id, &size) == 0);
	gnutls_x509_crt_set_authority_key_id(p->crt, id, size);
	must(gnutls_x509_crt_sign2(p->crt, by->crt, by->key, GNUTLS_DIG_SHA256, 0) == 0);
}

static void
make_ca(struct pair *ca)
{
	begin(ca, "CN=Orrery test CA");
	gnutls_x509_crt_set_basic_constraints(ca->crt, 1, 0);
	gnutls_x509_crt_set_key_usage(ca->crt, GNUTLS_KEY_KEY_CERT_SIGN | GNUTLS_KEY_CRL_SIGN);
	sign(ca, ca);
}

static void
add_name(struct pair *leaf, const char *name)
{
	unsigned char address[16];
	unsigned size = 0;

	if (inet_pton(AF_INET, name, address) == 1)
		size = 4;
	else if (inet_pton(AF_INET6, name, address) == 1)
		size = 16;
	if (size > 0)
		gnutls_x509_crt_set_subject_alt_name(
		    leaf->crt, GNUTLS_SAN_IPADDRESS, address, size, GNUTLS_FSAN_APPEND);
	else
		gnutls_x509_crt_set_subject_alt_name(leaf->crt, GNUTLS_SAN_DNSNAME, name,
		    (unsigned)strlen(name), GNUTLS_FSAN_APPEND);
}

static void
make_leaf(struct pair *leaf, const struct pair *ca, const char *tls_name)
{
	begin(leaf, "CN=localhost");
	gnutls_x509_crt_set_basic_constraints(leaf->crt, 0, -1);
	gnutls_x509_crt_set_key_usage(leaf->crt, GNUTLS_KEY_DIGITAL_SIGNATURE);
	gnutls_x509_crt_set_key_purpose_oid(leaf->crt, GNUTLS_KP_TLS_WWW_SERVER, 0);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		add_name(leaf, names[i]);
	if (tls_name != NULL)
		add_name(leaf, tls_name);
	sign(leaf, ca);
}

static const char *
crt_pem(struct arena *a, const struct pair *p)
{
	gnutls_datum_t pem = { 0 };

	must(gnutls_x509_crt_export2(p->crt, GNUTLS_X509_FMT_PEM, &pem) == 0);
	const char *text = arena_strndup(a, (const char *)pem.data, pem.size);
	gnutls_free(pem.data);
	return text;
}

static const char *
key_pem(struct arena *a, const struct pair *p)
{
	gnutls_datum_t pem = { 0 };

	must(gnutls_x509_privkey_export2_pkcs8(
		 p->key, GNUTLS_X509_FMT_PEM, NULL, GNUTLS_PKCS_PLAIN, &pem) == 0);
	const char *text = arena_strndup(a, (const char *)pem.data, pem.size);
	gnutls_free(pem.data);
	return text;
}

/* ---- what is kept in a directory ---- */

static bool
load_pair(struct pair *p, struct arena *a, const char *dir, const char *name)
{
	gnutls_datum_t crt = { 0 }, key = { 0 };

	bool good = gnutls_load_file(arena_printf(a, "%s/%s.pem", dir, name), &crt) == 0 &&
		    gnutls_load_file(arena_printf(a, "%s/%s-key.pem", dir, name), &key) == 0 &&
		    gnutls_x509_crt_import(p->crt, &crt, GNUTLS_X509_FMT_PEM) == 0 &&
		    gnutls_x509_privkey_import2(p->key, &key, GNUTLS_X509_FMT_PEM, NULL, 0) == 0;
	gnutls_free(crt.data);
	gnutls_free(key.data);
	return good;
}

static bool
store_text(struct arena *a, const char *dir, const char *name, const char *text, mode_t mode)
{
	const char *path = arena_printf(a, "%s/%s", dir, name);
	const char *fresh = arena_printf(a, "%s.new", path);
	int file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
	bool good = file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text);

	if (file >= 0)
		good = close(file) == 0 && good;
	good = good && rename(fresh, path) == 0;
	if (!good)
		log_error("cannot write %s: %s", path, strerror(errno));
	return good;
}

static bool
store_pair(const struct pair *p, struct arena *a, const char *dir, const char *name)
{
	return store_text(a, dir, arena_printf(a, "%s-key.pem", name), key_pem(a, p), 0600) &&
	       store_text(a, dir, arena_printf(a, "%s.pem", name), crt_pem(a, p), 0644);
}

static bool
open_ca(struct pair *ca, struct arena *a, const char *dir)
{
	if (dir != NULL && load_pair(ca, a, dir, "ca"))
		return true;
	make_ca(ca);
	return dir == NULL || store_pair(ca, a, dir, "ca");
}

static bool
open_leaf(struct pair *leaf, const struct pair *ca, struct arena *a, const char *dir,
    const char *tls_name)
{
	if (dir != NULL && load_pair(leaf, a, dir, "server") &&
	    gnutls_x509_crt_check_issuer(leaf->crt, ca->crt) &&
	    (tls_name == NULL || gnutls_x509_crt_check_hostname(leaf->crt, tls_name)))
		return true;
	pair_deinit(leaf);
	pair_init(leaf);
	make_leaf(leaf, ca, tls_name);
	return dir == NULL || store_pair(leaf, a, dir, "server");
}

const struct certificate *
certificate_open(const char *dir, const char *tls_name)
{
	struct arena *a = arena_new();
	struct held *h = NEW(a, struct held);
	struct pair ca, leaf;

	pair_init(&ca);
	pair_init(&leaf);
	bool good = open_ca(&ca, a, dir) && open_leaf(&leaf, &ca, a, dir, tls_name);
	if (good) {
		h->arena = a;
		h->certificate.ca = crt_pem(a, &ca);
		h->certificate.chain = arena_printf(
		    a, "%s%s", crt_pem(a, &leaf), h->certificate.ca);
		h->certificate.key = key_pem(a, &leaf);
	}
	pair_deinit(&ca);
	pair_deinit(&leaf);
	if (!good)
		arena_free(a);
	return good ? &h->certificate : NULL;
}

void
certificate_close(const struct certificate *c)
{
	if (c != NULL)
		arena_free(((const struct held *)c)->arena);
}

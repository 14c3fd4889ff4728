/* The first line is a signature, the rest the body that came with it: some
 * diagnosis comes out, in one line, and the right one only for what is right. */
#include "base/arena.h"
#include "base/must.h"
#include "xcp/doctor.h"
#include "xcp/sign.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static const char key[] = "0a1b2c3d4e5f6071";
	const struct doctor_key other = { "somebody", "ffee" };
	const uint8_t *newline = size > 0 ? memchr(bytes, '\n', size) : NULL;
	struct arena *a = arena_new();

	if (newline != NULL) {
		const char *body = (const char *)newline + 1;
		const struct patient p = { .body = body,
			.size = size - (size_t)(newline + 1 - bytes),
			.signature = arena_strndup(
			    a, (const char *)bytes, (size_t)(newline - bytes)),
			.key = key,
			.others = &other,
			.other_count = 1 };
		const struct signature right = xcp_sign(body, p.size, key);
		const char *found = doctor_diagnose(a, &p);

		must(strchr(found, '\n') == NULL);
		must((strcmp(found, "the signature is right") == 0) ==
		     xcp_signature_is(&right, p.signature));
	}
	arena_free(a);
	return 0;
}

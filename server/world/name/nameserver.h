/*
 * Nameserver lists, kept as one JSON array of names in the row that owns them.
 */
#ifndef WORLD_NAME_NAMESERVER_H
#define WORLD_NAME_NAMESERVER_H

#include <stddef.h>

struct arena;

#define MAX_NAMESERVERS 13

const char *nameservers_text(struct arena *a, const char *const *names, size_t n);
size_t nameservers_parse(struct arena *a, const char *text, const char *names[MAX_NAMESERVERS]);

#endif

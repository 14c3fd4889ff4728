/*
 * Socket: a listening TCP socket on one address.
 */
#ifndef WIRE_HTTP_SOCKET_H
#define WIRE_HTTP_SOCKET_H

#include <stdbool.h>

/* -1 with the reason on stderr; OPTION names what the user can change.
 * *PORT comes back as the one that was taken where it was 0. */
int socket_listen(const char *address, int *port, const char *option);

bool socket_is_address(const char *address); /* one that socket_listen() takes */
bool socket_is_loopback(const char *address);

#endif

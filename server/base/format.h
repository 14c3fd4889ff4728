/* The one compiler extension in use: printf-like functions are checked. */
#ifndef BASE_FORMAT_H
#define BASE_FORMAT_H

#define FORMAT(text, first) __attribute__((format(printf, text, first)))

#endif

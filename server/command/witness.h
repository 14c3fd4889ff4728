/*
 * Witness: what was asked of a command and what came back, noted where somebody
 * keeps a record (rulebook.h): so `orrery commands` can tell what a command
 * returns, and by which tests and stories that is known.
 *
 * Notes are lines of words with tabs between:
 *
 *	sends	WORLD	ACTION/OBJECT:CODE		this world had such a reply
 *	takes	ACTION/OBJECT	ATTRIBUTE		of the schema; it came with a granted request
 *	returns	ACTION/OBJECT:CODE	PATH		below the attributes; ^NAME beside them
 *
 * In a PATH [] is each member of a list, {} each key that is a name, a number or a role.
 */
#ifndef COMMAND_WITNESS_H
#define COMMAND_WITNESS_H

#include "command/command.h"

/* REPLY as it will be written; NO: why it was refused, NULL: it was not.  Nothing is
 * done where nobody keeps a record. */
void witness(const struct request *rq, const struct command *cmd, const struct value *reply,
    const struct refusal *no);

#endif

/*
 * Records on the wire: under the name of their kind, an array of maps.
 */
#ifndef COMMAND_RECORDS_H
#define COMMAND_RECORDS_H

#include "command/command.h"
#include "world/name/record.h"

/* A row of a schema for each kind of record in a zone: clients write them into
 * "records" or beside it. */
#define ZONE_KIND(attr) \
	{ \
		.name = attr, .type = ATTR_TREE, .refusal = &refusal_invalid_data \
	}
#define ZONE_RECORDS \
	ZONE_KIND("records"), ZONE_KIND("A"), ZONE_KIND("AAAA"), ZONE_KIND("CNAME"), \
	    ZONE_KIND("MX"), ZONE_KIND("SRV"), ZONE_KIND("TXT")

/* Adds the lists of a service's kinds in FROM, which may be NULL. */
const struct refusal *records_read(
    struct request *rq, const struct value *from, enum service service, struct records *list);

/* Nothing else may stand in FROM. */
const struct refusal *
records_only(struct request *rq, const struct value *from, enum service service);

/* 465 where the list as a whole makes no sense. */
const struct refusal *records_check(struct request *rq, const struct records *list);

/* PARENT gets a list for each kind of which there are records. */
void records_write(struct request *rq, struct value *parent, const struct records *list);

#endif

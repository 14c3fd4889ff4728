/* What the files of this folder share with each other and with nobody else. */
#ifndef WORLD_FAULT_INSIDE_H
#define WORLD_FAULT_INSIDE_H

#include "world/fault/fault.h"

/* A JSON map of texts, as it stands in the row. */
void fault_parameters(struct arena *a, const char *text, struct fault_parameter *list);

#endif

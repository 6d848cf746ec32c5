#include "version.h"

// Of all that is built, this file alone changes with each commit.

#ifndef WALLBOARD_COMMIT
#define WALLBOARD_COMMIT ""
#endif

const char *wallboard_commit(void) { return WALLBOARD_COMMIT; }

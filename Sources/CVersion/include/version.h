#ifndef WALLBOARD_CVERSION_VERSION_H
#define WALLBOARD_CVERSION_VERSION_H

// The commit that the program was built from; empty where nobody knows.
const char *wallboard_commit(void);

#endif

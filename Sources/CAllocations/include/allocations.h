#ifndef WALLBOARD_ALLOCATIONS_H
#define WALLBOARD_ALLOCATIONS_H

#include <stdint.h>

// How often the threads of this process have asked for memory so far.
uint64_t wallboard_allocations(void);

#endif

#ifndef ATTENDANT_CSOXR_H
#define ATTENDANT_CSOXR_H

// Debian: libsoxr-dev.
#include <soxr.h>

#endif

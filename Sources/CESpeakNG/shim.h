#ifndef ATTENDANT_CESPEAKNG_H
#define ATTENDANT_CESPEAKNG_H

// Debian: libespeak-ng-dev. The second header includes the first with its directory.
#include <espeak-ng/speak_lib.h>
#include <espeak-ng/espeak_ng.h>

#endif

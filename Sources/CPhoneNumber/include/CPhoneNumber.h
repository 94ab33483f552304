#ifndef ATTENDANT_C_PHONE_NUMBER_H
#define ATTENDANT_C_PHONE_NUMBER_H

// A plain C face of libphonenumber, as small as PhoneNumbers needs it.
//
// Any thread may call at any time: one mutex of ours is held for the length of a call (about a tenth of a millisecond),
// because whether libphonenumber locks its own caches depends on how a distribution built it. No C++ exception leaves.

#ifdef __cplusplus
extern "C" {
#endif

/// What libphonenumber says of a number.
enum attendant_number_verdict {
    ATTENDANT_NUMBER_CALLABLE = 0,
    /// Too short, too long, local only, an unknown calling code, or no number.
    ATTENDANT_NUMBER_NOT_POSSIBLE = 1,
    ATTENDANT_NUMBER_PREMIUM = 2,
    ATTENDANT_NUMBER_SHARED_COST = 3,
    ATTENDANT_NUMBER_EMERGENCY = 4,
    ATTENDANT_NUMBER_SHORT = 5,
};

/// A number as it was read. All texts end with NUL; they are empty unless the verdict is ATTENDANT_NUMBER_CALLABLE.
struct attendant_number {
    enum attendant_number_verdict verdict;
    /// 1 when the number is of a range that is in use, 0 when only its length is right.
    int is_valid;
    /// "+447700900001"
    char e164[32];
    /// "GB"; "001" for a number that belongs to no country
    char country[4];
    /// digits only, with the trunk prefix: "07700900001"
    char national[48];
};

/// Reads a number.
///
/// text: 0-9 with at most one + in front, NUL-terminated. country: two capital letters, NUL-terminated; an unknown one
/// leaves only the forms with + readable.
struct attendant_number attendant_number_read(const char *text, const char *country);

/// Whether the country is known: 1 or 0.
int attendant_number_knows_country(const char *country);

#ifdef __cplusplus
}
#endif

#endif

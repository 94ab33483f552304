#include "CPhoneNumber.h"

#include <cstring>
#include <mutex>
#include <string>

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

namespace {

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;
using i18n::phonenumbers::ShortNumberInfo;

/// Both halves of the library, made once. Its own logger writes to standard output, which belongs to our users.
struct Book {
    PhoneNumberUtil &numbers;
    ShortNumberInfo shorts;

    Book() : numbers(*PhoneNumberUtil::GetInstance()) { numbers.SetLogger(new NullLogger()); }
};

std::mutex &mutex() {
    static std::mutex only;
    return only;
}

/// Held for ever: a destructor at exit would race with threads that still read numbers.
Book &book() {
    static Book *only = new Book();
    return *only;
}

template <size_t size>
bool copy(const std::string &from, char (&to)[size]) {
    if (from.size() >= size) {
        return false;
    }
    std::memcpy(to, from.c_str(), from.size() + 1);
    return true;
}

/// The country of a number: of several with one calling code (GB, GG, IM, JE) the one whose ranges hold the number,
/// else the one that was asked about, else the chief one.
std::string country_of(const Book &book, const PhoneNumber &number, const std::string &asked) {
    std::string found;
    book.numbers.GetRegionCodeForNumber(number, &found);
    if (!found.empty() && found != "ZZ") {
        return found;
    }
    if (book.numbers.GetCountryCodeForRegion(asked) == number.country_code()) {
        return asked;
    }
    book.numbers.GetRegionCodeForCountryCode(number.country_code(), &found);
    return found;
}

std::string digits_of(const std::string &text) {
    std::string digits;
    for (char character : text) {
        if (character >= '0' && character <= '9') {
            digits.push_back(character);
        }
    }
    return digits;
}

attendant_number_verdict verdict_of(
    const Book &book, const PhoneNumber &number, const std::string &text, const std::string &country, bool is_valid) {
    bool is_dialled_as_typed = text[0] != '+';
    if (is_dialled_as_typed && !is_valid && book.shorts.IsValidShortNumberForRegion(number, country)) {
        return ATTENDANT_NUMBER_SHORT;
    }
    if (book.numbers.IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE) {
        return ATTENDANT_NUMBER_NOT_POSSIBLE;
    }
    // "9115551234" has the length of an ordinary number, and an exchange may connect it after three digits.
    if (is_dialled_as_typed && !is_valid && book.shorts.ConnectsToEmergencyNumber(text, country)) {
        return ATTENDANT_NUMBER_EMERGENCY;
    }
    switch (book.numbers.GetNumberType(number)) {
        case PhoneNumberUtil::PREMIUM_RATE: return ATTENDANT_NUMBER_PREMIUM;
        case PhoneNumberUtil::SHARED_COST: return ATTENDANT_NUMBER_SHARED_COST;
        default: return ATTENDANT_NUMBER_CALLABLE;
    }
}

attendant_number read(const Book &book, const std::string &text, const std::string &country) {
    attendant_number result = {};
    result.verdict = ATTENDANT_NUMBER_NOT_POSSIBLE;
    if (text.empty()) {
        return result;
    }
    if (text[0] != '+' && book.shorts.IsEmergencyNumber(text, country)) {
        result.verdict = ATTENDANT_NUMBER_EMERGENCY;
        return result;
    }
    PhoneNumber number;
    if (book.numbers.Parse(text, country, &number) != PhoneNumberUtil::NO_PARSING_ERROR) {
        return result;
    }
    bool is_valid = book.numbers.IsValidNumber(number);
    attendant_number_verdict verdict = verdict_of(book, number, text, country, is_valid);
    if (verdict != ATTENDANT_NUMBER_CALLABLE) {
        result.verdict = verdict;
        return result;
    }
    std::string e164, national;
    book.numbers.Format(number, PhoneNumberUtil::E164, &e164);
    book.numbers.Format(number, PhoneNumberUtil::NATIONAL, &national);
    if (copy(e164, result.e164) && copy(digits_of(national), result.national)
        && copy(country_of(book, number, country), result.country)) {
        result.verdict = verdict;
        result.is_valid = is_valid ? 1 : 0;
    }
    return result;
}

}  // namespace

extern "C" attendant_number attendant_number_read(const char *text, const char *country) {
    try {
        std::lock_guard<std::mutex> guard(mutex());
        return read(book(), text, country);
    } catch (...) {
        // Out of memory, or a fault of the library: the caller is asked again.
        attendant_number result = {};
        result.verdict = ATTENDANT_NUMBER_NOT_POSSIBLE;
        return result;
    }
}

extern "C" int attendant_number_knows_country(const char *country) {
    try {
        std::lock_guard<std::mutex> guard(mutex());
        return book().numbers.GetCountryCodeForRegion(country) != 0 ? 1 : 0;
    } catch (...) {
        return 0;
    }
}

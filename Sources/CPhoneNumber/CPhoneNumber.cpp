#include "CPhoneNumber.h"

#include <cstring>
#include <string>

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>

using i18n::phonenumbers::NullLogger;
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

const PhoneNumberUtil &library() {
  // The library writes what it cannot read to standard output; a number in a log is a person in a log.
  static PhoneNumberUtil *const muted = [] {
    PhoneNumberUtil *util = PhoneNumberUtil::GetInstance();
    util->SetLogger(new NullLogger());
    return util;
  }();
  return *muted;
}

outreach_phone_answer of_error(PhoneNumberUtil::ErrorType error) {
  switch (error) {
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return OUTREACH_PHONE_UNKNOWN_COUNTRY;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN: return OUTREACH_PHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG_NSN: return OUTREACH_PHONE_TOO_LONG;
    default: return OUTREACH_PHONE_NOT_A_NUMBER;
  }
}

outreach_phone_answer of_length(PhoneNumberUtil::ValidationResult result) {
  switch (result) {
    // Only within one town, without the area code: nobody outside can dial that.
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
    case PhoneNumberUtil::TOO_SHORT: return OUTREACH_PHONE_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG: return OUTREACH_PHONE_TOO_LONG;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: return OUTREACH_PHONE_UNKNOWN_COUNTRY;
    default: return OUTREACH_PHONE_UNASSIGNED;
  }
}

}  // namespace

extern "C" enum outreach_phone_answer outreach_phone_parse(
    const char *typed, const char *region, char *e164, size_t size) {
  const PhoneNumberUtil &util = library();
  PhoneNumber number;
  const PhoneNumberUtil::ErrorType error = util.Parse(typed, region, &number);
  if (error != PhoneNumberUtil::NO_PARSING_ERROR) return of_error(error);
  if (!util.IsValidNumber(number)) return of_length(util.IsPossibleNumberWithReason(number));
  std::string text;
  util.Format(number, PhoneNumberUtil::E164, &text);
  if (text.size() >= size) return OUTREACH_PHONE_TOO_LONG;
  std::memcpy(e164, text.c_str(), text.size() + 1);
  return OUTREACH_PHONE_VALID;
}

extern "C" int outreach_phone_country_code(const char *region) {
  return library().GetCountryCodeForRegion(region);
}

#pragma once

#include "core/base/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

enum class Severity { Info, Warning, Error };
std::string_view toString(Severity severity); ///< "info", "warning", "error"

/// Something in the records that a person should look at.
struct Finding {
    Severity severity = Severity::Warning;
    std::string rule;   ///< see check()
    std::string record; ///< id of the record to look at first
    LocalText sentence; ///< whole, with the numbers
    std::string says;   ///< the numbers and names of the sentence alone, in no language
    std::vector<std::string> others = {}; ///< ids of the further records that it speaks of
};

/// Names a finding: twelve hexadecimal digits out of its rule, its records and what it says. The
/// same for the next check and for either language; another one as soon as a number or name in it
/// changes.
std::string findingKey(const Finding& finding);

} // namespace terroir::records

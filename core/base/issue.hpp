#pragma once

#include "core/base/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace terroir {

enum class Severity { Info, Warning, Error };
std::string_view toString(Severity severity); ///< "info", "warning", "error"
const LocalText& inWords(Severity severity);  ///< "cảnh báo"

/// Something in data that a person should look at, whoever found it: a check of records, an import
/// of polygons. The room that finds issues says what kinds it has and how they are called.
struct Issue {
    Severity severity = Severity::Warning;
    std::string kind;      ///< stable id: "duplicate", "unmatched"
    std::string about;     ///< id of the record to look at first, code of a unit; may be empty
    LocalText sentence;    ///< whole, with the numbers: what is found and what to do
    std::string says = {}; ///< the numbers and names of the sentence alone, in no language
    std::vector<std::string> others = {}; ///< ids of the further records that it speaks of
    long long feature = 0;                ///< of a layer: which; 0 for the whole of it
    std::string name = {};                ///< of the unit, as the file calls it
};

} // namespace terroir

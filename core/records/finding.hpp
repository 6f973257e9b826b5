#pragma once

#include "core/base/issue.hpp"
#include "core/base/table.hpp"

#include <span>
#include <string>

namespace terroir::records {

/// Names a finding: twelve hexadecimal digits out of its rule, its records and what it says. The
/// same for the next check and for either language; another one as soon as a number or name in it
/// changes.
std::string findingKey(const Issue& finding);

/// What check() found, one row each: severity, rule, record, sentence, key.
Table findingRows(std::span<const Issue> findings, Language language);

} // namespace terroir::records

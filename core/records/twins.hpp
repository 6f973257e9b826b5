#pragma once

#include "core/records/record.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::records {

/// A source that says what other records say.
struct TwinSource {
    std::string source;
    std::size_t count = 0;
};

/// The sources of `known` that at least half of `taken`, and three, repeat: the same kind, subject,
/// value, period, holder and units, whatever the order of rows and columns. Records of `except` are
/// left out. Linear in both.
std::vector<TwinSource> twinSources(const std::vector<Record>& taken,
                                    const std::vector<Record>& known, const std::string& except);

} // namespace terroir::records

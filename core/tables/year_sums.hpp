#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace terroir::tables {

/// Rows over several years that add up rows of single years of the same thing at the same place:
/// "2021-2022 | 22 ha" below "2021 | 10 ha" and "2022 | 12 ha". In figures they would count twice.
class YearSums {
public:
    void add(const records::Record& record);
    /// By the id of the record that is a sum.
    std::map<std::string, LocalText> find() const;

private:
    struct Value {
        std::string id, line;
        int from = 0, to = 0; ///< years, both in
        double value = 0;
    };
    std::map<std::string, std::vector<Value>> m_values; ///< by what they are of
    std::size_t m_count = 0;
};

} // namespace terroir::tables

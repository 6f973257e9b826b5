#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <map>
#include <string>
#include <vector>

namespace terroir::tables {

/// Values that are hundreds of times larger or smaller than all the others of their table of the
/// same thing, measure and unit, which are near to one another: a point or a unit was mistaken.
class OddValues {
public:
    void add(const records::Record& record);
    /// By the id of the record.
    std::map<std::string, LocalText> find() const;

private:
    struct Value {
        std::string id;
        double value = 0;
    };
    std::map<std::string, std::vector<Value>> m_values; ///< by what they are of
    std::size_t m_count = 0;
};

} // namespace terroir::tables

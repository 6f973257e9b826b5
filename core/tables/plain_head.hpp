#pragma once

#include "core/base/csv.hpp"
#include "core/base/language.hpp"
#include "core/records/import_options.hpp"

#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// A plain table without its rows, while its columns are added.
struct PlainHead {
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    /// The new column; without a field it only holds texts that others read.
    std::size_t add(const std::string& header, std::string_view field,
                    const std::string& unit = {}) {
        head.header.push_back(header);
        if (!field.empty())
            options.plan->push_back({std::string(field), head.header.size() - 1, unit});
        return head.header.size() - 1;
    }
    void remark(LocalText text) { remarks.push_back(std::move(text)); }

    TextTable head;
    records::ImportOptions options; ///< its plan is there
    std::vector<LocalText> remarks; ///< what was taken for granted
};

} // namespace terroir::tables

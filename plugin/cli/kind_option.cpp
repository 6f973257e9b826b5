#include "plugin/cli/kind_option.hpp"

#include "core/base/error.hpp"
#include "core/base/nearest.hpp"
#include "core/records/fields.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace terroir::cli {

void requireKind(const std::string& id, std::string_view option) {
    std::vector<std::string> known;
    for (const records::KindInfo& kind : records::kinds()) {
        if (kind.id == id)
            return;
        known.push_back(kind.id);
    }
    throw UsageError(fmt::format("{} '{}' is no kind of record. {}The kinds are {}.", option, id,
                                 suggestion(id, known).en, fmt::join(known, ", ")));
}

} // namespace terroir::cli

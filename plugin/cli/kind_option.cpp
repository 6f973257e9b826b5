#include "plugin/cli/kind_option.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/records/fields.hpp"
#include "core/records/kind_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace terroir::cli {

std::string requireKind(const std::string& id, std::string_view option) {
    if (const records::KindInfo* const kind = records::kindNamed(id))
        return kind->id;
    std::vector<std::string> known;
    for (const records::KindInfo& kind : records::kinds())
        known.push_back(kind.id);
    throw UsageError(localText("{} '{}' không phải là một loại số liệu. {}Các loại là {}.",
                               "{} '{}' is not a kind of record. {}The kinds are {}.", option, id,
                               suggestion(id, known), fmt::format("{}", fmt::join(known, ", "))));
}

} // namespace terroir::cli

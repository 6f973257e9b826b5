#pragma once

#include "core/base/language.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace terroir::records {

/// What is to be said about a row while it is read. Reading goes on after a refusal, so that the
/// first reason stands; nothing of the row is stored then.
struct Verdict {
    std::optional<LocalText> refusal;
    std::vector<LocalText> doubts;  ///< stored, but to be looked at
    std::vector<LocalText> remarks; ///< stored, good to know

    void refuse(LocalText reason) {
        if (!refusal)
            refusal = std::move(reason);
    }
};

} // namespace terroir::records

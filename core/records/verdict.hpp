#pragma once

#include "core/base/language.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace terroir::records {

/// The sentences about one row while it is read, most of which have none and no kind. Reading goes
/// on after a refusal, so that the first reason stands; nothing of the row is stored then.
struct Verdict {
    std::optional<LocalText> refusal;
    std::vector<LocalText> doubts;  ///< stored, but to be looked at
    std::vector<LocalText> remarks; ///< stored, good to know

    void refuse(LocalText reason) {
        if (!refusal)
            refusal = std::move(reason);
    }
    void add(Verdict other) {
        std::move(other.doubts.begin(), other.doubts.end(), std::back_inserter(doubts));
        std::move(other.remarks.begin(), other.remarks.end(), std::back_inserter(remarks));
        if (other.refusal)
            refuse(std::move(*other.refusal));
    }
};

} // namespace terroir::records

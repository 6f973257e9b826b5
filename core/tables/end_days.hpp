#pragma once

#include "core/base/language.hpp"
#include "core/tables/column_guess.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace terroir::tables {

/// The columns of days on which what was granted was suspended or taken back: "Ngày đình chỉ",
/// "Ngày thu hồi".
class EndDays {
public:
    EndDays(const FoundTable& found, const ColumnGuess& guess);

    bool any() const { return !m_columns.empty(); }
    /// "Thu hồi ngày 3/3/2024" of the last of a row's days, as a state in words; empty without one.
    std::string stateOf(const FoundRow& row) const;
    /// The state of a row in words, with its day where only that is missing: what says that it is
    /// in force stays as it is.
    std::string completed(const FoundRow& row, const std::string& state) const;
    /// A state that says it is in force, beside such a day.
    std::optional<LocalText> contradiction(const FoundRow& row, const std::string& state) const;

private:
    std::vector<std::pair<std::size_t, std::string>> m_columns; ///< of the sheet; "Thu hồi"
};

} // namespace terroir::tables

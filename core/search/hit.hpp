#pragma once

#include "core/gazetteer/gazetteer.hpp"
#include "core/search/name_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace terroir::search {

enum class Kind : std::uint8_t { Unit, Subject, Holder, Source };

/// Bytes of a text: `from` is in, `to` is out.
struct TextRange {
    std::size_t from = 0, to = 0;
    bool operator==(const TextRange&) const = default;
};

inline constexpr std::uint32_t noSource = 0xffffffffU;

/// Something that a text may mean.
struct Hit {
    Kind kind = Kind::Unit;
    Fit fit = Fit::Whole;
    std::string text; ///< "xã Bản Hon", "miến dong Bình Lư"; NFC
    /// Second line. Unit: its parents on the day (its last day, when it had ended) and its years
    /// when it is not in force. Subject and holder: kinds of records, how many, in how many
    /// communes. Source: issuer, number, date, how many records. Another name first, when it is
    /// that one which was typed.
    std::string detail;
    std::vector<TextRange> matched; ///< of `text`, from left to right: what to show in bold
    gazetteer::UnitIndex unit = gazetteer::noUnit;
    /// Into the records that the index was made of: about this subject, of this holder or source,
    /// or with a place that is this very unit.
    std::vector<std::uint32_t> records;
    std::uint32_t source = noSource; ///< into the sources that the index was made of
    /// 0 to 1, falls along the answer; of a Guess the geocoder's likelihood.
    double score = 0;
};

} // namespace terroir::search

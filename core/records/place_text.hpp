#pragma once

#include "core/gazetteer/unit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

// What a cell says about a place besides its names.

/// A place text in which units of before a reform are named as such.
struct DatedText {
    std::string text;      ///< without what is in `former` and without the words for old and new
    std::string former;    ///< the same place before: "xã Tân Hòa, huyện Buôn Đôn"
    bool isFormer = false; ///< `text` itself names a unit of before: "xã Tân Hòa (cũ)"
};
/// "xã Ea Wer (trước đây: xã Tân Hòa)", "xã Tân Hòa cũ nay là xã Ea Wer", "xã Sơn Thành (huyện Tây
/// Hòa cũ)", "xã A (mới)".
DatedText readDated(std::string_view text);

/// Whether a header says that its units are those of before a reform: "Xã (cũ)", "Huyện trước sắp
/// xếp", "Xã trước 01/7/2025".
bool saysFormerUnits(std::string_view header);

/// A text that means the whole of a province or district: "toàn huyện", "các xã trong huyện",
/// "trên địa bàn huyện Cam Lộ", "các huyện, thị xã, thành phố".
struct WholeUnit {
    gazetteer::Level level = gazetteer::Level::District;
    std::string text; ///< "huyện Cam Lộ"; empty where no name is given
};
std::optional<WholeUnit> readWhole(std::string_view text);

/// Whether a type word at the beginning says another level than the column's: "Huyện Đại Lộc"
/// among communes.
bool beginsWithOtherLevel(std::string_view text, gazetteer::Level column);

/// Whether the unit of the column stands behind something else: "Thôn 2, xã Cao Ngọc".
bool namesLevelWithin(std::string_view text, gazetteer::Level column);

/// "xã A: 2 ha, xã B: 3 ha": a value for each.
bool statesSeveralValues(std::string_view text);

/// A level as tables write it, "village" and "bản" being below the commune.
struct LevelWord {
    gazetteer::Level level = gazetteer::Level::Commune;
    bool isVillage = false;
};
std::optional<LevelWord> parseLevelWord(std::string_view text);

/// "a; b" and lines of one cell, without empty parts.
std::vector<std::string> splitList(std::string_view text);

} // namespace terroir::records

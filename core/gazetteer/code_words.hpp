#pragma once

#include "core/base/language.hpp"
#include "core/gazetteer/unit.hpp"

#include <string_view>

namespace terroir::gazetteer {

// Codes of the gazetteer in words. Files, CSV and JSON keep the codes; one that is not known stays.

/// Unit::areaSource: "polygon_est" gives "ước tính từ bản đồ".
LocalText areaSourceInWords(std::string_view areaSource);

/// Unit::source: "qd19_2025" gives "Quyết định 19/2025/QĐ-TTg".
LocalText unitSourceInWords(std::string_view source);

/// Succession::kind: "rename" gives "đổi tên".
LocalText successionInWords(std::string_view kind);

/// Unit::type: "thị trấn" gives "township" in English.
LocalText typeInWords(std::string_view type);

/// "huyện Tam Đường", "Tam Đường district".
LocalText nameInWords(const Unit& unit);

} // namespace terroir::gazetteer

#pragma once

#include "core/tables/found_table.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// What the lines above a table say for all its rows; all as written, any may be empty.
struct TitleWords {
    std::string unit;                         ///< "ha" of "ĐVT: ha"
    std::map<std::string, std::string> units; ///< by field: "Diện tích: ha; sản lượng: tấn"
    std::string measure;                      ///< field: "area", "output", "yield", "count"
    std::string period;                ///< "2022" of "năm 2022"; empty when the lines name several
    std::string category;              ///< id of a category of the kind
    std::string stars;                 ///< "4" of "SẢN PHẨM OCOP HẠNG 4 SAO"
    std::string decision, decisionDay; ///< "3387/QĐ-UBND", "ngày 28 tháng 12 năm 2023"
    /// "trồng dâu tây" of "2. Mô hình trồng dâu tây tại xã A", "chè" of "DIỆN TÍCH CHÈ NĂM 2011".
    std::string subject;
    bool isSubjectSure = false; ///< a numbered title above a block of models; else it is a guess
    bool isPlan = false; ///< "KẾ HOẠCH TRỒNG RỪNG NĂM 2025": what the rows say is still to come
    bool countsOwners = false; ///< "SỐ HỘ NUÔI", "GIÁ TRỊ": a number below "Bò" is none of heads
    std::string crs; ///< the words that speak of coordinates: "VN-2000, kinh tuyến trục 108°30'"
};

/// The name of the sheet may stand among the titles, with the line 0.
TitleWords titleWords(const std::vector<Title>& titles, std::string_view kind);

} // namespace terroir::tables

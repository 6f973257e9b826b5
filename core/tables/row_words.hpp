#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace terroir::tables {

/// How a row or a heading is numbered.
enum class Numbering { None, Roman, Letter, Arabic, Dotted, Bullet };

/// A heading taken apart: "II. HUYỆN TAM ĐƯỜNG (3 xã):" is Roman, "HUYỆN TAM ĐƯỜNG".
struct Heading {
    Numbering numbering = Numbering::None;
    int depth = 0;    ///< of Dotted: 1 in "1.2"
    std::string text; ///< without number, colon and a count or sum in brackets
};
Heading readHeading(std::string_view text);

/// The numbering of a cell that holds nothing else: "3", "II", "A", "1.2", "(5)"; None for all
/// else.
Numbering ordinalOf(std::string_view cell);

/// "Tổng cộng", "Cộng huyện", "TỔNG SỐ: 05 nhiệm vụ", "Bình quân", "Cả tỉnh": the row sums up
/// others. "Tổng công ty Chè", "Cộng đồng" do not.
bool isTotalWord(std::string_view cell);

/// "Tổng cộng", "Cả giai đoạn", "Cộng 3 năm", "Bình quân/năm", "2021-2023": a header beside years
/// that is of all of them.
bool saysSeveralYears(std::string_view header);

/// "Nơi nhận:", "Người lập biểu", "TM. HỘI ĐỒNG", "Ghi chú:", "Nguồn:", "(Đã ký)", "Ngày 5 tháng
/// 3": what stands below a table.
bool isNoteOrSignature(std::string_view cell);

/// The year that a header of a wide table names, and whether it is planned: "2021", "Năm 2022",
/// "Sơ bộ 2024", "KH 2025", "TH năm 2023".
struct HeaderYear {
    int year = 0;
    bool isPlanned = false;
};
std::optional<HeaderYear> headerYearOf(std::string_view header);

} // namespace terroir::tables

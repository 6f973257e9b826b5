#pragma once

#include "core/base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace terroir::records {

Date dayAfter(Date date);  ///< an open end stays open
Date dayBefore(Date date); ///< an open end stays open

/// A period as tables write it: "2022", "năm 2022", "4/2022", "tháng 4 năm 2022", "2022-04",
/// "15/4/2022", "15.4.2022", "15/3/23", "ngày 20 tháng 12 năm 2024", "2022-04-15 00:00:00"; "quý
/// II/2023", "6 tháng đầu năm 2023", "9 tháng năm 2022"; "2012-2022", "2020; 2021", "từ 3/2021 đến
/// 9/2022", "tháng 3-9/2022", "từ 2020 đến nay"; "vụ Đông Xuân 2022-2023"; "24 tháng (2024-2026)"; also any text that names
/// exactly one day ("QĐ số 2150/QĐ-UBND ngày 18/12/2023") or, without days, exactly one year ("vụ
/// xuân 2022", "Sơ bộ 2024"), unless it says before or after. The last day, month or year is in.
/// Empty for anything else.
std::optional<Period> parsePeriod(std::string_view text);

/// Whether a text is a day, month or year in figures that the calendar lacks: "31/2/2025",
/// "13/2022", "31/02/20255". Three numbers, or two of which one has four digits; "12" and "5-7" are
/// no such thing.
bool isOutsideCalendar(std::string_view text);

/// True where the year is written with two digits: "15/3/23" is taken as 2023.
bool hasShortYear(std::string_view text);

/// "3012/QĐ-UBND" and 18 November 2024 of "Quyết định số 3012/QĐ-UBND ngày 18/11/2024".
struct DecisionText {
    std::string number;        ///< the whole text when it names no number of its own
    std::optional<Period> day; ///< behind "ngày"; also a month or a year
};
DecisionText parseDecision(std::string_view text);

/// The day at which the places of a statement are looked up: the last day of its period that is not
/// after the source's own date (`sourceDate` as precise as the document says, the last day of its
/// year or month), never after today; today when neither is known.
Date lookupDate(const Period& period, std::string_view sourceDate);

/// The date of a document as Source::date has it: "31/12/2022" is "2022-12-31", "2022" and
/// "2022-12" stay; nothing for a text that is no day, month or year.
std::optional<std::string> documentDate(const std::string& text);

} // namespace terroir::records

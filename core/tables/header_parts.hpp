#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terroir::tables {

/// "Diện tích ngô (ha)" and "2024" of "Diện tích ngô năm 2024 (ha)"; no year: the header as it
/// is.
std::pair<std::string, std::string> splitYear(const std::string& header);

/// "Chè" of "Chè (ha)": without what stands in brackets, and without a number in front.
std::string withoutUnit(const std::string& header);

/// Whether a line of a header is a measure: "Diện tích (ha)", "Khối lượng".
bool isMeasuredLine(const std::string& line, std::string_view kind);

/// Whether what stands below a line of a header can only be numbers, which say nothing of what or
/// where: a measure, a unit, a year.
bool saysNumbers(const std::string& line);

/// Farms, animals, cages, models: what records of things count. Households are those of whom.
bool isThingCounted(std::string_view unit);

/// "Số lượng giống thả (con)", "Số con giống": what was put in, and is not what there is.
bool isPutIn(std::string_view header);

/// "Vụ Đông Xuân 2023-2024", "Hè Thu".
bool isSeason(std::string_view header);

/// What follows "Trong đó:" or "Tr.đó" in a header; nothing for other headers.
std::optional<std::string> afterPartWord(std::string_view header);

/// "Nái", "thịt", "sinh sản" say which of the animals above them, "gà" and "vịt" do not.
bool isAttribute(std::string_view name);

/// The name of a part: "lợn nái" of "nái" below "Lợn", and "gà" of "gà" below "Gia cầm".
std::string partName(const std::string& whole, const std::string& part);

/// "Trong đó: trồng mới" is a part of a measure, no crop.
bool isPartWord(std::string_view header);

/// What a header says that names a thing with its measure, a sum of it or a part.
struct PartedHeader {
    std::string subject, measure; ///< measure: empty when no line says it
    std::string period = {};      ///< a year behind the subject
    std::string partOf = {};      ///< of a part: the name above it
};

/// "Lợn / Tổng số" are all the pigs and "Lợn / Trong đó: / nái" the sows; nothing for headers
/// without a sum or a part below a name.
std::optional<PartedHeader> partedHeader(const std::vector<std::string>& path,
                                         std::string_view kind);

/// "Trâu" of "Tổng đàn trâu (con)", with the field of its measure, which "SL" leaves open; nothing
/// for "Diện tích trồng (ha)".
std::optional<PartedHeader> cropOfMeasure(const std::string& written);

} // namespace terroir::tables

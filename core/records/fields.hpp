#pragma once

#include "core/base/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::records {

/// The kinds of records, their fields, and the column names a plain table may use for each field
/// (Vietnamese and English): what `terroir formats` prints and README documents.
struct FieldInfo {
    std::string field;                ///< "value": a column of this very name is always accepted
    std::vector<std::string> columns; ///< other accepted headers, folded: "gia tri", …
    LocalText meaning;
    bool required = false;
    bool isDetail = false; ///< kept as Record::details
};
const std::vector<FieldInfo>& fields();
/// Null when there is no such field.
const FieldInfo* findField(std::string_view field);

struct KindInfo {
    std::string id;
    LocalText name;
};
const std::vector<KindInfo>& kinds();
/// Null when there is no such kind.
const KindInfo* findKind(std::string_view id);

/// A category of a kind: "title", "certification_mark", "nhãn hiệu chứng nhận".
struct CategoryInfo {
    std::string kind;
    std::string id;
    LocalText name;
};
const std::vector<CategoryInfo>& categories();
/// The category that a text names by id, by name in either language, or as departments write it
/// ("NHTT", "TCVN 11041-2:2017", "Chứng nhận VietGAP"), case and diacritics ignored; null for none
/// and for two in one text.
const CategoryInfo* findCategory(std::string_view kind, std::string_view text);

/// A column that is a value by its own name ("diện tích" is the area).
struct MeasureInfo {
    std::string field;     ///< "area"
    std::string indicator; ///< of the record; empty: by unit and kind (see countIndicator)
    std::string unit;      ///< when neither header nor unit column nor cell says one
};
const std::vector<MeasureInfo>& measures();

/// The kind a text is about when it is the category of another one: in a list of titles "CDĐL" is a
/// geographical indication, in one of indications "NHTT" a title. Empty when it stays `kind`.
std::string kindOfCategory(std::string_view kind, std::string_view text);

/// What a bare count ("số lượng") of a kind counts, by its unit: "cơ sở" of livestock are "farms",
/// "bể" are "tanks". Without a unit, what the kind counts as a rule. A unit of no known meaning
/// gives "count". Animals ("con") are never farms.
struct CountIndicator {
    std::string indicator, unit;
};
CountIndicator countIndicator(std::string_view kind, std::string_view unit);
/// "con", "hộ", "lồng": what is counted one by one, so that its number is whole.
bool isCountedUnit(std::string_view unit);
/// "con" of "Số con", "lồng" of "Số lồng"; empty when the header names no unit that is counted.
std::string unitCountedBy(std::string_view kind, std::string_view header);

} // namespace terroir::records

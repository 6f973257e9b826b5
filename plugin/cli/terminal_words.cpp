#include "plugin/cli/terminal_words.hpp"

#include "core/extract/review.hpp"
#include "core/figures/column_words.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace terroir::cli {

namespace {

using WordTable = std::map<std::string, LocalText, std::less<>>;

const WordTable& headings() {
    static const WordTable table = {
        {"accepted", {"ngày chấp nhận", "accepted on"}},
        {"after", {"sau", "after"}},
        {"all_eyes", {"ai cũng phân biệt được", "for all eyes"}},
        {"area_km2", {"km²", "km²"}},
        {"as_of", {"theo ngày", "as of"}},
        {"at", {"lúc", "at"}},
        {"basis", {"căn cứ phân loại", "decided by"}},
        {"before", {"trước", "before"}},
        {"candidate_names", {"tên các đơn vị có thể", "candidates"}},
        {"candidates", {"các đơn vị có thể", "candidate codes"}},
        {"category", {"phân loại", "category"}},
        {"change", {"so với bản trước", "since before"}},
        {"checksum", {"mã kiểm tra", "checksum"}},
        {"code", {"mã", "code"}},
        {"colours", {"màu", "colours"}},
        {"columns", {"các cột", "columns"}},
        {"commune_code", {"mã xã", "commune code"}},
        {"confidence", {"độ tin cậy", "confidence"}},
        {"context", {"thuộc", "context"}},
        {"count", {"số lượng", "count"}},
        {"credit", {"ghi nguồn", "credit"}},
        {"crs", {"hệ tọa độ", "coordinates"}},
        {"date", {"ngày", "date"}},
        {"day", {"ngày", "day"}},
        {"decision", {"quyết định", "decision"}},
        {"decree", {"nghị quyết, nghị định", "decree"}},
        {"department", {"cơ quan", "department"}},
        {"description", {"mô tả", "description"}},
        {"district_code", {"mã huyện", "district code"}},
        {"doc", {"văn bản", "document"}},
        {"doubt", {"nghi vấn", "doubt"}},
        {"document", {"tài liệu", "document"}},
        {"end", {"đến ký tự", "to character"}},
        {"extension", {"đuôi tệp", "extension"}},
        {"family", {"họ bảng màu", "family"}},
        {"feature", {"đối tượng", "feature"}},
        {"field", {"trường", "field"}},
        {"file", {"tệp", "file"}},
        {"for", {"dùng cho", "for"}},
        {"group", {"nhóm liệt kê", "list"}},
        {"headers", {"tên cột hiểu được", "column names"}},
        {"height_mm", {"cao, mm", "height, mm"}},
        {"holder", {"chủ thể", "holder"}},
        {"holder_end", {"chủ thể: đến ký tự", "holder to character"}},
        {"holder_start", {"chủ thể: từ ký tự", "holder from character"}},
        {"id", {"mã", "id"}},
        {"imported", {"ngày nhập", "imported on"}},
        {"in_force", {"hiệu lực", "in force"}},
        {"indicator", {"chỉ tiêu", "indicator"}},
        {"issuer", {"cơ quan ban hành", "issuer"}},
        {"item", {"mục", "item"}},
        {"key", {"khóa", "key"}},
        {"kind", {"loại", "kind"}},
        {"label", {"nhãn", "label"}},
        {"lat", {"vĩ độ", "latitude"}},
        {"layer", {"lớp", "layer"}},
        {"level", {"cấp", "level"}},
        {"line", {"dòng", "line"}},
        {"lon", {"kinh độ", "longitude"}},
        {"made_of", {"làm từ đề xuất", "made of"}},
        {"mark", {"ký hiệu", "mark"}},
        {"meaning", {"nghĩa", "meaning"}},
        {"name", {"tên", "name"}},
        {"new_code", {"mã mới", "new code"}},
        {"new_name", {"tên mới", "new name"}},
        {"note", {"ghi chú", "note"}},
        {"number", {"số, ký hiệu", "number"}},
        {"outcome", {"kết quả", "outcome"}},
        {"page", {"trang", "page"}},
        {"painter", {"cách vẽ", "painter"}},
        {"parent", {"thuộc", "parent"}},
        {"period", {"thời kỳ", "period"}},
        {"place", {"địa danh", "place"}},
        {"place_codes", {"mã địa danh", "place codes"}},
        {"place_names", {"địa danh", "places"}},
        {"place_role", {"vai trò địa danh", "role of the place"}},
        {"polygons", {"số đa giác", "polygons"}},
        {"predecessors", {"đơn vị tiền thân", "predecessors"}},
        {"problem", {"trục trặc", "problem"}},
        {"province_code", {"mã tỉnh", "province code"}},
        {"qualifier", {"mức chính xác", "qualifier"}},
        {"reason", {"lý do", "why"}},
        {"reasons", {"lý do", "reasons"}},
        {"record", {"bản ghi", "record"}},
        {"records", {"số bản ghi", "records"}},
        {"required", {"bắt buộc", "required"}},
        {"row", {"dòng", "row"}},
        {"rule", {"quy tắc", "rule"}},
        {"score", {"độ tin cậy", "score"}},
        {"sentence", {"nội dung", "what"}},
        {"series", {"số liệu", "figures"}},
        {"severity", {"mức độ", "severity"}},
        {"sha256", {"mã kiểm SHA-256", "SHA-256"}},
        {"share", {"tỷ lệ diện tích", "share"}},
        {"sheet", {"trang tính", "sheet"}},
        {"size", {"kích thước (byte)", "size (bytes)"}},
        {"source", {"nguồn", "source"}},
        {"source_date", {"ngày văn bản", "date of the document"}},
        {"source_issuer", {"nơi ban hành", "issued by"}},
        {"source_number", {"số hiệu văn bản", "number of the document"}},
        {"source_territory", {"địa bàn văn bản", "area of the document"}},
        {"source_title", {"tên văn bản", "title of the document"}},
        {"sources", {"nguồn", "sources"}},
        {"stands_in", {"đã có ở", "stands in"}},
        {"spans", {"các đoạn ký tự", "characters"}},
        {"start", {"từ ký tự", "from character"}},
        {"status", {"trạng thái", "status"}},
        {"styles", {"kèm kiểu dáng", "styles"}},
        {"subject", {"đối tượng", "subject"}},
        {"successors", {"đơn vị kế thừa", "successors"}},
        {"territory", {"địa bàn", "territory"}},
        {"text", {"địa danh", "text"}},
        {"theme", {"chủ đề", "theme"}},
        {"title", {"tên", "title"}},
        {"topic", {"chủ đề", "topic"}},
        {"type", {"loại", "type"}},
        {"types", {"cách thể hiện", "drawn as"}},
        {"uid", {"mã riêng", "unique id"}},
        {"undone", {"đã hoàn tác", "undone"}},
        {"unit", {"đơn vị", "unit"}},
        {"units", {"đơn vị liên quan", "units concerned"}},
        {"until_by", {"ngày hết hạn", "last day"}},
        {"unit_code", {"mã đơn vị", "unit code"}},
        {"unit_level", {"cấp", "level"}},
        {"unit_name", {"tên đơn vị", "unit"}},
        {"valid_from", {"từ ngày", "from"}},
        {"valid_to", {"đến trước ngày", "to before"}},
        {"valid_until", {"đến hết", "until"}},
        {"value", {"giá trị", "value"}},
        {"value_max", {"đến", "up to"}},
        {"value_scope", {"phạm vi giá trị", "scope"}},
        {"was", {"giá trị trước", "value before"}},
        {"what", {"việc", "what"}},
        {"who", {"người sửa", "who"}},
        {"width_mm", {"rộng, mm", "width, mm"}},
        {"within", {"trong", "within"}},
    };
    return table;
}

const WordTable& codes() {
    static const WordTable table = {
        {"accept", {"nhận", "accept"}},
        {"aggregate", {"tổng của các phần", "a total"}},
        {"aliases", {"tên khác", "aliases"}},
        {"all", {"tất cả", "all"}},
        {"bars", {"cột", "bars"}},
        {"bivariate", {"hai số liệu", "two figures"}},
        {"boundaries", {"ranh giới", "boundaries"}},
        {"categories", {"tô màu theo nhóm", "categories"}},
        {"change", {"thay đổi", "change"}},
        {"changed", {"đã khác", "changed"}},
        {"choropleth", {"tô màu theo lớp", "classes"}},
        {"country", {"cả nước", "the whole country"}},
        {"coverage", {"cả địa bàn", "the whole area"}},
        {"diverging", {"hai phía", "diverging"}},
        {"dots", {"điểm", "dots"}},
        {"doubtful", {"cần xem lại", "doubtful"}},
        {"file", {"tệp", "file"}},
        {"layout", {"phiên bản cấu trúc", "layout"}},
        {"location", {"nơi có số liệu", "the place"}},
        {"name_component", {"trong tên sản phẩm", "in a name"}},
        {"new", {"mới", "new"}},
        {"no", {"không", "no"}},
        {"none", {"không có giá trị", "no value"}},
        {"official", {"chính thức", "official"}},
        {"outlines", {"đường viền gần đúng", "outlines"}},
        {"own", {"riêng", "its own"}},
        {"part", {"một phần", "a part"}},
        {"pictograms", {"hình", "pictures"}},
        {"pie", {"hình quạt", "pies"}},
        {"places", {"địa danh", "places"}},
        {"qualitative", {"phân biệt", "qualitative"}},
        {"records", {"số liệu", "records"}},
        {"refuse", {"bỏ", "refuse"}},
        {"repeat", {"nhắc lại", "said before"}},
        {"reported", {"đã báo cáo", "reported"}},
        {"sequential", {"tăng dần", "sequential"}},
        {"shared", {"chung", "shared"}},
        {"sources", {"nguồn", "sources"}},
        {"stacked-bars", {"cột chồng", "stacked bars"}},
        {"successions", {"lần thay đổi", "successions"}},
        {"symbols", {"ký hiệu", "symbols"}},
        {"units", {"đơn vị", "units"}},
        {"versions", {"phiên bản", "versions"}},
        {"workspace", {"không gian làm việc", "workspace"}},
        {"years", {"năm", "years"}},
        {"yes", {"có", "yes"}},
    };
    return table;
}

/// Columns whose codes have their words here, besides those of figures::cellInWords().
bool holdsCodes(std::string_view column) {
    return column == "item" || column == "topic" || column == "types" || column == "within" ||
           column == "place_role" || column == "value_scope" || column == "status" ||
           column == "decision" || column == "change" || column == "kind" || column == "all_eyes";
}

/// A code whose words the core knows; none for another text.
std::optional<std::string> coreWords(const std::string& column, const std::string& code,
                                     Language language) {
    const std::vector<const char*> meanings =
        column == "unit_level"                      ? std::vector{"level"}
        : column == "as_of" || column == "accepted" ? std::vector{"day"}
        : column == "item"                          ? std::vector{"status", "level", "kind"}
                                                    : std::vector{column.c_str()};
    for (const char* meaning : meanings)
        if (std::string words = figures::cellInWords(meaning, code, language); words != code)
            return words;
    return std::nullopt;
}

} // namespace

std::string headingWords(const std::string& column, Language language) {
    const auto found = headings().find(column);
    return found == headings().end() ? column : found->second.in(language);
}

std::string codeWords(const std::string& column, const std::string& code, Language language) {
    if (const auto words = coreWords(column, code, language))
        return *words;
    // "split;whole" of one way, "whole|part" of several units, "symbols|pie" of one map.
    if (column == "kind" || column == "types" || column == "basis")
        if (const std::size_t sign = code.find_first_of("|;"); sign != std::string::npos)
            return codeWords(column, code.substr(0, sign), language) +
                   (code[sign] == '|' ? ", " : "; ") +
                   codeWords(column, code.substr(sign + 1), language);
    if (column == "basis")
        return extract::basisInWords(code).in(language);
    if (!holdsCodes(column))
        return code;
    if (const auto found = codes().find(code); found != codes().end())
        return found->second.in(language);
    // "units 2025-06-30", the topic of a day.
    if (const std::size_t space = code.find(' '); column == "topic" && space != std::string::npos)
        return codeWords(column, code.substr(0, space), language) + " " +
               codeWords("day", code.substr(space + 1), language);
    return code;
}

} // namespace terroir::cli

#include "plugin/cli/terminal_words.hpp"

#include "core/records/fields.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace terroir::cli {

namespace {

using WordTable = std::map<std::string, LocalText, std::less<>>;

const WordTable& headings() {
    static const WordTable table = {
        {"area_km2", {"km²", "km²"}},
        {"as_of", {"theo ngày", "as of"}},
        {"candidate_names", {"tên các đơn vị có thể", "candidates"}},
        {"candidates", {"các đơn vị có thể", "candidate codes"}},
        {"code", {"mã", "code"}},
        {"colours", {"màu", "colours"}},
        {"commune_code", {"mã xã", "commune code"}},
        {"context", {"thuộc", "context"}},
        {"count", {"số lượng", "count"}},
        {"crs", {"hệ tọa độ", "coordinates"}},
        {"day", {"ngày", "day"}},
        {"decree", {"nghị quyết, nghị định", "decree"}},
        {"description", {"mô tả", "description"}},
        {"district_code", {"mã huyện", "district code"}},
        {"extension", {"đuôi tệp", "extension"}},
        {"feature", {"đối tượng", "feature"}},
        {"field", {"trường", "field"}},
        {"file", {"tệp", "file"}},
        {"for", {"dùng cho", "for"}},
        {"headers", {"tên cột hiểu được", "column names"}},
        {"id", {"mã", "id"}},
        {"item", {"mục", "item"}},
        {"kind", {"loại", "kind"}},
        {"label", {"nhãn", "label"}},
        {"lat", {"vĩ độ", "latitude"}},
        {"level", {"cấp", "level"}},
        {"line", {"dòng", "line"}},
        {"lon", {"kinh độ", "longitude"}},
        {"mark", {"ký hiệu", "mark"}},
        {"meaning", {"nghĩa", "meaning"}},
        {"name", {"tên", "name"}},
        {"new_code", {"mã mới", "new code"}},
        {"new_name", {"tên mới", "new name"}},
        {"note", {"ghi chú", "note"}},
        {"outcome", {"kết quả", "outcome"}},
        {"painter", {"cách vẽ", "painter"}},
        {"parent", {"thuộc", "parent"}},
        {"period", {"thời kỳ", "period"}},
        {"place", {"địa danh", "place"}},
        {"predecessors", {"đơn vị tiền thân", "predecessors"}},
        {"problem", {"trục trặc", "problem"}},
        {"province_code", {"mã tỉnh", "province code"}},
        {"reasons", {"lý do", "reasons"}},
        {"record", {"bản ghi", "record"}},
        {"required", {"bắt buộc", "required"}},
        {"row", {"dòng", "row"}},
        {"rule", {"quy tắc", "rule"}},
        {"score", {"độ tin cậy", "score"}},
        {"sentence", {"nội dung", "what"}},
        {"severity", {"mức độ", "severity"}},
        {"share", {"tỷ lệ diện tích", "share"}},
        {"sheet", {"trang tính", "sheet"}},
        {"source", {"nguồn", "source"}},
        {"sources", {"nguồn", "sources"}},
        {"status", {"trạng thái", "status"}},
        {"styles", {"kèm kiểu dáng", "styles"}},
        {"subject", {"đối tượng", "subject"}},
        {"successors", {"đơn vị kế thừa", "successors"}},
        {"text", {"địa danh", "text"}},
        {"theme", {"chủ đề", "theme"}},
        {"title", {"tên", "title"}},
        {"topic", {"chủ đề", "topic"}},
        {"type", {"loại", "type"}},
        {"types", {"cách thể hiện", "drawn as"}},
        {"unit", {"đơn vị", "unit"}},
        {"unit_code", {"mã đơn vị", "unit code"}},
        {"unit_level", {"cấp", "level"}},
        {"unit_name", {"tên đơn vị", "unit"}},
        {"valid_from", {"từ ngày", "from"}},
        {"valid_to", {"đến trước ngày", "to before"}},
        {"value", {"giá trị", "value"}},
        {"warning", {"lưu ý", "warning"}},
        {"within", {"trong", "within"}},
    };
    return table;
}

const WordTable& codes() {
    static const WordTable table = {
        {"accepted", {"được nhận", "accepted"}},
        {"aliases", {"tên khác", "aliases"}},
        {"all", {"tất cả", "all"}},
        {"ambiguous", {"chưa rõ", "ambiguous"}},
        {"approximate-boundaries", {"ranh giới gần đúng", "approximate boundaries"}},
        {"boundaries", {"ranh giới", "boundaries"}},
        {"categories", {"tô màu theo nhóm", "categories"}},
        {"choropleth", {"tô màu theo lớp", "classes"}},
        {"commune", {"xã", "commune"}},
        {"district", {"huyện", "district"}},
        {"doubtful", {"cần xem lại", "doubtful"}},
        {"error", {"lỗi", "error"}},
        {"file", {"tệp", "file"}},
        {"info", {"để biết", "good to know"}},
        {"layout", {"phiên bản cấu trúc", "layout"}},
        {"matched", {"khớp", "matched"}},
        {"no-polygon", {"thiếu đa giác", "no polygon"}},
        {"not_attributed", {"chưa xác định được nơi", "not attributed"}},
        {"official", {"chính thức", "official"}},
        {"outlines", {"đường viền gần đúng", "outlines"}},
        {"pie", {"biểu đồ tròn", "pies"}},
        {"places", {"địa danh", "places"}},
        {"province", {"tỉnh", "province"}},
        {"records", {"số liệu", "records"}},
        {"refused", {"bị từ chối", "refused"}},
        {"reported_total", {"tổng theo nguồn", "reported total"}},
        {"sources", {"nguồn", "sources"}},
        {"successions", {"lần thay đổi", "successions"}},
        {"symbols", {"ký hiệu", "symbols"}},
        {"total", {"tổng", "total"}},
        {"unit", {"đơn vị", "unit"}},
        {"units", {"đơn vị", "units"}},
        {"unmatched", {"không khớp", "unmatched"}},
        {"unused", {"không còn dùng", "unused"}},
        {"versions", {"phiên bản", "versions"}},
        {"warning", {"cảnh báo", "warning"}},
        {"workspace", {"không gian làm việc", "workspace"}},
        {"years", {"năm", "years"}},
    };
    return table;
}

/// Columns whose cells are codes of ours, and not names or texts of a person.
bool holdsCodes(const std::string& column) {
    static const std::set<std::string, std::less<>> columns = {
        "item",   "kind",  "level", "outcome",    "row",    "severity",
        "status", "topic", "types", "unit_level", "warning"};
    return columns.contains(column);
}

} // namespace

std::string headingWords(const std::string& column, Language language) {
    const auto found = headings().find(column);
    return found == headings().end() ? column : found->second.in(language);
}

std::string codeWords(const std::string& column, const std::string& code, Language language) {
    if (!holdsCodes(column))
        return code;
    if (const std::size_t bar = code.find('|'); bar != std::string::npos)
        return codeWords(column, code.substr(0, bar), language) + ", " +
               codeWords(column, code.substr(bar + 1), language);
    if (const auto found = codes().find(code); found != codes().end())
        return found->second.in(language);
    for (const records::KindInfo& kind : records::kinds())
        if (kind.id == code)
            return kind.name.in(language);
    // "units 2025-06-30", the topic of a day.
    if (const std::size_t space = code.find(' '); column == "topic" && space != std::string::npos)
        return codeWords(column, code.substr(0, space), language) + code.substr(space);
    return code;
}

} // namespace terroir::cli

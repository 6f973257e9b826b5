#include "core/page/interface_words.hpp"

#include <vector>

namespace terroir::page {

namespace {

const std::vector<InterfaceWord> wordsOfMaps = {
    {"theme", {"Chủ đề", "Theme"}},
    {"day", {"Đơn vị hành chính ngày", "Administrative units of"}},
    {"search", {"Tìm xã, huyện, tỉnh, đối tượng", "Find a unit or a subject"}},
    {"searchHint", {"gõ không dấu cũng được", "with or without diacritics"}},
    {"found", {"%1 kết quả", "%1 found"}},
    {"foundNone",
     {"Không có tên nào như “%1” trên bản đồ này; hãy thử ít chữ hơn.",
      "No name like “%1” on this map; try fewer letters."}},
    {"legend", {"Chú giải", "Legend"}},
    {"table", {"Bảng số liệu", "Table of figures"}},
    {"tableHint",
     {"Bấm tên đơn vị để xem bản ghi và nguồn; bấm đầu cột để sắp xếp.",
      "Choose a unit for its records and sources; choose a heading to sort."}},
    {"toTable", {"Đến bảng số liệu", "Go to the table of figures"}},
    {"map", {"Bản đồ", "Map"}},
    {"mapKeys",
     {"Phím mũi tên: dời bản đồ; + và −: phóng to, thu nhỏ; 0: toàn bộ; Enter: số liệu của "
      "đơn vị ở giữa; Esc: đóng. Mọi số liệu cũng có trong bảng bên dưới.",
      "Arrow keys move the map; + and − zoom; 0 shows all; Enter: figures of the unit in the "
      "middle; Esc closes. All figures are in the table below, too."}},
    {"zoomIn", {"Phóng to", "Zoom in"}},
    {"zoomOut", {"Thu nhỏ", "Zoom out"}},
    {"zoomAll", {"Toàn bộ", "Show all"}},
    {"print", {"In", "Print"}},
    {"close", {"Đóng", "Close"}},
    {"language", {"English", "Tiếng Việt"}},
    {"place", {"Đơn vị", "Unit"}},
    {"noData", {"Không có số liệu", "No data"}},
    {"together", {"Chung cho nhiều đơn vị: %1", "Several units together: %1"}},
    {"records", {"Bản ghi và nguồn (%1)", "Records and sources (%1)"}},
    {"leftOut",
     {"Không cộng: của năm khác, hoặc âm (%1)", "Not added: of other years, or below zero (%1)"}},
    {"noRecords", {"Không có bản ghi nào.", "No records."}},
    {"tooManyRecords",
     {"%1 bản ghi, không đưa vào trang này vì trang sẽ quá lớn; hãy tạo trang của một tỉnh, "
      "hoặc xem nguồn trong bảng.",
      "%1 records, which are not on this page because they would make it too large; make a "
      "page of a province, or see the sources in the table."}},
    {"subjects", {"đối tượng", "subject"}},
    {"chosen", {"Đã chọn %1", "%1 chosen"}},
    {"emptyMap",
     {"Bản đồ này không có ranh giới nào để vẽ; số liệu ở trong bảng.",
      "There are no boundaries to draw on this map; the figures are in the table."}},
    {"failed",
     {"Trang này không mở được trong trình duyệt này (%1). Hãy dùng bản mới của Firefox, "
      "Chrome, Edge hoặc Safari.",
      "This page cannot be shown in this browser (%1). Use a recent Firefox, Chrome, Edge or "
      "Safari."}},
};

} // namespace

std::span<const InterfaceWord> interfaceWords() {
    return wordsOfMaps;
}

} // namespace terroir::page

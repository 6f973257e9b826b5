#include "core/page/review_page.hpp"

#include <vector>

namespace terroir::page {

std::span<const InterfaceWord> reviewWords() {
    static const std::vector<InterfaceWord> words = {
        {"language", {"English", "Tiếng Việt"}},
        {"print", {"In", "Print"}},
        {"save", {"Lưu quyết định (CSV)", "Save decisions (CSV)"}},
        {"saved",
         {"Đã lưu %1. Bước tiếp theo: terroir extract apply %1", "Saved %1. Next: terroir extract "
                                                                 "apply %1"}},
        {"proposals", {"Đề xuất", "Proposals"}},
        {"leftOpen", {"Chưa hiểu", "Left open"}},
        {"leftOpenHint",
         {"Những con số này không rõ đếm gì nên không có đề xuất. Bấm để xem trong văn bản; nếu "
          "cần, hãy thêm bằng 'terroir records add'.",
          "Of these numbers it is not known what they count, so nothing is proposed. Choose one to "
          "see it in the text; add what is needed with 'terroir records add'."}},
        {"gone", {"Không còn", "Gone"}},
        {"goneHint",
         {"Đã nhận từ bản trước của văn bản, nay văn bản không còn nêu. Bản ghi vẫn còn; nếu bỏ, "
          "hãy chạy 'terroir records delete'.",
          "Taken from an earlier version of the document, which does not say it any more. The "
          "records are still there; to give one up, run 'terroir records delete'."}},
        {"text", {"Văn bản", "Text"}},
        {"line", {"dòng %1", "line %1"}},
        {"page", {"Trang %1", "Page %1"}},
        {"onPage", {"trang %1", "page %1"}},
        {"accept", {"Nhận", "Accept"}},
        {"refuse", {"Bỏ", "Refuse"}},
        {"undo", {"Hoàn tác", "Undo"}},
        {"previous", {"Trước", "Previous"}},
        {"next", {"Sau", "Next"}},
        {"change", {"Sửa", "Change"}},
        {"asRead", {"Như máy đọc", "As it was read"}},
        {"count", {"%1 nhận · %2 bỏ · %3 chưa quyết định", "%1 accepted · %2 refused · %3 open"}},
        {"all", {"Tất cả", "All"}},
        {"open", {"Chưa quyết định", "Open"}},
        {"attention", {"Cần chú ý", "Need attention"}},
        {"accepted", {"Đã nhận", "Accepted"}},
        {"refused", {"Đã bỏ", "Refused"}},
        {"show", {"Xem", "Show"}},
        {"search", {"Tìm trong đề xuất", "Find in the proposals"}},
        {"none", {"Không có đề xuất nào như vậy.", "There are no such proposals."}},
        {"keys",
         {"Phím: J hoặc ↓ sau, K hoặc ↑ trước, A nhận, R bỏ, U hoàn tác, E sửa, S lưu.",
          "Keys: J or ↓ next, K or ↑ previous, A accept, R refuse, U undo, E change, S save."}},
        {"confidence", {"độ tin cậy %1", "confidence %1"}},
        {"low", {"độ tin cậy thấp: %1", "low confidence: %1"}},
        {"group", {"nhóm %1", "group %1"}},
        {"new", {"mới so với bản trước", "new since the earlier version"}},
        {"changed", {"trước đây ghi %1", "was %1 before"}},
        {"standsIn", {"đã có: %1", "stands in %1 already"}},
        {"edited", {"đã sửa", "changed by hand"}},
        {"noPlace", {"không rõ nơi nào", "no place known"}},
        {"kind", {"Loại", "Kind"}},
        {"subject", {"Đối tượng", "Subject"}},
        {"value", {"Giá trị", "Value"}},
        {"valueMax", {"Đến", "Up to"}},
        {"unit", {"Đơn vị tính", "Unit"}},
        {"qualifier", {"Dấu", "Sign"}},
        {"place", {"Địa danh, cách nhau bằng dấu ;", "Places, separated with ;"}},
        {"role", {"Vai trò của địa danh", "Role of the place"}},
        {"scope", {"Cách tính", "How it counts"}},
        {"holder", {"Chủ thể, cách nhau bằng dấu ;", "Holders, separated with ;"}},
        {"status", {"Trạng thái", "Status"}},
        {"badValue",
         {"“%1” không phải là số; hãy viết như 1.947,5",
          "“%1” is no number; write it like 1,947.5"}},
        {"unsaved",
         {"Có quyết định chưa lưu. Bấm S để lưu.",
          "There are decisions that are not saved. S saves "
          "them."}},
    };
    return words;
}

} // namespace terroir::page

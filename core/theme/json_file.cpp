#include "core/theme/json_file.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <algorithm>

namespace terroir::theme {

namespace {

constexpr int maxDepth = 32; // themes have six levels

bool isShallow(int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    if (depth > maxDepth)
        throw InputError(localText("các dấu ngoặc lồng nhau quá {} lớp; tệp loại này không sâu "
                                   "như vậy, hãy kiểm tra xem có đúng tệp không.",
                                   "brackets lie more than {} deep in each other; no such file is "
                                   "that deep, check that it is the right one.",
                                   maxDepth));
    return true;
}

} // namespace

nlohmann::json parseJson(const std::string& json, const std::filesystem::path& file) {
    try {
        return nlohmann::json::parse(json, isShallow);
    } catch (const InputError& error) {
        throw InputError(file.string(), 0, "", error.text());
    } catch (const nlohmann::json::out_of_range&) {
        throw InputError(
            file.string(), 0, "",
            localText("có một số quá lớn mà máy không ghi được; hãy sửa số đó.",
                      "it holds a number that is too large for a computer; mend that number."));
    } catch (const nlohmann::json::parse_error& error) {
        const auto end = json.begin() + std::ptrdiff_t(std::min(error.byte, json.size()));
        const auto line = std::size_t(std::count(json.begin(), end, '\n')) + 1;
        throw InputError(file.string(), line, "",
                         localText("Đây không phải là JSON: thiếu hoặc thừa dấu phẩy, dấu ngoặc "
                                   "kép hay dấu ngoặc ở dòng này hoặc trước đó. Hãy sửa lại.",
                                   "This is not JSON: a comma, a quotation mark or a bracket is "
                                   "missing or too many at or before this row. Mend the row."));
    }
}

} // namespace terroir::theme

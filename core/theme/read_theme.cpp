#include "core/theme/read_theme.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/system_reason.hpp"
#include "core/theme/theme_document.hpp"
#include "core/theme/theme_words.hpp"

#include <algorithm>
#include <map>

namespace terroir::theme {

namespace {

// A theme of a person has some kilobytes and six levels.
constexpr std::size_t maxBytes = std::size_t(1) << 20U;
constexpr int maxDepth = 32;

/// Keeps what is parsed, and ends at what no theme has: its values are walked by recursion.
bool isShallow(int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    if (depth > maxDepth)
        throw InputError(localText("các dấu ngoặc lồng nhau quá {} lớp; chủ đề không sâu như vậy, "
                                   "hãy kiểm tra xem có đúng tệp không.",
                                   "brackets lie more than {} deep in each other; no theme is that "
                                   "deep, check that it is the right file.",
                                   maxDepth));
    return true;
}

} // namespace

Theme readTheme(const std::filesystem::path& file) {
    return parseTheme(readFile(file, maxBytes), file);
}

Theme parseTheme(const std::string& json, const std::filesystem::path& file) {
    nlohmann::json document;
    try {
        document = nlohmann::json::parse(json, isShallow);
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
    const std::string name = file.string();
    return readDocument(JsonNode(document, name), file);
}

std::vector<Theme> readThemes(const std::vector<std::filesystem::path>& folders) {
    std::map<std::string, Theme> byId;
    for (const std::filesystem::path& folder : folders) {
        std::error_code failed;
        for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
            if (!entry.path().filename().string().ends_with(themeSuffix))
                continue;
            Theme theme = readTheme(entry.path());
            byId.insert_or_assign(theme.id, std::move(theme));
        }
        if (failed)
            throw InputError(
                localText("{}: Không đọc được thư mục chủ đề ({}). Hãy kiểm tra tên thư mục.",
                          "{}: The folder of themes cannot be read ({}). Check its name.",
                          folder.string(), systemReason(failed.value())));
    }
    std::vector<Theme> themes;
    for (auto& [id, theme] : byId)
        themes.push_back(std::move(theme));
    return themes;
}

const Theme& findTheme(const std::vector<Theme>& themes, std::string_view id) {
    std::vector<std::string> ids;
    for (const Theme& theme : themes) {
        if (theme.id == id)
            return theme;
        ids.push_back(theme.id);
    }
    throw UsageError(localText("Không có chủ đề '{}'. {}Hãy xem danh sách bằng 'terroir themes'.",
                               "There is no theme '{}'. {}See the list with 'terroir themes'.", id,
                               suggestion(id, ids)));
}

} // namespace terroir::theme

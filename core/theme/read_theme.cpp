#include "core/theme/read_theme.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/system_reason.hpp"
#include "core/theme/json_file.hpp"
#include "core/theme/theme_document.hpp"
#include "core/theme/theme_words.hpp"

#include <map>

namespace terroir::theme {

Theme readTheme(const std::filesystem::path& file) {
    return parseTheme(readFile(file, maxJsonBytes), file);
}

Theme parseTheme(const std::string& json, const std::filesystem::path& file) {
    const nlohmann::json document = parseJson(json, file);
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

#include "core/theme/theme_history.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "core/base/system_reason.hpp"
#include "core/base/user_name.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <fstream>
#include <sstream>
#include <system_error>

namespace terroir::theme {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char* editSuffix = ".edit.json";

fs::path historyFolder() {
    return ownThemesFolder() / "history";
}

fs::path fileOf(int number) {
    return historyFolder() / fmt::format("{:06}{}", number, editSuffix);
}

/// A damaged theme is kept to the byte, too: as numbers where it is no UTF-8, which JSON asks for.
Json written(const std::optional<OwnFile>& file) {
    if (!file)
        return {};
    if (text::isValidUtf8(file->text))
        return {{"id", file->id}, {"text", file->text}};
    return {{"id", file->id},
            {"bytes", std::vector<unsigned char>(file->text.begin(), file->text.end())}};
}

std::optional<OwnFile> ownFileIn(const Json& json) {
    if (json.is_null())
        return std::nullopt;
    std::string content;
    if (const auto bytes = json.find("bytes"); bytes != json.end())
        for (const Json& byte : *bytes)
            content += char(byte.get<unsigned char>());
    else
        content = json.at("text").get<std::string>();
    return OwnFile{json.at("id").get<std::string>(), std::move(content)};
}

void write(const ThemeEdit& edit, Overwrite overwrite) {
    const Json json{{"at", edit.at},
                    {"who", edit.who},
                    {"what", {{"vi", edit.what.vi}, {"en", edit.what.en}}},
                    {"before", written(edit.before)},
                    {"after", written(edit.after)},
                    {"undone", edit.isUndone}};
    OutputFile(fileOf(edit.number), overwrite).write(json.dump(1) + '\n');
}

std::optional<std::string> contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    if (!stream || !(content << stream.rdbuf()))
        return std::nullopt;
    return content.str();
}

/// 0 for a name without one.
int numberOf(const fs::path& file) {
    const std::string name = file.filename().string();
    int number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    return number;
}

/// Nothing for what is damaged.
std::optional<ThemeEdit> readEdit(const fs::path& file) {
    ThemeEdit edit;
    edit.number = numberOf(file);
    const auto text = contentOf(file);
    if (!text)
        return std::nullopt;
    try {
        const Json json = Json::parse(*text);
        edit.at = json.at("at").get<std::string>();
        edit.who = json.at("who").get<std::string>();
        edit.what = {json.at("what").at("vi").get<std::string>(),
                     json.at("what").at("en").get<std::string>()};
        edit.before = ownFileIn(json.at("before"));
        edit.after = ownFileIn(json.at("after"));
        edit.isUndone = json.at("undone").get<bool>();
    } catch (const Json::exception&) {
        return std::nullopt;
    }
    return edit;
}

/// The newest first.
std::vector<fs::path> editFiles() {
    std::error_code ignored;
    std::vector<fs::path> files;
    for (fs::directory_iterator file(historyFolder(), ignored), end; !ignored && file != end;
         file.increment(ignored))
        if (file->path().string().ends_with(editSuffix))
            files.push_back(file->path());
    std::sort(files.begin(), files.end(), [](const fs::path& one, const fs::path& other) {
        return numberOf(one) > numberOf(other);
    });
    return files;
}

std::string nowText() {
    return fmt::format("{:%Y-%m-%d %H:%M}", fmt::localtime(std::time(nullptr)));
}

/// `from`, which must be there as it is kept, becomes `to`.
void turn(const std::optional<OwnFile>& from, const std::optional<OwnFile>& to) {
    for (const std::optional<OwnFile>* one : {&from, &to}) {
        if (!*one)
            continue;
        const auto now = readOwnTheme((*one)->id);
        const bool isAsItWas = from && from->id == (*one)->id ? now == from : !now;
        if (!isAsItWas)
            throw InputError(localText(
                "Chủ đề '{}' đã được thay đổi sau đó nên không hoàn tác được; hãy sửa trong tệp "
                "'{}'.",
                "The theme '{}' has been changed since and cannot be taken back; change its file "
                "'{}'.",
                (*one)->id, ownThemeFile((*one)->id).string()));
    }
    if (to)
        OutputFile(ownThemeFile(to->id), Overwrite::Allow).write(to->text);
    std::error_code failed;
    if (from && (!to || to->id != from->id))
        fs::remove(ownThemeFile(from->id), failed);
    if (failed)
        throw InputError(localText("Không xóa được chủ đề '{}': {}. Hãy kiểm tra quyền ghi.",
                                   "The theme '{}' cannot be removed: {}. Check that you may write "
                                   "there.",
                                   from->id, systemReason(failed.value())));
}

} // namespace

std::vector<ThemeEdit> themeEdits() {
    std::vector<ThemeEdit> edits;
    for (const fs::path& file : editFiles())
        if (auto edit = readEdit(file); edit && edits.size() < mostThemeEdits)
            edits.push_back(*std::move(edit));
    return edits;
}

std::optional<ThemeEdit> newestThemeEdit() {
    for (ThemeEdit& edit : themeEdits())
        if (!edit.isUndone)
            return std::move(edit);
    return std::nullopt;
}

void keepThemeEdit(const LocalText& what, std::optional<OwnFile> before,
                   std::optional<OwnFile> after, const std::function<void()>& work) {
    std::error_code failed;
    fs::create_directories(historyFolder(), failed);
    if (failed)
        throw InputError(localText("Không tạo được thư mục '{}': {}. Hãy kiểm tra quyền ghi.",
                                   "The folder '{}' cannot be made: {}. Check that you may write "
                                   "there.",
                                   historyFolder().string(), systemReason(failed.value())));
    const std::vector<fs::path> files = editFiles();
    const int newest = files.empty() ? 0 : numberOf(files.front());
    ThemeEdit edit{newest + 1,        nowText(),        userName(), what,
                   std::move(before), std::move(after), false};
    std::error_code ignored;
    for (bool isWritten = false; !isWritten;)
        try {
            write(edit, Overwrite::Refuse);
            isWritten = true;
        } catch (const InputError&) {
            if (!fs::exists(fileOf(edit.number), ignored))
                throw;
            ++edit.number; // another program was first
        }
    try {
        work();
    } catch (...) {
        fs::remove(fileOf(edit.number), ignored);
        throw;
    }
    for (std::size_t i = mostThemeEdits; i <= files.size(); ++i)
        fs::remove(files[i - 1], ignored);
}

void undoThemeEdit(const ThemeEdit& edit) {
    turn(edit.after, edit.before);
    ThemeEdit undone = edit;
    undone.isUndone = true;
    write(undone, Overwrite::Allow);
}

void redoThemeEdit(const ThemeEdit& edit) {
    turn(edit.before, edit.after);
    ThemeEdit done = edit;
    done.isUndone = false;
    write(done, Overwrite::Allow);
}

} // namespace terroir::theme

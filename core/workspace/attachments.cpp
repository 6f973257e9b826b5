#include "core/workspace/attachments.hpp"

#include "core/base/error.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "core/base/sha256.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/run_edit.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <optional>

namespace terroir::workspace {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view attachmentTable = R"sql(
CREATE TABLE IF NOT EXISTS attachment(
    id INTEGER PRIMARY KEY, record TEXT NOT NULL, title TEXT NOT NULL, place TEXT NOT NULL,
    sha256 TEXT, size INTEGER);
CREATE INDEX IF NOT EXISTS attachment_record ON attachment(record);
)sql";

constexpr std::size_t longestName = 120; ///< bytes; systems allow 255

constexpr std::array<std::string_view, 19> documentEndings{
    ".pdf",  ".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".heic",
    ".docx", ".doc", ".odt", ".xlsx", ".xls",  ".ods", ".csv", ".txt",  ".rtf"};

std::string endingOf(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string() : text::toLower(name.substr(dot));
}

bool isDocument(std::string_view name) {
    return std::find(documentEndings.begin(), documentEndings.end(), endingOf(name)) !=
           documentEndings.end();
}

bool isLink(std::string_view text) {
    const std::string lower = text::toLower(text.substr(0, 8));
    const bool isWeb = lower.starts_with("http://") || lower.starts_with("https://");
    return isWeb && std::all_of(text.begin(), text.end(), [](char sign) {
               return static_cast<unsigned char>(sign) > ' ' && sign != '\x7f';
           });
}

std::string checksumOf(std::string_view content) {
    Sha256 sum;
    sum.add(content);
    return sum.finish();
}

std::string cutTo(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes)
        return std::string(text);
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xc0U) == 0x80U)
        --bytes; // not within a letter
    return std::string(text.substr(0, bytes));
}

/// Puts the content into the folder and gives its name there: an own one, or that of the same
/// content that is there already.
std::string keep(const fs::path& folder, const std::string& name, const std::string& content,
                 const std::string& sum) {
    std::error_code failure;
    fs::create_directory(folder, failure);
    if (failure)
        throw InputError(localText("Không tạo được thư mục '{}' cho tài liệu đính kèm; hãy kiểm tra "
                                   "quyền ghi.",
                                   "The folder '{}' for attached documents cannot be made; see to "
                                   "it that you may write there.",
                                   folder.string()));
    const std::string ending = endingOf(name), stem = name.substr(0, name.size() - ending.size());
    for (int number = 1;; ++number) {
        const std::string tried =
            number == 1 ? name : fmt::format("{} ({}){}", stem, number, name.substr(stem.size()));
        const fs::path target = folder / tried;
        if (!fs::exists(fs::symlink_status(target))) {
            OutputFile(target, Overwrite::Refuse).write(content);
            return tried;
        }
        if (fs::is_regular_file(fs::symlink_status(target)) &&
            fs::file_size(target) == content.size() &&
            checksumOf(readFile(target, maxAttachedBytes)) == sum)
            return tried;
    }
}

bool hasTable(store::WorkspaceFile& workspace) {
    return workspace.database()
        .queryText("SELECT 1 FROM sqlite_master WHERE type='table' AND name='attachment'")
        .has_value();
}

std::vector<Attachment> readAll(store::WorkspaceFile& workspace, const char* condition,
                                const auto& value) {
    if (!hasTable(workspace))
        return {};
    store::Statement row = workspace.database().prepare(fmt::format(
        "SELECT id, record, title, place, sha256, size FROM attachment WHERE {} = ? AND record "
        "IN (SELECT id FROM record) ORDER BY id",
        condition));
    row.bind(1, value);
    std::vector<Attachment> found;
    while (row.step())
        found.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4),
                         row.integer(5)});
    return found;
}

Attachment readDocument(const fs::path& folder, const std::string& file) {
    const std::string name = safeFileName(fs::path(file).filename().string());
    if (!isDocument(name))
        throw InputError(localText(
            "'{}' không phải là tài liệu hoặc ảnh đính kèm được; hãy dùng tệp {}.",
            "'{}' is no document or picture that can be attached; use a file of {}.", file,
            fmt::format("{}", fmt::join(documentEndings, " "))));
    requireRegularFile(file);
    const std::string content = readFile(file, maxAttachedBytes);
    if (content.empty())
        throw InputError(localText("'{}' là tệp rỗng.", "'{}' is empty.", file));
    Attachment made;
    made.sha256 = checksumOf(content);
    made.size = static_cast<std::int64_t>(content.size());
    made.place = keep(folder, name, content, made.sha256);
    return made;
}

} // namespace

fs::path attachmentFolder(const fs::path& workspace) {
    return fs::path(workspace).replace_extension(".files");
}

std::string safeFileName(std::string_view name) {
    if (const std::size_t slash = name.find_last_of("/\\"); slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    std::string safe;
    for (const char sign : text::toNfc(name))
        safe += static_cast<unsigned char>(sign) < ' ' || sign == '\x7f' ||
                        std::string_view(":*?\"<>|").find(sign) != std::string_view::npos
                    ? '_'
                    : sign;
    while (!safe.empty() && (safe.front() == '.' || safe.front() == ' ' || safe.front() == '-'))
        safe.erase(0, 1);
    while (!safe.empty() && (safe.back() == '.' || safe.back() == ' '))
        safe.pop_back();
    const std::size_t dot = safe.rfind('.');
    std::string ending = dot == std::string::npos ? std::string() : safe.substr(dot);
    if (ending.size() > 10)
        ending.clear();
    const std::string stem =
        cutTo(std::string_view(safe).substr(0, safe.size() - ending.size()),
              longestName - ending.size());
    return (stem.empty() ? std::string("tai-lieu") : stem) + ending;
}

Attachment attach(Workspace& workspace, const std::string& who, const std::string& record,
                  const std::string& fileOrLink, const std::string& title) {
    store::WorkspaceFile& file = workspace.file();
    if (!records::loadRecord(file, record))
        throw InputError(localText("Không có bản ghi '{}'.", "There is no record '{}'.", record));
    Attachment made;
    if (fileOrLink.find("://") == std::string::npos)
        made = readDocument(attachmentFolder(file.file()), fileOrLink);
    else if (isLink(fileOrLink))
        made.place = fileOrLink;
    else
        throw InputError(localText("'{}' không phải là địa chỉ trang mạng; hãy viết như "
                                   "https://…, không có dấu cách.",
                                   "'{}' is no address of the web; write it like https://…, "
                                   "without spaces.",
                                   fileOrLink));
    made.record = record;
    made.title = !title.empty()  ? title
                 : made.isLink() ? made.place
                                 : fs::path(fileOrLink).filename().string();
    for (const Attachment& known : attachmentsOf(file, record))
        if (known.place == made.place)
            throw InputError(localText("Bản ghi '{}' đã có tài liệu này ('{}').",
                                       "The record '{}' has this document already ('{}').", record,
                                       known.title));
    file.database().execute(attachmentTable);
    runEdit(workspace, who, [&]() -> LoggedEdit {
        store::Statement row = file.database().prepare(
            "INSERT INTO attachment(record, title, place, sha256, size) VALUES(?, ?, ?, ?, ?)");
        row.bind(1, made.record)
            .bind(2, made.title)
            .bind(3, made.place)
            .bindTextOrNull(4, made.sha256)
            .bind(5, made.size)
            .run();
        const std::vector<Attachment> all = attachmentsOf(file, record);
        made.id = all.back().id;
        return {localText("đính kèm '{}' vào bản ghi {}", "attached '{}' to the record {}",
                          made.title, record),
                {{record, "attachment", "", made.title}}};
    });
    return made;
}

Attachment detach(Workspace& workspace, const std::string& who, std::int64_t id) {
    store::WorkspaceFile& file = workspace.file();
    Attachment taken;
    const auto require = [&] {
        const std::vector<Attachment> known = readAll(file, "id", id);
        if (known.empty())
            throw InputError(localText("Không có tài liệu đính kèm số {}.",
                                       "There is no attached document number {}.", id));
        taken = known.front();
    };
    require(); // before anything is prepared
    runEdit(workspace, who, [&]() -> LoggedEdit {
        require();
        store::Statement row = file.database().prepare("DELETE FROM attachment WHERE id = ?");
        row.bind(1, id).run();
        return {localText("gỡ '{}' khỏi bản ghi {}", "took '{}' from the record {}", taken.title,
                          taken.record),
                {{taken.record, "attachment", taken.title, ""}}};
    });
    return taken;
}

std::vector<Attachment> attachmentsOf(store::WorkspaceFile& workspace, const std::string& record) {
    return readAll(workspace, "record", record);
}

std::string openable(const fs::path& workspace, const Attachment& attachment) {
    const std::string& place = attachment.place;
    if (attachment.isLink()) {
        if (isLink(place))
            return place;
    } else if (place == safeFileName(place) && isDocument(place)) {
        const fs::path file = attachmentFolder(workspace) / place;
        const fs::file_status status = fs::symlink_status(file);
        if (!fs::exists(status))
            throw InputError(localText("Không còn tệp '{}'; hãy chép thư mục này cùng với không "
                                       "gian làm việc, hoặc đính kèm lại.",
                                       "The file '{}' is gone; copy its folder together with the "
                                       "workspace, or attach it again.",
                                       file.string()));
        if (fs::is_regular_file(status) &&
            static_cast<std::int64_t>(fs::file_size(file)) == attachment.size &&
            checksumOf(readFile(file, maxAttachedBytes)) == attachment.sha256)
            return file.string();
        throw InputError(localText("Nội dung tệp '{}' đã khác lúc đính kèm; hãy xem ai đã sửa tệp, "
                                   "rồi gỡ ra và đính kèm lại.",
                                   "The content of '{}' is another one than was attached; see who "
                                   "changed it, then take it off and attach it again.",
                                   file.string()));
    }
    throw InputError(localText("'{}' không phải là tên tệp hoặc địa chỉ mà chương trình này ghi; "
                               "không mở.",
                               "'{}' is no name or address that this program writes; it is not "
                               "opened.",
                               place));
}

} // namespace terroir::workspace

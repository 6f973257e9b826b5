#pragma once

#include "core/base/language.hpp"
#include "core/workspace/workspace.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::workspace {

// Documents that belong to a record: a PDF, a picture, another document, or a link. Files are
// copied into a folder beside the workspace ("so-lieu.files" of "so-lieu.sqlite"), which goes with
// it; the workspace keeps the file's name, size and SHA-256. A file in the folder is never replaced
// and never removed: undoing, also of a record that was deleted, finds it again.

struct Attachment {
    std::int64_t id = 0;
    std::string record, title;
    std::string place;  ///< the file's name within the folder, or the address
    std::string sha256; ///< of a file; empty for a link
    std::int64_t size = 0;
    bool isLink() const { return sha256.empty(); }
};

constexpr std::size_t maxAttachedBytes = std::size_t(200) << 20U;

/// "/data/so-lieu.files" for "/data/so-lieu.sqlite".
std::filesystem::path attachmentFolder(const std::filesystem::path& workspace);
/// The name under which a file is kept: without folders and signs that some system gives a meaning,
/// not hidden, at most 120 bytes.
std::string safeFileName(std::string_view name);

/// Adds a file, or an address that begins with http:// or https://; without a title it is called
/// as it is. An edit, which stands in the EditLog. InputError for a record that is not there, a file
/// that is no document or picture by its name, is empty, too large or cannot be read, and for what
/// the record has already.
Attachment attach(Workspace& workspace, const std::string& who, const std::string& record,
                  const std::string& fileOrLink, const std::string& title = {});
/// Takes it from its record; the file stays in the folder. An edit. InputError when there is none.
Attachment detach(Workspace& workspace, const std::string& who, std::int64_t id);

/// By id; of a workspace without any there are none. Those of a record that was deleted are there
/// again when it is.
std::vector<Attachment> attachmentsOf(store::WorkspaceFile& workspace, const std::string& record);

/// Where an attached file lies, once it is known to be what was attached; the address of a link.
/// InputError when it is gone, when its content is another one, and when its name or address is
/// none that attach() makes (a workspace of a stranger): it must not be opened then.
std::string openable(const std::filesystem::path& workspace, const Attachment& attachment);

} // namespace terroir::workspace

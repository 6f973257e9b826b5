#include "core/workspace/own_work.hpp"

#include "core/base/csv.hpp"
#include "core/base/error.hpp"
#include "core/store/database.hpp"
#include "core/store/edit_log.hpp"

#include <fmt/format.h>

#include <set>

namespace terroir::workspace {

namespace {

std::set<std::string> packagedSources(const std::filesystem::path& dataFolder) {
    std::set<std::string> ids;
    const TextTable table = readCsv(dataFolder / "sources.csv");
    const std::size_t id = table.requireColumn("id");
    for (const TextRow& row : table.rows)
        ids.insert(row.cells[id]);
    return ids;
}

std::size_t countRows(store::Database& database, std::string_view table) {
    store::Statement statement = database.prepare(fmt::format("SELECT count(*) FROM {}", table));
    return statement.step() ? std::size_t(statement.integer(0)) : 0;
}

std::size_t countImported(store::Database& database, const std::set<std::string>& packaged) {
    store::Statement statement = database.prepare("SELECT id FROM source");
    std::size_t count = 0;
    while (statement.step())
        count += packaged.contains(statement.text(0)) ? 0 : 1;
    return count;
}

} // namespace

std::string ownWorkIn(const std::filesystem::path& file, const std::filesystem::path& dataFolder,
                      const Words& words) {
    std::string own;
    const auto add = [&own](std::size_t count, const std::string& what) {
        if (count > 0)
            own += fmt::format("{}{} {}", own.empty() ? "" : ", ", count, what);
    };
    try {
        // Not Workspace::open(): the tables of an older layout are counted as well.
        store::Database database = store::Database::open(file, store::Mode::ReadOnly);
        add(countImported(database, packagedSources(dataFolder)),
            words("nguồn tự nhập", "imported sources"));
        add(countRows(database, "boundary"), words("ranh giới đã nhập", "imported boundaries"));
        add(countRows(database, "decision"), words("địa danh đã xác nhận", "decisions"));
        // Not in a workspace of before.
        if (database.queryText("SELECT 1 FROM sqlite_master WHERE name = 'accepted_finding'"))
            add(countRows(database, "accepted_finding"),
                words("điều soát được đã chấp nhận", "accepted findings"));
        if (database.queryText("SELECT 1 FROM sqlite_master WHERE name = 'proposal'"))
            add(countRows(database, "proposal WHERE choice = 'refuse'"),
                words("đề xuất đã bỏ", "refused proposals"));
        // Decisions stand among the edits, too: they are counted above.
        if (database.queryText("SELECT 1 FROM sqlite_master WHERE name = 'edit'"))
            add(countRows(database,
                          fmt::format("edit WHERE undone IS NULL AND id IN (SELECT edit FROM "
                                      "edit_field WHERE {})",
                                      store::isNoPlaceDecision)),
                words("thay đổi bằng tay", "changes made by hand"));
    } catch (const StoreError&) {
        return words("nội dung không đọc được như một không gian làm việc",
                     "something that cannot be read as a workspace");
    }
    return own;
}

} // namespace terroir::workspace

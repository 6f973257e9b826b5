#include "core/store/own_schema.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace terroir::store {

namespace {

constexpr std::array<std::string_view, 21> ownTables{
    "meta",          "unit",           "succession",       "alias",
    "outline",       "boundary",       "boundary_detail",  "source",
    "record",        "record_subject", "record_place",     "record_detail",
    "record_ground", "decision",       "accepted_finding", "proposal",
    "proposal_row",  "edit",           "edit_field",       "geometry_columns", "base_layer"};
constexpr std::array<std::string_view, 4> spatialiteModules{
    "virtualspatialindex", "virtualelementary", "virtualknn", "virtualknn2"};

bool isWordByte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || (c & 0x80) != 0;
}

std::string inSmall(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    return small;
}

/// Whether a name stands in SQL as a word of its own, whatever quotes are about it.
bool names(std::string_view sql, std::string_view table) {
    for (std::size_t at = sql.find(table); at != std::string_view::npos;
         at = sql.find(table, at + 1)) {
        const std::size_t end = at + table.size();
        if ((at == 0 || !isWordByte(sql[at - 1])) && (end == sql.size() || !isWordByte(sql[end])))
            return true;
    }
    return false;
}

bool isOwn(std::string_view table) {
    return std::find(ownTables.begin(), ownTables.end(), table) != ownTables.end();
}

/// "virtualtext" of CREATE VIRTUAL TABLE … USING VirtualText(…).
std::string moduleOf(std::string_view sql) {
    constexpr std::string_view word = "using";
    std::size_t at = sql.find(word);
    at = at == std::string_view::npos ? sql.size()
                                      : sql.find_first_not_of(" \t\r\n", at + word.size());
    std::string module;
    for (; at < sql.size() && isWordByte(sql[at]); ++at)
        module += sql[at];
    return module;
}

/// Ours empties what a change of polygons makes stale; SpatiaLite's keep its lists of geometry.
bool isKnownTrigger(const std::string& sql, const std::string& table) {
    const auto isForeign = [&](std::string_view own) {
        return own != table && own != "geometry_columns" && names(sql, own);
    };
    if (sql.find("begin delete from boundary_detail; end") != std::string::npos &&
        table == "boundary")
        return std::count(sql.begin(), sql.end(), ';') == 1;
    const bool isOnGeometry = table == "boundary" || table == "outline";
    const bool isOnOwn = isOwn(table) && table != "geometry_columns";
    if (isOnOwn && !isOnGeometry)
        return false;
    // Of SpatiaLite's triggers on our tables none writes to these.
    if (isOnGeometry)
        for (const std::string_view verb : {"insert into ", "update ", "delete from "})
            for (const std::string_view quote : {"", "\"", "'", "[", "`"})
                if (sql.find(std::string(verb) + std::string(quote) + table) != std::string::npos)
                    return false;
    return std::none_of(ownTables.begin(), ownTables.end(), isForeign);
}

} // namespace

void requireOwnSchema(Database& database) {
    Statement rows = database.prepare(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND "
        "(type IN ('view', 'trigger') OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%'))");
    while (rows.step()) {
        const std::string type = rows.text(0), name = inSmall(rows.view(1)),
                          table = inSmall(rows.view(2)), sql = inSmall(rows.view(3));
        const bool isModule = type == "table";
        const bool isKnown =
            type == "trigger" ? isKnownTrigger(sql, table)
            : isModule
                ? !isOwn(name) && std::find(spatialiteModules.begin(), spatialiteModules.end(),
                                            moduleOf(sql)) != spatialiteModules.end()
                : !isOwn(name);
        if (!isKnown)
            throw StoreError(localText(
                "'{}' có {} '{}' mà terroir không tạo ra: nó có thể đọc tệp khác hoặc tự sửa số "
                "liệu, nên tệp không được mở. Hãy hỏi người gửi, hoặc tạo không gian làm việc mới "
                "bằng 'terroir init' rồi nhập lại các bảng.",
                "'{}' has the {} '{}', which terroir did not make: it can read other files or "
                "change figures by itself, so the file is not opened. Ask whoever sent it, or make "
                "a new workspace with 'terroir init' and import the tables again.",
                database.file().string(),
                type == "trigger" ? LocalText{"lệnh tự chạy (trigger)", "trigger"}
                : isModule        ? LocalText{"bảng ảo", "virtual table"}
                                  : LocalText{"khung nhìn (view)", "view"},
                rows.text(1)));
    }
}

} // namespace terroir::store

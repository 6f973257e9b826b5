#include "core/workspace/table_import.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/records/code_words.hpp"
#include "core/store/edit_log.hpp"
#include "core/workspace/import_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace terroir::workspace {

TableImport readImport(const TextTable& table, records::ImportOptions options,
                       Workspace& workspace) {
    if (table.rows.empty())
        throw InputError(localText("'{}' có tên cột nhưng không có dòng nào; hãy ghi mỗi khảo "
                                   "nghiệm, mô hình hoặc sản phẩm một dòng ở dưới.",
                                   "'{}' has column names but no rows; write one row per trial, "
                                   "model or product below them.",
                                   table.file));
    TableImport taken;
    options.source = records::tableSource(table, std::move(options.source));
    taken.source = options.source;
    lookForFormer(workspace, taken);
    taken.report = records::readRecords(table, options, workspace.sources(), workspace.geocoder(),
                                        workspace.gazetteer(), taken.records);
    return taken;
}

void lookForFormer(Workspace& workspace, TableImport& taken) {
    taken.replaces = records::hasSource(workspace.file(), taken.source.id);
    taken.byHand = store::EditLog(workspace.file()).recordsByHand(taken.source.id);
}

LocalText handWorkLost(const TableImport& taken) {
    if (taken.byHand == 0)
        return {};
    return localText("{} bản ghi của nguồn '{}' đã được thêm hoặc sửa bằng tay và sẽ mất khi thay.",
                     "{} records of the source '{}' were added or changed by hand and would be "
                     "lost.",
                     numberText(double(taken.byHand)), taken.source.id);
}

void storeImport(const TableImport& taken, Workspace& workspace,
                 const std::function<void()>& beforeCommit) {
    ImportStore store(taken.source, taken.replaces, workspace);
    store.add(taken.records);
    store.finish(taken.profile, taken.report, beforeCommit);
}

void sayOfWhole(records::ImportReport& report, LocalText sentence) {
    records::RowReport whole;
    whole.sentence = std::move(sentence);
    const auto behind = std::find_if(report.rows.begin(), report.rows.end(),
                                     [](const records::RowReport& row) { return row.row != 0; });
    report.rows.insert(behind, std::move(whole));
}

Table reportRows(const records::ImportReport& report, Language language) {
    Table table{{"row", "outcome", "record", "sentence", "sheet"}, {}};
    for (const records::RowReport& row : report.rows) {
        // Each record of a row has its own line, so that it is found by its id.
        std::string_view ids = row.record;
        do {
            const std::size_t end = std::min(ids.find("; "), ids.size());
            table.rows.push_back({countOf(row.row), std::string(toString(row.outcome)),
                                  textOrNone(std::string(ids.substr(0, end))),
                                  textOrNone(row.sentence->in(language)), textOrNone(*row.sheet)});
            ids.remove_prefix(std::min(end + 2, ids.size()));
        } while (!ids.empty());
    }
    return table;
}

std::size_t countOpenPlaces(const TableImport& taken, Workspace& workspace) {
    return records::countOpen(taken.records, records::loadDecisions(workspace.file()));
}

} // namespace terroir::workspace

#include "core/records/packaged.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/period.hpp"
#include "core/records/record_store.hpp"

#include <algorithm>
#include <set>

namespace terroir::records {

namespace {

Date dayOf(const TextTable& table, const TextRow& row, std::string_view column, Date ifEmpty) {
    const std::string& cell = row.cells[table.requireColumn(column)];
    if (cell.empty())
        return ifEmpty;
    if (const auto date = parseDate(cell))
        return *date;
    throw InputError(
        table.file, row.line, column,
        localText("'{}' không phải là ngày; hãy viết theo dạng YYYY-MM-DD hoặc để trống.",
                  "'{}' is not a date; write it as YYYY-MM-DD or leave it empty.", cell));
}

Source readSource(const TextTable& table, const TextRow& row) {
    const auto cell = [&](std::string_view column) {
        return row.cells[table.requireColumn(column)];
    };
    Source source{
        cell("id"), cell("title"), cell("issuer"), cell("number"), cell("date"), cell("territory"),
        {}};
    if (source.id.empty() || source.title.empty())
        throw InputError(table.file, row.line, source.id.empty() ? "id" : "title",
                         localText("nguồn cần có mã và tên; hãy ghi đủ.",
                                   "a source needs an id and a title; fill them in."));
    if (!source.date.empty() && !parsePeriod(source.date))
        throw InputError(
            table.file, row.line, "date",
            localText("'{}' không phải là ngày; hãy viết theo dạng YYYY, YYYY-MM hoặc YYYY-MM-DD.",
                      "'{}' is not a date; write it as YYYY, YYYY-MM or YYYY-MM-DD.", source.date));
    source.covers.from = dayOf(table, row, "from", Date::beginning());
    source.covers.to = dayAfter(dayOf(table, row, "to", Date::end()));
    return source;
}

std::vector<std::filesystem::path> recordFiles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".csv" && entry.path().stem() != "left-out")
            files.push_back(entry.path());
    if (files.empty())
        throw InputError(localText(
            "'{}' không có bản ghi nào (*.csv); hãy chỉ thư mục dữ liệu đi kèm bằng --data.",
            "'{}' holds no records (*.csv); name the folder of the packaged data with --data.",
            folder.string()));
    std::sort(files.begin(), files.end());
    return files;
}

/// "title" of title.csv and of title.northwest.csv, a list with columns of its own.
std::string kindOf(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return name.substr(0, name.find('.'));
}

void readKind(const std::filesystem::path& file, Packaged& packaged,
              const geocode::Geocoder& geocoder, const gazetteer::Gazetteer& gazetteer) {
    const TextTable table = readCsv(file);
    ImportOptions options;
    options.kind = kindOf(file);
    if (!findKind(options.kind))
        throw InputError(localText(
            "Tên tệp '{}' không phải là loại bản ghi nào; hãy xem 'terroir formats'.",
            "'{}' is named after no kind of records; see 'terroir formats'.", file.string()));
    const std::size_t column = table.requireColumn("source");
    for (const TextRow& row : table.rows)
        if (row.cells[column].empty())
            throw InputError(table.file, row.line, "source",
                             localText("thiếu nguồn; hãy ghi mã nguồn.",
                                       "the source is missing; write its id."));

    const ImportReport report =
        readRecords(table, options, packaged.sources, geocoder, gazetteer, packaged.records);
    for (const RowReport& row : report.rows) {
        if (row.outcome == RowOutcome::Refused || row.row == 0)
            throw InputError(table.file, row.row, "", row.sentence);
        if (row.outcome == RowOutcome::Doubtful)
            packaged.doubtful.push_back(row);
    }
}

} // namespace

std::vector<Source> readSources(const std::filesystem::path& dataFolder) {
    const TextTable table = readCsv(dataFolder / "sources.csv");
    std::vector<Source> sources;
    std::set<std::string> ids;
    for (const TextRow& row : table.rows) {
        sources.push_back(readSource(table, row));
        if (!ids.insert(sources.back().id).second)
            throw InputError(table.file, row.line, "id",
                             localText("nguồn '{}' có hai lần; hãy đặt mã khác.",
                                       "the source '{}' stands twice; give it another id.",
                                       sources.back().id));
    }
    return sources;
}

Packaged readPackaged(const std::filesystem::path& dataFolder, const geocode::Geocoder& geocoder,
                      const gazetteer::Gazetteer& gazetteer) {
    Packaged packaged;
    packaged.sources = readSources(dataFolder);
    std::set<std::string> ids;
    for (const std::filesystem::path& file : recordFiles(dataFolder / "records")) {
        const std::size_t before = packaged.records.size();
        readKind(file, packaged, geocoder, gazetteer);
        for (std::size_t i = before; i < packaged.records.size(); ++i)
            if (!ids.insert(packaged.records[i].id).second)
                throw InputError(
                    file.string(), 0, "id",
                    localText("mã '{}' đã có trong một tệp khác; mỗi bản ghi cần một mã riêng.",
                              "the id '{}' stands in another file too; each record needs its own.",
                              packaged.records[i].id));
    }
    return packaged;
}

Packaged loadPackaged(store::WorkspaceFile& workspace, const std::filesystem::path& dataFolder,
                      const geocode::Geocoder& geocoder, const gazetteer::Gazetteer& gazetteer) {
    Packaged packaged = readPackaged(dataFolder, geocoder, gazetteer);
    for (const Source& source : packaged.sources)
        insertSource(workspace, source);
    insertRecords(workspace, packaged.records);
    return packaged;
}

} // namespace terroir::records

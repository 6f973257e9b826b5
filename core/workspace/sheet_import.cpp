#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/records/period.hpp"
#include "core/records/template_book.hpp"
#include "core/records/twins.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/find_tables.hpp"
#include "core/tables/read_table.hpp"
#include "core/tables/totals.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/ground_finder.hpp"
#include "core/workspace/table_import.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace terroir::workspace {

namespace {

using records::RowOutcome;
using tables::FoundTable;

Date dayOf(const records::Source& source) {
    return records::lookupDate({}, source.date);
}

UnderstoodTable describe(const FoundTable& found, const tables::ColumnGuess& guess) {
    UnderstoodTable table{found.sheet, found.headerLine, found.rows.size(), {}};
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
        UnderstoodColumn column{tables::headerOf(found.columns[i]), {}, {}};
        for (const tables::GuessedColumn& one : guess.columns)
            if (one.column == i && !one.field.starts_with('@') &&
                one.field != tables::knownColumn && one.field != tables::ordinalColumn) {
                column.field = one.field;
                column.reason = one.reason;
            }
        for (const tables::WideColumn& wide : guess.wide)
            if (wide.column == i) {
                column.field = wide.measure;
                column.reason =
                    wide.subject.empty()
                        ? localText("mỗi năm một số: {}", "a value a year: {}", wide.period)
                        : localText("mỗi cột một đối tượng: {}", "a column a subject: {}",
                                    wide.subject);
            }
        table.columns.push_back(std::move(column));
    }
    return table;
}

/// Reads all the tables of a workbook into one import.
class WorkbookReader {
public:
    WorkbookReader(const sheets::Workbook& workbook, records::ImportOptions options,
                   Workspace& workspace)
        : m_workbook(workbook), m_options(std::move(options)), m_workspace(workspace) {}

    TableImport read() {
        findTables();
        completeSource();
        completePlaces();
        for (const LocalText& remark : m_workbook.remarks)
            say(RowOutcome::Accepted, {}, remark);
        std::optional<InputError> failure;
        for (const FoundTable& found : m_found)
            try {
                readTable(found);
            } catch (const InputError& error) {
                if (m_found.size() > 1)
                    say(RowOutcome::Doubtful, found.sheet, error.text());
                if (!failure)
                    failure = error;
            }
        if (m_taken.tables.empty() && failure)
            throw *failure;
        findTwins();
        sayCorrections();
        // What is said of the whole comes first.
        std::stable_partition(m_taken.report.rows.begin(), m_taken.report.rows.end(),
                              [](const records::RowReport& row) { return row.row == 0; });
        return std::move(m_taken);
    }

    std::vector<UnderstoodTable> understand() {
        findTables();
        completeSource();
        std::vector<UnderstoodTable> tables;
        for (const FoundTable& found : m_found) {
            tables::PlaceWords places = placeWords();
            tables.push_back(describe(found, guess(found, titlesOf(found), places)));
        }
        return tables;
    }

private:
    void say(RowOutcome outcome, const std::string& sheet, LocalText sentence) {
        records::RowReport row;
        row.outcome = outcome;
        row.sheet = sheet;
        row.sentence = std::move(sentence);
        m_taken.report.rows.push_back(std::move(row));
    }

    void findTables() {
        tables::PlaceWords places = placeWords();
        for (const sheets::Sheet& sheet : m_workbook.sheets) {
            if (sheet.isHidden) {
                say(RowOutcome::Accepted, sheet.name,
                    localText("Trang tính ẩn '{}' không được đọc; hãy bỏ ẩn nếu cần.",
                              "The hidden sheet '{}' is not read; unhide it where needed.",
                              sheet.name));
                continue;
            }
            if (isExplanations(sheet))
                continue;
            std::vector<FoundTable> found = tables::findTables(sheet, places.test());
            for (FoundTable& one : found)
                one.isOneOfSeveral = m_workbook.sheets.size() > 1;
            std::move(found.begin(), found.end(), std::back_inserter(m_found));
        }
        if (m_found.empty())
            throw InputError(
                m_workbook.file, 0, "",
                localText("không tìm thấy bảng nào: cần một dòng ghi tên các cột và các dòng số "
                          "liệu ở dưới.",
                          "no table is found: it needs a row with the names of the columns and "
                          "rows below it."));
    }

    /// The second sheet of a form has an example, which is no record.
    static bool isExplanations(const sheets::Sheet& sheet) {
        return sheet.name == records::templateHelpSheet().vi ||
               sheet.name == records::templateHelpSheet().en;
    }

    tables::PlaceWords placeWords() {
        return {m_workspace.geocoder(), dayOf(m_options.source), m_options.source.territory};
    }

    void completeSource() {
        Table table;
        table.file = m_workbook.file;
        m_options.source = records::tableSource(table, std::move(m_options.source));
        completeTerritory();
        m_taken.source = m_options.source;
        m_taken.replaces = records::hasSource(m_workspace.file(), m_taken.source.id);
    }

    /// Without a territory of the user's: the one that the lines above all the tables name.
    void completeTerritory() {
        if (!m_options.source.territory.empty())
            return;
        tables::PlaceWords places = placeWords();
        std::string territory;
        for (const FoundTable& found : m_found) {
            std::string place;
            for (const tables::Title& title : found.titles)
                if (place.empty())
                    place = places.placeIn(title.text);
            if (place.empty() || !places.levelOf(place) ||
                (!territory.empty() && text::fold(territory) != text::fold(place)))
                return;
            territory = place;
        }
        m_options.source.territory = territory;
        say(RowOutcome::Accepted, {},
            localText("Địa bàn được hiểu là '{}', theo tiêu đề, vì không được cho biết.",
                      "The territory is taken to be '{}', by the title, since none was given.",
                      territory));
    }

    tables::TitleWords titlesOf(const FoundTable& found) const {
        std::vector<tables::Title> said = found.titles;
        if (!found.sheet.empty())
            said.insert(said.begin(), {0, found.sheet});
        return tables::titleWords(said, m_options.kind);
    }

    tables::ColumnGuess guess(const FoundTable& found, const tables::TitleWords& titles,
                              tables::PlaceWords& places) const {
        return tables::guessColumns(found, m_options.kind, titles, places, m_options.columns);
    }

    void readTable(const FoundTable& found) {
        tables::PlaceWords places = placeWords();
        const tables::TitleWords titles = titlesOf(found);
        const tables::ColumnGuess guess = this->guess(found, titles, places);
        tables::PlainTable plain = tables::plainTable(found, guess, titles, places, m_options);
        plain.table.file = m_workbook.file;
        plain.options.sheet = m_found.size() > 1 ? found.sheet : std::string();
        plain.options.idPart =
            m_found.size() > 1 ? fmt::format("b{}", m_taken.tables.size() + 1) : std::string();
        records::ImportReport report = records::readRecords(
            plain.table, plain.options, m_workspace.sources(), m_workspace.geocoder(),
            m_workspace.gazetteer(), m_taken.records, groundFinder(m_workspace));
        m_taken.tables.push_back(describe(found, guess));
        sayColumns(found, guess, m_taken.tables.back());
        for (LocalText& remark : plain.remarks)
            say(RowOutcome::Accepted, found.sheet, std::move(remark));
        sayLeftOut(found);
        for (LocalText& difference : tables::checkTotals(found, guess))
            say(RowOutcome::Doubtful, found.sheet, std::move(difference));
        for (const auto& [text, rows] : report.decidedRows)
            m_taken.report.decidedRows[text] += rows;
        for (records::RowReport& row : report.rows) {
            row.sheet = m_found.size() > 1 ? found.sheet : std::string();
            m_taken.report.rows.push_back(std::move(row));
        }
    }

    /// Each guess once, with its reason, and the columns of no known meaning.
    void sayColumns(const FoundTable& found, const tables::ColumnGuess& guess,
                    const UnderstoodTable& table) {
        LocalText guessed;
        std::vector<std::string> unused;
        for (const std::size_t column : guess.unused)
            if (!table.columns[column].header.empty())
                unused.push_back(table.columns[column].header);
        for (const UnderstoodColumn& column : table.columns) {
            if (column.field.empty() || column.reason == LocalText())
                continue;
            const LocalText one = localText("'{}' là {} ({})", "'{}' is {} ({})", column.header,
                                            column.field, column.reason);
            guessed = guessed == LocalText() ? one : localText("{}; {}", "{}; {}", guessed, one);
        }
        if (guessed != LocalText())
            say(RowOutcome::Accepted, found.sheet,
                localText("Các cột được hiểu: {}.", "Columns as they were understood: {}.",
                          guessed));
        if (!unused.empty())
            say(RowOutcome::Doubtful, found.sheet,
                localText("Các cột không được dùng: {}. Nếu cần, hãy chọn trường cho chúng.",
                          "Columns that are not used: {}. Choose a field for them where needed.",
                          fmt::join(unused, ", ")));
    }

    void sayLeftOut(const FoundTable& found) {
        static constexpr std::pair<tables::LeftOut, LocalText (*)()> kinds[] = {
            {tables::LeftOut::Total,
             [] {
                 return LocalText{"dòng cộng", "sums"};
             }},
            {tables::LeftOut::Header,
             [] {
                 return LocalText{"dòng tên cột lặp lại", "repeated headers"};
             }},
            {tables::LeftOut::Note,
             [] {
                 return LocalText{"ghi chú, chữ ký", "notes and signatures"};
             }},
            {tables::LeftOut::Hidden, [] {
                 return LocalText{"dòng ẩn", "hidden rows"};
             }}};
        LocalText list;
        for (const auto& [why, words] : kinds) {
            std::vector<std::size_t> lines;
            for (const tables::LeftOutRow& row : found.leftOut)
                if (row.why == why)
                    lines.push_back(row.row->line);
            if (lines.empty())
                continue;
            if (lines.size() > 10)
                lines.resize(10);
            const LocalText one =
                localText("{} (dòng {})", "{} (rows {})", words(), fmt::join(lines, ", "));
            list = list == LocalText() ? one : localText("{}; {}", "{}; {}", list, one);
        }
        if (list != LocalText())
            say(RowOutcome::Accepted, found.sheet,
                localText("Không phải bản ghi: {}.", "No records: {}.", list));
    }

    /// Units that a person names for places, as uids or codes.
    void completePlaces() {
        const gazetteer::Gazetteer& gazetteer = m_workspace.gazetteer();
        for (auto& [text, unit] : m_options.corrections.places)
            if (gazetteer.find(unit) == gazetteer::noUnit && gazetteer.versions(unit).empty())
                unit =
                    gazetteer.unit(m_workspace.findUnit(unit, dayOf(m_options.source), text)).uid;
    }

    /// What was decided about places, and what fits no row.
    void sayCorrections() {
        const records::Corrections& corrections = m_options.corrections;
        if (corrections.isEmpty())
            return;
        std::map<std::string, std::size_t> decidedRows;
        std::swap(decidedRows, m_taken.report.decidedRows);
        for (const auto& [text, unit] : corrections.places) {
            const std::size_t rows = decidedRows[text::toNfc(text)];
            if (rows == 0)
                say(RowOutcome::Doubtful, {},
                    localText("Không có dòng nào ghi địa điểm '{}' nên lựa chọn cho nơi ấy không "
                              "được dùng.",
                              "No row has the place '{}', so what was chosen for it is not used.",
                              text));
            else
                say(RowOutcome::Accepted, {},
                    localText("'{}' được chọn là {}, ở {} dòng.",
                              "'{}' was chosen to be {}, in {} rows.", text, unitInWords(unit),
                              rows));
        }
        std::set<records::RowName> rows;
        for (const records::RowReport& row : m_taken.report.rows)
            rows.insert(row.name());
        std::set<records::RowName> wanted = corrections.leftOut;
        for (const auto& [row, cells] : corrections.cells)
            wanted.insert(row);
        for (const records::RowName& row : wanted)
            if (!rows.contains(row))
                say(RowOutcome::Doubtful, {},
                    localText("Không có dòng '{}' trong bảng nên chỗ sửa dòng ấy không được dùng; "
                              "dòng được ghi như 12, 'Trang tính!12' hoặc 12/5.",
                              "The table has no row '{}', so what was put right there is not used; "
                              "rows are written like 12, 'Sheet!12' or 12/5.",
                              row.toString()));
    }

    std::string unitInWords(const std::string& unit) const {
        const gazetteer::Gazetteer& gazetteer = m_workspace.gazetteer();
        const Date day = dayOf(m_options.source);
        if (const auto known = gazetteer.find(unit); known != gazetteer::noUnit)
            return describeNear(gazetteer, known, day);
        const auto ofDay = gazetteer.findCode(unit, day);
        return ofDay == gazetteer::noUnit
                   ? unit
                   : fmt::format("{} ({})", unit, gazetteer.describe(ofDay, day));
    }

    /// The same rows under another name would count twice.
    void findTwins() {
        for (const records::TwinSource& twin :
             records::twinSources(m_taken.records, m_workspace.records(), m_taken.source.id))
            say(RowOutcome::Doubtful, {},
                localText("{} trong {} bản ghi đã có ở nguồn '{}'; nhập thêm thì bị tính hai lần.",
                          "{} of {} records stand in '{}' already; storing them counts them twice.",
                          twin.count, m_taken.records.size(), twin.source));
    }

    const sheets::Workbook& m_workbook;
    records::ImportOptions m_options;
    Workspace& m_workspace;
    std::vector<FoundTable> m_found;
    TableImport m_taken;
};

} // namespace

TableImport readImport(const sheets::Workbook& workbook, records::ImportOptions options,
                       Workspace& workspace) {
    return WorkbookReader(workbook, std::move(options), workspace).read();
}

std::vector<UnderstoodTable> understandTables(const sheets::Workbook& workbook,
                                              const records::ImportOptions& options,
                                              Workspace& workspace) {
    return WorkbookReader(workbook, options, workspace).understand();
}

} // namespace terroir::workspace

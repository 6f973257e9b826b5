#include "core/base/day_words.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/strings.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/records/period.hpp"
#include "core/records/template_book.hpp"
#include "core/records/twins.hpp"
#include "core/tables/beside_tables.hpp"
#include "core/tables/bilingual.hpp"
#include "core/tables/compact_pivot.hpp"
#include "core/tables/find_tables.hpp"
#include "core/tables/guess_columns.hpp"
#include "core/tables/indicator_form.hpp"
#include "core/tables/model_items.hpp"
#include "core/tables/read_table.hpp"
#include "core/tables/row_doubts.hpp"
#include "core/tables/side_by_side.hpp"
#include "core/tables/stated_counts.hpp"
#include "core/tables/totals.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/ground_finder.hpp"
#include "core/workspace/import_store.hpp"
#include "core/workspace/import_territory.hpp"
#include "core/workspace/table_import.hpp"
#include "core/workspace/understood_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace terroir::workspace {

namespace {

/// Rows between two calls of the progress.
constexpr std::size_t rowsPerStep = 1'000;

using records::RowOutcome;
using tables::FoundTable;

Date dayOf(const records::Source& source) {
    return records::lookupDate({}, source.date);
}

/// Reads all the tables of a workbook into one import.
class WorkbookReader {
public:
    WorkbookReader(const sheets::Workbook& workbook, records::ImportOptions options,
                   Workspace& workspace, FileChoices chosen)
        : m_workbook(workbook), m_options(std::move(options)), m_workspace(workspace),
          m_chosen(std::move(chosen)) {}

    TableImport read() {
        readAll();
        return std::move(m_taken);
    }

    StoredImport store(const ImportSteps& steps) {
        m_steps = &steps;
        readAll();
        if (m_store)
            m_store->add(std::exchange(m_taken.records, {}));
        const auto beforeCommit = [&] {
            if (steps.beforeCommit)
                steps.beforeCommit(m_taken);
        };
        if (m_taken.records.empty() && !m_store) {
            allowStore();
            beforeCommit();
            return {std::move(m_taken), 0, 0};
        }
        m_store->finish(m_taken.profile, m_taken.report, beforeCommit);
        return {std::move(m_taken), m_store->count(), m_store->openPlaces()};
    }

    std::vector<UnderstoodTable> understand() {
        findTables();
        useProfile();
        completeSource();
        std::vector<UnderstoodTable> tables;
        for (const FoundTable& found : m_found) {
            tables::PlaceWords places = placeWords();
            tables.push_back(understoodTable(found, guess(found, titlesOf(found), places)));
        }
        return tables;
    }

private:
    void readAll() {
        findTables();
        useProfile();
        requireChosenColumns();
        completeSource();
        completePlaces();
        m_twins.emplace(m_workspace.records(), m_taken.source.id);
        if (m_steps != nullptr)
            m_workspace.forgetRecords(); // they would stay in memory until the end
        for (const LocalText& remark : m_workbook.remarks)
            say(RowOutcome::Accepted, {}, remark);
        std::optional<InputError> failure;
        for (const FoundTable& found : m_found)
            try {
                readTable(found);
            } catch (const InputError& error) {
                if (m_isStopped)
                    throw;
                if (m_found.size() > 1)
                    say(RowOutcome::Doubtful, found.name(), error.text());
                if (!failure)
                    failure = error;
            }
        if (m_taken.tables.empty() && failure)
            throw *failure;
        findTwins();
        sayCorrections();
        m_taken.report.rows.insert(m_taken.report.rows.begin(), m_said.begin(), m_said.end());
    }

    /// The records of a row.
    void take(std::vector<records::Record>&& records) {
        if (m_steps != nullptr && !m_store) {
            allowStore();
            m_store.emplace(m_taken.source, m_taken.replaces, m_workspace);
        }
        if (m_steps != nullptr && m_steps->onRead)
            m_steps->onRead(records);
        for (records::Record& record : records) {
            m_twins->add(record);
            m_taken.records.push_back(std::move(record));
        }
        m_count += records.size();
        if (m_store && m_taken.records.size() >= m_steps->recordsAtOnce)
            m_store->addMeanwhile(std::exchange(m_taken.records, {}));
    }

    /// Before the workspace's file is read.
    void waitForStore() {
        if (m_store)
            m_store->wait();
    }

    records::GroundFinder groundFinder() {
        return [this, find = workspace::groundFinder(m_workspace)](const sheets::Ground& ground,
                                                                   Date day) {
            waitForStore();
            return find(ground, day);
        };
    }

    void allowStore() {
        m_isStopped = true; // if this throws
        if (m_steps->beforeStore)
            m_steps->beforeStore(m_taken);
        m_isStopped = false;
    }

    /// `share` of all the tables.
    void tellProgress(double share) {
        if (m_steps != nullptr && m_steps->progress && !m_steps->progress(share, {}))
            throw Error(localText("Đã dừng nhập; không có gì được ghi.",
                                  "The import was cancelled; nothing was stored."));
    }

    void say(RowOutcome outcome, const std::string& sheet, LocalText sentence) {
        records::RowReport row;
        row.outcome = outcome;
        row.sheet = sheet;
        row.sentence = std::move(sentence);
        m_said.push_back(std::move(row));
    }

    /// What there is to say of a table, if anything.
    void sayOf(RowOutcome outcome, const FoundTable& found, LocalText sentence) {
        if (sentence != LocalText())
            say(outcome, found.name(), std::move(sentence));
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
            const sheets::Sheet* read = &sheet;
            if (auto half = tables::vietnameseOnly(sheet, m_texts)) {
                read = &m_parts.emplace_back(std::move(*half));
                say(RowOutcome::Accepted, sheet.name,
                    {"Bảng song ngữ: chỉ đọc phần tiếng Việt.",
                     "The table is in two languages: only the Vietnamese is read."});
            }
            if (auto pivot = tables::plainPivot(*read, places.test(), m_texts)) {
                read = &m_parts.emplace_back(std::move(pivot->sheet));
                for (LocalText& remark : pivot->remarks)
                    say(RowOutcome::Accepted, sheet.name, std::move(remark));
                for (LocalText& doubt : pivot->doubts)
                    say(RowOutcome::Doubtful, sheet.name, std::move(doubt));
            }
            if (auto form =
                    tables::plainIndicators(*read, m_options.kind, places.test(), m_texts)) {
                read = &m_parts.emplace_back(std::move(form->sheet));
                for (LocalText& remark : form->remarks)
                    say(RowOutcome::Accepted, sheet.name, std::move(remark));
                for (LocalText& doubt : form->doubts)
                    say(RowOutcome::Doubtful, sheet.name, std::move(doubt));
            }
            std::vector<tables::SheetPart> parts = tables::splitSideBySide(*read);
            if (parts.empty())
                findTablesOf(*read, {}, places);
            for (tables::SheetPart& part : parts)
                findTablesOf(m_parts.emplace_back(std::move(part.sheet)), part.columns, places);
        }
        if (m_found.empty())
            throw InputError(
                m_workbook.file, 0, "",
                localText("không tìm thấy bảng nào: cần một dòng ghi tên các cột và các dòng số "
                          "liệu ở dưới.",
                          "no table is found: it needs a row with the names of the columns and "
                          "rows below it."));
    }

    void findTablesOf(const sheets::Sheet& sheet, const std::string& part,
                      tables::PlaceWords& places) {
        std::vector<FoundTable> found = tables::findTables(sheet, places.test());
        for (FoundTable& one : found) {
            one.isOneOfSeveral = m_workbook.sheets.size() > 1;
            if (m_options.kind == "model" && !tables::takeModelsForItems(one))
                tables::leaveOutItems(one);
            one.part = part;
        }
        std::move(found.begin(), found.end(), std::back_inserter(m_found));
    }

    /// What was chosen for an earlier file of this shape holds where nothing else is chosen.
    void useProfile() {
        std::optional<ImportProfile> earlier;
        const std::size_t found = m_found.size();
        if (m_chosen.earlier == EarlierChoices::Use)
            earlier = takeProfile(m_workspace.file(), m_found, m_options.kind);
        ImportProfile chosen =
            profileOf(m_found, m_options.kind, m_options.columns, m_options.defaults);
        chosen.sheet = m_chosen.sheet;
        const bool isChosen = !chosen.empty();
        if (earlier) {
            leaveToChosen(*earlier, chosen);
            m_options.columns.insert(earlier->columns.begin(), earlier->columns.end());
            m_options.defaults.insert(earlier->defaults.begin(), earlier->defaults.end());
            chosen.columns.insert(earlier->columns.begin(), earlier->columns.end());
            chosen.defaults.insert(earlier->defaults.begin(), earlier->defaults.end());
            if (chosen.sheet.empty())
                chosen.sheet = earlier->sheet;
            if (found == m_found.size())
                earlier->sheet.clear(); // it left nothing out
            sayProfile(*earlier);
        }
        if (!isChosen)
            return;
        chosen.file = std::filesystem::path(m_workbook.file).filename().string();
        chosen.day = Date::today().toString();
        m_taken.profile = std::move(chosen);
    }

    /// A column that was chosen stands in one of the tables at least.
    void requireChosenColumns() const {
        for (const auto& [field, name] : m_options.columns) {
            std::vector<std::string> known;
            bool isFound = name.empty(); // the field is left out
            for (const FoundTable& found : m_found) {
                isFound = isFound || tables::columnNamed(found, name) < found.columns.size();
                for (const tables::FoundColumn& column : found.columns)
                    known.push_back(tables::headerOf(column));
            }
            if (!isFound)
                throw InputError(
                    m_workbook.file, 0, "",
                    unknownWord(localText("không có cột '{}' cho trường {}.",
                                          "there is no column '{}' for the field {}.", name, field),
                                name, localText("Các cột là", "The columns are"), known));
        }
    }

    void sayProfile(const ImportProfile& profile) {
        if (profile.empty())
            return;
        const LocalText day{dateInWords(profile.day, Language::Vietnamese),
                            dateInWords(profile.day, Language::English)};
        say(RowOutcome::Accepted, {},
            localText("Các cột được đọc như ở '{}' {}: {}.",
                      "The columns are read as in '{}' of {}: {}.", profile.file, day,
                      choicesInWords(profile)));
        m_taken.usesEarlier = true;
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
        TextTable table;
        table.file = m_workbook.file;
        m_options.source = records::tableSource(table, std::move(m_options.source));
        requireTerritory(m_options.source.territory, dayOf(m_options.source), m_workspace);
        completeTerritory();
        m_taken.source = m_options.source;
        lookForFormer(m_workspace, m_taken);
    }

    /// Without a territory of the user's: the one that the lines above all the tables name.
    void completeTerritory() {
        if (!m_options.source.territory.empty())
            return;
        tables::PlaceWords places = placeWords();
        m_options.source.territory = titledTerritory(m_found, places);
        if (!m_options.source.territory.empty())
            say(RowOutcome::Accepted, {},
                localText("Địa bàn được hiểu là '{}', theo tiêu đề, vì không được cho biết.",
                          "The territory is taken to be '{}', by the title, since none was given.",
                          m_options.source.territory));
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

    /// Why a table that stands beside others is not read; empty where it is. `isOpen`: it may sum
    /// up the others, and its figures do not say so.
    LocalText whyLeftOut(const FoundTable& found, const tables::ColumnGuess& guess, bool& isOpen) {
        isOpen = false;
        if (tables::describesFields(found, m_found))
            return {"Bảng này giải thích tên cột của bảng khác trong tệp nên không được nhập.",
                    "This table says what the columns of another one mean, and is not read."};
        const std::string kind = tables::listedKind(found);
        const auto isOfKind = [&](const FoundTable& one) {
            const std::string its = tables::listedKind(one);
            return its.empty() || its == m_options.kind;
        };
        if (!kind.empty() && kind != m_options.kind && isRegister(m_options.kind) &&
            std::any_of(m_found.begin(), m_found.end(), isOfKind)) {
            const LocalText& name = records::findKind(kind)->name;
            return localText("Bảng này liệt kê loại '{}' nên không được nhập cùng các bảng khác; "
                             "hãy nhập riêng trang này với loại {}.",
                             "This table lists records of another kind, '{}', and is not read with "
                             "the others; import this sheet by itself as {}.",
                             name, kind);
        }
        const bool isByCommune = tables::hasCommunes(guess);
        if (m_found.size() < 2 || !tables::callsItselfSummary(found, guess))
            return {};
        std::vector<std::vector<tables::MeasureSum>> others;
        tables::PlaceWords places = placeWords();
        for (const FoundTable& other : m_found) {
            const tables::ColumnGuess its = this->guess(other, titlesOf(other), places);
            if (&other != &found && tables::hasCommunes(its) &&
                !(isByCommune && tables::callsItselfSummary(other, its)))
                others.push_back(tables::measureSums(other, its));
        }
        isOpen = !others.empty() && !isByCommune;
        if (!tables::repeatsSums(tables::measureSums(found, guess), others))
            return {};
        return {"Bảng này là tổng hợp, cộng lại số của các bảng khác trong tệp, nên không được "
                "nhập.",
                "This table is a summary that adds up the other tables of the file, so it is not "
                "read."};
    }

    /// Registers that departments keep side by side.
    static bool isRegister(std::string_view kind) {
        return kind == "production_zone" || kind == "packing_house" || kind == "title" ||
               kind == "ocop";
    }

    /// Posts and roads among the layers of farms or fields.
    bool isOfOtherThings(const FoundTable& found, const tables::ColumnGuess& guess) {
        if (!isAnyOf(m_options.kind,
                     {"production_zone", "planting", "livestock", "aquaculture", "trial"}) ||
            m_options.defaults.contains("subject") ||
            !tables::isOfOtherThings(found, guess))
            return false;
        tables::PlaceWords places = placeWords();
        return !places.levelOf(found.sheet) &&
               std::any_of(m_found.begin(), m_found.end(), [&](const FoundTable& other) {
                   return &other != &found &&
                          !tables::isOfOtherThings(other,
                                                   this->guess(other, titlesOf(other), places));
               });
    }

    void readTable(const FoundTable& found) {
        waitForStore();
        tables::PlaceWords places = placeWords();
        const tables::TitleWords titles = titlesOf(found);
        const tables::ColumnGuess guess = this->guess(found, titles, places);
        bool maySumUp = false;
        if (LocalText why = whyLeftOut(found, guess, maySumUp); why != LocalText())
            return say(RowOutcome::Accepted, found.name(), std::move(why));
        if (isOfOtherThings(found, guess))
            return say(RowOutcome::Doubtful, found.name(),
                       localText("Lớp '{}' không ghi cây trồng, vật nuôi hay số liệu nào như các "
                                 "lớp khác của tệp nên không được nhập; nếu cần, hãy nhập riêng "
                                 "lớp này và đặt trường subject.",
                                 "The layer '{}' names no crop, animal or number as the other "
                                 "layers of the file do, so it is not read; where needed, import "
                                 "this layer by itself and set the field subject.",
                                 found.sheet));
        tables::PlainTable plain = tables::plainTable(found, guess, titles, places, m_options);
        plain.table.head.file = m_workbook.file;
        if (maySumUp)
            plain.options.doubts.push_back(
                {"Bảng này là tổng hợp, và tệp còn có bảng ghi từng xã; nếu nhập cả hai, số sẽ bị "
                 "tính hai lần. Hãy chọn trang tính, hoặc bỏ các dòng này.",
                 "This table is a summary and the file has a table by communes as well; with both, "
                 "figures would count twice. Choose a sheet, or leave these rows out."});
        plain.options.sheet = m_found.size() > 1 ? found.name() : std::string();
        plain.options.idPart =
            m_found.size() > 1 ? fmt::format("b{}", m_taken.tables.size() + 1) : std::string();
        const double rowCount = double(std::max<std::size_t>(found.rows.size(), 1));
        std::size_t read = 0;
        tables::RowDoubts doubts(found, guess, places, m_workspace.gazetteer());
        records::ImportReport report = records::readRecords(
            plain.table, plain.options, m_workspace.sources(), m_workspace.geocoder(),
            m_workspace.gazetteer(),
            [&](std::vector<records::Record>&& records) {
                doubts.look(records);
                take(std::move(records));
                if (++read % rowsPerStep == 0)
                    tellProgress((double(m_taken.tables.size()) + double(read) / rowCount) /
                                 double(m_found.size()));
            },
            groundFinder());
        doubts.addTo(report);
        m_taken.tables.push_back(understoodTable(found, guess));
        sayOf(RowOutcome::Accepted, found, guessedColumns(m_taken.tables.back()));
        sayOf(RowOutcome::Doubtful, found, unusedColumns(guess, m_taken.tables.back()));
        for (LocalText& remark : plain.remarks())
            say(RowOutcome::Accepted, found.name(), std::move(remark));
        sayOf(RowOutcome::Accepted, found, leftOutRows(found));
        for (LocalText& difference : tables::checkTotals(found, guess))
            say(RowOutcome::Doubtful, found.name(), std::move(difference));
        for (LocalText& difference :
             tables::checkStatedCounts(found, guess, m_options.kind, m_found.size() == 1))
            say(RowOutcome::Doubtful, found.name(), std::move(difference));
        for (const auto& [text, rows] : report.decidedRows)
            m_taken.report.decidedRows[text] += rows;
        if (report.lastDay && !m_taken.report.lastDay) {
            m_taken.report.lastDay = report.lastDay;
            say(RowOutcome::Accepted, {},
                localText("Tài liệu không ghi ngày; '{}' có đến ngày {} nên địa danh được tra theo "
                          "ngày ấy.",
                          "The document has no day; '{}' was there until {}, so places are looked "
                          "up as of that day.",
                          m_options.source.territory, report.lastDay->toString()));
        }
        for (; !report.rows.empty(); report.rows.pop_front()) {
            records::RowReport& row = report.rows.front();
            row.sheet = plain.options.sheet;
            (row.row == 0 ? m_said : m_taken.report.rows).push_back(std::move(row));
        }
    }

    /// Units that a person names for places, as uids or codes.
    void completePlaces() {
        const gazetteer::Gazetteer& gazetteer = m_workspace.gazetteer();
        for (auto& [text, unit] : m_options.corrections.places)
            if (gazetteer.find(unit) == gazetteer::noUnit && gazetteer.versions(unit).empty())
                unit = gazetteer
                           .unit(m_workspace.findUnit(unit, dayOf(m_options.source),
                                                      fmt::format("'{}':", text)))
                           .uid;
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
        for (const records::TwinSource& twin : m_twins->find())
            say(RowOutcome::Doubtful, {},
                localText("{} trong {} bản ghi đã có ở nguồn '{}'; nhập thêm thì bị tính hai lần.",
                          "{} of {} records stand in '{}' already; storing them counts them twice.",
                          twin.count, m_count, twin.source));
    }

    const sheets::Workbook& m_workbook;
    /// Of its sheets with tables beside each other or in two languages.
    std::deque<sheets::Sheet> m_parts;
    std::deque<std::string> m_texts; ///< that cells of m_parts look at
    records::ImportOptions m_options;
    Workspace& m_workspace;
    FileChoices m_chosen;
    std::vector<FoundTable> m_found;
    TableImport m_taken;                   ///< its report without m_said until all is read
    std::deque<records::RowReport> m_said; ///< of the whole, which comes first
    std::optional<records::TwinFinder> m_twins;
    std::size_t m_count = 0;              ///< of the records
    const ImportSteps* m_steps = nullptr; ///< where records are stored as they are read
    std::optional<ImportStore> m_store;
    bool m_isStopped = false; ///< by its user, whatever table is being read
};

} // namespace

TableImport readImport(const sheets::Workbook& workbook, records::ImportOptions options,
                       Workspace& workspace, FileChoices chosen) {
    return WorkbookReader(workbook, std::move(options), workspace, std::move(chosen)).read();
}

StoredImport importWorkbook(const sheets::Workbook& workbook, records::ImportOptions options,
                            Workspace& workspace, FileChoices chosen, const ImportSteps& steps) {
    return WorkbookReader(workbook, std::move(options), workspace, std::move(chosen)).store(steps);
}

std::vector<UnderstoodTable> understandTables(const sheets::Workbook& workbook,
                                              const records::ImportOptions& options,
                                              Workspace& workspace) {
    return WorkbookReader(workbook, options, workspace, {}).understand();
}

} // namespace terroir::workspace

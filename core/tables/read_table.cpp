#include "core/tables/read_table.hpp"

#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/records/quantity.hpp"
#include "core/records/row_details.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/contact_words.hpp"
#include "core/tables/counted_things.hpp"
#include "core/tables/end_days.hpp"
#include "core/tables/footnotes.hpp"
#include "core/tables/headings.hpp"
#include "core/tables/long_rows.hpp"
#include "core/tables/own_rows.hpp"
#include "core/tables/part_rows.hpp"
#include "core/tables/place_in_cell.hpp"
#include "core/tables/row_blocks.hpp"
#include "core/tables/row_ground.hpp"
#include "core/tables/row_words.hpp"
#include "core/tables/table_defaults.hpp"
#include "core/tables/unnamed_cells.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

namespace terroir::tables {

namespace {

/// "nt", "-nt-", "như trên", "//": the cell says what the one above it says.
bool isDitto(std::string_view text) {
    return text.size() <= 10 && isAnyOf(text::fold(text), {"nt", "-nt-", "- nt -", "nhu tren", "//",
                                                           "\"", "''", "〃", "-//-", "nt."});
}

/// Fields of layers cannot be empty: many formats write 0 for it.
bool isZero(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0.") == std::string_view::npos;
}

/// "Đơn vị báo cáo: Chi cục Thống kê huyện A": whose figures they are.
bool reportsFrom(std::string_view title) {
    return headerWords(title).starts_with("don vi bao cao");
}

class PlainTableMaker {
public:
    PlainTableMaker(const FoundTable& found, const ColumnGuess& guess, const TitleWords& titles,
                    PlaceWords& places, records::ImportOptions options)
        : m_found(found), m_guess(guess), m_titles(titles), m_places(places),
          m_marks(footnoteMarks(found)), m_long(found, guess, m_marks), m_endDays(found, guess) {
        m_plain.options = std::move(options);
        m_plain.options.columns.clear();
        m_plain.options.plan.emplace();
    }

    /// The columns and all that holds for every row.
    void readTable() {
        if (!hasPlaceColumn())
            m_splitField = fieldWithPlaces(m_found, m_guess, m_plain.options.kind, m_places);
        m_ground = readGround(m_found, m_guess, m_titles.crs, m_places);
        for (LocalText& text : m_ground.remarks)
            m_plain.remark(std::move(text));
        if (!m_found.hiddenColumns.empty()) {
            std::vector<std::string> names;
            for (const FoundColumn& column : m_found.hiddenColumns)
                names.push_back(headerOf(column));
            m_plain.remark(localText("Cột ẩn không được đọc: {}; hãy bỏ ẩn nếu cần.",
                                     "Hidden columns are not read: {}; unhide them where needed.",
                                     fmt::join(names, ", ")));
        }
        if (auto cells = unnamedCells(m_found))
            m_plain.remark(std::move(*cells));
        readSurroundings();
        m_headings = readHeadings(m_found, m_guess, m_places, m_plain.options.kind);
        addColumns();
        readTableDefaults(m_found, m_guess, m_titles, m_places, saidByRows(), m_plain);
        m_plain.options.emptyMeansWhole = m_guess.isForm;
    }

    records::TableWalk head() const {
        records::TableWalk walk;
        walk.head = m_plain.head;
        walk.hasGround = std::any_of(m_ground.ground.begin(), m_ground.ground.end(),
                                     [](const auto& one) { return one != nullptr; });
        walk.accuracy = m_ground.accuracy;
        return walk;
    }
    const records::ImportOptions& options() const { return m_plain.options; }
    void visitRows(const records::RowVisit& visit) {
        m_visit = &visit;
        m_rowRemarks.clear();
        m_parted.clear();
        makeRows();
    }
    std::vector<LocalText> remarks() const {
        std::vector<LocalText> all = m_plain.remarks;
        all.insert(all.end(), m_rowRemarks.begin(), m_rowRemarks.end());
        return all;
    }

private:
    bool has(std::string_view field) const { return m_guess.find(field) != nullptr; }

    bool hasPlaceColumn() const {
        return has("place") || has("commune") || has("district") || has("province");
    }

    SaidByRows saidByRows() const {
        SaidByRows said;
        said.subject =
            m_countedSubject != none || m_long.subjectColumn() != none || m_groupSubject != none;
        said.period = m_long.periodColumn() != none;
        said.status = m_headingStatus != none || m_long.statusColumn() != none;
        said.headingPeriod = m_headingPeriod != none;
        said.headingUnit = m_headingUnit != none;
        said.headingCategory = m_groupCategory != none;
        said.headingStars = m_groupStars != none;
        said.place = hasPlaceColumn() || m_groupPlace != none;
        said.widePlace = m_long.placeColumn() != none;
        said.isInCells = !m_splitField.empty();
        said.ground = !m_ground.ground.empty();
        said.surrounding = m_surrounding;
        return said;
    }

    /// The place that the sheet's name or the lines above the table name.
    void readSurroundings() {
        if (const auto level = m_places.levelOf(m_found.sheet))
            m_surrounding = m_found.sheet;
        for (auto title = m_found.titles.rbegin();
             title != m_found.titles.rend() && m_surrounding.empty(); ++title)
            if (!isNoteOrSignature(title->text) || reportsFrom(title->text))
                m_surrounding = m_places.placeIn(title->text);
        // The province of the document is its territory, which places nothing.
        if (m_places.levelOf(m_surrounding) == gazetteer::Level::Province)
            m_surrounding.clear();
    }

    void addColumns() {
        m_plain.head.file = m_found.sheet;
        for (const GuessedColumn& column : m_guess.columns)
            if (column.field == formerPlaceColumn)
                m_formerPlaces.push_back(m_found.columns[column.column].at);
        for (const GuessedColumn& column : m_guess.columns) {
            if (column.field == ordinalColumn || column.field == knownColumn ||
                column.field.starts_with('@'))
                continue;
            const std::size_t at = m_found.columns[column.column].at;
            m_sources.push_back({at, column.field});
            m_plain.add(headerOf(m_found.columns[column.column]), column.field, column.unit);
        }
        m_long.addColumns(m_plain);
        if (m_guess.countedThings) {
            for (std::size_t source = 0; source < m_sources.size(); ++source)
                if (m_sources[source].first == m_found.columns[*m_guess.countedThings].at)
                    m_counted = source;
            m_countedSubject = m_plain.add("(ô) đối tượng", "subject");
        }
        addPartRows();
        for (const TickColumn& tick : m_guess.ticks)
            if (!m_ticked.contains(tick.field))
                m_ticked[tick.field] = m_plain.add("(đánh dấu) " + tick.field, tick.field);
        if (!has("unit") && m_long.unitColumn() == none && anyHeading(&HeadingWords::unit))
            m_headingUnit = m_plain.add("(nhóm) đơn vị", "unit");
        if (!has("period") && m_long.periodColumn() == none && anyHeading(&HeadingWords::period))
            m_headingPeriod = m_plain.add("(nhóm) thời gian", "period");
        if (!has("decision") && anyHeading(&HeadingWords::decision))
            m_headingDecision = m_plain.add("(nhóm) quyết định", "decision");
        if (!has("status") && anyHeading(&HeadingWords::status))
            m_headingStatus = m_long.statusColumn() == none
                                  ? m_plain.add("(nhóm) trạng thái", "status")
                                  : m_long.statusColumn();
        addEndState();
        addLeader();
        const bool ownSubject = m_countedSubject != none || has("subject") || has("variety") ||
                                m_long.subjectColumn() != none;
        if (anyHeading(&HeadingWords::subject) && !ownSubject)
            m_groupSubject = m_plain.add("(nhóm) đối tượng", "subject");
        if (!has("category") && m_long.categoryColumn() == none &&
            anyHeading(&HeadingWords::category))
            m_groupCategory = m_plain.add("(nhóm) phân loại", "category");
        if (!has("stars") && anyHeading(&HeadingWords::stars))
            m_groupStars = m_plain.add("(nhóm) hạng sao", "stars");
        if (!m_formerPlaces.empty())
            m_former = m_plain.add("(cũ)", "former_place");
        if (!m_splitField.empty())
            m_splitPlace = m_plain.add(
                headerOf(m_found.columns[m_guess.find(m_splitField)->column]) + " (địa điểm)",
                "place");
        if (anyHeading(&HeadingWords::place) && !hasPlaceColumn() && m_splitField.empty())
            m_groupPlace = m_plain.add("(nhóm) địa điểm", "place");
        if (anyHeading(&HeadingWords::place) || !m_surrounding.empty())
            m_groups = m_plain.add("(nhóm) thuộc", "groups");
    }

    /// The column of states, which days of suspension complete.
    void addEndState() {
        if (!m_endDays.any())
            return;
        m_endState = has("status")             ? sourceOf("status")
                     : m_headingStatus != none ? m_headingStatus
                                               : m_long.statusColumn();
        m_isEndStateOwn = m_endState == none;
        if (m_isEndStateOwn)
            m_endState = m_plain.add("(ngày) trạng thái", "status");
    }

    /// "Tổ chức chủ trì; chủ nhiệm" over both in one cell.
    void addLeader() {
        const GuessedColumn* holder = m_guess.find("holder");
        if (holder == nullptr || has("leader") || m_plain.options.kind != "st_task")
            return;
        const std::string words = headerWords(headerOf(m_found.columns[holder->column]));
        if (words.find("chu nhiem") != std::string::npos && !words.starts_with("chu nhiem"))
            m_leader = m_plain.add("(ô) chủ nhiệm", "leader");
    }

    std::size_t sourceOf(std::string_view field) const {
        const auto its = std::find_if(m_sources.begin(), m_sources.end(),
                                      [&](const auto& one) { return one.second == field; });
        return its == m_sources.end() ? none : std::size_t(its - m_sources.begin());
    }

    /// Rows that are parts of others, which no sum may hold twice.
    void addPartRows() {
        const std::vector<PartRow> parts = partRows(m_found, m_guess);
        if (parts.empty() || has("scope") || has("group"))
            return;
        m_partGroup = m_plain.add("(dòng) nhóm", "group");
        m_partScope = m_plain.add("(dòng) phạm vi", "scope");
        std::vector<std::size_t> lines;
        for (const PartRow& part : parts) {
            m_partOf[part.row] = {part.whole, part.subject};
            m_partOf.try_emplace(part.whole, part.whole, std::string());
            lines.push_back(m_found.rows[part.row].row->line);
        }
        m_plain.remark(localText("Là một phần ('trong đó') của số ở dòng phía trên nên không cộng "
                                 "thêm vào số ấy: dòng {}.",
                                 "A part of the number in a row above, and never added to it: rows "
                                 "{}.",
                                 fmt::join(lines, ", ")));
    }

    /// In one group with its whole; a whole says nothing else of itself.
    void sayPart(std::size_t index, TextRow& row) const {
        if (m_partGroup == none)
            return;
        const auto part = m_partOf.find(index);
        const bool isPart = part != m_partOf.end() && part->second.first != index;
        row.cells[m_partScope] = isPart ? "part" : "";
        row.cells[m_partGroup] =
            part == m_partOf.end()
                ? std::string()
                : fmt::format("{} {}", m_found.name(), m_found.rows[part->second.first].row->line);
        for (std::size_t source = 0; isPart && source < m_sources.size(); ++source)
            if (m_sources[source].second == "subject")
                row.cells[source] = part->second.second;
    }

    bool anyHeading(std::string HeadingWords::*said) const {
        return std::any_of(m_headings.begin(), m_headings.end(),
                           [&](const HeadingWords& words) { return !(words.*said).empty(); });
    }

    void makeRows() {
        const std::set<std::size_t> blocks = blockColumns(m_found, m_guess, m_sources);
        const GuessedColumn* ordinal = m_guess.find(ordinalColumn);
        const bool isNumbered =
            ordinal != nullptr &&
            std::count_if(m_found.rows.begin(), m_found.rows.end(),
                          [&](const FoundRow& row) {
                              return !cellOf(row, m_found.columns[ordinal->column].at).empty();
                          }) *
                    2 >
                std::ptrdiff_t(m_found.rows.size());
        std::map<std::size_t, std::string> above; ///< last text of a column
        std::size_t group = noGroup;
        std::set<std::string> filledDown, zeros;
        std::vector<std::size_t> nameAlone, phases;
        TextRow row; // one for all, whose texts keep their room
        row.cells.resize(m_plain.head.header.size());
        row.numbers.resize(m_plain.head.header.size());
        for (std::size_t i = 0; i < m_found.rows.size(); ++i) {
            const FoundRow& found = m_found.rows[i];
            m_groundOfRow = i < m_ground.ground.size() ? m_ground.ground[i] : nullptr;
            if (found.group != group)
                for (const std::size_t at : blocks)
                    above.erase(at);
            group = found.group;
            const bool goesOn = isNumbered && !m_guess.isForm &&
                                cellOf(found, m_found.columns[ordinal->column].at).empty();
            if (m_found.isLayer && isNameAlone(m_found, found)) {
                nameAlone.push_back(found.row->line);
                continue;
            }
            if (i > 0 && m_plain.options.kind == "st_task" &&
                isPhase(m_found, m_guess, found, m_found.rows[i - 1])) {
                phases.push_back(found.row->line);
                continue;
            }
            row.line = found.row->line;
            for (std::size_t source = 0; source < m_sources.size(); ++source) {
                const auto& [at, field] = m_sources[source];
                std::string& text = row.cells[source];
                text = field == "stars" ? cellOf(found, at) // of "*"
                                        : withoutFootnote(cellOf(found, at), m_marks);
                if (!m_splitField.empty() && field == m_splitField) {
                    auto [before, inside] = splitPlace(m_found.columns[m_guess.find(field)->column],
                                                       field, m_plain.options.kind, m_places, text);
                    text = std::move(before);
                    m_insideBrackets = std::move(inside);
                } else if (field == "holder" && m_leader != none)
                    std::tie(text, row.cells[m_leader]) = holderAndLeader(text);
                else if (field == "holder")
                    text = withoutContacts(text);
                if (text.empty() && field == "unit" && found.group != noGroup)
                    text = m_headings[found.group].unit;
                const bool isOfBlock =
                    (blocks.contains(at) && !(field == "district" && isOfProvince(found))) ||
                    (goesOn && isAnyOf(field, {"holder", "province", "district", "commune", "place",
                                               "decision", "certificate_no"})) ||
                    (goesOn && records::isGranted(m_plain.options.kind) &&
                     isAnyOf(field, {"period", "issued", "expires", "decision_date"}));
                if (isDitto(text) || (text.empty() && isOfBlock)) {
                    const auto last = above.find(at);
                    if (text.empty() && last != above.end())
                        filledDown.insert(std::string(field));
                    text = last == above.end() ? std::string() : last->second;
                }
                if (!text.empty())
                    above[at] = text;
                if (m_found.isLayer &&
                    isAnyOf(field, {"area", "output", "yield", "count", "value"}) && isZero(text)) {
                    text.clear();
                    zeros.insert(field);
                }
                row.numbers[source] = at < found.row->cells.size() &&
                                      found.row->cells[at].kind == sheets::CellKind::Number;
            }
            sayPart(i, row);
            addRows(found, row);
        }
        sayOfRows(nameAlone, phases, zeros, filledDown);
    }

    /// What was taken for granted in rows, each once.
    void sayOfRows(const std::vector<std::size_t>& nameAlone,
                   const std::vector<std::size_t>& phases, const std::set<std::string>& zeros,
                   const std::set<std::string>& filledDown) {
        if (!nameAlone.empty())
            m_rowRemarks.push_back(
                localText("Không phải bản ghi vì chỉ có tên: đối tượng {} của lớp.",
                          "No records, since they have nothing but a name: features {}.",
                          fmt::join(nameAlone, ", ")));
        if (!phases.empty())
            m_rowRemarks.push_back(localText(
                "Không phải bản ghi vì là giai đoạn, nội dung của nhiệm vụ ở trên: dòng {}.",
                "No records, since they are phases or parts of the task above: rows {}.",
                fmt::join(phases, ", ")));
        if (!zeros.empty())
            m_rowRemarks.push_back(
                localText("Số 0 của lớp bản đồ được hiểu là không rõ, trong các trường: {}.",
                          "A 0 of the layer is taken as not known, in the fields: {}.",
                          fmt::format("{}", fmt::join(zeros, ", "))));
        if (!m_parted.empty())
            m_rowRemarks.push_back(
                localText("Mỗi nơi có số riêng nên được tách thành nhiều dòng: dòng {}.",
                          "Each place has a number of its own and becomes a row: rows {}.",
                          fmt::format("{}", fmt::join(m_parted, ", "))));
        if (!filledDown.empty())
            m_rowRemarks.push_back(
                localText("Ô trống được hiểu như ô phía trên, trong các trường: {}.",
                          "Empty cells are taken as the ones above them, in the fields: {}.",
                          fmt::format("'{}'", fmt::join(filledDown, "', '"))));
    }

    /// The plain column of the communes or places of the rows.
    std::size_t placeColumn() const {
        for (std::size_t i = 0; i < m_sources.size(); ++i)
            if (isAnyOf(m_sources[i].second, {"commune", "place"}))
                return i;
        return none;
    }

    /// Whether the row itself names its province and nothing smaller: then it is of all of it.
    bool isOfProvince(const FoundRow& row) const {
        const auto isWritten = [&](std::string_view wanted) {
            return std::any_of(m_sources.begin(), m_sources.end(), [&](const auto& source) {
                return source.second == wanted && !records::isBlankCell(cellOf(row, source.first));
            });
        };
        return isWritten("province") && !isWritten("commune") && !isWritten("place");
    }

    /// What is said around the row, in the columns behind its own cells.
    void finish(const FoundRow& found, TextRow& row) {
        static const HeadingWords noHeadingWords;
        const HeadingWords& context =
            found.group == noGroup ? noHeadingWords : m_headings[found.group];
        const auto set = [&](std::size_t column, const std::string& text) {
            if (column != none)
                row.cells[column] = text;
        };
        set(m_groupSubject, context.subject);
        set(m_splitPlace, m_insideBrackets);
        if (m_former != none) {
            std::string former;
            for (const std::size_t at : m_formerPlaces)
                if (const std::string_view text = cellOf(found, at); !text.empty())
                    former += (former.empty() ? "" : ", ") + std::string(text);
            if (const std::size_t today = placeColumn();
                today != none && !former.empty() && records::isBlankCell(row.cells[today])) {
                // All that the row says; the word stands behind the smallest unit.
                former.insert(std::min(former.find(','), former.size()), " (cũ)");
                row.cells[today] = std::exchange(former, {});
            }
            row.cells[m_former] = std::move(former);
        }
        set(m_groupCategory, context.category);
        set(m_groupStars, context.stars);
        set(m_headingUnit, context.unit);
        set(m_headingPeriod, context.period);
        set(m_headingDecision, context.decision);
        if (m_headingStatus != m_long.statusColumn() ||
            (m_long.statusColumn() != none && row.cells[m_long.statusColumn()].empty()))
            set(m_headingStatus, context.status);
        if (m_endState != none && m_isEndStateOwn)
            row.cells[m_endState].clear();
        if (m_endState != none)
            row.cells[m_endState] = m_endDays.completed(found, row.cells[m_endState]);
        for (const auto& [field, column] : m_ticked)
            row.cells[column].clear();
        for (const TickColumn& tick : m_guess.ticks)
            if (!cellOf(found, m_found.columns[tick.column].at).empty())
                row.cells[m_ticked.at(tick.field)] = tick.value;
        set(m_groupPlace, context.place);
        if (m_groups != none)
            row.cells[m_groups] = joinPlaces(hasPlaceColumn() || m_splitPlace != none
                                                 ? joinPlaces(context.place, context.within)
                                                 : context.within,
                                             m_surrounding);
        (*m_visit)(row, m_groundOfRow);
    }

    /// A row for each thing that the cell counts: "12 con trâu, 300 gà thịt".
    void addCountedThings(const FoundRow& found, TextRow& row) {
        const std::string written = row.cells[m_counted];
        const std::vector<CountedThing> things = countedThings(written);
        row.cells[m_countedSubject].clear();
        if (things.empty())
            return finish(found, row);
        for (std::size_t i = 0; i < things.size(); ++i) {
            TextRow one = row;
            one.part = things.size() > 1 ? std::to_string(i + 1) : std::string();
            one.cells[m_counted] = things[i].value;
            one.cells[m_countedSubject] = things[i].thing;
            finish(found, one);
        }
    }

    /// The rows that one of the sheet makes.
    void addRows(const FoundRow& found, TextRow& row) {
        if (m_countedSubject != none)
            return addCountedThings(found, row);
        if (!m_guess.wide.empty()) {
            for (TextRow& one : m_long.rowsOf(found, row))
                finish(found, one);
            return;
        }
        std::vector<TextRow> parts = ownRows(row, *m_plain.options.plan, m_sources.size());
        if (parts.empty())
            return finish(found, row);
        for (TextRow& part : parts)
            finish(found, part);
        m_parted.push_back(row.line);
    }

    static constexpr std::size_t none = PlainHead::none;

    const FoundTable& m_found;
    const ColumnGuess& m_guess;
    const TitleWords& m_titles;
    PlaceWords& m_places;
    std::vector<std::string> m_marks; ///< of footnotes
    LongRows m_long;
    EndDays m_endDays;
    PlainHead m_plain;
    std::vector<LocalText> m_rowRemarks; ///< of the last visit
    const records::RowVisit* m_visit = nullptr;
    RowGround m_ground;
    std::shared_ptr<const sheets::Ground> m_groundOfRow;
    std::string m_surrounding;
    std::vector<HeadingWords> m_headings;                       ///< by group
    std::vector<std::pair<std::size_t, std::string>> m_sources; ///< column of the sheet, field
    std::string m_splitField;                ///< behind whose texts places stand in brackets
    std::string m_insideBrackets;            ///< of the row being read
    std::vector<std::size_t> m_parted;       ///< lines of which ownRows() made several
    std::vector<std::size_t> m_formerPlaces; ///< columns of the sheet
    std::map<std::size_t, std::pair<std::size_t, std::string>>
        m_partOf; ///< row -> its whole and what it is called; wholes are their own
    std::size_t m_counted = none, m_countedSubject = none;
    std::size_t m_partGroup = none, m_partScope = none, m_endState = none, m_leader = none;
    bool m_isEndStateOwn = false;
    std::size_t m_splitPlace = none, m_former = none, m_groupStars = none;
    std::size_t m_headingUnit = none, m_headingPeriod = none, m_headingDecision = none,
                m_headingStatus = none;
    std::map<std::string, std::size_t> m_ticked; ///< field -> column
    std::size_t m_groupSubject = none, m_groupCategory = none, m_groupPlace = none, m_groups = none;
};

} // namespace

PlainTable plainTable(const FoundTable& found, const ColumnGuess& guess, const TitleWords& titles,
                      PlaceWords& places, records::ImportOptions options) {
    const auto maker =
        std::make_shared<PlainTableMaker>(found, guess, titles, places, std::move(options));
    maker->readTable();
    PlainTable plain{maker->head(), maker->options(), [maker] { return maker->remarks(); }};
    plain.table.visitRows = [maker](const records::RowVisit& visit) { maker->visitRows(visit); };
    return plain;
}

} // namespace terroir::tables

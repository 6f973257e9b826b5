#include "core/tables/read_table.hpp"

#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/records/quantity.hpp"
#include "core/records/stars.hpp"
#include "core/records/state_words.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/footnotes.hpp"
#include "core/tables/own_values.hpp"
#include "core/tables/plan_words.hpp"
#include "core/tables/row_ground.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

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

/// What the headings above a row say.
struct Context {
    std::string place;  ///< the lowest heading that is a place
    std::string within; ///< the others, from below, separated with ";"
    std::string subject, category, stars, unit, period, decision, status;
};

class PlainTableMaker {
public:
    PlainTableMaker(const FoundTable& found, const ColumnGuess& guess, const TitleWords& titles,
                    PlaceWords& places, records::ImportOptions options)
        : m_found(found), m_guess(guess), m_titles(titles), m_places(places),
          m_marks(footnoteMarks(found)) {
        m_plain.options = std::move(options);
        m_plain.options.columns.clear();
        m_plain.options.plan.emplace();
    }

    /// The columns and all that holds for every row.
    void readTable() {
        if (!hasPlaceColumn())
            m_splitField = fieldWithPlaces();
        m_ground = readGround(m_found, m_guess, m_titles.crs, m_places);
        for (LocalText& text : m_ground.remarks)
            remark(std::move(text));
        if (!m_found.hiddenColumns.empty()) {
            std::vector<std::string> names;
            for (const FoundColumn& column : m_found.hiddenColumns)
                names.push_back(headerOf(column));
            remark(localText("Cột ẩn không được đọc: {}; hãy bỏ ẩn nếu cần.",
                             "Hidden columns are not read: {}; unhide them where needed.",
                             fmt::join(names, ", ")));
        }
        readSurroundings();
        readContexts();
        addColumns();
        readTitles();
    }

    records::TableWalk head() const {
        records::TableWalk walk;
        walk.head = m_plain.head;
        walk.hasGround = std::any_of(m_ground.ground.begin(), m_ground.ground.end(),
                                     [](const auto& one) { return one != nullptr; });
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

    /// The place that the sheet's name or the lines above the table name.
    void readSurroundings() {
        if (const auto level = m_places.levelOf(m_found.sheet))
            m_surrounding = m_found.sheet;
        for (auto title = m_found.titles.rbegin();
             title != m_found.titles.rend() && m_surrounding.empty(); ++title)
            if (!isNoteOrSignature(title->text))
                m_surrounding = m_places.placeIn(title->text);
        // The province of the document is its territory, which places nothing.
        if (m_places.levelOf(m_surrounding) == gazetteer::Level::Province)
            m_surrounding.clear();
    }

    /// "Trồng mắc ca (xã Quài Nưa)": the text before the brackets at the end, and what is in them,
    /// telephone numbers left out.
    static std::pair<std::string, std::string> splitBrackets(std::string_view text) {
        if (!text.ends_with(')'))
            return {std::string(text), {}};
        int depth = 0;
        std::size_t open = text.size();
        while (open > 0) {
            --open;
            depth += text[open] == ')' ? 1 : text[open] == '(' ? -1 : 0;
            if (depth == 0)
                break;
        }
        if (open == 0 || depth != 0)
            return {std::string(text), {}};
        std::string before(text.substr(0, open));
        while (!before.empty() && before.back() == ' ')
            before.pop_back();
        std::string inside;
        std::string_view rest = text.substr(open + 1, text.size() - open - 2);
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
            const std::string_view part = rest.substr(0, end);
            const auto digits = std::count_if(part.begin(), part.end(),
                                              [](char c) { return c >= '0' && c <= '9'; });
            if (digits < 7)
                inside += (inside.empty() ? "" : ",") + std::string(part);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return {before, inside};
    }

    bool namesPlace(std::string_view text) {
        return m_places.levelOf(text) || !m_places.placeIn(text).empty();
    }

    /// "Hộ ông A\nthôn B, xã C", "HTX D (xã E)": who or what it is, and where.
    std::pair<std::string, std::string> splitPlace(std::string_view field, std::string_view text) {
        auto brackets = splitBrackets(text);
        if (!brackets.second.empty() && namesPlace(brackets.second))
            return brackets;
        // Titles of tasks and marks hold commas and places of their own.
        if (field == "subject" &&
            isAnyOf(m_plain.options.kind,
                    {"st_task", "title", "geographical_indication", "initiative"}))
            return brackets;
        for (const std::string_view separator : {"\n", ", ", "; ", " - "}) {
            const std::size_t at = text.find(separator);
            if (at == std::string_view::npos || at == 0)
                continue;
            const std::string_view rest = trimmed(text.substr(at + separator.size()));
            if (m_places.levelOf(rest) || (separator == "\n" && namesPlace(rest)))
                return {std::string(trimmed(text.substr(0, at))), std::string(rest)};
        }
        // "UBND huyện A" under "Chủ sở hữu, địa chỉ" is all there is of an address.
        if (saysPlace(m_found.columns[m_guess.find(field)->column]))
            if (std::string place = m_places.placeIn(text); !place.empty())
                return {std::string(text), std::move(place)};
        return brackets;
    }

    static bool saysPlace(const FoundColumn& column) {
        const std::string words = headerWords(headerOf(column));
        return words.find("dia chi") != std::string::npos ||
               words.find("dia diem") != std::string::npos ||
               words.find("dia ban") != std::string::npos;
    }

    /// The field whose cells end with a place in most rows, in brackets, on a line of its own or
    /// behind a comma; empty for none.
    std::string fieldWithPlaces() {
        for (const char* field : {"subject", "holder"}) {
            const GuessedColumn* column = m_guess.find(field);
            std::size_t count = 0, filled = 0;
            for (const FoundRow& row : m_found.rows) {
                if (column == nullptr)
                    break;
                const std::string_view cell = cellOf(row, m_found.columns[column->column].at);
                filled += cell.empty() ? 0 : 1;
                const std::string inside = splitPlace(field, cell).second;
                count += !inside.empty() && namesPlace(inside) ? 1 : 0;
            }
            // "Chủ sở hữu, địa chỉ" says so itself.
            const bool isSaid = column != nullptr && saysPlace(m_found.columns[column->column]);
            if (count > 0 && 10 * count >= (isSaid ? 3 : 7) * filled)
                return field;
        }
        return {};
    }

    void readContexts() {
        for (const Group& group : m_found.groups) {
            Context context;
            if (group.parent != noGroup)
                context = m_contexts[group.parent];
            if (const GuessedColumn* unit = m_guess.find("unit");
                unit != nullptr && group.row != nullptr)
                if (const auto text = group.row->text(m_found.columns[unit->column].at);
                    !text.empty())
                    context.unit = std::string(text);
            if (m_plain.options.kind == "ocop" && group.row != nullptr) {
                const TitleWords words = titleWords({{group.line, wholeText(*group.row)}}, "ocop");
                if (!words.decisionDay.empty()) {
                    context.period = words.decisionDay;
                    context.decision = words.decision;
                }
            }
            if (readsAsUnitOrYear(group.text, context)) {
                m_contexts.push_back(std::move(context));
                continue;
            }
            if (m_places.levelOf(group.text)) {
                context.within =
                    context.place.empty() ? context.within : joined(context.place, context.within);
                context.place = group.text;
                m_hasGroupPlaces = true;
            } else if (isCategory(group.text)) {
                context.category = group.text;
            } else if (const auto state = records::parseStateWords(group.text);
                       state && *state != records::State::Done) {
                context.status = group.text; // "C. Nhiệm vụ đề xuất"
            } else if (m_plain.options.kind == "ocop" &&
                       records::parseStars(group.text).kind == records::StarRating::Kind::Rated) {
                context.stars = std::to_string(records::parseStars(group.text).stars);
            } else if (std::string inside = m_places.placeIn(group.text); !inside.empty()) {
                context.within = joined(context.place, context.within);
                context.place = std::move(inside);
                m_hasGroupPlaces = true;
            } else if (!isRegion(group.text)) {
                context.subject = group.text;
                m_hasGroupSubjects = true;
            }
            m_contexts.push_back(std::move(context));
        }
    }

    /// "Vùng thượng huyện", "Các xã biên giới", "Khu vực phía Nam": neither a thing nor a unit.
    /// "Vùng trồng chè" is a thing.
    static bool isRegion(const std::string& text) {
        const std::string words = headerWords(text) + " ";
        for (const std::string_view start : {"vung trong ", "vung san xuat ", "vung nguyen lieu ",
                                             "vung nuoi ", "vung chuyen canh "})
            if (words.starts_with(start))
                return words.starts_with("vung trong diem ");
        for (const std::string_view start : {"vung ", "tieu vung ", "khu vuc ", "cac xa ",
                                             "cac phuong ", "cum ", "mien ", "phia "})
            if (words.starts_with(start))
                return true;
        return false;
    }

    static std::string wholeText(const sheets::Row& row) {
        std::string text;
        for (const sheets::Cell& cell : row.cells)
            text += (text.empty() ? "" : " ") + std::string(cell.text.view());
        return text;
    }

    /// "Tính bằng con", "ĐVT: ha", "NĂM 2018", "Phê duyệt năm 2023".
    static bool readsAsUnitOrYear(const std::string& text, Context& context) {
        const std::string words = headerWords(text);
        for (const std::string_view start : {"tinh bang ", "dvt ", "don vi tinh "})
            if (words.starts_with(start)) {
                context.unit = text.substr(text.find_last_of(" :") + 1);
                return isUnitWord(context.unit);
            }
        if (const auto year = headerYearOf(text); year && words.size() < 30) {
            context.period = std::to_string(year->year);
            return true;
        }
        return false;
    }

    bool isCategory(const std::string& text) const {
        return records::findCategory(m_plain.options.kind, text) != nullptr ||
               !records::kindOfCategory(m_plain.options.kind, text).empty();
    }

    static std::string joined(const std::string& lower, const std::string& upper) {
        return lower.empty() ? upper : upper.empty() ? lower : lower + "; " + upper;
    }

    std::size_t addColumn(const std::string& header, std::string_view field,
                          const std::string& unit = {}) {
        Table& table = m_plain.head;
        table.header.push_back(header);
        if (!field.empty())
            m_plain.options.plan->push_back({std::string(field), table.header.size() - 1, unit});
        return table.header.size() - 1;
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
            addColumn(headerOf(m_found.columns[column.column]), column.field, column.unit);
        }
        if (!m_guess.wide.empty())
            addWideColumns();
        for (const TickColumn& tick : m_guess.ticks)
            if (!m_ticked.contains(tick.field))
                m_ticked[tick.field] = addColumn("(đánh dấu) " + tick.field, tick.field);
        if (!has("unit") && m_wideUnit == none &&
            std::any_of(m_contexts.begin(), m_contexts.end(),
                        [](const Context& context) { return !context.unit.empty(); }))
            m_headingUnit = addColumn("(nhóm) đơn vị", "unit");
        if (!has("period") && m_widePeriod == none &&
            std::any_of(m_contexts.begin(), m_contexts.end(),
                        [](const Context& context) { return !context.period.empty(); }))
            m_headingPeriod = addColumn("(nhóm) thời gian", "period");
        if (!has("decision") &&
            std::any_of(m_contexts.begin(), m_contexts.end(),
                        [](const Context& context) { return !context.decision.empty(); }))
            m_headingDecision = addColumn("(nhóm) quyết định", "decision");
        if (!has("status") &&
            std::any_of(m_contexts.begin(), m_contexts.end(),
                        [](const Context& context) { return !context.status.empty(); }))
            m_headingStatus =
                m_wideStatus == none ? addColumn("(nhóm) trạng thái", "status") : m_wideStatus;
        const bool ownSubject = has("subject") || has("variety") || m_wideSubject != none;
        if (m_hasGroupSubjects && !ownSubject)
            m_groupSubject = addColumn("(nhóm) đối tượng", "subject");
        if (!has("category") &&
            std::any_of(m_contexts.begin(), m_contexts.end(),
                        [](const Context& context) { return !context.category.empty(); }))
            m_groupCategory = addColumn("(nhóm) phân loại", "category");
        if (!has("stars") &&
            std::any_of(m_contexts.begin(), m_contexts.end(),
                        [](const Context& context) { return !context.stars.empty(); }))
            m_groupStars = addColumn("(nhóm) hạng sao", "stars");
        if (!m_formerPlaces.empty())
            m_former = addColumn("(cũ)", "former_place");
        if (!m_splitField.empty())
            m_splitPlace = addColumn(headerOf(m_found.columns[m_guess.find(m_splitField)->column]) +
                                         " (địa điểm)",
                                     "place");
        if (m_hasGroupPlaces && !hasPlaceColumn() && m_splitField.empty())
            m_groupPlace = addColumn("(nhóm) địa điểm", "place");
        if (m_hasGroupPlaces || !m_surrounding.empty())
            m_groups = addColumn("(nhóm) thuộc", "groups");
    }

    /// All measures of the wide columns in one column each, with what their headers say beside
    /// them.
    void addWideColumns() {
        std::map<std::string, std::set<std::string>> units;
        for (const WideColumn& wide : m_guess.wide)
            units[wide.measure].insert(wide.unit);
        for (const WideColumn& wide : m_guess.wide) {
            const bool isMixed = units[wide.measure].size() > 1;
            m_hasWideUnits = m_hasWideUnits || isMixed;
            if (!m_wideMeasures.contains(wide.measure))
                m_wideMeasures[wide.measure] = addColumn(
                    isMixed ? "(cột) " + wide.measure : headerOf(m_found.columns[wide.column]),
                    wide.measure, isMixed ? std::string() : wide.unit);
            m_isWideBySubject = m_isWideBySubject || !wide.subject.empty();
            m_isWideByPeriod = m_isWideByPeriod || !wide.period.empty();
        }
        if (std::any_of(m_guess.wide.begin(), m_guess.wide.end(),
                        [](const WideColumn& wide) { return !wide.place.empty(); }))
            m_widePlace = addColumn("(cột) địa điểm", "place");
        if (m_hasWideUnits && !has("unit"))
            m_wideUnit = addColumn("(cột) đơn vị", "unit");
        if (m_isWideBySubject)
            m_wideSubject = addColumn("(cột) đối tượng", "subject");
        if (m_isWideByPeriod)
            m_widePeriod = addColumn("(cột) thời gian", "period");
        if (std::any_of(m_guess.wide.begin(), m_guess.wide.end(),
                        [](const WideColumn& wide) { return wide.isPlanned; })) {
            const auto& plan = *m_plain.options.plan;
            const auto status = std::find_if(plan.begin(), plan.end(),
                                             [](const auto& one) { return one.field == "status"; });
            m_wideStatus =
                status == plan.end() ? addColumn("(cột) trạng thái", "status") : status->column;
        }
    }

    void remark(LocalText text) { m_plain.remarks.push_back(std::move(text)); }

    void setDefault(const char* field, const std::string& text, const LocalText& what) {
        if (text.empty() || has(field) || m_plain.options.defaults.contains(field))
            return;
        m_plain.options.defaults[field] = text;
        remark(localText("Mọi dòng: {} '{}', theo dòng tiêu đề của bảng.",
                         "All rows: {} '{}', by the title of the table.", what, text));
    }

    bool isSet(const char* field) const { return m_plain.options.defaults.contains(field); }

    /// The list of a decision: its products were recognised on its day.
    void readDecision() {
        if (m_plain.options.kind != "ocop" || has("decision") || m_titles.decision.empty())
            return;
        setDefault("decision", m_titles.decision, {"quyết định", "decision"});
    }

    /// A table of one crop, animal or model may name it above itself and nowhere else.
    void readTitleSubject() {
        if (has("subject") || has("variety") || m_wideSubject != none || m_groupSubject != none ||
            isSet("subject") || m_titles.subject.empty() || m_places.levelOf(m_titles.subject))
            return;
        setDefault("subject", m_titles.subject, {"đối tượng", "subject"});
        if (!m_titles.isSubjectSure)
            m_plain.options.doubts.push_back(localText(
                "Không có cột nào ghi đối tượng; '{}' được lấy từ tiêu đề; hãy xem lại, hoặc đặt "
                "trường subject cho mọi dòng.",
                "No column is the subject; '{}' was taken from the title; check it, or set the "
                "field subject for all rows.",
                m_titles.subject));
    }

    /// Layers and sheets of one shape each hold what their name says.
    void readSheetName() {
        if (has("subject") || has("variety") || m_groupSubject != none || m_wideSubject != none ||
            isSet("subject") || !m_found.isLayer || m_found.sheet.empty() ||
            m_places.levelOf(m_found.sheet))
            return;
        m_plain.options.defaults["subject"] = m_found.sheet;
        remark(localText("Không có cột đối tượng; đối tượng được lấy theo tên lớp '{}'.",
                         "No column says what the rows are about; it is taken from the layer's "
                         "name '{}'.",
                         m_found.sheet));
    }

    /// Whether all measures are planned: by their headers, or by the title where no header says
    /// that its numbers were done.
    bool isPlanned() const {
        const auto isDone = [](const FoundColumn& column) {
            return std::any_of(column.path.begin(), column.path.end(), [](const std::string& line) {
                return standingOf(line) == Standing::Done;
            });
        };
        return m_guess.isPlanned ||
               (m_titles.isPlan &&
                std::none_of(m_found.columns.begin(), m_found.columns.end(), isDone));
    }

    void readTitles() {
        const bool isRecognition = m_plain.options.kind == "ocop" && !m_titles.decisionDay.empty();
        const bool saysDays = m_widePeriod != none || has("from") || has("to") || has("decision") ||
                              has("decision_date") || has("issued");
        if (!saysDays && isRecognition)
            setDefault("period", m_titles.decisionDay, {"thời gian", "period"});
        if (!saysDays && !isSet("period") && m_headingPeriod == none && !has("period") &&
            !m_guess.period.empty()) {
            m_plain.options.defaults["period"] = m_guess.period;
            remark(localText("Mọi dòng: thời gian '{}', theo tên cột của số liệu.",
                             "All rows: period '{}', by the headers of the values.",
                             m_guess.period));
        }
        if (isPlanned() && !has("status") && m_headingStatus == none && m_wideStatus == none &&
            !isSet("status")) {
            m_plain.options.defaults["status"] = "Kế hoạch";
            remark(
                {"Mọi số đều là kế hoạch hoặc quy hoạch, theo tên cột hoặc tiêu đề; được giữ với "
                 "trạng thái 'planned' và không tính vào số đã có.",
                 "All values are planned, by their headers or the title; they are kept as "
                 "'planned' and not counted among those that are there."});
        }
        if (!saysDays && !isSet("period") && m_headingPeriod == none)
            setDefault("period", m_titles.period, {"thời gian", "period"});
        if (m_groupCategory == none)
            setDefault("category", m_titles.category, {"phân loại", "category"});
        if (m_guess.needsCategory && m_groupCategory == none && !isSet("category") &&
            !m_guess.category.empty()) {
            m_plain.options.defaults["category"] = m_guess.category;
            remark(localText("Mọi dòng: phân loại '{}', theo tên cột của số liệu.",
                             "All rows: category '{}', by the header of the values.",
                             m_guess.category));
        }
        readDecision();
        readSheetName();
        m_plain.options.doubts = m_guess.doubts;
        readTitleSubject();
        const bool saysNoPlace = !hasPlaceColumn() && m_widePlace == none && m_groupPlace == none &&
                                 m_splitField.empty() && m_ground.ground.empty() &&
                                 !isSet("place") && m_surrounding.empty();
        if (saysNoPlace &&
            !isAnyOf(m_plain.options.kind, {"st_task", "model", "title", "geographical_indication",
                                            "initiative", "organisation", "generic"}))
            m_plain.options.doubts.push_back(
                {"Bảng không ghi địa điểm của từng dòng; hãy chọn cột của trường place, hoặc đặt "
                 "một "
                 "đơn vị cho mọi dòng.",
                 "Nothing says where the rows are; choose the column of the field place, or set "
                 "one unit for all rows."});
        if (m_guess.assumesHeads)
            remark(
                {"Tên cột của vật nuôi không ghi đơn vị; các số được hiểu là số con.",
                 "The columns of animals name no unit; their numbers are taken as heads (con)."});
        if (m_guess.needsUnit && m_headingUnit == none && !isSet("unit"))
            m_plain.options.doubts.push_back(
                {"Không rõ đơn vị của các số; hãy đặt trường unit cho mọi dòng.",
                 "The unit of the numbers is not known; set the field unit for all rows."});
        if (m_guess.needsStars && m_groupStars == none && !m_titles.stars.empty())
            setDefault("stars", m_titles.stars, {"hạng sao", "stars"});
        if (m_guess.needsStars && m_groupStars == none && !isSet("stars"))
            m_plain.options.doubts.push_back(
                {"Không có cột nào là hạng sao; hãy xem lại, hoặc chọn cột của trường stars.",
                 "No column is the rating; check it, or choose the column of the field stars."});
        if (m_guess.needsCategory && m_groupCategory == none && !isSet("category"))
            m_plain.options.doubts.push_back(
                {"Không có gì nói loại (nhãn hiệu tập thể, VietGAP…); hãy chọn cột của trường "
                 "category, hoặc đặt một loại cho mọi dòng.",
                 "Nothing says the category (collective mark, VietGAP…); choose the column of the "
                 "field category, or set one for all rows."});
        if (m_surrounding.empty() || hasPlaceColumn() || m_groupPlace != none ||
            !m_ground.ground.empty())
            return;
        if (m_plain.options.defaults.contains("place"))
            return;
        if (text::fold(m_plain.options.source.territory).starts_with(text::fold(m_surrounding)))
            return;
        m_plain.options.defaults["place"] = m_surrounding;
        remark(
            localText("Bảng không có cột địa điểm; mọi dòng được đặt ở '{}', nơi mà tiêu đề nêu.",
                      "No column says where; all rows are placed at '{}', which the title "
                      "names.",
                      m_surrounding));
    }

    /// Columns whose empty cells mean what stands above: written once for a block of rows.
    std::set<std::size_t> blockColumns() const {
        std::set<std::size_t> columns;
        for (const auto& [at, field] : m_sources) {
            if (isAnyOf(field, {"commune", "place"}) && isNumberedWith(at))
                columns.insert(at);
            if (!isAnyOf(field, {"province", "district"}) || m_found.isLayer)
                continue;
            const auto filled = std::count_if(
                m_found.rows.begin(), m_found.rows.end(),
                [&, at = at](const FoundRow& row) { return !cellOf(row, at).empty(); });
            if (!m_found.rows.empty() && !cellOf(m_found.rows.front(), at).empty() &&
                std::size_t(filled) * 10 <= m_found.rows.size() * 7)
                columns.insert(at);
        }
        return columns;
    }

    /// Whether every row with a place has a number, and no other one: the numbers count the places,
    /// and what stands below a place belongs to it.
    bool isNumberedWith(std::size_t at) const {
        const GuessedColumn* ordinal = m_guess.find(ordinalColumn);
        if (ordinal == nullptr || m_found.isLayer || m_found.rows.empty())
            return false;
        const std::size_t number = m_found.columns[ordinal->column].at;
        const auto isTogether = [&](const FoundRow& row) {
            return cellOf(row, at).empty() == cellOf(row, number).empty();
        };
        return !cellOf(m_found.rows.front(), at).empty() &&
               std::any_of(m_found.rows.begin(), m_found.rows.end(),
                           [&](const FoundRow& row) { return cellOf(row, at).empty(); }) &&
               std::all_of(m_found.rows.begin(), m_found.rows.end(), isTogether);
    }

    /// A feature of a layer with several columns that fills one of them says nothing.
    bool isNameAlone(const FoundRow& found) const {
        std::size_t filled = 0;
        for (const FoundColumn& column : m_found.columns)
            filled += records::isBlankCell(cellOf(found, column.at)) ? 0 : 1;
        return filled <= 1 && (m_found.columns.size() > 1 || m_found.isOneOfSeveral);
    }

    void makeRows() {
        const std::set<std::size_t> blocks = blockColumns();
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
        std::vector<std::size_t> nameAlone;
        TableRow row; // one for all, whose texts keep their room
        row.cells.resize(m_plain.head.header.size());
        row.numbers.resize(m_plain.head.header.size());
        for (std::size_t i = 0; i < m_found.rows.size(); ++i) {
            const FoundRow& found = m_found.rows[i];
            m_groundOfRow = i < m_ground.ground.size() ? m_ground.ground[i] : nullptr;
            if (found.group != group)
                for (const std::size_t at : blocks)
                    above.erase(at);
            group = found.group;
            const bool goesOn =
                isNumbered && cellOf(found, m_found.columns[ordinal->column].at).empty();
            if (m_found.isLayer && isNameAlone(found)) {
                nameAlone.push_back(found.row->line);
                continue;
            }
            row.line = found.row->line;
            for (std::size_t source = 0; source < m_sources.size(); ++source) {
                const auto& [at, field] = m_sources[source];
                std::string& text = row.cells[source];
                text = field == "stars" ? cellOf(found, at) // of "*"
                                        : withoutFootnote(cellOf(found, at), m_marks);
                if (!m_splitField.empty() && field == m_splitField) {
                    auto [before, inside] = splitPlace(field, text);
                    text = std::move(before);
                    m_insideBrackets = std::move(inside);
                }
                if (text.empty() && field == "unit" && found.group != noGroup)
                    text = m_contexts[found.group].unit;
                const bool isOfBlock =
                    blocks.contains(at) ||
                    (goesOn && isAnyOf(field, {"holder", "province", "district", "commune", "place",
                                               "decision", "certificate_no"}));
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
            addLongRows(found, row);
        }
        if (!nameAlone.empty())
            m_rowRemarks.push_back(
                localText("Không phải bản ghi vì chỉ có tên: đối tượng {} của lớp.",
                          "No records, since they have nothing but a name: features {}.",
                          fmt::join(nameAlone, ", ")));
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

    /// What is said around the row, in the columns behind its own cells.
    void finish(const FoundRow& found, TableRow& row) {
        static const Context noContext;
        const Context& context = found.group == noGroup ? noContext : m_contexts[found.group];
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
            row.cells[m_former] = std::move(former);
        }
        set(m_groupCategory, context.category);
        set(m_groupStars, context.stars);
        set(m_headingUnit, context.unit);
        set(m_headingPeriod, context.period);
        set(m_headingDecision, context.decision);
        if (m_headingStatus != m_wideStatus ||
            (m_wideStatus != none && row.cells[m_wideStatus].empty()))
            set(m_headingStatus, context.status);
        for (const auto& [field, column] : m_ticked)
            row.cells[column].clear();
        for (const TickColumn& tick : m_guess.ticks)
            if (!cellOf(found, m_found.columns[tick.column].at).empty())
                row.cells[m_ticked.at(tick.field)] = tick.value;
        set(m_groupPlace, context.place);
        if (m_groups != none)
            row.cells[m_groups] = joined(hasPlaceColumn() || m_splitPlace != none
                                             ? joined(context.place, context.within)
                                             : context.within,
                                         m_surrounding);
        (*m_visit)(row, m_groundOfRow);
    }

    /// A row for each place of a cell that states a value for each, where what the row says of all
    /// of them is their sum; false, with nothing added, for other rows.
    bool addOwnValues(const FoundRow& found, const TableRow& row) {
        const records::ColumnChoice* places = nullptr;
        std::vector<const records::ColumnChoice*> measures; ///< those that the row fills
        for (const records::ColumnChoice& column : *m_plain.options.plan) {
            if (column.column >= m_sources.size() || records::isBlankCell(row.cells[column.column]))
                continue;
            if (isAnyOf(column.field, {"commune", "place"}))
                places = &column;
            else if (isMeasure(column.field))
                measures.push_back(&column);
        }
        if (places == nullptr || measures.size() > 1)
            return false;
        const std::string& cell = row.cells[places->column];
        std::vector<OwnValue> values = ownValues(cell);
        const records::ColumnChoice* measure = measures.empty() ? nullptr : measures.front();
        if (values.empty() && measure != nullptr)
            values = ownLines(cell, row.cells[measure->column]);
        else if (!values.empty() && !isSum(row, measure, values))
            return false;
        if (measure == nullptr && !values.empty())
            measure = measureFor(values);
        if (values.empty() || measure == nullptr)
            return false;
        for (std::size_t i = 0; i < values.size(); ++i) {
            TableRow part = row;
            part.part = std::to_string(i + 1);
            part.cells[places->column] = values[i].place;
            part.cells[measure->column] = values[i].value;
            part.numbers[measure->column] = false;
            finish(found, part);
        }
        m_parted.push_back(row.line);
        return true;
    }

    /// Whether the values add up to what the row says of all places, in its unit.
    static bool isSum(const TableRow& row, const records::ColumnChoice* measure,
                      const std::vector<OwnValue>& values) {
        if (measure == nullptr)
            return true;
        const auto style = row.isNumber(measure->column) ? records::NumberStyle::Plain
                                                         : records::NumberStyle::Vietnamese;
        const auto all = records::parseQuantity(row.cells[measure->column], style);
        double sum = 0;
        for (const OwnValue& value : values) {
            const auto one = records::parseQuantity(value.value, records::NumberStyle::Vietnamese);
            const std::string& unit = all && !all->unit.empty() ? all->unit : measure->unit;
            if (!one || one->max || (!one->unit.empty() && !unit.empty() && one->unit != unit))
                return false;
            sum += one->value;
        }
        return all && !all->max && std::abs(sum - all->value) <= 0.005 * std::abs(all->value);
    }

    /// The column for values of their unit, where the row leaves all measures open.
    const records::ColumnChoice* measureFor(const std::vector<OwnValue>& values) const {
        const auto first =
            records::parseQuantity(values.front().value, records::NumberStyle::Vietnamese);
        for (const records::ColumnChoice& column : *m_plain.options.plan)
            if (isMeasure(column.field) && first && !first->unit.empty() &&
                column.unit == first->unit)
                return &column;
        return nullptr;
    }

    void addLongRows(const FoundRow& found, TableRow& row) {
        if (m_guess.wide.empty()) {
            if (!addOwnValues(found, row))
                finish(found, row);
            return;
        }
        // Measures of one subject and one period are one row.
        std::map<std::pair<std::string, std::string>, TableRow> rows;
        std::vector<std::pair<std::string, std::string>> order;
        std::set<std::string> periods;
        for (const WideColumn& wide : m_guess.wide) {
            const std::size_t at = m_found.columns[wide.column].at;
            const std::string_view text = withoutFootnote(cellOf(found, at), m_marks);
            if (records::isBlankCell(text))
                continue;
            const std::size_t column = m_wideMeasures.at(wide.measure);
            std::pair<std::string, std::string> key{wide.subject + wide.place,
                                                    wide.period + (wide.isPlanned ? "!" : "")};
            const bool isNumber =
                (at < found.row->cells.size() &&
                 found.row->cells[at].kind == sheets::CellKind::Number) ||
                records::parseQuantity(text, records::NumberStyle::Vietnamese).has_value();
            // Two numbers of one measure are two rows, and so are two units.
            while (rows.contains(key) && (!rows.at(key).cells[column].empty() ||
                                          (isNumber && m_wideUnit != none &&
                                           rows.at(key).cells[m_wideUnit] != wide.unit)))
                key.second += ' ';
            const auto [one, isNew] = rows.try_emplace(key, row);
            TableRow& longRow = one->second;
            if (isNew) {
                order.push_back(key);
                const std::string ofColumn = std::to_string(wide.column + 1) +
                                             (wide.period.empty() ? "" : "-" + wide.period);
                // What was planned for a year and what was done in it are two rows.
                const bool isNamedByPeriod = wide.subject.empty() && wide.place.empty() &&
                                             !wide.period.empty() &&
                                             periods.insert(wide.period).second;
                longRow.part = isNamedByPeriod ? wide.period : ofColumn;
                if (m_widePlace != none)
                    longRow.cells[m_widePlace] = wide.place;
                if (m_wideSubject != none)
                    longRow.cells[m_wideSubject] = wide.subject;
                if (m_widePeriod != none)
                    longRow.cells[m_widePeriod] = wide.period;
                if (m_wideStatus != none && wide.isPlanned)
                    longRow.cells[m_wideStatus] = "Kế hoạch";
            }
            if (m_wideUnit != none && (isNew || isNumber))
                longRow.cells[m_wideUnit] = wide.unit;
            longRow.cells[column] = std::string(text);
            longRow.numbers[column] = at < found.row->cells.size() &&
                                      found.row->cells[at].kind == sheets::CellKind::Number;
        }
        for (const auto& key : order)
            finish(found, rows.at(key));
    }

    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    const FoundTable& m_found;
    const ColumnGuess& m_guess;
    const TitleWords& m_titles;
    PlaceWords& m_places;
    std::vector<std::string> m_marks; ///< of footnotes
    struct Plain {
        Table head; ///< no rows
        records::ImportOptions options;
        std::vector<LocalText> remarks;
    };
    Plain m_plain;
    std::vector<LocalText> m_rowRemarks; ///< of the last visit
    const records::RowVisit* m_visit = nullptr;
    RowGround m_ground;
    std::shared_ptr<const sheets::Ground> m_groundOfRow;
    std::string m_surrounding;
    std::vector<Context> m_contexts; ///< by group
    bool m_hasGroupPlaces = false, m_hasGroupSubjects = false;
    std::vector<std::pair<std::size_t, std::string>> m_sources; ///< column of the sheet, field
    std::string m_splitField;                ///< behind whose texts places stand in brackets
    std::string m_insideBrackets;            ///< of the row being read
    std::vector<std::size_t> m_parted;       ///< lines that addOwnValues() made several rows of
    std::vector<std::size_t> m_formerPlaces; ///< columns of the sheet
    std::size_t m_splitPlace = none, m_former = none, m_groupStars = none;
    std::map<std::string, std::size_t> m_wideMeasures;
    bool m_isWideBySubject = false, m_isWideByPeriod = false, m_hasWideUnits = false;
    std::size_t m_wideUnit = none, m_widePlace = none, m_headingUnit = none, m_headingPeriod = none,
                m_headingDecision = none, m_headingStatus = none;
    std::map<std::string, std::size_t> m_ticked; ///< field -> column
    std::size_t m_wideSubject = none, m_widePeriod = none, m_wideStatus = none;
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

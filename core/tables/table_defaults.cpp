#include "core/tables/table_defaults.hpp"

#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/records/period.hpp"
#include "core/tables/plan_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

class DefaultsReader {
public:
    DefaultsReader(const FoundTable& found, const ColumnGuess& guess, const TitleWords& titles,
                   PlaceWords& places, const SaidByRows& rows, PlainHead& plain)
        : m_found(found), m_guess(guess), m_titles(titles), m_places(places), m_rows(rows),
          m_plain(plain) {}

    void read() {
        readTitlePeriod();
        readTitleCategory();
        readDecision();
        readSheetName();
        m_plain.options.doubts = m_guess.doubts;
        readTitleSubject();
        doubtPlaces();
        if (m_guess.assumesHeads)
            m_plain.remark(
                {"Tên cột của vật nuôi không ghi đơn vị; các số được hiểu là số con.",
                 "The columns of animals name no unit; their numbers are taken as heads (con)."});
        if (m_guess.needsUnit && !m_rows.headingUnit && !isSet("unit"))
            m_plain.options.doubts.push_back(
                {"Không rõ đơn vị của các số; hãy đặt trường unit cho mọi dòng.",
                 "The unit of the numbers is not known; set the field unit for all rows."});
        readTitleStars();
        if (m_guess.needsCategory && !m_rows.headingCategory && !isSet("category"))
            m_plain.options.doubts.push_back(
                {"Không có gì nói loại (nhãn hiệu tập thể, VietGAP…); hãy chọn cột của trường "
                 "category, hoặc đặt một loại cho mọi dòng.",
                 "Nothing says the category (collective mark, VietGAP…); choose the column of the "
                 "field category, or set one for all rows."});
        readTitlePlace();
    }

private:
    bool has(std::string_view field) const { return m_guess.find(field) != nullptr; }

    void setDefault(const char* field, const std::string& text, const LocalText& what) {
        if (text.empty() || has(field) || m_plain.options.defaults.contains(field))
            return;
        m_plain.options.defaults[field] = text;
        m_plain.remark(localText("Mọi dòng: {} '{}', theo dòng tiêu đề của bảng.",
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
        if (has("subject") || has("variety") || m_rows.subject || isSet("subject") ||
            m_titles.subject.empty() || m_places.levelOf(m_titles.subject))
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
        if (has("subject") || has("variety") || m_rows.subject || isSet("subject") ||
            !m_found.isLayer || m_found.sheet.empty() || m_places.levelOf(m_found.sheet))
            return;
        m_plain.options.defaults["subject"] = m_found.sheet;
        m_plain.remark(
            localText("Không có cột đối tượng; đối tượng được lấy theo tên lớp '{}'.",
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

    /// "Số 00104 ngày 12/8/2021" in most cells of the certificates.
    bool saysDaysOfCertificates() const {
        const GuessedColumn* column = m_guess.find("certificate_no");
        if (column == nullptr)
            return false;
        const std::size_t at = m_found.columns[column->column].at;
        const auto dated =
            std::count_if(m_found.rows.begin(), m_found.rows.end(), [&](const FoundRow& row) {
                return records::parseDecision(cellOf(row, at)).day.has_value();
            });
        return 2 * std::size_t(dated) >= m_found.rows.size() && dated > 0;
    }

    /// The day or year of all rows, and whether they are plans.
    void readTitlePeriod() {
        const bool isRecognition = m_plain.options.kind == "ocop" && !m_titles.decisionDay.empty();
        const bool saysDays = m_rows.period || has("from") || has("to") || has("decision") ||
                              has("decision_date") || has("issued") || saysDaysOfCertificates();
        if (!saysDays && isRecognition)
            setDefault("period", m_titles.decisionDay, {"thời gian", "period"});
        if (!saysDays && !isSet("period") && !m_rows.headingPeriod && !has("period") &&
            !m_guess.period.empty()) {
            m_plain.options.defaults["period"] = m_guess.period;
            m_plain.remark(localText("Mọi dòng: thời gian '{}', theo tên cột của số liệu.",
                                     "All rows: period '{}', by the headers of the values.",
                                     m_guess.period));
        }
        if (isPlanned() && !has("status") && !m_rows.status && !isSet("status")) {
            m_plain.options.defaults["status"] = "Kế hoạch";
            m_plain.remark(
                {"Mọi số đều là kế hoạch hoặc quy hoạch, theo tên cột hoặc tiêu đề; được giữ với "
                 "trạng thái 'planned' và không tính vào số đã có.",
                 "All values are planned, by their headers or the title; they are kept as "
                 "'planned' and not counted among those that are there."});
        }
        if (!saysDays && !isSet("period") && !m_rows.headingPeriod)
            setDefault("period", m_titles.period, {"thời gian", "period"});
    }

    void readTitleCategory() {
        if (!m_rows.headingCategory)
            setDefault("category", m_titles.category, {"phân loại", "category"});
        if (!m_guess.needsCategory || m_rows.headingCategory || isSet("category") ||
            m_guess.category.empty())
            return;
        m_plain.options.defaults["category"] = m_guess.category;
        m_plain.remark(localText("Mọi dòng: phân loại '{}', theo tên cột của số liệu.",
                                 "All rows: category '{}', by the header of the values.",
                                 m_guess.category));
    }

    void readTitleStars() {
        if (!m_guess.needsStars || m_rows.headingStars)
            return;
        setDefault("stars", m_titles.stars, {"hạng sao", "stars"});
        if (!isSet("stars"))
            m_plain.options.doubts.push_back(
                {"Không có cột nào là hạng sao; hãy xem lại, hoặc chọn cột của trường stars.",
                 "No column is the rating; check it, or choose the column of the field stars."});
    }

    /// Rows of things that stand somewhere, in a table that does not say where. The lists of a
    /// commune name villages at most.
    void doubtPlaces() {
        if (!m_rows.place && !m_rows.widePlace && !m_rows.isInCells && !m_rows.ground &&
            !isSet("place") && m_rows.surrounding.empty() &&
            m_places.levelOf(m_plain.options.source.territory) != gazetteer::Level::Commune &&
            !isAnyOf(m_plain.options.kind, {"st_task", "model", "title", "geographical_indication",
                                            "initiative", "organisation", "generic"}))
            m_plain.options.doubts.push_back(
                {"Bảng không ghi địa điểm của từng dòng; hãy chọn cột của trường place, hoặc đặt "
                 "một đơn vị cho mọi dòng.",
                 "Nothing says where the rows are; choose the column of the field place, or set "
                 "one unit for all rows."});
    }

    /// The unit that the title names, for rows that say no place.
    void readTitlePlace() {
        if (m_rows.surrounding.empty() || m_rows.place || m_rows.ground || isSet("place") ||
            text::fold(m_plain.options.source.territory)
                .starts_with(text::fold(m_rows.surrounding)))
            return;
        m_plain.options.defaults["place"] = m_rows.surrounding;
        m_plain.remark(
            localText("Bảng không có cột địa điểm; mọi dòng được đặt ở '{}', nơi mà tiêu đề nêu.",
                      "No column says where; all rows are placed at '{}', which the title names.",
                      m_rows.surrounding));
    }

    const FoundTable& m_found;
    const ColumnGuess& m_guess;
    const TitleWords& m_titles;
    PlaceWords& m_places;
    const SaidByRows& m_rows;
    PlainHead& m_plain;
};

} // namespace

void readTableDefaults(const FoundTable& found, const ColumnGuess& guess, const TitleWords& titles,
                       PlaceWords& places, const SaidByRows& rows, PlainHead& plain) {
    DefaultsReader(found, guess, titles, places, rows, plain).read();
}

} // namespace terroir::tables

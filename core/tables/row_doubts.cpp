#include "core/tables/row_doubts.hpp"

#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/records/quantity.hpp"
#include "core/records/row_details.hpp"
#include "core/records/stars.hpp"
#include "core/records/state_words.hpp"
#include "core/tables/asked_columns.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/end_days.hpp"
#include "core/tables/own_values.hpp"
#include "core/tables/record_doubts.hpp"
#include "core/tables/row_words.hpp"
#include "core/tables/side_by_side.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>

namespace terroir::tables {

using gazetteer::Level;

namespace {

/// "TBR225" below "Tên giống", or below the yields of which a trial has one for each variety: the
/// line above says that it is what the numbers are of.
bool isBelowThings(const std::vector<std::string>& path) {
    if (path.size() < 2)
        return false;
    const auto top = meaningsOf({path.front()}, "trial");
    return !top.empty() && top.front().share >= 0.9 &&
           isAnyOf(top.front().field, {"subject", "variety", "yield"});
}

} // namespace

class RowDoubts::RowDoubter {
public:
    RowDoubter(const FoundTable& found, const ColumnGuess& guess, PlaceWords& places,
               const gazetteer::Gazetteer& gazetteer)
        : m_found(found), m_places(places), m_gazetteer(gazetteer), m_lost(guess.lost),
          m_isForm(guess.isForm), m_endDays(found, guess), m_fields(found.columns.size()) {
        m_isTitled = guess.find("subject") == nullptr && guess.find("variety") == nullptr &&
                     !guess.countedThings && found.groups.empty();
        for (const GuessedColumn& column : guess.columns)
            m_fields[column.column] = column.field;
        for (const WideColumn& wide : guess.wide) {
            m_fields[wide.column] = wide.measure;
            m_isWide = m_isWide || !wide.subject.empty();
            m_isTitled = m_isTitled && wide.subject.empty();
            if (!wide.subject.empty() && !text::isThing(wide.subject) &&
                !isProductOfAnimals(wide.subject) &&
                !isBelowThings(found.columns[wide.column].path))
                m_unknownThings.insert(text::toNfc(wide.subject));
        }
        for (const std::size_t column : guess.unused)
            if (const auto meanings = meaningsOf(found.columns[column].path, "ocop");
                !meanings.empty() && meanings.front().field == "stars" &&
                !guess.formerRatings.contains(column))
                m_otherStars.push_back(column);
        for (const auto* columns : {&found.columns, &found.hiddenColumns})
            for (const FoundColumn& column : *columns)
                m_width = std::max(m_width, column.at + 1);
        m_hasLongRows = std::any_of(found.rows.begin(), found.rows.end(),
                                    [&](const FoundRow& row) { return isLong(row); });
        const auto communes = std::find(m_fields.begin(), m_fields.end(), "commune");
        if (communes == m_fields.end())
            return;
        const std::size_t at = found.columns[std::size_t(communes - m_fields.begin())].at;
        m_blankCommunes = std::size_t(
            std::count_if(found.rows.begin(), found.rows.end(), [&](const FoundRow& row) {
                return records::isBlankCell(cellOf(row, at));
            }));
    }

    std::optional<LocalText> finerPlace(const FoundRow& row,
                                        const std::vector<const records::Record*>& taken) {
        if (isAnyOf(taken.front()->kind, {"st_task", "title", "geographical_indication"}) ||
            !isAboveCommunes(*taken.front()))
            return std::nullopt;
        for (std::size_t i = 0; i < m_found.columns.size(); ++i) {
            if (!isAnyOf(m_fields[i], {"", "subject", "holder", knownColumn}))
                continue;
            const std::string place = m_places.placeIn(cellOf(row, m_found.columns[i].at));
            if (!place.empty() && m_places.levelOf(place) == Level::Commune)
                return localText("Cột '{}' nêu '{}', nhưng dòng này được đặt ở một đơn vị lớn hơn; "
                                 "hãy xem lại, hoặc ghi địa điểm vào một cột riêng.",
                                 "The column '{}' names '{}', but the row was put on a larger "
                                 "unit; check it, or give the place a column of its own.",
                                 headerOf(m_found.columns[i]), place);
        }
        return std::nullopt;
    }

    /// Numbers of the row that nothing took.
    std::optional<LocalText> lostNumber(const FoundRow& row) const {
        std::string names;
        for (const std::size_t column : m_lost)
            if (!records::isBlankCell(cellOf(row, m_found.columns[column].at)))
                names += (names.empty() ? "" : "', '") + headerOf(m_found.columns[column]);
        if (names.empty())
            return std::nullopt;
        return localText("Số ở cột '{}' không được dùng dù có thể là giá trị; hãy chọn cột ấy cho "
                         "trường area, output hoặc count, hoặc bỏ cột ấy.",
                         "The number of '{}' is not used, though it may be a value; choose the "
                         "column for the field area, output or count, or take it out.",
                         names);
    }

    /// A row that fell to the territory, where coordinates say where the others are.
    std::optional<LocalText> noPoint(const FoundRow& row,
                                     const std::vector<const records::Record*>& taken) const {
        const auto& places = taken.front()->places;
        if (places.empty() || places.front().role != records::PlaceRole::Territory)
            return std::nullopt;
        std::string written;
        bool hasCoordinates = false;
        for (std::size_t i = 0; i < m_found.columns.size(); ++i) {
            if (!isAnyOf(m_fields[i], {eastColumn, northColumn, pairColumn}))
                continue;
            hasCoordinates = true;
            if (const auto cell = cellOf(row, m_found.columns[i].at); !cell.empty())
                written += (written.empty() ? "" : "; ") + std::string(cell);
        }
        if (!hasCoordinates)
            return std::nullopt;
        return written.empty()
                   ? localText("Dòng này không có tọa độ nên được đặt ở cả địa bàn; hãy ghi tọa độ "
                               "hoặc địa điểm.",
                               "The row has no coordinates and was put on the whole territory; "
                               "write them, or the place.")
                   : localText("Tọa độ '{}' không đọc được hoặc nằm ngoài Việt Nam nên dòng này "
                               "được đặt ở cả địa bàn; hãy sửa tọa độ hoặc ghi địa điểm.",
                               "The coordinates '{}' cannot be read or lie outside Vietnam, so the "
                               "row was put on the whole territory; mend them, or write the place.",
                               written);
    }

    /// A number of one place among several that the row's value is shared by.
    std::optional<LocalText> lostShare(const FoundRow& row,
                                       const std::vector<const records::Record*>& taken) const {
        if (taken.front()->places.size() < 2)
            return std::nullopt;
        for (std::size_t i = 0; i < m_found.columns.size(); ++i) {
            const std::string_view cell = cellOf(row, m_found.columns[i].at);
            if (isAnyOf(m_fields[i], {"commune", "place"}) && statesSomeValue(cell) &&
                ownValues(cell).empty())
                return localText("'{}' ghi số riêng cho một phần các nơi, số ấy không được dùng; "
                                 "hãy ghi mỗi nơi một dòng.",
                                 "'{}' states a number for some of its places, which is not used; "
                                 "give each place a row of its own.",
                                 cell);
        }
        return std::nullopt;
    }

    /// A column that was taken for one of a crop, though its header is none that is known.
    std::optional<LocalText> unknownThing(const std::vector<const records::Record*>& taken) const {
        for (const records::Record* record : taken)
            for (const std::string& subject : record->subjects)
                if (record->kind != "generic" && m_unknownThings.contains(text::toNfc(subject)))
                    return localText("'{}' ở tên cột được hiểu là đối tượng của các số bên dưới; "
                                     "hãy xem đó có phải là cây trồng, vật nuôi không.",
                                     "'{}' in the header was taken for what the numbers below are "
                                     "about; check whether it is a crop or an animal.",
                                     subject);
        return std::nullopt;
    }

    /// The column of communes, where most rows have one and this one does not.
    std::optional<LocalText> noCommune(const FoundRow& row,
                                       const std::vector<const records::Record*>& taken) const {
        const auto field = std::find(m_fields.begin(), m_fields.end(), "commune");
        if (m_isForm || field == m_fields.end() || !isAboveCommunes(*taken.front()))
            return std::nullopt;
        const FoundColumn& column = m_found.columns[std::size_t(field - m_fields.begin())];
        if (!records::isBlankCell(cellOf(row, column.at)) ||
            2 * m_blankCommunes > m_found.rows.size())
            return std::nullopt;
        return localText("Ô '{}' trống nên dòng này được đặt ở một đơn vị lớn hơn; hãy ghi xã nếu "
                         "biết.",
                         "The cell '{}' is empty, so the row was put on a larger unit; write the "
                         "commune if it is known.",
                         headerOf(column));
    }

    /// "12,5" without quotes in a text whose columns are parted by commas: the row is longer than
    /// the header, or the second half fills a column of words.
    std::optional<LocalText> cutNumber(const FoundRow& row) const {
        if (!m_hasLongRows)
            return std::nullopt;
        for (std::size_t i = 0; i < m_found.columns.size(); ++i) {
            const std::size_t at = m_found.columns[i].at;
            const std::string_view half = cellOf(row, at + 1);
            const bool isNext = i + 1 < m_found.columns.size() &&
                                isAnyOf(m_fields[i + 1], {"", "note", "holder", "subject", "place",
                                                          "status", knownColumn});
            if (isMeasure(m_fields[i]) && areDigits(cellOf(row, at)) && areDigits(half) &&
                (isNext || isLong(row)))
                return localText("Các ô '{}' và '{}' có thể là một số bị dấu phẩy cắt đôi ({}{}); "
                                 "hãy đặt số ấy trong ngoặc kép, hoặc dùng dấu chấm phẩy giữa các "
                                 "cột.",
                                 "The cells '{}' and '{}' may be one number that its comma cut in "
                                 "two ({}{}); put it in quotes, or part the columns with "
                                 "semicolons.",
                                 cellOf(row, at), half, columnName(at), row.row->line);
        }
        if (!isLong(row))
            return std::nullopt;
        return localText("Dòng có nhiều ô hơn dòng tên cột: {}{} '{}'; hãy xem lại các ô của dòng.",
                         "The row has more cells than the header: {}{} '{}'; check its cells.",
                         columnName(row.row->cells.size() - 1), row.row->line,
                         row.row->cells.back().text.view());
    }

    /// "=C2*2" that no spreadsheet ever computed.
    static std::optional<LocalText> openFormula(const FoundRow& row) {
        for (std::size_t at = 0; at < row.row->cells.size(); ++at)
            if (const std::string_view cell = row.row->text(at);
                cell.size() > 1 && cell.front() == '=')
                return localText("Ô {}{} là công thức '{}' chưa có kết quả; hãy mở tệp bằng bảng "
                                 "tính rồi lưu lại.",
                                 "The cell {}{} is a formula without a result, '{}'; open the file "
                                 "with a spreadsheet and save it.",
                                 columnName(at), row.row->line, cell);
        return std::nullopt;
    }

    /// A product that was assessed and has no rating.
    std::optional<LocalText> noStars(const std::vector<const records::Record*>& taken) const {
        const auto stars = std::find(m_fields.begin(), m_fields.end(), "stars");
        if (taken.front()->kind != "ocop" || stars == m_fields.end() ||
            std::any_of(taken.begin(), taken.end(),
                        [](const auto* record) { return record->value.has_value(); }))
            return std::nullopt;
        return localText("Cột '{}' không ghi hạng sao của dòng này; hãy xem sản phẩm đã được công "
                         "nhận chưa.",
                         "The column '{}' has no rating in this row; check whether the product was "
                         "recognised.",
                         headerOf(m_found.columns[std::size_t(stars - m_fields.begin())]));
    }

    /// An application with its number, beside empty cells for the number and the day of the title.
    std::optional<LocalText> noTitle(const FoundRow& row,
                                     const std::vector<const records::Record*>& taken) const {
        const records::Record& record = *taken.front();
        if (!isAnyOf(record.kind, {"title", "geographical_indication"}) ||
            record.state != records::State::Done || isBlankIn(row, "application_no") ||
            !isBlankIn(row, "certificate_no") || !isBlankIn(row, "period"))
            return std::nullopt;
        const auto number = std::find(m_fields.begin(), m_fields.end(), "certificate_no");
        if (number == m_fields.end())
            return std::nullopt;
        return localText("Dòng này có số đơn nhưng cột '{}' và ngày cấp đều trống; hãy xem đã được "
                         "cấp chưa.",
                         "The row has the number of an application, but neither '{}' nor the day "
                         "of the title; check whether it was granted.",
                         headerOf(m_found.columns[std::size_t(number - m_fields.begin())]));
    }

    /// A rating in a column that nothing took, as of another year.
    std::optional<LocalText> otherStars(const FoundRow& row,
                                        const std::vector<const records::Record*>& taken) const {
        if (taken.front()->kind != "ocop" || !taken.front()->value)
            return std::nullopt;
        for (const std::size_t column : m_otherStars) {
            const std::string_view cell = cellOf(row, m_found.columns[column].at);
            const records::StarRating rating = records::parseStars(cell);
            const bool isBare = cell.size() == 1 && cell.front() >= '1' && cell.front() <= '5';
            const int stars = isBare ? cell.front() - '0' : rating.stars;
            if ((isBare || rating.kind == records::StarRating::Kind::Rated) &&
                stars != int(*taken.front()->value))
                return localText("Cột '{}' ghi hạng khác ({} sao); hãy xem hạng nào đang có hiệu "
                                 "lực.",
                                 "The column '{}' has another rating ({} stars); check which one "
                                 "holds.",
                                 headerOf(m_found.columns[column]), stars);
        }
        return std::nullopt;
    }

    /// "Trồng bưởi" among the notes of a row that is about tea since the title says so.
    std::optional<LocalText> otherThing(const FoundRow& row,
                                        const std::vector<const records::Record*>& taken) const {
        if (!m_isTitled || taken.front()->subjects.size() != 1)
            return std::nullopt;
        const std::string& subject = taken.front()->subjects.front();
        for (std::size_t i = 0; i < m_found.columns.size(); ++i) {
            const std::string_view cell = cellOf(row, m_found.columns[i].at);
            if (isAnyOf(m_fields[i], {"", "note"}) &&
                namesOtherThing(cell, subject, m_fields[i] == "note"))
                return localText("Đối tượng '{}' được lấy từ tiêu đề, nhưng ô ở cột '{}' ghi '{}'; "
                                 "hãy xem lại dòng này nói về gì.",
                                 "The subject '{}' was taken from the title, but the cell of '{}' "
                                 "says '{}'; check what the row is about.",
                                 subject, headerOf(m_found.columns[i]), cell);
        }
        return std::nullopt;
    }

    /// "Đã ngừng nuôi", "dự kiến" among the notes of a row that nothing else says is not there.
    std::optional<LocalText> endedByNote(const FoundRow& row,
                                         const std::vector<const records::Record*>& taken) const {
        const auto note = std::find(m_fields.begin(), m_fields.end(), "note");
        if (note == m_fields.end() ||
            std::any_of(taken.begin(), taken.end(), [](const records::Record* record) {
                return record->state != records::State::Done;
            }))
            return std::nullopt;
        constexpr std::size_t longest = 60, longestPlan = 30; // bytes: a sentence says more
        const std::string_view cell =
            cellOf(row, m_found.columns[std::size_t(note - m_fields.begin())].at);
        const bool isDay =
            text::fold(cell).starts_with("het h") && std::any_of(cell.begin(), cell.end(), isDigit);
        if (cell.size() > longest || isDay) // "Hết hạn 2026" says until when it holds
            return std::nullopt;
        const auto state = records::parseStateWords(cell);
        // "Đề nghị gia hạn" is said of what holds.
        const bool isNotThere =
            state == records::State::Withdrawn ||
            (cell.size() <= longestPlan && !records::isGranted(taken.front()->kind) &&
             (state == records::State::Planned || state == records::State::Proposed));
        if (!isNotThere)
            return std::nullopt;
        return localText("Ghi chú '{}': hãy xem dòng này còn được tính không; nếu không, hãy ghi "
                         "trạng thái vào một cột riêng.",
                         "The note says '{}': check whether the row still counts; if not, write "
                         "the status into a column of its own.",
                         cell);
    }

    /// A day on which it was suspended beside a status that says it is in force.
    std::optional<LocalText> endedAnyway(const FoundRow& row) const {
        const auto status = std::find(m_fields.begin(), m_fields.end(), "status");
        if (!m_endDays.any() || status == m_fields.end())
            return std::nullopt;
        const std::size_t at = m_found.columns[std::size_t(status - m_fields.begin())].at;
        return m_endDays.contradiction(row, std::string(cellOf(row, at)));
    }

    std::optional<LocalText> onlyPlanned(const FoundRow& row,
                                         const std::vector<const records::Record*>& taken) const {
        if (std::any_of(taken.begin(), taken.end(),
                        [](const auto* record) { return record->value.value_or(0) != 0; }))
            return std::nullopt;
        for (std::size_t i = 0; i < m_found.columns.size(); ++i) {
            if (isMeasure(m_fields[i]) || !isPlanOfMeasure(i) || isOfAnother(i, *taken.front()))
                continue;
            const std::string cell(cellOf(row, m_found.columns[i].at));
            const auto plan = records::parseQuantity(cell, records::NumberStyle::Vietnamese);
            if (plan && plan->value > 0)
                return localText("Cột '{}' ghi kế hoạch {}, nhưng không ghi gì đã thực hiện; hãy "
                                 "xem lại dòng này còn được tính không.",
                                 "The column '{}' plans {}, but nothing of it was done; check "
                                 "whether the row still counts.",
                                 headerOf(m_found.columns[i]), cell);
        }
        return std::nullopt;
    }

private:
    /// "trồng bưởi", "cây ổi" beside "chè"; "bưởi" beside "cây ăn quả" may be what is meant.
    /// Among notes the name alone says it; elsewhere "Lan" and "Hồng" may be persons.
    static bool namesOtherThing(std::string_view cell, const std::string& subject, bool isNote) {
        std::string words = text::normalize(cell);
        bool isAnnounced = isNote || words.starts_with("cây ");
        for (const std::string_view start : {"trồng ", "nuôi ", "xen "})
            if (words.starts_with(start)) {
                words.erase(0, start.size());
                isAnnounced = true;
            }
        if (!isAnnounced)
            return false;
        const std::string mine = text::nameOfThing(subject);
        return text::isThing(words) && !isGroupOfThings(mine) && text::isThing(mine) &&
               words.find(mine) == std::string::npos &&
               mine.find(text::nameOfThing(words)) == std::string::npos;
    }

    /// "SL trứng (nghìn quả)": no animal, and no guess.
    static bool isProductOfAnimals(std::string_view name) {
        return isAnyOf(text::normalize(name), {"trứng", "trứng gia cầm", "sữa", "sữa tươi", "thịt",
                                               "thịt hơi", "mật", "mật ong", "kén", "kén tằm"});
    }

    static bool isGroupOfThings(std::string_view thing) {
        static constexpr std::string_view groups[] = {
            "ăn quả",  "ăn trái",    "rau",      "hoa",        "dược liệu",   "gia cầm",
            "gia súc", "cá",         "thủy sản", "thủy cầm",   "công nghiệp", "hàng năm",
            "lâu năm", "lâm nghiệp", "rừng",     "lương thực", "thực phẩm",   "trái cây",
            "có múi",  "màu",        "hoa màu"};
        return std::any_of(std::begin(groups), std::end(groups),
                           [&](std::string_view group) { return thing.starts_with(group); });
    }

    /// Whether the table has no column of the field, or the row nothing in it.
    bool isBlankIn(const FoundRow& row, std::string_view field) const {
        const auto its = std::find(m_fields.begin(), m_fields.end(), field);
        return its == m_fields.end() ||
               records::isBlankCell(
                   cellOf(row, m_found.columns[std::size_t(its - m_fields.begin())].at));
    }

    /// Of a text table, which has no name of a sheet.
    bool isLong(const FoundRow& row) const {
        return m_found.sheet.empty() && !m_found.isLayer && row.row->cells.size() > m_width;
    }

    static bool areDigits(std::string_view cell) {
        return !cell.empty() && cell.size() <= 6 &&
               cell.find_first_not_of("0123456789") == std::string_view::npos;
    }

    bool isAboveCommunes(const records::Record& record) const {
        bool isSomewhere = false;
        for (const records::Place& place : record.places) {
            const gazetteer::UnitIndex unit = m_gazetteer.find(place.uid);
            if (place.role == records::PlaceRole::NameComponent || unit == gazetteer::noUnit)
                continue;
            isSomewhere = true;
            if (m_gazetteer.unit(unit).level == Level::Commune)
                return false;
        }
        return isSomewhere;
    }

    /// The plan of another crop of the row.
    bool isOfAnother(std::size_t at, const records::Record& record) const {
        return m_isWide && !record.subjects.empty() &&
               text::fold(m_found.columns[at].path.front())
                       .find(text::fold(record.subjects.front())) == std::string::npos;
    }

    /// "Quy mô / Kế hoạch", "KH giao" beside "Quy mô / Thực hiện", which is the measure.
    bool isPlanOfMeasure(std::size_t at) const {
        const auto& path = m_found.columns[at].path;
        if (path.empty())
            return false;
        const bool isPlan = saysAsked(path.back());
        for (std::size_t i = 0; isPlan && i < m_found.columns.size(); ++i)
            if (isMeasure(m_fields[i]) && isDoneOf(m_found.columns[i].path, path))
                return true;
        return false;
    }

    /// In lines below the same header, or side by side.
    static bool isDoneOf(const std::vector<std::string>& done,
                         const std::vector<std::string>& plan) {
        if (done.size() != plan.size())
            return false;
        return done.size() > 1 ? done.front() == plan.front()
                               : headerWords(done.front()).find("thuc hien") != std::string::npos;
    }

    const FoundTable& m_found;
    PlaceWords& m_places;
    const gazetteer::Gazetteer& m_gazetteer;
    const std::vector<std::size_t>& m_lost; ///< ColumnGuess::lost
    bool m_isForm;                          ///< ColumnGuess::isForm
    EndDays m_endDays;
    bool m_isTitled = false;               ///< only the title says what the rows are about
    std::set<std::string> m_unknownThings; ///< subjects of wide columns that are no known ones
    std::vector<std::string> m_fields;     ///< by column of the table; empty: nothing took it
    std::vector<std::size_t> m_otherStars; ///< columns of ratings that nothing took
    std::size_t m_width = 0;               ///< columns up to the last that has a name
    bool m_hasLongRows = false;            ///< some have cells beyond them
    std::size_t m_blankCommunes = 0;
    bool m_isWide = false; ///< a column a crop
};

namespace {

/// The row of the table that a record is of; 0 when its line says something else.
std::size_t lineOf(const records::Record& record) {
    std::size_t line = 0;
    std::from_chars(record.line.data(), record.line.data() + record.line.size(), line);
    return line;
}

void doubt(records::RowReport& row, const LocalText& text) {
    if (row.outcome == records::RowOutcome::Refused)
        return;
    row.outcome = records::RowOutcome::Doubtful;
    row.sentence =
        *row.sentence == LocalText() ? text : localText("{} {}", "{} {}", *row.sentence, text);
}

} // namespace

RowDoubts::RowDoubts(const FoundTable& found, const ColumnGuess& guess, PlaceWords& places,
                     const gazetteer::Gazetteer& gazetteer)
    : m_found(found), m_doubter(std::make_unique<RowDoubter>(found, guess, places, gazetteer)) {}

RowDoubts::~RowDoubts() = default;

void RowDoubts::look(std::span<const records::Record> taken) {
    std::map<std::size_t, std::vector<const records::Record*>> byLine;
    for (const records::Record& record : taken) {
        byLine[lineOf(record)].push_back(&record);
        m_yearSums.add(record);
        m_oddValues.add(record);
    }
    for (const auto& [line, its] : byLine) {
        const auto row = std::lower_bound(
            m_found.rows.begin(), m_found.rows.end(), line,
            [](const FoundRow& one, std::size_t sought) { return one.row->line < sought; });
        if (row == m_found.rows.end() || row->row->line != line)
            continue;
        Doubts doubts;
        for (auto text :
             {m_doubter->finerPlace(*row, its), m_doubter->onlyPlanned(*row, its),
              m_doubter->lostNumber(*row), m_doubter->unknownThing(its),
              m_doubter->lostShare(*row, its), m_doubter->noPoint(*row, its),
              m_doubter->otherStars(*row, its), m_doubter->cutNumber(*row), otherUnit(its),
              otherOutput(its), m_doubter->openFormula(*row), m_doubter->otherThing(*row, its),
              m_doubter->endedAnyway(*row), m_doubter->endedByNote(*row, its)})
            if (text)
                doubts.always.push_back(std::move(*text));
        for (auto text : {m_doubter->noCommune(*row, its), m_doubter->noStars(its),
                          m_doubter->noTitle(*row, its)})
            if (text)
                doubts.ifAccepted.push_back(std::move(*text));
        if (!doubts.always.empty() || !doubts.ifAccepted.empty())
            m_doubts[its.front()->id] = std::move(doubts);
    }
}

void RowDoubts::addTo(records::ImportReport& report) const {
    const std::map<std::string, LocalText> sums = m_yearSums.find();
    const std::map<std::string, LocalText> odd = m_oddValues.find();
    for (records::RowReport& row : report.rows) {
        for (std::string_view rest = row.row == 0 ? std::string_view() : row.record;
             !rest.empty() && !odd.empty();) {
            const std::size_t end = std::min(rest.find("; "), rest.size());
            if (const auto one = odd.find(std::string(rest.substr(0, end))); one != odd.end())
                doubt(row, one->second);
            rest.remove_prefix(std::min(end + 2, rest.size()));
        }
        if (const auto sum = sums.find(row.record); row.row != 0 && sum != sums.end())
            doubt(row, sum->second);
        const auto doubts = m_doubts.find(row.record.substr(0, row.record.find("; ")));
        if (row.row == 0 || doubts == m_doubts.end())
            continue;
        for (const LocalText& text : doubts->second.always)
            doubt(row, text);
        for (const LocalText& text : doubts->second.ifAccepted)
            if (row.outcome == records::RowOutcome::Accepted)
                doubt(row, text);
    }
}

} // namespace terroir::tables

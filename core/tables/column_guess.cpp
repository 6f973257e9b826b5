#include "core/tables/column_guess.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/records/land_units.hpp"
#include "core/records/period.hpp"
#include "core/records/place_text.hpp"
#include "core/records/quantity.hpp"
#include "core/records/stars.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/plan_words.hpp"
#include "core/tables/row_words.hpp"
#include "core/tables/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

namespace terroir::tables {

namespace {

constexpr std::size_t sampleSize = 200;

bool saysFormer(const FoundColumn& column) {
    return std::any_of(column.path.begin(), column.path.end(), records::saysFormerUnits);
}

bool isMassUnit(std::string_view unit) {
    const std::string words = headerWords(unit);
    return isAnyOf(words,
                   {"tan", "ta", "kg", "nghin tan", "1000 tan", "tan nam", "ta nam", "kg nam"});
}

/// What the cells of a column are, in shares of those that are filled.
struct Values {
    std::size_t filled = 0;
    double numbers = 0, periods = 0, stars = 0, units = 0, texts = 0, codes = 0;
    std::size_t distinct = 0;
    double holders = 0;
    double holderTypes = 0;
    double meanLength = 0;
    std::vector<std::string> samples; ///< distinct texts, some
};

bool isNumber(const sheets::Cell* cell, std::string_view text) {
    return (cell != nullptr && cell->kind == sheets::CellKind::Number) ||
           records::parseQuantity(text, records::NumberStyle::Vietnamese).has_value();
}

bool isStars(std::string_view text) {
    const std::string folded = text::fold(text);
    return text.find("★") != std::string_view::npos || text.find('*') != std::string_view::npos ||
           folded.find("sao") != std::string::npos || folded.starts_with("hang ") ||
           (folded.size() == 1 && folded[0] >= '1' && folded[0] <= '5');
}

/// "AG-X01", "VN-ĐLOR-0107": letters in upper case, digits, no spaces.
bool isCode(std::string_view text) {
    return text.find(' ') == std::string_view::npos &&
           std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "HTX Chè Tà Xùa", "Hộ ông A", "Công ty B": whoever has or does it, by the first words.
bool isHolder(std::string_view text) {
    static constexpr std::string_view starts[] = {
        "htx",    "hợp tác xã",    "tht",     "tổ hợp tác",   "công ty",     "cty",
        "hộ ông", "hộ bà",         "nhóm hộ", "doanh nghiệp", "dntn",        "xí nghiệp",
        "hkd",    "hộ kinh doanh", "ông",     "bà",           "nông trường", "liên hiệp htx"};
    const std::string words = text::normalize(text) + " ";
    return std::any_of(std::begin(starts), std::end(starts), [&](std::string_view start) {
        return words.starts_with(std::string(start) + " ");
    });
}

/// "HTX", "Hộ kinh doanh": the kind of a holder and no name.
bool isHolderType(std::string_view text) {
    return isAnyOf(text::fold(text), {"htx",
                                      "hop tac xa",
                                      "tht",
                                      "to hop tac",
                                      "cong ty",
                                      "cty",
                                      "doanh nghiep",
                                      "dn",
                                      "dntn",
                                      "doanh nghiep tu nhan",
                                      "ho kinh doanh",
                                      "hkd",
                                      "ho",
                                      "ho gia dinh",
                                      "ca nhan",
                                      "ho san xuat",
                                      "co so san xuat",
                                      "cong ty tnhh",
                                      "cong ty cp",
                                      "cong ty co phan",
                                      "trang trai",
                                      "lien hiep htx"});
}

Values valuesOf(const FoundTable& table, const FoundColumn& column) {
    Values values;
    std::set<std::string> seen;
    const std::size_t step = std::max<std::size_t>(table.rows.size() / sampleSize, 1);
    for (std::size_t i = 0; i < table.rows.size(); i += step) {
        const FoundRow& row = table.rows[i];
        const std::string_view text = cellOf(row, column.at);
        if (records::isBlankCell(text) || records::isDitto(text))
            continue;
        ++values.filled;
        const sheets::Cell* cell =
            column.at < row.row->cells.size() ? &row.row->cells[column.at] : nullptr;
        const bool number = isNumber(cell, text);
        values.numbers += number ? 1 : 0;
        values.texts += number ? 0 : 1;
        values.periods +=
            (cell != nullptr && cell->kind == sheets::CellKind::Date) || records::parsePeriod(text)
                ? 1
                : 0;
        values.stars += isStars(text) ? 1 : 0;
        values.units += isUnitWord(text) ? 1 : 0;
        values.codes += isCode(text) ? 1 : 0;
        values.holders += isHolder(text) ? 1 : 0;
        values.holderTypes += isHolderType(text) ? 1 : 0;
        values.meanLength += double(text.size());
        if (seen.insert(std::string(text)).second && values.samples.size() < 30)
            values.samples.emplace_back(text);
    }
    values.distinct = seen.size();
    if (values.filled > 0)
        for (double* share :
             {&values.numbers, &values.periods, &values.stars, &values.units, &values.texts,
              &values.codes, &values.holders, &values.holderTypes, &values.meanLength})
            *share /= double(values.filled);
    return values;
}

/// Of the distinct texts of a column; with a level, those of units of that level.
double shareOfPlaces(const Values& values, PlaceWords& places,
                     std::optional<gazetteer::Level> level = {}) {
    if (values.samples.empty())
        return 0;
    const auto count =
        std::count_if(values.samples.begin(), values.samples.end(), [&](const auto& text) {
            const auto found = places.levelOf(text);
            return found && (!level || found == level);
        });
    return double(count) / double(values.samples.size());
}

/// Of the distinct texts of a column, those that name a crop or an animal.
double shareOfThings(const Values& values) {
    const auto count = std::count_if(values.samples.begin(), values.samples.end(),
                                     [](const std::string& text) { return isThing(text); });
    return values.samples.empty() ? 0 : double(count) / double(values.samples.size());
}

/// Whether the values may be what the field holds.
bool fits(std::string_view field, const Values& values) {
    if (values.filled == 0)
        return !isMeasure(field) && field != "stars" && field != "category" && field != "subject";
    if (isMeasure(field) || field == "points")
        return values.numbers >= 0.5;
    if (isAnyOf(field, {"period", "from", "to", "expires", "decision_date"}))
        return values.periods >= 0.4;
    if (field == "stars")
        return values.stars >= 0.5;
    if (isAnyOf(field, {"subject", "variety", "holder", "place", "commune", "district", "province",
                        "leader", "unit", "category", "status", "market"}))
        return values.texts >= 0.5;
    return true;
}

class Guesser {
public:
    Guesser(const FoundTable& table, std::string_view kind, const TitleWords& titles,
            PlaceWords& places)
        : m_table(table), m_kind(kind), m_titles(titles), m_places(places),
          m_taken(table.columns.size(), false) {
        for (const FoundColumn& column : table.columns)
            m_values.push_back(valuesOf(table, column));
    }

    ColumnGuess guess(const std::map<std::string, std::string>& chosen) {
        choose(chosen);
        findTicks();
        findFormerPlaces();
        findWideYears();
        findFormerRatings();
        byWords();
        nameValidity();
        byUnits();
        mendMeasures();
        findWidePlaces();
        findWideCrops();
        findCounts();
        findPlace();
        findSubject();
        nameOutputs();
        if (!m_guess.wide.empty())
            for (GuessedColumn& column : m_guess.columns)
                if (column.field == "id") // a row of the sheet is several here
                    column.field = has("code") ? std::string(knownColumn) : "code";
        judge();
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if ((!m_taken[i] || m_formerRatings.contains(i)) && m_values[i].filled > 0)
                m_guess.unused.push_back(i);
        return std::move(m_guess);
    }

private:
    bool has(std::string_view field) const {
        return std::any_of(m_guess.ticks.begin(), m_guess.ticks.end(),
                           [&](const TickColumn& tick) { return tick.field == field; }) ||
               m_guess.find(field) != nullptr || m_leftOut.contains(std::string(field));
    }

    void take(std::size_t column, std::string_view field, LocalText reason) {
        std::string unit = isMeasure(field) || field == "stars"
                               ? unitInHeader(m_table.columns[column].path)
                               : std::string();
        if (unit.empty() && isMeasure(field))
            unit = titleUnitFor(field);
        m_guess.columns.push_back({column, std::string(field), unit, std::move(reason)});
        m_taken[column] = true;
    }

    /// "ĐVT: ha" above the table is the unit of its areas and of values without one.
    std::string titleUnitFor(std::string_view field) const {
        if (const auto its = m_titles.units.find(std::string(field)); its != m_titles.units.end())
            return its->second;
        const bool isArea = records::isAreaUnit(m_titles.unit), isMass = isMassUnit(m_titles.unit);
        const bool can = field == "value" || (field == "area" && isArea) ||
                         (field == "output" && isMass) ||
                         (field == "yield" && m_titles.unit.find('/') != std::string::npos) ||
                         (field == "count" && !isArea && !isMass);
        return can ? m_titles.unit : std::string();
    }

    void choose(const std::map<std::string, std::string>& chosen) {
        std::vector<std::string> known;
        for (const records::FieldInfo& field : records::fields())
            known.push_back(field.field);
        for (const auto& [field, name] : chosen) {
            if (std::find(known.begin(), known.end(), field) == known.end())
                throw InputError(unknownWord(
                    localText("Không có trường '{}'.", "There is no field '{}'.", field), field,
                    localText("Các trường là", "The fields are"), known));
            if (name.empty()) {
                m_leftOut.insert(field);
                continue;
            }
            const std::size_t column = columnNamed(m_table, name);
            if (column < m_table.columns.size()) {
                take(column, field, {"do người dùng chọn", "chosen"});
                m_chosen.insert(column);
            }
        }
    }

    /// Old units beside those of today only support them.
    void findFormerPlaces() {
        const auto fieldAt = [&](std::size_t i) {
            const auto meanings = meaningsOf(m_table.columns[i].path, m_kind);
            return meanings.empty() || meanings.front().share < 0.3 ? std::string()
                                                                    : meanings.front().field;
        };
        findPlacesOfBothTimes();
        bool hasNewCommune = false, hasOldCommune = false;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (fieldAt(i) == "commune" || fieldAt(i) == "place")
                (saysFormer(m_table.columns[i]) ? hasOldCommune : hasNewCommune) = true;
        if (!hasNewCommune || !hasOldCommune)
            return;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (saysFormer(m_table.columns[i]) && !m_taken[i] &&
                isAnyOf(fieldAt(i), {"commune", "place", "district", "province"}))
                take(i, formerPlaceColumn, {});
    }

    /// "Kết quả lần đầu" beside "Kết quả đánh giá lại", each over stars and days: the rating that
    /// holds is the later one; the former is left out, which the report says.
    void findFormerRatings() {
        const auto saysAny = [](const FoundColumn& column, std::initializer_list<const char*> all) {
            const std::string words = " " + headerWords(column.path.front()) + " ";
            return std::any_of(all.begin(), all.end(), [&](const char* one) {
                return words.find(" " + std::string(one) + " ") != std::string::npos;
            });
        };
        const auto isFormer = [&](const FoundColumn& column) {
            return saysAny(column, {"lan dau", "lan 1", "lan thu nhat", "truoc day", "ky truoc",
                                    "cu", "da cong nhan", "dang cong nhan"});
        };
        const auto isAgain = [&](const FoundColumn& column) {
            return saysAny(column, {"lai", "lan 2", "lan hai", "lan thu hai", "moi"});
        };
        const auto isRating = [&](std::size_t i) {
            const auto meanings = meaningsOf(m_table.columns[i].path, m_kind);
            return !meanings.empty() && meanings.front().field == "stars" &&
                   m_values[i].stars >= 0.5;
        };
        std::set<std::string> former;
        bool isRatedAgain = false;
        for (std::size_t i = 0; m_kind == "ocop" && i < m_table.columns.size(); ++i) {
            const FoundColumn& column = m_table.columns[i];
            if (column.path.size() < 2 || !isRating(i))
                continue;
            if (isAgain(column))
                isRatedAgain = true;
            else if (isFormer(column))
                former.insert(column.path.front());
        }
        for (std::size_t i = 0; isRatedAgain && i < m_table.columns.size(); ++i)
            if (const auto& path = m_table.columns[i].path;
                path.size() >= 2 && former.contains(path.front()) && !m_taken[i]) {
                m_taken[i] = true;
                m_formerRatings.insert(i);
            }
    }

    /// "Hiệu lực: từ ngày, đến ngày" of what is granted: the day from which it is there, and the
    /// day on which it expires, as columns of those names say.
    void nameValidity() {
        const auto from = std::find_if(m_guess.columns.begin(), m_guess.columns.end(),
                                       [](const auto& one) { return one.field == "from"; });
        const auto to = std::find_if(m_guess.columns.begin(), m_guess.columns.end(),
                                     [](const auto& one) { return one.field == "to"; });
        if (!isAnyOf(m_kind, {"ocop", "title", "geographical_indication", "certification"}) ||
            from == m_guess.columns.end() || to == m_guess.columns.end() || has("period") ||
            has("expires") || m_chosen.contains(from->column) || m_chosen.contains(to->column))
            return;
        from->field = "period";
        to->field = "expires";
    }

    /// "Trước 01/7/2025" and "Từ 01/7/2025" below one header: the place then and today.
    void findPlacesOfBothTimes() {
        const auto isToday = [](const FoundColumn& column) {
            const std::string words = headerWords(column.path.back());
            return words.starts_with("tu ") || words.starts_with("sau ") ||
                   isAnyOf(words, {"moi", "hien nay", "nay"});
        };
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            for (std::size_t j = 0; j < m_table.columns.size(); ++j) {
                const FoundColumn &then = m_table.columns[i], &today = m_table.columns[j];
                if (i == j || then.path.size() < 2 || today.path.size() < 2 ||
                    then.path.front() != today.path.front() || !saysFormer(then) ||
                    saysFormer(today) || !isToday(today) || m_taken[i] || m_taken[j] ||
                    shareOfPlaces(m_values[j], m_places) < 0.5)
                    continue;
                take(i, formerPlaceColumn, {});
                take(j, "place", {"vì các ô là địa danh", "since its cells are places"});
            }
    }

    /// Each field to the column whose header says it best, values allowing.
    void byWords() {
        struct Candidate {
            double share;
            std::size_t column;
            std::string field;
        };
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (!m_taken[i])
                for (const ColumnMeaning& meaning : meaningsOf(m_table.columns[i].path, m_kind))
                    if (meaning.share >= 0.3)
                        candidates.push_back({meaning.share, i, meaning.field});
        // "TEN_TT" is the name of a town, or of a farm: of two such columns the one with places.
        for (Candidate& one : candidates)
            if (isAnyOf(one.field, {"commune", "district", "province"}))
                one.share -= 0.0005 * (1 - shareOfPlaces(m_values[one.column], m_places));
            // "Tên vùng" beside "Sản phẩm": the one with crops.
            else if (one.field == "subject" &&
                     isAnyOf(m_kind, {"production_zone", "planting", "livestock", "aquaculture"}))
                one.share -= 0.0005 * (1 - shareOfThings(m_values[one.column]));
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const auto& a, const auto& b) { return a.share > b.share; });
        for (const Candidate& one : candidates) {
            // "Khóm" is a hamlet, or pineapples.
            if (m_taken[one.column] ||
                (one.field == villageColumn && m_values[one.column].numbers >= 0.5))
                continue;
            if (one.field == ordinalColumn || one.field == knownColumn ||
                one.field == villageColumn) {
                take(one.column, one.field, {});
                continue;
            }
            // "Đơn vị" above offices and persons is their holder; "ĐVT" never is.
            const bool isOffice = one.field == "unit" && !saysUnitOnly(one.column) &&
                                  m_values[one.column].units < 0.5 &&
                                  m_values[one.column].texts >= 0.5 && !has("holder") &&
                                  shareOfPlaces(m_values[one.column], m_places) < 0.5;
            if (isOffice) {
                take(one.column, "holder", {"theo các ô", "by its cells"});
                continue;
            }
            if (!isOfKind(one.field)) {
                if (isMeasure(one.field) && one.share >= 0.5)
                    take(one.column, knownColumn, {});
                continue;
            }
            // "Loại hình" over "HTX", "Hộ kinh doanh" is what kind of holder it is.
            if (one.field == "category" && m_values[one.column].holderTypes >= 0.5 &&
                !has("holder_type")) {
                take(one.column, "holder_type", {"theo các ô", "by its cells"});
                continue;
            }
            if (has(one.field) || !fits(one.field, m_values[one.column]) ||
                isOtherwise(one.column, one.field))
                continue;
            take(one.column, one.field,
                 one.share >= 0.999 ? LocalText{} : LocalText{"theo tên cột", "by its header"});
        }
        if (!has("holder"))
            for (GuessedColumn& column : m_guess.columns)
                if (column.field == managerColumn)
                    column.field = "holder";
        for (std::size_t i = 0; isAboutThings() && i < m_table.columns.size(); ++i)
            if (!has("holder") && !m_taken[i] && m_values[i].texts >= 0.5 &&
                m_values[i].holders >= 0.5)
                take(i, "holder", {"theo các ô", "by its cells"});
    }

    bool saysUnitOnly(std::size_t column) const {
        const auto& path = m_table.columns[column].path;
        return !path.empty() &&
               isAnyOf(headerWords(path.back()), {"dvt", "don vi tinh", "don vi do"});
    }

    /// Records of these kinds are about crops, animals and models, never about who has them.
    bool isAboutThings() const {
        return isAnyOf(m_kind, {"production_zone", "planting", "livestock", "aquaculture", "trial",
                                "model", "certification"});
    }

    /// Products, titles and tasks have no areas and counts of their own.
    bool isOfKind(std::string_view field) const {
        if (isMeasure(field))
            return !isAnyOf(m_kind, {"ocop", "title", "geographical_indication", "st_task"});
        return true;
    }

    /// A word of two meanings, where the values tell which: "Đơn vị" above places or holders.
    bool isOtherwise(std::size_t column, std::string_view field) {
        const Values& values = m_values[column];
        if (field == "unit")
            return values.filled > 0 && values.units < 0.5;
        if (field == "category" && values.holderTypes >= 0.5)
            return true;
        if (field == "category" && isAnyOf(m_kind, {"title", "certification"})) {
            const auto known = std::count_if(
                values.samples.begin(), values.samples.end(), [&](const std::string& text) {
                    return records::findCategory(m_kind, text) != nullptr ||
                           !records::kindOfCategory(m_kind, text).empty();
                });
            return !values.samples.empty() && 2 * std::size_t(known) < values.samples.size();
        }
        if (field == "id") // of rows: each its own
            return values.distinct < values.filled || !m_guess.wide.empty();
        if (field == "subject" || field == "holder")
            if (values.codes >= 0.7)
                return true;
        if (field == "subject" && isAboutThings() && values.holders >= 0.5)
            return true;
        if ((field == "subject" || field == "holder") && m_table.rows.size() > 1 &&
            values.texts > 0.5)
            return shareOfPlaces(values, m_places) >= 0.7;
        return false;
    }

    /// Numbers under a header that is not known, whose unit tells what they are: "NSTB (tạ/ha)".
    void byUnits() {
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            if (m_taken[i] || m_values[i].filled == 0 || m_values[i].numbers < 0.5)
                continue;
            const std::string unit = unitInHeader(m_table.columns[i].path);
            const std::string words = headerWords(unit);
            const std::string_view field = records::isAreaUnit(unit)                      ? "area"
                                           : isMassUnit(unit)                             ? "output"
                                           : isAnyOf(words, {"ta ha", "tan ha", "kg ha"}) ? "yield"
                                           : isAnyOf(words, {"con", "long", "be"})        ? "count"
                                                                                          : "";
            if (!field.empty() && !has(field))
                take(i, field, {"theo đơn vị", "by its unit"});
        }
    }

    /// "Quy mô (con)" is a count, "Số lượng (tấn)" an output.
    void mendMeasures() {
        for (GuessedColumn& column : m_guess.columns) {
            if (column.field != "value" && column.field != "count")
                continue;
            const std::string& unit = column.unit;
            if (unit.empty())
                continue;
            const std::string_view better = records::isAreaUnit(unit) ? "area"
                                            : isMassUnit(unit)        ? "output"
                                                                      : "count";
            if (better != column.field && !has(better))
                column.field = better;
        }
    }

    /// "SL" is a number of things (số lượng) or an output (sản lượng): the latter with a unit of
    /// mass, and beside the area of the same crop and year. Animals have no output for an area.
    void nameOutputs() {
        for (WideColumn& wide : m_guess.wide) {
            const bool hasArea =
                std::any_of(m_guess.wide.begin(), m_guess.wide.end(), [&](const WideColumn& one) {
                    return one.measure == "area" && one.subject == wide.subject &&
                           one.period == wide.period && one.place == wide.place &&
                           !mayBeOutput(one.column, one.subject);
                });
            if (hasArea && mayBeOutput(wide.column, wide.subject)) {
                wide.measure = "output";
                wide.unit = titleUnitFor(wide.measure);
            } else if (isAnyOf(wide.measure, {"count", "value"}) &&
                       (isMassUnit(wide.unit) || records::isAreaUnit(wide.unit))) {
                wide.measure = measureOf(wide.unit);
            }
        }
        for (GuessedColumn& column : m_guess.columns)
            if (isAnyOf(column.field, {"count", "value"}) && has("area") && !has("output") &&
                mayBeOutput(column.column, {})) {
                column.field = "output";
                column.unit = titleUnitFor(column.field);
                column.reason = {"bên cạnh diện tích", "beside an area"};
            }
    }

    /// "SL", "SL 2022", "SL lúa" of rice, without a unit.
    bool mayBeOutput(std::size_t column, const std::string& subject) const {
        const auto& path = m_table.columns[column].path;
        if (m_kind == "livestock" || m_chosen.contains(column) || !unitInHeader(path).empty())
            return false;
        for (const std::string& line : path) {
            const std::string words = headerWords(splitYear(line).first);
            if (words == "sl" || (!subject.empty() && words == "sl " + headerWords(subject)))
                return true;
        }
        return false;
    }

    /// A column of numbers of a year.
    struct YearColumn {
        std::size_t column = 0;
        int year = 0;
        bool isPlanned = false;
        std::vector<std::string> path; ///< the lines but that of the year
        std::string leaf;              ///< what else the line of the year says
    };

    /// The year that the lowest line of a header names, or the one above "Kế hoạch", "Thực hiện";
    /// nothing for other headers.
    std::optional<YearColumn> yearColumn(std::size_t i) const {
        std::vector<std::string> path = m_table.columns[i].path;
        YearColumn one{i, 0, false, {}, {}};
        if (path.size() >= 2 && isStandingAlone(path.back()) && !headerYearOf(path.back())) {
            one.isPlanned = standingOf(path.back()) == Standing::Plan;
            path.pop_back();
        }
        const auto year = path.empty() ? std::nullopt : headerYearOf(path.back());
        if (!year)
            return std::nullopt;
        one.year = year->year;
        one.isPlanned = one.isPlanned || year->isPlanned || saysPlan(path);
        one.leaf = splitYear(path.back()).first;
        if (isStandingAlone(path.back())) // "KH 2023 (ha)": nothing but the unit is left
            one.leaf.erase(0, std::min(one.leaf.find('('), one.leaf.size()));
        path.pop_back();
        one.path = std::move(path);
        return one;
    }

    /// Years as headers: each is a period of its own.
    void findWideYears() {
        std::vector<YearColumn> years;
        std::set<int> distinct;
        std::set<bool> standings;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (!m_taken[i] && (m_values[i].filled == 0 || m_values[i].numbers >= 0.5))
                if (auto one = yearColumn(i)) {
                    distinct.insert(one->year);
                    standings.insert(one->isPlanned);
                    years.push_back(std::move(*one));
                }
        // "KH 2023" beside "TH 2023" are two values of one year.
        if (distinct.size() < 2 && standings.size() < 2)
            return;
        for (const YearColumn& one : years) {
            const std::size_t i = one.column;
            WideColumn wide;
            wide.column = i;
            wide.period = std::to_string(one.year);
            wide.isPlanned = one.isPlanned;
            std::vector<std::string> path = one.path;
            const std::string& leaf = one.leaf;
            const auto meanings = meaningsOf({leaf}, m_kind);
            if (const auto crop = measuredCrop(leaf)) {
                wide.measure = crop->measure;
                wide.subject = crop->subject;
                wide.unit = unitInHeader({leaf});
                if (wide.unit.empty())
                    wide.unit = titleUnitFor(wide.measure);
            } else {
                const bool isMeasured = !meanings.empty() && isMeasure(meanings.front().field) &&
                                        meanings.front().share >= 0.3;
                if (isMeasured || isThing(leaf) || !unitInHeader({leaf}).empty())
                    path.push_back(leaf); // "Diện tích 2023 (ha)", "Ngô 2023"
                addMeasure(wide, path);
            }
            m_guess.wide.push_back(std::move(wide));
            m_taken[i] = true;
        }
    }

    /// "Diện tích ngô (ha)" and "2024" of "Diện tích ngô năm 2024 (ha)"; no year: the header as it
    /// is.
    static std::pair<std::string, std::string> splitYear(const std::string& header) {
        const auto year = headerYearOf(header);
        if (!year)
            return {header, {}};
        const std::string digits = std::to_string(year->year);
        std::string before = header.substr(0, header.find(digits)),
                    after = header.substr(header.find(digits) + 4);
        if (before.ends_with('(') && after.starts_with(')')) {
            before.pop_back();
            after.erase(0, 1);
        }
        before = trimmed(before, " \t\n,-");
        if (const std::string folded = text::fold(before); folded.ends_with(" nam"))
            before.erase(before.rfind(' '));
        else if (folded == "nam")
            before.clear();
        return {std::string(trimmed(before + " " + std::string(trimmed(after)))), digits};
    }

    /// The measure and the subject that the upper lines of a header say.
    void addMeasure(WideColumn& wide, const std::vector<std::string>& path) {
        for (const std::string& line : path) {
            const auto meanings = meaningsOf({line}, m_kind);
            if (const auto crop = measuredCrop(line); crop && isThing(crop->subject)) {
                wide.measure = crop->measure; // "Diện tích lúa (ha)"
                wide.subject = crop->subject;
            } else if (!meanings.empty() && isMeasure(meanings.front().field) &&
                       meanings.front().share >= 0.3)
                wide.measure = meanings.front().field;
            else if (meanings.empty() || meanings.front().share < 0.5)
                wide.subject = withoutUnit(line);
        }
        wide.unit = unitInHeader(path);
        if (wide.measure.empty())
            wide.measure = measureOf(wide.unit);
        if (wide.unit.empty())
            wide.unit = titleUnitFor(wide.measure);
    }

    /// Of numbers whose header names none: by their unit, else by the title.
    std::string measureOf(const std::string& unit) const {
        const std::string& said = unit.empty() ? m_titles.unit : unit;
        if (records::isAreaUnit(said))
            return "area";
        if (isMassUnit(said))
            return "output";
        if (!said.empty())
            return said.find('/') != std::string::npos ? "yield" : "count";
        return m_titles.measure.empty() ? "value" : m_titles.measure;
    }

    static std::string withoutUnit(const std::string& header) {
        std::string out = header.substr(0, header.find('('));
        while (!out.empty() && out.back() == ' ')
            out.pop_back();
        return readHeading(out).text;
    }

    /// Places as headers below a measure: a site, a commune.
    void findWidePlaces() {
        if (!m_guess.wide.empty() || !(has("subject") || has("variety")))
            return;
        std::vector<std::size_t> columns;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const auto& path = m_table.columns[i].path;
            if (path.size() >= 2 && m_values[i].numbers >= 0.5 && m_places.levelOf(path.back()))
                columns.push_back(i);
        }
        if (columns.size() < 2)
            return;
        // What stands beside them below the same header is a place as well, known or not.
        const std::string parent = m_table.columns[columns.front()].path.front();
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (const auto& path = m_table.columns[i].path;
                path.size() >= 2 && path.front() == parent && m_values[i].numbers >= 0.5 &&
                !isTotalWord(path.back()) && !isPartWord(path.back()) &&
                std::find(columns.begin(), columns.end(), i) == columns.end())
                columns.push_back(i);
        std::sort(columns.begin(), columns.end());
        for (const std::size_t i : columns) {
            const auto& path = m_table.columns[i].path;
            drop(i);
            WideColumn wide;
            wide.column = i;
            addMeasure(wide, {path.begin(), path.end() - 1});
            wide.subject.clear();
            wide.place = path.back();
            m_guess.wide.push_back(std::move(wide));
            m_taken[i] = true;
        }
        leaveTotals();
    }

    void drop(std::size_t column) {
        std::erase_if(m_guess.columns,
                      [&](const GuessedColumn& one) { return one.column == column; });
        m_taken[column] = false;
    }

    /// Ratings or categories as headers, of which each row ticks one: "3 sao", "4 sao" over "x".
    void findTicks() {
        std::vector<TickColumn> ticks;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const std::string& leaf =
                m_table.columns[i].path.empty() ? m_table.sheet : m_table.columns[i].path.back();
            const bool isTicked = std::all_of(
                m_values[i].samples.begin(), m_values[i].samples.end(), [](const auto& text) {
                    return isAnyOf(text, {"x", "X", "+", "✓", "√", "V", "v", "☑", "1", "*"});
                });
            if (!isTicked)
                continue;
            if (m_kind == "ocop" &&
                records::parseStars(leaf).kind == records::StarRating::Kind::Rated)
                ticks.push_back({i, "stars", std::to_string(records::parseStars(leaf).stars)});
            else if (records::findCategory(m_kind, leaf) != nullptr ||
                     !records::kindOfCategory(m_kind, leaf).empty())
                ticks.push_back({i, "category", leaf});
        }
        if (ticks.size() < 2)
            return;
        for (const TickColumn& tick : ticks) {
            drop(tick.column);
            m_taken[tick.column] = true;
        }
        m_guess.ticks = std::move(ticks);
    }

    /// What follows "Trong đó:" or "Tr.đó" in a header; nothing for other headers.
    static std::optional<std::string> afterPartWord(std::string_view header) {
        for (std::size_t end = header.find_first_of(" :");;
             end = header.find_first_of(" :", end + 1)) {
            const std::string_view start = header.substr(0, end);
            if (isAnyOf(headerWords(start), {"trong do", "tr do", "t do", "trdo", "tr do", "t do",
                                             "trdo", "bao gom", "gom co"})) {
                const std::string_view rest =
                    end == std::string_view::npos ? std::string_view() : header.substr(end);
                return std::string(trimmed(rest, " :"));
            }
            if (end == std::string_view::npos)
                return std::nullopt;
        }
    }

    /// "Nái", "thịt", "sinh sản" say which of the animals above them, "gà" and "vịt" do not.
    static bool isAttribute(std::string_view name) {
        const std::string words = text::normalize(name);
        return isAnyOf(words.substr(0, words.find(' ')),
                       {"nái", "đực", "cái", "thịt", "sinh", "hậu", "sữa", "lai", "giống", "đẻ",
                        "cày", "thương", "ngoại", "nội", "lấy", "choai", "trưởng"});
    }

    /// "Tổng diện tích (ha)" of the "Na" below "Trong đó" beside it: the parts of a sum are what it
    /// is.
    std::optional<GuessedColumn> sumBefore(std::size_t i) const {
        const auto& path = m_table.columns[i].path;
        const auto part = path.size() == 2 ? afterPartWord(path.front()) : std::nullopt;
        if (!part || !part->empty() || !isThing(path.back()) || !unitInHeader(path).empty())
            return std::nullopt;
        while (i > 0 && m_table.columns[i].path.front() == path.front())
            if (m_table.columns[--i].path.empty())
                return std::nullopt;
        const auto& sum = m_table.columns[i].path;
        if (sum.size() != 1 || !isTotalWord(sum.front()))
            return std::nullopt;
        for (const GuessedColumn& column : m_guess.columns)
            if (column.column == i && isMeasure(column.field) && !column.unit.empty())
                return column;
        return std::nullopt;
    }

    struct PartedHeader {
        std::string subject, measure; ///< measure: empty when no line says it
        std::string period = {};      ///< a year behind the subject
    };

    /// "Lợn / Tổng số" are all the pigs and "Lợn / Trong đó: / nái" the sows; nothing for headers
    /// without a sum or a part below a name.
    std::optional<PartedHeader> partedHeader(const std::vector<std::string>& path) const {
        PartedHeader found;
        std::vector<std::string> names;
        bool isTotal = false, isPart = false;
        for (std::size_t i = 0; i < path.size(); ++i) {
            const auto rest = afterPartWord(path[i]);
            isPart = isPart || rest;
            const std::string line = rest ? *rest : path[i];
            if (line.empty())
                continue;
            const auto meanings = meaningsOf({line}, m_kind);
            const bool isKnown = !meanings.empty() && meanings.front().share >= 0.5;
            const bool isTotalLine = i > 0 && !rest && isTotalWord(line);
            isTotal = isTotal || isTotalLine;
            if (!meanings.empty() && isMeasure(meanings.front().field) &&
                meanings.front().share >= 0.3)
                found.measure = meanings.front().field;
            else if (!isTotalLine && isKnown && meanings.front().field != "subject")
                return std::nullopt; // money, workers, households
            else if (!isTotalLine)
                names.push_back(withoutUnit(line));
        }
        if (names.empty() || isTotal == isPart || isTotalWord(names.front()) ||
            isPartWord(names.back()) || (isPart && names.size() < 2))
            return std::nullopt;
        found.subject = names.back();
        if (isPart && isAttribute(found.subject))
            found.subject = names[names.size() - 2] + " " + found.subject;
        return found;
    }

    /// "Gia súc / Tổng gia súc" beside "Gia súc / Trâu", "Gia súc / Bò": a sum of things that stand
    /// there themselves, while "Lợn / Tổng số" beside "Lợn / Nái" is all the pigs.
    bool isSumOfNames(const std::vector<std::string>& path) const {
        if (path.size() < 2 || !isTotalWord(path.back()) || afterPartWord(path.back()))
            return false;
        std::size_t names = 0;
        for (const FoundColumn& column : m_table.columns) {
            if (column.path.size() < 2 || column.path.front() != path.front() ||
                column.path == path)
                continue;
            for (const std::string& line : column.path)
                if (afterPartWord(line))
                    return false;
            names += isAttribute(column.path.back()) || isPartWord(column.path.back()) ? 0 : 1;
        }
        return names >= 2;
    }

    /// "Trâu" of "Tổng đàn trâu (con)", with the field of its measure; nothing for "Diện tích
    /// trồng (ha)".
    std::optional<PartedHeader> measuredCrop(const std::string& written) const {
        const auto [header, year] = splitYear(written);
        static constexpr std::pair<std::string_view, std::string_view> measures[] = {
            {"tổng diện tích ", "area"},
            {"diện tích ", "area"},
            {"dt ", "area"},
            {"tổng sản lượng ", "output"},
            {"sản lượng ", "output"},
            {"năng suất ", "yield"},
            {"ns ", "yield"},
            {"tổng đàn ", "count"},
            {"tổng số ", "count"},
            {"số lượng ", "count"},
            {"đàn ", "count"},
            {"số con ", "count"},
            {"số ", "count"},
            {"sl ", ""}};
        const std::string words = text::normalize(withoutUnit(header));
        for (const auto& [start, measure] : measures) {
            if (!words.starts_with(start))
                continue;
            std::string rest = words.substr(start.size());
            if (rest.starts_with("cây ") || rest.starts_with("con "))
                rest.erase(0, rest.find(' ') + 1);
            static constexpr std::string_view others[] = {
                "trồng", "thu",   "gieo", "cho",  "ao",    "mặt",    "kinh", "tự",    "quy",
                "chứng", "nuôi",  "đất",  "mới",  "hiện",  "dự",     "tưới", "bình",  "thực",
                "trung", "được",  "năm",  "của",  "theo",  "cấp",    "đăng", "canh",  "vùng",
                "hộ",    "tổng",  "con",  "loại", "lượng", "thửa",   "lao",  "người", "thành",
                "cơ",    "trang", "búp",  "toàn", "lý",    "ước",    "đạt",  "cả",    "mô",
                "lồng",  "bè",    "sản",  "tươi", "khô",   "chuồng", "trại", "nhà",   "kho",
                "xưởng", "tt",    "thứ",  "sào",  "khu",   "phần"};
            const std::string first = rest.substr(0, rest.find(' '));
            if (rest.empty() ||
                std::find(std::begin(others), std::end(others), first) != std::end(others) ||
                isPartWord(rest))
                return std::nullopt;
            return PartedHeader{
                rest, measure.empty() ? measureOf(unitInHeader({header})) : std::string(measure),
                year};
        }
        return std::nullopt;
    }

    /// Whether a line of a header is a measure: "Diện tích (ha)", "Khối lượng".
    bool isMeasuredLine(const std::string& line) const {
        const auto meanings = meaningsOf({line}, m_kind);
        return !meanings.empty() && isMeasure(meanings.front().field) &&
               meanings.front().share >= 0.3;
    }

    /// "Tổng đàn trâu", "Tổng đàn lợn", "Trong đó: lợn nái" side by side.
    bool findMeasuredCrops() {
        struct Found {
            std::size_t column;
            PartedHeader header;
            std::string unit; ///< of a part: that of the whole before it
        };
        std::vector<Found> crops;
        std::set<std::string> subjects;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const auto& path = m_table.columns[i].path;
            if (path.size() != 1 || m_values[i].filled == 0 || m_values[i].numbers < 0.5)
                continue;
            const auto meanings = meaningsOf(path, m_kind);
            if (!meanings.empty() && meanings.front().share >= 0.9 &&
                !isMeasure(meanings.front().field))
                continue; // "Số TT", "Số hộ"
            if (const auto crop = measuredCrop(path.front())) {
                crops.push_back({i, *crop, unitInHeader(path)});
                subjects.insert(crop->subject + crop->period);
            } else if (const auto part = afterPartWord(path.front()); part && !crops.empty() &&
                                                                      !withoutUnit(*part).empty() &&
                                                                      !isPartWord(*part)) {
                // It is of the column before it.
                const std::string name = text::normalize(withoutUnit(*part));
                crops.push_back(
                    {i,
                     {isAttribute(name) ? crops.back().header.subject + " " + name : name,
                      crops.back().header.measure},
                     unitInHeader(path).empty() ? crops.back().unit : unitInHeader(path)});
            }
        }
        if (subjects.size() < 2)
            return false;
        for (const Found& found : crops)
            addWide(found.column, found.header.measure, found.header.subject, found.header.period,
                    false, found.unit);
        leaveTotals();
        return true;
    }

    /// "Số trang trại" beside "Tổng đàn (con)": each counts something else of the same rows, so
    /// that every measure of the rows is a record of its own.
    void findCounts() {
        // A measure that a person chose is the one that is meant.
        if (!isAboutThings() || !m_guess.wide.empty() || !has("subject") ||
            std::any_of(m_chosen.begin(), m_chosen.end(),
                        [&](std::size_t column) { return isMeasure(fieldOf(column)); }))
            return;
        std::map<std::size_t, std::string> counts; ///< column -> what it counts
        std::set<std::string> units;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const auto& path = m_table.columns[i].path;
            const std::string field = fieldOf(i);
            if (path.empty() || m_values[i].numbers < 0.5 ||
                !isAnyOf(field, {"", "count", "value", knownColumn}))
                continue;
            std::string unit = unitInHeader(path);
            if (unit.empty())
                unit = records::unitCountedBy(m_kind, path.back());
            if (isThingCounted(unit) && units.insert(text::fold(unit)).second)
                counts[i] = std::move(unit);
        }
        if (counts.size() < 2)
            return;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (const std::string field = fieldOf(i); counts.contains(i))
                addWide(i, "count", {});
            else if (isMeasure(field))
                addWide(i, field, {});
        for (WideColumn& wide : m_guess.wide)
            if (const auto its = counts.find(wide.column); its != counts.end())
                wide.unit = its->second;
    }

    /// Farms, animals, cages, models: what records of things count. Households are those of whom.
    static bool isThingCounted(std::string_view unit) {
        return records::isCountedUnit(unit) &&
               !isAnyOf(text::fold(unit), {"ho", "ho dan", "nguoi"});
    }

    /// What a column was taken for; empty for none.
    std::string fieldOf(std::size_t column) const {
        const auto its = std::find_if(m_guess.columns.begin(), m_guess.columns.end(),
                                      [&](const auto& one) { return one.column == column; });
        return its == m_guess.columns.end() ? std::string() : its->field;
    }

    /// "Vụ Đông Xuân 2023-2024", "Năm 2022" over its area, yield and output; the crop stands
    /// elsewhere.
    void findSeasons() {
        std::set<std::string> seasons;
        std::vector<std::size_t> columns;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const auto& path = m_table.columns[i].path;
            if (path.size() < 2 || m_values[i].numbers < 0.5 ||
                !(isSeason(path.front()) || headerYearOf(path.front())))
                continue;
            const auto leaf = meaningsOf({path.back()}, m_kind);
            if (leaf.empty() || !isMeasure(leaf.front().field))
                continue;
            seasons.insert(path.front());
            columns.push_back(i);
        }
        if (seasons.size() < 2)
            return;
        for (const std::size_t i : columns) {
            const auto& path = m_table.columns[i].path;
            drop(i);
            WideColumn wide;
            wide.column = i;
            addMeasure(wide, {path.begin() + 1, path.end()});
            wide.subject.clear();
            wide.period = path.front();
            if (const auto year = headerYearOf(path.front()); year && !isSeason(path.front())) {
                wide.period = std::to_string(year->year);
                wide.isPlanned = year->isPlanned;
            }
            if (!records::parsePeriod(wide.period) && !m_titles.period.empty())
                wide.period += " " + m_titles.period;
            m_guess.wide.push_back(std::move(wide));
            m_taken[i] = true;
        }
    }

    static bool isSeason(std::string_view header) {
        const std::string words = text::normalize(header) + " ";
        for (const std::string_view season :
             {"vụ ", "đông xuân ", "hè thu ", "thu đông ", "xuân hè "})
            if (words.starts_with(season))
                return true;
        return false;
    }

    /// Crops as headers, over their measures or below one.
    void findWideCrops() {
        if (m_guess.wide.empty())
            findSeasons();
        if (has("subject") || has("variety") || !m_guess.wide.empty())
            return;
        struct Found {
            std::size_t column;
            std::string measure, subject, period = {};
            bool isPlanned = false;
            std::string unit = {}; ///< of a part: that of the sum before it
        };
        std::vector<Found> groups;
        std::set<std::string> subjects;
        bool hasParts = false;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            std::vector<std::string> path = m_table.columns[i].path;
            if (path.size() < 2 || m_values[i].numbers < 0.5)
                continue;
            // "TH" and "KH" below a crop: what was done, beside its plan.
            const std::string last = headerWords(path.back());
            const bool isPlan = isAnyOf(last, {"kh", "ke hoach"});
            if (isPlan && path.size() == 2) {
                if (isMeasuredLine(path.front()) || isTotalWord(path.front()))
                    continue;
                groups.push_back(
                    {i, measureOf(unitInHeader(path)), withoutUnit(path.front()), {}, isPlan});
                subjects.insert(groups.back().subject);
                continue;
            }
            if (path.size() > 2 && (isPlan || isAnyOf(last, {"th", "thuc hien"})))
                path.pop_back();
            const bool isKnown =
                std::any_of(m_guess.columns.begin(), m_guess.columns.end(), [&](const auto& one) {
                    return one.column == i && one.field == knownColumn;
                });
            if (const auto parted =
                    isKnown || isSumOfNames(path) ? std::nullopt : partedHeader(path)) {
                hasParts = true;
                groups.push_back(
                    {i, parted->measure.empty() ? measureOf(unitInHeader(path)) : parted->measure,
                     parted->subject});
                subjects.insert(parted->subject);
                continue;
            }
            if (const auto sum = sumBefore(i)) {
                groups.push_back({i, sum->field, withoutUnit(path.back()), {}, isPlan, sum->unit});
                subjects.insert(groups.back().subject);
                continue;
            }
            const auto leaf = meaningsOf({path.back()}, m_kind);
            const auto top = meaningsOf({path.front()}, m_kind);
            const bool leafMeasures = !leaf.empty() && isMeasure(leaf.front().field);
            const bool topMeasures =
                !top.empty() && isMeasure(top.front().field) && top.front().share >= 0.3;
            const bool leafIsName = leaf.empty() || leaf.front().share < 0.5;
            const bool topIsName = top.empty() || top.front().share < 0.5 ||
                                   isAnyOf(top.front().field, {"subject", villageColumn});
            const std::string topUnit = unitInHeader({path.front()});
            // "Tổng đàn gia súc (con)" over "Trâu", "Bò" is a measure of each and no sum.
            if (isTotalWord(path.back()) || (isTotalWord(path.front()) && !isThing(path.back())))
                continue;
            if (leafMeasures && topIsName)
                groups.push_back({i,
                                  leaf.front().field == "value" ? measureOf(unitInHeader(path))
                                                                : leaf.front().field,
                                  withoutUnit(path.front())});
            else if (topMeasures && leafIsName && !headerYearOf(path.back()) &&
                     !isPartWord(path.back()))
                groups.push_back({i, top.front().field, withoutUnit(path.back())});
            else if (const auto year = headerYearOf(path.back());
                     year && topIsName && !topMeasures) {
                groups.push_back({i, measureOf(topUnit), withoutUnit(path.front()),
                                  std::to_string(year->year), year->isPlanned});
            } else if (topIsName && leafIsName && !isPartWord(path.back()) &&
                       (!topUnit.empty() ||
                        (!top.empty() && top.front().field == "subject" && // "Vật nuôi / Lợn nái"
                         top.front().share >= 0.5)))
                groups.push_back({i, measureOf(topUnit), withoutUnit(path.back())});
            else
                continue;
            groups.back().isPlanned = groups.back().isPlanned || isPlan;
            subjects.insert(groups.back().subject);
        }
        // Animals without parts have one line, and so have crops beside a group of them.
        for (std::size_t i = 0; !subjects.empty() && i < m_table.columns.size(); ++i)
            if (const auto& path = m_table.columns[i].path;
                path.size() == 1 &&
                ((hasParts && isPlainCrop(i)) || (isThing(path.back()) && isNumbersOnly(i)))) {
                groups.push_back({i, measureOf(unitInHeader(path)), withoutUnit(path.back())});
                subjects.insert(groups.back().subject);
            }
        if (subjects.size() >= 2) {
            for (const Found& found : groups)
                addWide(found.column, found.measure, found.subject, found.period, found.isPlanned,
                        found.unit);
            leaveTotals();
            return;
        }
        if (m_guess.wide.empty() && findMeasuredCrops())
            return;
        findPlainCrops();
        if (m_guess.wide.empty())
            findKnownCrops();
    }

    /// "Lúa (ha)" beside columns of other things: what the rows are about stands nowhere else.
    void findKnownCrops() {
        // A measure of its own says that the rows name their things elsewhere.
        const auto isOtherMeasure = [&](const GuessedColumn& column) {
            const auto& path = m_table.columns[column.column].path;
            return isMeasure(column.field) && !(path.size() == 1 && isThing(path.back()));
        };
        if (!isAboutThings() ||
            std::any_of(m_guess.columns.begin(), m_guess.columns.end(), isOtherMeasure))
            return;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (const auto& path = m_table.columns[i].path;
                path.size() == 1 && isThing(path.back()) && isNumbersOnly(i)) {
                const std::string unit = unitInHeader(path);
                addWide(i, measureOf(unit), withoutUnit(path.back()));
            }
    }

    /// "Trong đó: trồng mới" is a part of a measure, no crop.
    static bool isPartWord(std::string_view header) {
        const std::string words = headerWords(header);
        for (const std::string_view part :
             {"trong do",   "trong moi",  "cho san pham", "cho thu hoach",
              "kinh doanh", "kien thiet", "ktcb",         "tong",
              "cong",       "thuc hien",  "ke hoach",     "dang ky",
              "moi",        "da",         "chua",         "dat",
              "con lai",    "ly thuyet",  "thuc thu",     "thuc te",
              "binh quan",  "cao nhat",   "thap nhat",    "dau ky",
              "cuoi ky",    "nam truoc",  "ty le",        "so voi",
              "so cung ky", "kh",         "th",           "luy ke",
              "chinh thuc", "uoc"})
            if ((words + " ").starts_with(std::string(part) + " ")) // "kh", not "khoai lang"
                return true;
        return false;
    }

    /// Numbers that nothing took for more than their unit says: "Gia cầm (con)".
    bool isNumbersOnly(std::size_t i) const {
        if (m_values[i].filled == 0 || m_values[i].numbers < 0.5)
            return false;
        const std::string field = fieldOf(i);
        return field.empty() ? !m_taken[i] : isMeasure(field) && !m_chosen.contains(i);
    }

    /// Numbers under a header that means nothing else.
    bool isPlainCrop(std::size_t i) const {
        return !m_taken[i] && !m_table.columns[i].path.empty() && m_values[i].filled > 0 &&
               m_values[i].numbers >= 0.6 && !isTotalWord(m_table.columns[i].path.back()) &&
               !isPartWord(m_table.columns[i].path.back());
    }

    /// One line of headers that mean nothing else, over numbers: "Chè", "Ngô (ha)", "Trâu".
    void findPlainCrops() {
        if (m_guess.find("subject") != nullptr || m_guess.find("variety") != nullptr ||
            m_guess.find("area") != nullptr || m_guess.find("count") != nullptr ||
            m_guess.find("value") != nullptr || !m_guess.wide.empty())
            return;
        std::vector<std::size_t> columns;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (isPlainCrop(i))
                columns.push_back(i);
        if (columns.size() < 2)
            return;
        for (const std::size_t i : columns) {
            const std::string unit = unitInHeader({m_table.columns[i].path.back()});
            addWide(i, measureOf(unit), withoutUnit(m_table.columns[i].path.back()));
        }
        leaveTotals();
    }

    void addWide(std::size_t column, const std::string& measure, const std::string& subject,
                 const std::string& period = {}, bool isPlanned = false,
                 const std::string& unit = {}) {
        const auto old = std::find_if(m_guess.columns.begin(), m_guess.columns.end(),
                                      [&](const auto& one) { return one.column == column; });
        if (old != m_guess.columns.end())
            m_guess.columns.erase(old);
        WideColumn wide;
        wide.column = column;
        wide.measure = measure;
        wide.subject = subject;
        wide.period = period;
        wide.isPlanned = isPlanned;
        wide.unit = unitInHeader(m_table.columns[column].path);
        if (wide.unit.empty())
            wide.unit = unit.empty() ? titleUnitFor(measure) : unit;
        if (wide.unit.empty() && isNumberOfHeads(column, wide)) {
            wide.measure = "count";
            wide.unit = "con";
            m_guess.assumesHeads = true;
        }
        m_guess.wide.push_back(std::move(wide));
        m_taken[column] = true;
    }

    /// "Bò" over whole numbers in a table of animals, where neither title nor column, heading or
    /// cell says a unit: nobody counts them otherwise.
    bool isNumberOfHeads(std::size_t column, const WideColumn& wide) const {
        const auto isPart = [](const std::string& text) { // "1,5" is of thousands
            const std::size_t sign = text.find_first_of(",.");
            return sign != std::string::npos && text.size() - sign != 4 &&
                   text.find_first_of(",.", sign + 1) == std::string::npos;
        };
        const auto& samples = m_values[column].samples;
        return m_kind == "livestock" && isAnyOf(wide.measure, {"value", "count"}) &&
               !m_titles.countsOwners && !has("unit") && !has("indicator") && !hasUnits(column) &&
               isCountedByHead(wide.subject) &&
               std::none_of(samples.begin(), samples.end(), isPart);
    }

    /// Sums over the crops of a row say nothing of their own; neither do measures beside them.
    void leaveTotals() {
        std::erase_if(m_guess.columns, [&](const GuessedColumn& column) {
            if (!isMeasure(column.field))
                return false;
            m_taken[column.column] = false;
            return true;
        });
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (!m_taken[i] && !m_table.columns[i].path.empty() &&
                (isTotalWord(m_table.columns[i].path.back()) ||
                 isTotalWord(m_table.columns[i].path.front())))
                take(i, knownColumn, {});
    }

    /// Without a column for the place, or with districts and provinces alone: one whose cells are
    /// communes, else places.
    void findPlace() {
        if (has("place") || has("commune"))
            return;
        const bool needsCommunes = has("district") || has("province");
        std::size_t best = m_table.columns.size();
        double most = 0.5;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            if (m_taken[i] || m_values[i].texts < 0.5 || m_values[i].filled == 0)
                continue;
            const double share =
                needsCommunes ? shareOfPlaces(m_values[i], m_places, gazetteer::Level::Commune)
                              : shareOfPlaces(m_values[i], m_places);
            if (share > most) {
                most = share;
                best = i;
            }
        }
        if (best < m_table.columns.size())
            take(best, "place", {"vì các ô là địa danh", "since its cells are places"});
    }

    /// What rows of this kind must say, or they are not as they should be.
    void judge() {
        const auto doubt = [&](LocalText text) { m_guess.doubts.push_back(std::move(text)); };
        if (m_isSubjectGuessed)
            doubt({"Đối tượng được đoán từ một cột không rõ tên; hãy xem lại, hoặc chọn cột của "
                   "trường subject.",
                   "The subject was guessed from a column of no known name; check it, or choose "
                   "the column of the field subject."});
        const bool hasMeasure =
            !m_guess.wide.empty() ||
            std::any_of(m_guess.columns.begin(), m_guess.columns.end(),
                        [](const GuessedColumn& column) { return isMeasure(column.field); });
        if (!hasMeasure && isAnyOf(m_kind, {"production_zone", "planting", "trial", "livestock",
                                            "aquaculture", "generic"}))
            doubt({"Không có cột nào là diện tích, sản lượng hoặc số lượng; hãy xem lại, hoặc "
                   "chọn cột của trường area.",
                   "No column is an area, an output or a count; check it, or choose the column of "
                   "the field area."});
        readYearOfMeasures();
        m_guess.isPlanned = isPlanAlone();
        m_guess.lost = lostMeasures();
        const GuessedColumn* value = m_guess.find("value");
        m_guess.needsUnit = value != nullptr && value->unit.empty() && !has("unit") &&
                            !has("indicator") && !hasUnits(value->column);
        for (const WideColumn& wide : m_guess.wide)
            if (wide.measure == "value" && wide.unit.empty() && !has("unit") &&
                !hasUnits(wide.column))
                m_guess.needsUnit = true;
        m_guess.needsStars = m_kind == "ocop" && !has("stars");
        m_guess.needsCategory =
            (m_kind == "title" || m_kind == "certification") && !has("category");
        if (m_guess.needsCategory)
            m_guess.category = categoryOfMeasure();
    }

    /// "2023" of "Diện tích năm 2023 (ha)", where no other measure says another year.
    void readYearOfMeasures() {
        std::set<int> years;
        for (const GuessedColumn& column : m_guess.columns)
            if (isMeasure(column.field))
                for (const std::string& line : m_table.columns[column.column].path)
                    if (const auto year = headerYearOf(line))
                        years.insert(year->year);
        if (years.size() == 1)
            m_guess.period = std::to_string(*years.begin());
    }

    /// Whether the rows have measures and every one of them is planned.
    bool isPlanAlone() const {
        bool isAny = false;
        for (const GuessedColumn& column : m_guess.columns) {
            if (!isMeasure(column.field))
                continue;
            if (!saysPlan(m_table.columns[column.column].path))
                return false;
            isAny = true;
        }
        return isAny && m_guess.wide.empty();
    }

    /// "VietGAP" of "Diện tích VietGAP (ha)", where it is the one measure of the table: what is
    /// measured has it. "Diện tích chưa VietGAP" has not, and a measure beside it may be of all.
    std::string categoryOfMeasure() const {
        std::string found;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const auto& path = m_table.columns[i].path;
            const bool isValue =
                std::any_of(m_guess.columns.begin(), m_guess.columns.end(), [&](const auto& one) {
                    return one.column == i && isMeasure(one.field);
                });
            if (path.empty() || !isValue)
                continue;
            const std::string words = " " + headerWords(path.back()) + " ";
            for (const std::string_view not_ : {" chua ", " khong ", " ngoai ", " dang ky ",
                                                " du kien ", " ke hoach ", " de nghi ", " kh "})
                if (words.find(not_) != std::string::npos)
                    return {};
            std::string category;
            for (const records::CategoryInfo& one : records::categories())
                if (one.kind == m_kind &&
                    words.find(" " + headerWords(one.name.vi) + " ") != std::string::npos)
                    category = category.empty() ? one.name.vi : std::string("?");
            if (category.empty() || category == "?" || !found.empty())
                return {};
            found = category;
        }
        return found;
    }

    /// Columns of numbers that nothing took and that nothing explains: neither words of what is no
    /// value, nor a measure that another column says better.
    std::vector<std::size_t> lostMeasures() const {
        std::vector<std::size_t> lost;
        if (m_table.isLayer || !(isAboutThings() || m_kind == "generic"))
            return lost;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            const auto& path = m_table.columns[i].path;
            if (!m_taken[i] && holdsUnreadMeasure(i)) {
                lost.push_back(i);
                continue;
            }
            if (m_taken[i] || path.empty() || m_values[i].filled == 0 ||
                m_values[i].numbers < 0.5 || isTotalWord(path.back()) || isPartWord(path.back()) ||
                afterPartWord(path.back()) || isMoneyUnit(unitInHeader(path)) ||
                isPlanBesideDone(i) || countsPlants(path.back()))
                continue;
            const auto meanings = meaningsOf(path, m_kind);
            if (saysPlan(path) && !m_guess.isPlanned &&
                std::any_of(meanings.begin(), meanings.end(), [&](const ColumnMeaning& meaning) {
                    return isMeasure(meaning.field) && isStated(meaning.field);
                }))
                continue;
            const bool isExplained =
                std::any_of(meanings.begin(), meanings.end(), [&](const ColumnMeaning& meaning) {
                    return isMeasure(meaning.field) ? isStated(meaning.field)
                                                    : meaning.share >= 0.5;
                });
            if (!isExplained && mayBeValue(i))
                lost.push_back(i);
        }
        return lost;
    }

    /// "Quy mô" over "5 ha và 200 con": a measure by its name, whose cells are more than numbers.
    bool holdsUnreadMeasure(std::size_t i) const {
        const auto& path = m_table.columns[i].path;
        const Values& values = m_values[i];
        if (path.empty() || values.filled == 0 || values.numbers >= 0.5 ||
            2 * std::count_if(values.samples.begin(), values.samples.end(), records::hasNumeral) <
                std::ptrdiff_t(values.samples.size()))
            return false;
        const auto meanings = meaningsOf(path, m_kind);
        return !meanings.empty() && isMeasure(meanings.front().field) &&
               meanings.front().share >= 0.7 && !isStated(meanings.front().field);
    }

    /// Whether numbers of no known meaning may be values of the rows: where nothing else is, beside
    /// crops in columns of their own, and under a unit or a name of what is measured. "pH", "Số ô
    /// chuồng" and "Cách khu dân cư (m)" beside a stated measure are none.
    bool mayBeValue(std::size_t i) const {
        const auto& path = m_table.columns[i].path;
        const bool isBySubject =
            std::any_of(m_guess.wide.begin(), m_guess.wide.end(),
                        [](const WideColumn& wide) { return !wide.subject.empty(); });
        const bool isMeasured =
            !m_guess.wide.empty() ||
            std::any_of(m_guess.columns.begin(), m_guess.columns.end(),
                        [](const GuessedColumn& column) { return isMeasure(column.field); });
        if (headerWords(path.back()).starts_with("ma ")) // "Mã xã"
            return false;
        if (!isMeasured || isBySubject)
            return true;
        const std::string unit = unitInHeader(path);
        // "DTGT", "XYZ": who knows what it is short for.
        const std::string& leaf = path.back();
        const bool isShort =
            leaf.size() >= 2 && leaf.size() <= 6 &&
            std::all_of(leaf.begin(), leaf.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        return isShort || records::isAreaUnit(unit) || isMassUnit(unit) || isThingCounted(unit) ||
               std::any_of(path.begin(), path.end(), isThing) || isMeasuredLine(path.back());
    }

    /// "Số cây" beside the area on which they stand, which is what such rows are counted by.
    bool countsPlants(std::string_view header) const {
        return isStated("area") &&
               isAnyOf(headerWords(header), {"so cay", "so luong cay", "so goc", "tong so cay"});
    }

    /// "DT kế hoạch (ha)" beside "DT thực hiện (ha)", both below the same header.
    bool isPlanBesideDone(std::size_t i) const {
        const auto says = [&](std::size_t column, std::string_view word) {
            const std::string words = " " + headerWords(m_table.columns[column].path.back()) + " ";
            return words.find(word) != std::string::npos;
        };
        const auto& path = m_table.columns[i].path;
        if (path.size() < 2 || !(says(i, " ke hoach ") || says(i, " kh ")))
            return false;
        for (std::size_t other = 0; other < m_table.columns.size(); ++other)
            if (const auto& done = m_table.columns[other].path;
                other != i && m_taken[other] && done.size() == path.size() &&
                done.front() == path.front() && says(other, " thuc hien ") &&
                unitInHeader(done) == unitInHeader(path))
                return true;
        return false;
    }

    /// Whether another column says the measure of the rows themselves.
    bool isStated(std::string_view measure) const {
        return has(measure) ||
               std::any_of(m_guess.wide.begin(), m_guess.wide.end(), [&](const WideColumn& wide) {
                   return wide.subject.empty() && wide.measure == measure;
               });
    }

    /// Whether the numbers of a column have units beside them.
    bool hasUnits(std::size_t column) const {
        const auto& samples = m_values[column].samples;
        const auto count =
            std::count_if(samples.begin(), samples.end(), [](const std::string& text) {
                const auto one = records::parseQuantity(text, records::NumberStyle::Vietnamese);
                return one && !one->unit.empty();
            });
        return 2 * std::size_t(count) > samples.size();
    }

    /// Without a column for the subject: the first of texts that means nothing else.
    void findSubject() {
        // The layers of one file are often one for each crop.
        const bool isLayerOfSeveral =
            m_table.isLayer && m_table.isOneOfSeveral && !m_places.levelOf(m_table.sheet);
        if (isLayerOfSeveral || has("subject") || has("variety") ||
            std::any_of(m_guess.wide.begin(), m_guess.wide.end(),
                        [](const WideColumn& wide) { return !wide.subject.empty(); }))
            return;
        if (isAboutThings() && (takeThings() || takeMeasuredThing()))
            return;
        if (m_titles.isSubjectSure || (isAboutThings() && hasHeadingEverywhere()))
            return;
        std::size_t best = m_table.columns.size();
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (!m_taken[i] && m_values[i].texts >= 0.8 && m_values[i].codes < 0.5 &&
                (!isAboutThings() || m_values[i].holders < 0.5) &&
                shareOfPlaces(m_values[i], m_places) < 0.5 &&
                2 * m_values[i].filled >= std::min(m_table.rows.size(), sampleSize) &&
                (!hasOtherHeadings() || 10 * m_values[i].distinct >= 8 * m_values[i].filled) &&
                (best == m_table.columns.size() || m_values[i].distinct > m_values[best].distinct))
                best = i;
        m_isSubjectGuessed = best < m_table.columns.size();
        if (m_isSubjectGuessed)
            take(best, "subject",
                 {"vì là cột chữ duy nhất còn lại", "since it is the column of text that is left"});
    }

    /// The first column of crops or animals, whatever its header: "Loại gia cầm" over "Gà đẻ".
    bool takeThings() {
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (!m_taken[i] && m_values[i].texts >= 0.8 && m_values[i].holders < 0.5 &&
                2 * m_values[i].filled >= std::min(m_table.rows.size(), sampleSize) &&
                shareOfThings(m_values[i]) >= 0.6 && shareOfPlaces(m_values[i], m_places) < 0.5) {
                take(i, "subject",
                     {"vì các ô là cây trồng, vật nuôi", "since its cells are crops or animals"});
                m_isSubjectGuessed = !namesThings(m_table.columns[i]);
                return true;
            }
        return false;
    }

    /// "Số bò (con)": the one measure of a table says of what it is.
    bool takeMeasuredThing() {
        std::optional<std::size_t> only;
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            if (isMeasure(fieldOf(i)) || measuredThing(i)) {
                if (only)
                    return false;
                only = i;
            }
        const auto thing = only ? measuredThing(*only) : std::nullopt;
        if (!thing || m_titles.isSubjectSure || hasHeadingEverywhere())
            return false;
        addWide(*only, thing->measure, thing->subject, thing->period);
        return true;
    }

    std::optional<PartedHeader> measuredThing(std::size_t i) const {
        const auto& path = m_table.columns[i].path;
        auto thing =
            path.size() == 1 && isNumbersOnly(i) ? measuredCrop(path.front()) : std::nullopt;
        return thing && isThing(thing->subject) ? thing : std::nullopt;
    }

    /// "Loại gia cầm", "Tên giống", "Nhóm cây trồng": crops or animals by the header as well.
    static bool namesThings(const FoundColumn& column) {
        const std::string words = column.path.empty() ? "" : headerWords(column.path.back()) + " ";
        for (const std::string_view start :
             {"loai ", "ten ", "nhom ", "cay ", "con ", "giong ", "vat nuoi ", "doi tuong "})
            if (words.starts_with(start))
                return true;
        return false;
    }

    /// Headings that are no places name what the rows below them are about.
    bool hasOtherHeadings() const {
        return std::any_of(m_table.groups.begin(), m_table.groups.end(),
                           [&](const Group& group) { return !m_places.levelOf(group.text); });
    }

    /// Whether every row stands below a heading that is no place.
    bool hasHeadingEverywhere() const {
        return std::all_of(m_table.rows.begin(), m_table.rows.end(), [&](const FoundRow& row) {
            for (std::size_t at = row.group; at != noGroup; at = m_table.groups[at].parent)
                if (!m_places.levelOf(m_table.groups[at].text))
                    return true;
            return false;
        });
    }

    bool m_isSubjectGuessed = false;
    const FoundTable& m_table;
    std::string_view m_kind;
    const TitleWords& m_titles;
    PlaceWords& m_places;
    std::vector<Values> m_values;
    std::vector<bool> m_taken;
    std::set<std::string> m_leftOut;
    std::set<std::size_t> m_chosen; ///< columns
    std::set<std::size_t> m_formerRatings;
    ColumnGuess m_guess;
};

} // namespace

const GuessedColumn* ColumnGuess::find(std::string_view field) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const auto& one) { return one.field == field; });
    return found == columns.end() ? nullptr : &*found;
}

ColumnGuess guessColumns(const FoundTable& table, std::string_view kind, const TitleWords& titles,
                         PlaceWords& places, const std::map<std::string, std::string>& chosen) {
    return Guesser(table, kind, titles, places).guess(chosen);
}

std::size_t columnNamed(const FoundTable& table, const std::string& name) {
    const std::string folded = text::fold(name);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (text::fold(headerOf(table.columns[i])) == folded)
            return i;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!table.columns[i].path.empty() && text::fold(table.columns[i].path.back()) == folded)
            return i;
    if (name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z')
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (table.columns[i].at == std::size_t(name[0] - 'A'))
                return i;
    return table.columns.size();
}

std::string headerOf(const FoundColumn& column) {
    std::string out;
    for (const std::string& line : column.path)
        out += (out.empty() ? "" : " / ") + line;
    return out;
}

std::string_view cellOf(const FoundRow& row, std::size_t at) {
    for (const auto& [column, text] : row.filled)
        if (column == at)
            return text;
    return row.row->text(at);
}

} // namespace terroir::tables

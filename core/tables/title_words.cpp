#include "core/tables/title_words.hpp"

#include "core/base/strings.hpp"
#include "core/records/fields.hpp"
#include "core/records/land_units.hpp"
#include "core/records/measure_units.hpp"
#include "core/records/period.hpp"
#include "core/records/stars.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/plan_words.hpp"
#include "core/tables/row_words.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace terroir::tables {

namespace {

bool holds(std::string_view words, std::string_view part) {
    return (" " + std::string(words) + " ").find(" " + std::string(part) + " ") !=
           std::string::npos;
}

/// "ĐVT: ha", "Đơn vị tính: 1.000 con", "(Đơn vị: tấn)".
std::string unitOf(const std::string& title) {
    const std::string words = headerWords(title);
    if (!words.starts_with("dvt") && !words.starts_with("don vi tinh") &&
        !words.starts_with("don vi ") && !holds(words, "dvt") && !holds(words, "don vi tinh"))
        return {};
    const std::size_t colon = title.rfind(':');
    if (colon == std::string::npos)
        return {};
    std::string unit = title.substr(colon + 1);
    unit.erase(std::min(unit.find(')'), unit.size()));
    unit.erase(0, std::min(unit.find_first_not_of(' '), unit.size()));
    while (!unit.empty() && unit.back() == ' ')
        unit.pop_back();
    return unit.size() <= 24 ? unit : std::string();
}

/// "Diện tích: ha; sản lượng: tấn", "(DT: ha, NS: tạ/ha)": a unit for each measure.
void addMeasureUnits(const std::string& title, std::map<std::string, std::string>& units) {
    std::string text = title;
    std::erase_if(text, [](char c) { return c == '(' || c == ')'; });
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.size(), text.find_first_of(";,\n", at));
        const std::string part = text.substr(at, end - at);
        at = end + 1;
        const std::size_t colon = part.rfind(':');
        if (colon == std::string::npos)
            continue;
        const std::string unit(trimmed(part.substr(colon + 1)));
        std::string name(trimmed(part.substr(0, colon)));
        if (const std::size_t before = name.rfind(':'); before != std::string::npos)
            name = trimmed(name.substr(before + 1)); // "ĐVT: diện tích: ha"
        const auto meanings = meaningsOf({name}, {});
        if (isUnitWord(unit) && !meanings.empty() && isMeasure(meanings.front().field) &&
            meanings.front().share >= 0.9)
            units.emplace(meanings.front().field, unit);
    }
}

/// Whether a number at a place is of a system or a standard: "VN-2000", "TCVN 11892-1:2017", "ISO
/// 22000:2018".
bool isOfStandard(std::string_view words, std::size_t at) {
    while (at > 1) {
        const std::size_t blank = words.rfind(' ', at - 2);
        const std::size_t from = blank == std::string_view::npos ? 0 : blank + 1;
        const std::string_view word = words.substr(from, at - 1 - from);
        if (!std::all_of(word.begin(), word.end(), isDigit))
            return isAnyOf(word, {"vn", "tcvn", "qcvn", "iso", "iec", "tccs"});
        at = from;
    }
    return false;
}

/// "ha, tạ/ha, tấn": a unit for each measure, by what it measures; false for a single unit.
bool addUnitList(const std::string& said, std::map<std::string, std::string>& units) {
    if (said.find_first_of(",;") == std::string::npos)
        return false;
    for (std::size_t at = 0; at < said.size();) {
        const std::size_t end = std::min(said.size(), said.find_first_of(",;", at));
        const std::string unit(trimmed(std::string_view(said).substr(at, end - at)));
        at = end + 1;
        if (records::isAreaUnit(unit))
            units.emplace("area", unit);
        else if (records::isMassUnit(unit))
            units.emplace("output", unit);
        else if (records::isYieldUnit(unit))
            units.emplace("yield", unit);
        else if (records::isCountedUnit(unit))
            units.emplace("count", unit);
    }
    return true;
}

/// Years that stand behind "năm" or alone: "năm 2022", "Vụ Xuân 2023"; a span counts as several.
void addYears(std::string_view title, bool isGranted, std::set<std::string>& years) {
    const std::string words = headerWords(title);
    // The day of a document is no period of its rows.
    // All that was granted so far: "tính đến hết tháng 12/2022", "đến năm 2022".
    const bool isOpen = isGranted && (holds(words, "den nam") || holds(words, "tinh den") ||
                                      holds(words, "den het") || holds(words, "den thang") ||
                                      holds(words, "den quy") || holds(words, "den nay") ||
                                      holds(words, "cap nhat") || holds(words, "thoi diem"));
    const bool isDecision = isOpen || holds(words, "kem theo") || holds(words, "quyet dinh") ||
                            holds(words, "thong bao so") || holds(words, "cong van") ||
                            holds(words, "bao cao so") || holds(words, "ngay");
    if (isDecision)
        return;
    for (std::size_t i = 0; i + 4 <= words.size(); ++i) {
        const bool isStart = i == 0 || words[i - 1] == ' ';
        const bool isEnd = i + 4 == words.size() || words[i + 4] == ' ';
        if (isStart && isEnd &&
            (words.compare(i, 2, "20") == 0 || words.compare(i, 2, "19") == 0) &&
            std::isdigit(static_cast<unsigned char>(words[i + 2])) != 0 &&
            std::isdigit(static_cast<unsigned char>(words[i + 3])) != 0 && !isOfStandard(words, i))
            years.insert(words.substr(i, 4));
    }
}

/// "01/10/2023" of "01/10/2023 trên địa bàn huyện": the start of the text that is a day; "đến năm
/// 2030" is a plan and none.
std::string dayAtStart(std::string_view text) {
    for (std::size_t words = 0, end = 0; words < 6 && end < text.size(); ++words) {
        end = std::min(text.find(' ', end + 1), text.size());
        const auto period = records::parsePeriod(text.substr(0, end));
        if (period && records::dayAfter(period->from) == period->to)
            return std::string(text.substr(0, end));
    }
    return {};
}

/// "Có đến 01/10/2022", "(Tính đến ngày 31/12/2023)", "Điều tra chăn nuôi thời điểm 1/4/2024": the
/// day on which what the rows say was so; empty without one.
std::string dayOfCount(const std::string& title, bool isStock) {
    std::string text = text::normalize(title);
    while (!text.empty() && (text.front() == '(' || text.front() == ' '))
        text.erase(0, 1);
    text.erase(std::min(text.find(')'), text.size()));
    for (const std::string_view start :
         {"thời điểm ", "tại thời điểm ", "có đến ", "tính đến ", "đến ", "số liệu đến ",
          "số liệu tính đến ", "có tại thời điểm "}) {
        if (!text.starts_with(start))
            continue;
        std::string rest = text.substr(start.size());
        for (const std::string_view word : {"ngày ", "hết ngày ", "hết "})
            if (rest.starts_with(word))
                rest.erase(0, word.size());
        if (std::string day = dayAtStart(rest); !day.empty())
            return day;
    }
    std::replace(text.begin(), text.end(), '(', ' ');
    // "Đến" inside a title ends a span of time, unless what it speaks of is there at a day; the
    // other words do not.
    for (const std::string_view inner : {" thời điểm ", " có đến ", " tính đến ", " đến "})
        if (const std::size_t at = text.find(inner);
            at != std::string::npos &&
            (inner != " đến " || (isStock && text.find(" từ ") == std::string::npos))) {
            std::string_view rest = std::string_view(text).substr(at + inner.size());
            for (const std::string_view word : {"ngày ", "hết ngày "})
                if (rest.starts_with(word))
                    rest.remove_prefix(word.size());
            if (std::string day = dayAtStart(rest); !day.empty())
                return day;
        }
    return {};
}

/// "Kết quả năm 2024" with "số liệu đến ngày 31/12/2024" below it is of the whole year.
bool endsYearOf(const std::string& day, const std::set<std::string>& years) {
    const auto period = records::parsePeriod(day);
    const auto year = years.size() == 1 ? records::parsePeriod(*years.begin()) : std::nullopt;
    return period && year && period->to == year->to;
}

/// "vụ đông xuân 2023-2024" of a title, with both years of the season; empty where it names none or
/// several.
std::string seasonOf(const std::string& title) {
    const std::string text = " " + text::normalize(title) + " ";
    std::size_t at = text.find(" vụ ");
    if (at == std::string::npos || text.find(" vụ ", at + 3) != std::string::npos)
        return {};
    std::size_t words = 0;
    for (std::size_t end = at + 4; (end = text.find(' ', end)) != std::string::npos && words < 6;
         ++end, ++words) {
        std::string season = text.substr(at + 1, end - at - 1);
        std::erase_if(season, [](char c) { return c == ')' || c == ';' || c == ','; });
        std::replace(season.begin(), season.end(), '/', '-');
        const std::size_t line = season.rfind('-');
        const auto isYear = [](std::string_view year) {
            return year.size() == 4 && std::all_of(year.begin(), year.end(), isDigit);
        };
        if (line != std::string::npos && line >= 4 && isYear(season.substr(line + 1)) &&
            isYear(season.substr(line - 4, 4)) && records::parsePeriod(season))
            return season;
    }
    return {};
}

void addCategories(const std::string& title, std::string_view kind,
                   std::set<std::string>& categories) {
    // With the diacritics: "năm" is no "nấm".
    const std::string text = " " + text::normalize(title) + " ";
    for (const records::CategoryInfo& category : records::categories())
        if (category.kind == kind &&
            text.find(" " + text::normalize(category.name.vi) + " ") != std::string::npos)
            categories.insert(category.id);
    if (categories.empty())
        if (const auto* category = records::findCategory(kind, title))
            categories.insert(category->id);
}

/// Words of documents and of all crops together, which name no one thing; digits begin dates.
bool isGeneral(std::string_view subject) {
    static constexpr std::string_view general[] = {
        "vật nuôi",   "cây trồng",   "nông nghiệp", "trồng trọt", "thủy sản",
        "thuỷ sản",   "sản phẩm",    "mã số",       "cơ sở",      "mô hình",
        "trình diễn", "khuyến nông", "các loại",    "chủ lực",    "tập trung",
        "gia súc",    "hỗ trợ",      "đất",         "dự án",      "tham gia"};
    return subject.empty() || isDigit(subject.front()) ||
           std::any_of(std::begin(general), std::end(general), [&](std::string_view one) {
               return subject.find(one) != std::string_view::npos;
           });
}

/// What a title says that the table is about: the words behind the first that announces it, as far
/// as where, when and by whom. Empty when they are too many or too general.
std::string subjectOf(const std::string& title) {
    static constexpr std::string_view announcing[] = {
        "mô hình ",   "vùng trồng ",    "diện tích trồng ", "hộ trồng ",
        "hộ nuôi ",   "trồng cây ",     "chăn nuôi ",       "trồng ",
        "nuôi ",      "diện tích cây ", "diện tích ",       "sản lượng cây ",
        "sản lượng ", "sản xuất ",      "tổng đàn ",        "đàn ",
        "cây "};
    static constexpr std::string_view ending[] = {
        " phân theo ", // before " theo "
        " năm ",        " tại ",      " trên ",         " theo ",         " của ",   " huyện ",
        " xã ",         " tỉnh ",     " thị ",          " vụ ",           " đến ",   " giai ",
        " thực hiện ",  " tháng ",    " quý ",          " thành phố ",    " ở ",     " do ",
        " – ",          " liên kết ", " được ",         " đạt ",          " các ",   " toàn ",
        " ứng dụng ",   " áp dụng ",  " từng ",         " gắn ",          " trong ", " trồng mới ",
        " gieo trồng ", " hiện có ",  " cho sản phẩm ", " cho thu hoạch "};
    const std::string text = " " + text::normalize(title) + " ";
    for (const std::string_view word : announcing) {
        const std::size_t at = text.find(" " + std::string(word));
        if (at == std::string::npos)
            continue;
        std::string rest = text.substr(at + word.size()); // with the blank before it
        for (const std::string_view end : ending)
            if (const std::size_t stop = rest.find(end); stop != std::string::npos)
                rest.erase(stop + 1); // with the blank behind it
        rest.erase(std::min(rest.find_first_of("(;:-"), rest.size()));
        std::string_view subject = trimmed(rest);
        if (subject == "mới") // "chè trồng mới": the next word announces it
            continue;
        if (constexpr std::string_view anew = "mới "; subject.starts_with(anew))
            subject.remove_prefix(anew.size());
        const auto blanks = std::count(subject.begin(), subject.end(), ' ');
        // "Diện tích và sản lượng chè", "Diện tích, năng suất chè" go on with another word.
        if (subject.empty() || blanks > 7 || subject.starts_with("và ") ||
            subject.find("năng suất") != std::string_view::npos ||
            subject.find("sản lượng") != std::string_view::npos)
            continue;
        return isGeneral(subject) ? std::string() : std::string(subject);
    }
    return {};
}

/// "cà chua" of "I. Cà chua", the title of a block; empty for longer ones.
std::string headingOf(const std::string& title) {
    const Heading heading = readHeading(title);
    const bool isShort = std::count(heading.text.begin(), heading.text.end(), ' ') < 4;
    const bool isNumbered = heading.numbering == Numbering::Roman ||
                            heading.numbering == Numbering::Arabic ||
                            heading.numbering == Numbering::Letter;
    const std::string name = text::normalize(heading.text);
    return isNumbered && isShort && !isGeneral(name) ? name : std::string();
}

/// "2. Mô hình trồng dâu tây": a block of models begins so, a report about models does not.
bool namesModel(const std::string& title) {
    const Heading heading = readHeading(title);
    const std::string words = text::normalize(heading.text);
    return heading.numbering != Numbering::None && words.starts_with("mô hình ");
}

/// "chè", "cam sành", but not "dược liệu, cà phê": one crop or animal that is known.
bool namesOneThing(const std::string& subject) {
    return text::isThing(subject) && subject.find(',') == std::string::npos &&
           subject.find(" và ") == std::string::npos && subject.find('/') == std::string::npos;
}

/// "Kèm theo Quyết định số 3387/QĐ-UBND ngày 28 tháng 12 năm 2023".
void readDecision(const std::string& title, const std::string& words, TitleWords& found) {
    if (!found.decision.empty() || !holds(words, "quyet dinh"))
        return;
    const std::string lower = text::normalize(title), composed = text::toNfc(title);
    constexpr std::string_view numberWord = " số ";
    if (const std::size_t at = composed.find(numberWord); at != std::string::npos) {
        const std::size_t from = at + numberWord.size();
        found.decision = composed.substr(from, composed.find_first_of(" ,)", from) - from);
    }
    const std::size_t day = lower.find("ngày ");
    if (day != std::string::npos)
        found.decisionDay = lower.substr(day, lower.find_first_of(",)", day) - day);
    // "… của Chủ tịch UBND tỉnh" is no part of the day.
    found.decisionDay.erase(std::min(found.decisionDay.find(" của "), found.decisionDay.size()));
}

} // namespace

TitleWords titleWords(const std::vector<Title>& titles, std::string_view kind) {
    TitleWords found;
    std::set<std::string> years, categories;
    std::set<int> stars;
    // A list of titles, certificates or tasks has days of its own.
    const bool isGranted =
        isAnyOf(kind, {"title", "geographical_indication", "ocop", "certification", "st_task"});
    for (auto title = titles.rbegin(); title != titles.rend(); ++title) {
        if (isNoteOrSignature(title->text) && titles.size() > 1)
            continue;
        const std::string words = headerWords(title->text);
        std::string unit = unitOf(title->text);
        // "ĐVT: triệu đồng" is of columns of money, which are no values of things.
        if (kind != "generic" && isMoneyUnit(unit))
            unit.clear();
        if (found.unit.empty() && !addUnitList(unit, found.units))
            found.unit = std::move(unit);
        addMeasureUnits(title->text, found.units);
        if (found.crs.empty() &&
            (holds(words, "vn 2000") || holds(words, "vn2000") || holds(words, "kinh tuyen") ||
             holds(words, "wgs 84") || holds(words, "wgs84") || holds(words, "utm")))
            found.crs = title->text;
        if (found.measure.empty())
            found.measure = holds(words, "dien tich")                              ? "area"
                            : holds(words, "san luong")                            ? "output"
                            : holds(words, "nang suat")                            ? "yield"
                            : holds(words, "so luong") || holds(words, "tong dan") ? "count"
                                                                                   : "";
        if (found.subject.empty() && !holds(words, "quyet dinh") && !holds(words, "kem theo")) {
            found.subject = subjectOf(title->text);
            found.isSubjectSure =
                !found.subject.empty() &&
                (kind == "model" ? namesModel(title->text) : namesOneThing(found.subject));
            if (found.subject.empty())
                found.subject = headingOf(title->text);
        }
        for (const std::string_view other :
             {"so ho", "so luong ho", "ho chan nuoi", "ho nuoi", "trang trai", "so co so",
              "gia tri", "san luong", "thit", "kinh phi", "ty le", "co cau", "tiem", "xuat chuong",
              "giet mo", "o dich", "chuong trai"})
            found.countsOwners = found.countsOwners || holds(words, other);
        if (title->line != 0) // the name of a sheet, "OCOP 3.2026", is the day of the document
            addYears(title->text, isGranted, years);
        // The nearest line that names one.
        if (categories.empty() && (kind == "certification" || kind == "title"))
            addCategories(title->text, kind, categories);
        // "Kế hoạch số 12/KH-UBND" is a document.
        if ((words.starts_with("ke hoach ") && !words.starts_with("ke hoach so ")) ||
            words.starts_with("chi tieu ke hoach ") || words.starts_with("du kien "))
            found.isPlan = found.isPlan || standingOf(title->text) != Standing::None;
        readDecision(title->text, words, found);
        if (const auto rating = records::parseStars(title->text);
            kind == "ocop" && rating.kind == records::StarRating::Kind::Rated)
            stars.insert(rating.stars);
    }
    for (const Title& title : titles)
        if (std::string day = dayOfCount(title.text, kind == "livestock");
            !isGranted && !day.empty() && !endsYearOf(day, years))
            found.period = std::move(day);
    for (const Title& title : titles)
        if (std::string season = seasonOf(title.text);
            found.period.empty() && !isGranted && title.line != 0)
            found.period = std::move(season);
    if (found.period.empty() && years.size() == 1)
        found.period = *years.begin();
    if (stars.size() == 1)
        found.stars = std::to_string(*stars.begin());
    if (categories.size() == 1)
        found.category = *categories.begin();
    return found;
}

} // namespace terroir::tables

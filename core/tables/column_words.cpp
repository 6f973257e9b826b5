#include "core/tables/column_words.hpp"

#include "core/base/strings.hpp"
#include "core/records/land_units.hpp"
#include "core/tables/known_headers.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

namespace terroir::tables {

namespace {

/// One entry of known_headers.hpp.
struct Words {
    std::string_view words, field;
    std::string_view kinds = {}; ///< only for these, separated with spaces
};

const std::vector<Words>& headerVocabulary() {
    static const std::vector<Words> all = [] {
        std::vector<Words> parted;
        for (const KnownHeaders& row : knownHeaders)
            for (std::string_view rest = row.words; !rest.empty();) {
                const std::size_t end = std::min(rest.find(", "), rest.size());
                parted.push_back({rest.substr(0, end), row.field, row.kinds});
                rest.remove_prefix(std::min(end + 2, rest.size()));
            }
        return parted;
    }();
    return all;
}

/// Words that may only stand as the whole header, since rows of data begin with them too: "Xã Tô
/// Múa", "Cây chè", "Tên".
bool mustBeWhole(std::string_view words) {
    static constexpr std::string_view whole[] = {
        "tu",    "den",         "no",   "ten",      "name", "cay",    "loai",  "noi",  "nam",
        "vu",    "han",         "ngay", "ma",       "hang", "sao",    "nhom",  "gia",  "lua",
        "dan",   "von",         "diem", "tuoi",     "x",    "y",      "dc",    "d c",  "dt",
        "sl",    "ns",          "long", "lon",      "lat",  "vung",   "giong", "id",   "khu",
        "ban",   "ap",          "lang", "buon",     "thon", "xom",    "ph",    "om",   "mun",
        "ec",    "cec",         "tss",  "mark",     "site", "unit",   "code",  "size", "thuc hien",
        "nganh", "bo san pham", "khom", "loai rau", "ocop", "number", "xa m",  "y m",  "pham vi"};
    return std::find(std::begin(whole), std::end(whole), words) != std::end(whole);
}

bool isPlaceField(std::string_view field) {
    return field == "province" || field == "district" || field == "commune" ||
           field == villageColumn;
}

bool isFor(const Words& words, std::string_view kind) {
    if (words.kinds.empty())
        return true;
    std::string_view rest = words.kinds;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == kind)
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

/// The field that a header of nothing but words for units means: "Huyện, thị xã, thành phố" is a
/// district, "Thôn, tổ; xã, phường" a place. Empty for other headers.
std::string_view fieldOfUnitWords(std::string_view words) {
    static constexpr std::pair<std::string_view, int> unitWords[] = {{"thi tran", 2},
                                                                     {"thi xa", 3},
                                                                     {"thanh pho", 3},
                                                                     {"dac khu", 2},
                                                                     {"to dan pho", 1},
                                                                     {"khu pho", 1},
                                                                     {"don vi hanh chinh", 5},
                                                                     {"tinh", 4},
                                                                     {"thanh", 4},
                                                                     {"huyen", 3},
                                                                     {"quan", 3},
                                                                     {"tp", 3},
                                                                     {"tx", 3},
                                                                     {"thi", 3},
                                                                     {"xa", 2},
                                                                     {"phuong", 2},
                                                                     {"tt", 2},
                                                                     {"thon", 1},
                                                                     {"ban", 1},
                                                                     {"ap", 1},
                                                                     {"buon", 1},
                                                                     {"lang", 1},
                                                                     {"xom", 1},
                                                                     {"khom", 1},
                                                                     {"to", 1},
                                                                     {"tdp", 1},
                                                                     {"khoi", 1},
                                                                     {"bon", 1},
                                                                     {"doi", 1},
                                                                     {"khu", 1},
                                                                     {"dp", 1},
                                                                     {"soc", 1},
                                                                     {"ten", 0},
                                                                     {"thuoc", 0},
                                                                     {"cu", 0},
                                                                     {"moi", 0},
                                                                     {"noi", 0},
                                                                     {"hoac", 0},
                                                                     {"va", 0},
                                                                     {"cap", 0},
                                                                     {"truoc", 0},
                                                                     {"sau", 0},
                                                                     {"sap", 0},
                                                                     {"nhap", 0},
                                                                     {"sap xep", 0},
                                                                     {"hien", 0},
                                                                     {"nay", 0},
                                                                     {"truoc day", 0},
                                                                     {"sat", 0},
                                                                     {"hien tai", 0},
                                                                     {"theo", 0},
                                                                     {"tu", 0},
                                                                     {"ke", 0},
                                                                     {"den", 0},
                                                                     {"ngay", 0},
                                                                     {"thang", 0},
                                                                     {"nam", 0}};
    bool has[6] = {};
    while (!words.empty()) {
        std::size_t best = 0;
        int level = 0;
        if (isDigit(words.front())) // "Xã từ 01/7/2025"
            best = std::min(words.find(' '), words.size());
        for (const auto& [word, its] : unitWords)
            if (words.starts_with(word) && word.size() > best &&
                (words.size() == word.size() || words[word.size()] == ' ')) {
                best = word.size();
                level = its;
            }
        if (best == 0)
            return {};
        has[level] = true;
        words.remove_prefix(std::min(best + 1, words.size()));
    }
    // "Tỉnh, thành phố": the city stands beside the province.
    if (has[4] && !has[2] && !has[1])
        return "province";
    const int count = int(has[1]) + int(has[2]) + int(has[3]) + int(has[4]);
    if (has[5] || count > 1)
        return "place";
    return has[3] ? "district" : has[2] ? "commune" : has[1] ? villageColumn : "";
}

std::string squeezed(std::string_view words) {
    std::string out;
    std::copy_if(words.begin(), words.end(), std::back_inserter(out),
                 [](char c) { return c != ' '; });
    return out;
}

/// Byte of the words in the text as whole words; npos when they do not stand there.
std::size_t findWords(std::string_view text, std::string_view words) {
    for (std::size_t at = text.find(words); at != std::string_view::npos;
         at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' '))
            return at;
    }
    return std::string_view::npos;
}

/// The words without a unit in brackets and without what only fills: "(ha)", "(nếu có)".
std::string withoutBrackets(std::string_view header) {
    std::string out;
    int depth = 0;
    for (const char c : header) {
        depth += c == '(' || c == '[' ? 1 : 0;
        if (depth == 0)
            out += c;
        if ((c == ')' || c == ']') && depth > 0)
            --depth;
    }
    return out;
}

std::vector<ColumnMeaning> meaningsOfWords(const std::string& words, std::string_view kind,
                                           bool anyKind) {
    std::vector<ColumnMeaning> found;
    if (words.empty())
        return found;
    if (const std::string_view field = fieldOfUnitWords(words); !field.empty() && words != "tt")
        found.push_back({std::string(field), 1});
    const std::string joined = squeezed(words);
    for (const Words& one : headerVocabulary()) {
        if (!anyKind && !isFor(one, kind))
            continue;
        double share = 0;
        if (words == one.words || joined == squeezed(one.words)) {
            // A meaning of this kind of records goes before the general one, and any word before
            // "name".
            share = one.words == "ten" || one.words == "name" ? 0.7 : one.kinds.empty() ? 1 : 1.01;
        } else if (!mustBeWhole(one.words) && !isPlaceField(one.field)) {
            const std::size_t at = findWords(words, one.words);
            if (at != std::string::npos)
                share = double(one.words.size()) / double(words.size()) - (at == 0 ? 0 : 0.001);
        }
        if (share > 0)
            found.push_back({std::string(one.field), share});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.share > b.share; });
    return found;
}

/// The words with usual abbreviations in full: "ten sp" is "ten san pham".
std::string spelledOut(const std::string& words) {
    static constexpr std::pair<std::string_view, std::string_view> shorts[] = {
        {"sp", "san pham"},
        {"qd", "quyet dinh"},
        {"gcn", "giay chung nhan"},
        {"sxkd", "san xuat kinh doanh"},
        {"sx", "san xuat"},
        {"dv", "don vi"},
        {"kp", "kinh phi"},
        {"mh", "mo hinh"},
        {"nv", "nhiem vu"},
        {"cq", "co quan"},
        {"tg", "thoi gian"},
        {"nh", "nhan hieu"},
        {"dd", "dia diem"},
        {"dntn", "doanh nghiep"},
        {"dn", "doanh nghiep"},
        {"th", "thuc hien"},
        {"cn", "cong nhan"},
        {"csnt", "co so nuoi trong"},
        {"vbbh", "van bang bao ho"},
        {"cddl", "chi dan dia ly"},
        {"dkkd", "dang ky kinh doanh"}};
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        const std::string_view word = std::string_view(words).substr(at, end - at);
        const auto found = std::find_if(std::begin(shorts), std::end(shorts),
                                        [&](const auto& one) { return one.first == word; });
        out += out.empty() ? "" : " ";
        out += found == std::end(shorts) ? word : found->second;
        at = end + 1;
    }
    return out;
}

/// "dien tich thuc hien" of "DT thực hiện (ha)": "DT", "SL" and "NS" before other words mean a
/// measure where the unit says so; "DT liên hệ" is a telephone.
std::string withMeasureInFull(std::string words, std::string_view unit) {
    const std::string its = headerWords(unit);
    if (words.starts_with("dt ") && records::isAreaUnit(unit))
        words.replace(0, 2, "dien tich");
    else if (words.starts_with("sl ") && isAnyOf(its, {"tan", "ta", "kg"}))
        words.replace(0, 2, "san luong");
    else if (words.starts_with("ns ") && isAnyOf(its, {"tan ha", "ta ha", "kg ha"}))
        words.replace(0, 2, "nang suat");
    return words;
}

/// "Tên nhãn hiệu" of "Tên nhãn hiệu, chỉ dẫn địa lý": the first of several names of a column;
/// empty for a header of one.
std::string firstName(const std::string& header) {
    const std::string name = withoutBrackets(header);
    const std::size_t end = name.find_first_of(",/;");
    return end == std::string::npos ? std::string() : headerWords(name.substr(0, end));
}

void addNew(std::vector<ColumnMeaning>& all, const std::vector<ColumnMeaning>& more,
            double weight) {
    for (const ColumnMeaning& one : more)
        if (std::none_of(all.begin(), all.end(),
                         [&](const auto& other) { return other.field == one.field; }))
            all.push_back({one.field, one.share * weight});
}

} // namespace

bool isMeasure(std::string_view field) {
    return isAnyOf(field, {"area", "output", "yield", "count", "value"});
}

std::string headerWords(std::string_view header) {
    std::string split;
    const std::string nfc = text::toNfc(header);
    for (std::size_t i = 0; i < nfc.size(); ++i) {
        const auto isUpper = [&](std::size_t at) {
            return at < nfc.size() && std::isupper(static_cast<unsigned char>(nfc[at])) != 0;
        };
        if (i > 0 && isUpper(i) && std::islower(static_cast<unsigned char>(nfc[i - 1])) != 0)
            split += ' ';
        split += nfc[i];
    }
    std::string out;
    for (const char c : text::fold(split)) {
        const bool isWord = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                            static_cast<unsigned char>(c) >= 0x80;
        if (isWord)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return spelledOut(out);
}

namespace {

/// "Lợn" and "Lồng" are no longitude, whatever they look like without their marks.
bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// "Quy mô" of "Quy mô/số hộ tham gia": those who take part stand beside what is measured, in the
/// cells, too (records::parseQuantity()). Other headers as they are.
std::string_view withoutParticipants(std::string_view header) {
    static constexpr std::string_view whom[] = {
        "so ho", "ho", "so nguoi", "so nong dan", "so thanh vien", "so lao dong"};
    const auto counts = [&](std::string_view part) {
        const std::string words = headerWords(part) + ' ';
        return std::any_of(std::begin(whom), std::end(whom), [&](std::string_view one) {
            return words.starts_with(std::string(one) + ' ');
        });
    };
    const std::size_t at = header.find_first_of("/;");
    if (at == std::string_view::npos)
        return header;
    const std::string_view first = header.substr(0, at), second = header.substr(at + 1);
    return counts(first) == counts(second) ? header : counts(second) ? first : second;
}

/// The words of a line without its unit: "DT_HA" is "dien tich".
std::string nameWords(const std::string& line) {
    const std::string unit = unitInHeader({line});
    std::string words = headerWords(withoutBrackets(withoutParticipants(line)));
    if (const std::string tail = headerWords(unit); !tail.empty() && words.size() > tail.size() &&
                                                    words.ends_with(" " + tail) &&
                                                    words != "so " + tail)
        words.resize(words.size() - tail.size() - 1);
    return withMeasureInFull(words, unit);
}

/// The name of a mark is what a list of titles is about; "Sản phẩm", "Sản phẩm mang nhãn hiệu"
/// beside it say for what.
bool namesTitle(std::string_view words) {
    const auto says = [&](std::string_view word) { return words.find(word) != std::string::npos; };
    return words.starts_with("ten ") && !says("san pham") && !says("hang hoa") &&
           (says("nhan hieu") || says("chi dan") || says("bao ho") || says("dau hieu") ||
            says("tai san tri tue"));
}

/// What the lowest line of a header may mean by itself; `words` are its name.
std::vector<ColumnMeaning> meaningsOfLeaf(const std::string& leaf, const std::string& words,
                                          std::string_view kind) {
    std::vector<ColumnMeaning> found;
    addNew(found, meaningsOfWords(words, kind, false), 1);
    if (const auto first = meaningsOfWords(firstName(leaf), kind, false);
        !first.empty() && first.front().share >= 1 && !isMeasure(first.front().field) &&
        !isPlaceField(first.front().field) && (found.empty() || found.front().share < 0.9)) {
        std::erase_if(found, [&](const auto& one) { return one.field == first.front().field; });
        found.insert(found.begin(), {first.front().field, 0.95});
    }
    if (isAnyOf(kind, {"title", "geographical_indication"}) && !found.empty() &&
        found.front().field == "subject" && namesTitle(words))
        found.front().share = 1.02;
    if (!isAscii(leaf))
        std::erase_if(found, [&](const ColumnMeaning& meaning) {
            return words.size() <= 4 &&
                   (meaning.field == eastColumn || meaning.field == northColumn);
        });
    // "Lúa" is rice, "Lứa" a batch.
    if (text::normalize(leaf).starts_with("lúa"))
        std::erase_if(found, [](const ColumnMeaning& one) { return one.field == knownColumn; });
    // "Địa bàn (xã, phường)" says what kind of place it is.
    if (!found.empty() && found.front().field == "place") {
        const std::string inside = headerWords(leaf.substr(std::min(leaf.find('('), leaf.size())));
        if (const auto level = meaningsOfWords(inside, kind, false);
            !level.empty() && level.front().share == 1 && isPlaceField(level.front().field))
            found.insert(found.begin(), {level.front().field, 1});
    }
    return found;
}

/// Plans, shares and changes stand beside what is there.
bool isShareOrChange(const std::vector<std::string>& path) {
    static constexpr std::string_view shares[] = {"ty le",   "ti le",     "so cung ky",
                                                  "so voi",  "cung ky",   "tang giam",
                                                  "so sanh", "dat ty le", "hoan thanh"};
    return std::any_of(path.begin(), path.end(), [&](const std::string& line) {
        const std::string its = headerWords(line);
        return line.starts_with('%') || line.find("(%)") != std::string::npos ||
               (&line == &path.back() &&
                std::any_of(std::begin(shares), std::end(shares),
                            [&](std::string_view share) { return its.starts_with(share); }));
    });
}

/// A plan, a part or what was asked for is less likely the measure of the rows than what is there.
void weighMeasures(const std::vector<std::string>& path, std::vector<ColumnMeaning>& found) {
    static constexpr std::string_view lesser[] = {
        "ke hoach",  "kh",        "dang ky",   "du kien",       "muc tieu",
        "duoc giao", "giao",      "ly thuyet", "tiem nang",     "luy ke",
        "thiet ke",  "nam truoc", "dau ky",    "cho san pham",  "thu hoach",
        "trong moi", "trong do",  "quy hoach", "cho thu hoach", "hop dong",
        "dau nam",   "de nghi",   "de xuat",   "tu danh gia",   "tu cham"};
    static constexpr std::string_view better[] = {"thuc hien", "thuc thu", "thuc te", "hien co",
                                                  "tong",      "tong so",  "cuoi ky", "dat",
                                                  "cong nhan", "phe duyet"};
    for (ColumnMeaning& meaning : found) {
        if (!isMeasure(meaning.field) && meaning.field != "stars")
            continue;
        // The measure may stand above, its unit below.
        for (const std::string& line : path) {
            const std::string its = headerWords(withoutBrackets(line));
            // "kh" is a plan, "khối lượng" is none.
            const auto says = [&](std::string_view word) {
                return (" " + its + " ").starts_with(" " + std::string(word) + " ") ||
                       its.ends_with(" " + std::string(word));
            };
            if (std::any_of(std::begin(lesser), std::end(lesser), says))
                meaning.share *= 0.6;
            if (std::any_of(std::begin(better), std::end(better), says))
                meaning.share *= 1.1;
        }
    }
}

/// "Ngày rà soát", "Năm hình thành": a day or a year of the row, whose values will tell.
bool mayBeDay(const std::string& words) {
    static constexpr std::string_view otherDays[] = {"ngay nop", "ngay sinh", "nam sinh",
                                                     "ngay het", "ngay nghiem thu"};
    return (words.starts_with("ngay ") || words.starts_with("nam ") ||
            words.starts_with("thoi diem ") || words.starts_with("thoi gian ")) &&
           std::none_of(std::begin(otherDays), std::end(otherDays),
                        [&](std::string_view other) { return words.starts_with(other); });
}

} // namespace

std::vector<ColumnMeaning> meaningsOf(const std::vector<std::string>& path, std::string_view kind) {
    if (path.empty())
        return {};
    const std::string words = nameWords(path.back());
    std::vector<ColumnMeaning> found = meaningsOfLeaf(path.back(), words, kind);
    for (std::size_t lines = 2; lines <= path.size(); ++lines) {
        std::string joined;
        for (std::size_t i = path.size() - lines; i < path.size(); ++i)
            joined += (joined.empty() ? "" : " ") + headerWords(withoutBrackets(path[i]));
        addNew(found, meaningsOfWords(joined, kind, false), 0.9);
    }
    if (isShareOrChange(path))
        return {{std::string(knownColumn), 1}};
    weighMeasures(path, found);
    if (mayBeDay(words))
        addNew(found, {{"period", 0.4}}, 1);
    // "Giống chè", "Giống cà phê": varieties of it.
    if (words.starts_with("giong ") && words.size() <= 24)
        addNew(found, {{"variety", 0.6}}, 1);
    // "Địa chỉ" above "Số nhà …": what stands above says what is below.
    if (found.empty() || found.front().share < 0.3)
        for (std::size_t i = path.size() - 1; i-- > 0;)
            addNew(found, meaningsOfWords(headerWords(withoutBrackets(path[i])), kind, false), 0.5);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.share > b.share; });
    return found;
}

namespace {

/// "(đ/c)" behind the variety that the others of a trial are compared with, and "(không kể lợn con
/// theo mẹ)", which says what is counted.
bool isNoUnit(std::string_view inside) {
    const std::string words = text::normalize(inside);
    static constexpr std::string_view starts[] = {"không ", "kể cả",  "chưa ",  "trừ ",
                                                  "gồm ",   "bao ",   "cả ",    "tính ",
                                                  "theo ",  "trong ", "ngoài ", "so với "};
    return isAnyOf(words, {"đ/c", "đc", "đối chứng", "control"}) ||
           std::any_of(std::begin(starts), std::end(starts),
                       [&](std::string_view start) { return words.starts_with(start); });
}

} // namespace

std::string unitInHeader(const std::vector<std::string>& path) {
    // "DT_HA", "Số con": only behind words of a measure; "bảo hộ" and "mô tả" end otherwise.
    static constexpr std::pair<std::string_view, std::string_view> lastWords[] = {
        {"ha", "ha"},   {"m2", "m2"}, {"km2", "km2"},   {"tan", "tấn"}, {"ta", "tạ"},
        {"con", "con"}, {"kg", "kg"}, {"long", "lồng"}, {"be", "bể"},   {"ho", "hộ"}};
    for (auto line = path.rbegin(); line != path.rend(); ++line) {
        const std::size_t open = line->rfind('('), close = line->rfind(')');
        if (open != std::string::npos && close != std::string::npos && close > open + 1) {
            std::string inside = line->substr(open + 1, close - open - 1);
            inside.erase(0, inside.rfind(':') + 1); // "ĐVT: ha"
            inside.erase(0, std::min(inside.find_first_not_of(' '), inside.size()));
            if (!inside.empty() && !isNoUnit(inside))
                return inside;
        }
        const std::string words = headerWords(*line);
        const std::size_t space = words.rfind(' ');
        if (space == std::string::npos)
            continue;
        const auto its =
            std::find_if(std::begin(lastWords), std::end(lastWords), [&](const auto& one) {
                return words.compare(space + 1, std::string::npos, one.first) == 0;
            });
        if (its == std::end(lastWords))
            continue;
        // "DT_AO_HA": what "DT" is, the unit says.
        const auto rest =
            meaningsOfWords(withMeasureInFull(words.substr(0, space), its->second), {}, true);
        if (words.ends_with("long be")) // cages float as rafts do: "Số lồng bè"
            return "lồng";
        if (words.compare(0, space, "so") == 0 || (!rest.empty() && isMeasure(rest.front().field)))
            return text::normalize(*line).ends_with(" bè") ? "bè" : std::string(its->second);
    }
    return {};
}

bool isMassUnit(std::string_view unit) {
    return isAnyOf(headerWords(unit),
                   {"tan", "ta", "kg", "nghin tan", "1000 tan", "tan nam", "ta nam", "kg nam"});
}

bool isMoneyUnit(std::string_view unit) {
    static const std::set<std::string> units{
        "d",    "dong", "vnd",   "nghin dong", "ngan dong", "nghin d", "trieu dong", "trieu d",
        "tr d", "trd",  "tr dg", "tr dong",    "ty dong",   "ty d",    "usd"};
    std::string words = headerWords(unit.substr(0, unit.find('/')));
    words.erase(0, std::min(words.find_first_not_of("0123456789 "), words.size()));
    return units.contains(words);
}

bool isUnitWord(std::string_view cell) {
    static const std::set<std::string> units{
        "ha",         "m2",      "m²",  "km2", "con",      "tan",   "ta",         "kg",
        "lit",        "mo hinh", "ho",  "nt",  "-nt-",     "cay",   "san pham",   "be",
        "long",       "giong",   "lop", "sao", "mau",      "cong",  "nguoi",      "co so",
        "trang trai", "m3",      "cai", "bo",  "nhiem vu", "du an", "de tai",     "goc",
        "bau",        "to",      "may", "dan", "tan/ha",   "ta/ha", "trieu dong", "\""};
    return units.contains(text::fold(cell));
}

bool isHeaderLike(std::string_view cell) {
    if (cell.empty() || cell.size() > 160)
        return false;
    const std::string words = headerWords(withoutBrackets(cell));
    const auto found = meaningsOfWords(words, {}, true);
    return !found.empty() && found.front().share > 0.5;
}

} // namespace terroir::tables

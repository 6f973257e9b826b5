#include "tests/support/noise.hpp"

#include "core/text/letter.hpp"
#include "core/text/vietnamese.hpp"
#include "tests/support/legacy_encode.hpp"
#include "tests/support/noise_text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace terroir::testing {

namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;
using text::Encoding;

constexpr Date lastDayOfDistricts = Date::of(2025, 6, 30), today = Date::of(2026, 7, 25);

// ---- what a text says -------------------------------------------------------------------------

/// How names are compared when it is asked which communes fit a text.
enum class Key { Exact, IY, Folded, QuestionMarks, count };

/// What the written text tells about the place, noise aside.
struct Said {
    Key key = Key::Exact;
    bool communeType = true, parentTypes = true, district = true, province = true;
    bool districtInitials = false, provinceInitials = false;
    std::string noisyCommune; ///< the commune's name with slips: what is as near to it fits as well
    std::string writtenType;  ///< a wrong type; a commune that has it is what the text says
};

struct Written {
    std::string text;
    Said said;
};

struct Part {
    std::string type, name;
};
struct Address {
    Part commune;
    std::optional<Part> district;
    Part province;
};
using Maybe = std::optional<Written>;
using Writer = Maybe (*)(const Address&, Random&);

// ---- pieces of a text -------------------------------------------------------------------------

std::string full(const Part& part) {
    return text::capitalize(part.type) + " " + part.name;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : std::string(separator)) + part;
    return out;
}

/// Commune, district and province, each through `write`.
template <typename Write>
std::vector<std::string> parts(const Address& address, Write write) {
    std::vector<std::string> out{write(address.commune)};
    if (address.district)
        out.push_back(write(*address.district));
    out.push_back(write(address.province));
    return out;
}

std::vector<std::string> fullParts(const Address& address) {
    return parts(address, full);
}
std::vector<std::string> names(const Address& address) {
    return parts(address, [](const Part& part) { return part.name; });
}
std::string clean(const Address& address) {
    return join(fullParts(address), ", ");
}

std::vector<std::string> reversed(std::vector<std::string> list) {
    std::reverse(list.begin(), list.end());
    return list;
}

std::string shortType(const std::string& type, Random& random) {
    if (type == "xã")
        return std::string(random.of({"X. ", "X.", "x."}));
    if (type == "phường")
        return std::string(random.of({"P. ", "P.", "P ", "F."}));
    if (type == "thị trấn")
        return std::string(random.of({"TT ", "TT."}));
    if (type == "huyện")
        return std::string(random.of({"H. ", "H.", "h."}));
    if (type == "quận")
        return std::string(random.of({"Q. ", "Q."}));
    if (type == "thị xã")
        return std::string(random.of({"TX ", "Tx. ", "TX."}));
    if (type == "thành phố")
        return std::string(random.of({"TP.", "Tp. ", "TP ", "T.P "}));
    if (type == "tỉnh")
        return std::string(random.of({"Tỉnh ", "T.", "t. "}));
    return text::capitalize(type) + " ";
}

std::string village(Random& random, bool capital) {
    const std::string type(random.of({"Bản", "Bản", "Bản", "Xóm", "Thôn", "Tổ", "Khu"}));
    const std::string first(random.of({"Co", "Nà", "Nậm", "Tà", "Huổi", "Pá"}));
    const std::string second(
        random.of({"Hạ", "Sáng", "1", "3", "Mu", "Lừ", "Cang", "Hốc", "Pha", "Thượng"}));
    std::string out = capital ? type : lowerCase(type);
    if (type == "Bản")
        out += " " + (capital ? first : lowerCase(first));
    return out + " " + second;
}

std::string english(const Part& part, bool province) {
    std::string type;
    if (part.type == "xã")
        type = "Commune";
    else if (part.type == "phường")
        type = "Ward";
    else if (part.type == "thị trấn")
        type = "Township";
    else if (part.type == "đặc khu")
        type = "Special Zone";
    else if (part.type == "huyện" || part.type == "quận")
        type = "District";
    else if (part.type == "thị xã")
        type = "Town";
    else
        type = part.type == "thành phố" ? "City" : province ? "Province" : "District";
    return withoutMarks(part.name) + " " + type;
}

/// A type word in a note without marks: short, long or left out (empty).
std::string plainType(const std::string& type, Random& random) {
    if (type == "xã")
        return std::string(random.of({"", "x.", "x. "}));
    if (type == "phường")
        return std::string(random.of({"", "p.", "p. "}));
    if (type == "huyện")
        return std::string(random.of({"", "h.", "h. "}));
    if (type == "tỉnh")
        return std::string(random.of({"", "t.", "t. ", "tinh "}));
    if (type == "thành phố")
        return std::string(random.of({"", "tp ", "t.p ", "thanh pho "}));
    if (type == "thị xã")
        return std::string(random.of({"", "tx. ", "thi xa "}));
    return random.chance(50) ? "" : lowerCase(withoutMarks(type)) + " ";
}

// ---- the classes ------------------------------------------------------------------------------

Said folded() {
    Said said;
    said.key = Key::Folded;
    return said;
}
Said untyped() {
    Said said;
    said.communeType = said.parentTypes = false;
    return said;
}
Said foldedUntyped() {
    Said said = untyped();
    said.key = Key::Folded;
    return said;
}

/// The clean text through one change; nothing when it changes nothing.
Maybe changed(const Address& address, std::string (*change)(std::string_view),
              const Said& said = {}) {
    const std::string before = clean(address), after = change(before);
    return after == before ? Maybe() : Written{after, said};
}

Maybe encoded(const Address& address, Encoding encoding) {
    return Written{encode(clean(address), encoding), {}};
}

Maybe writeClean(const Address& a, Random&) {
    return Written{clean(a), {}};
}
Maybe writeAbbr(const Address& a, Random& random) {
    return Written{
        join(parts(a, [&](const Part& p) { return shortType(p.type, random) + p.name; }), ", "),
        {}};
}
Maybe writeAbbrNoDiacritics(const Address& a, Random& random) {
    return Written{withoutMarks(writeAbbr(a, random)->text), folded()};
}
Maybe writeColumnParen(const Address& a, Random&) {
    auto list = names(a);
    const std::string name = list.front();
    list.erase(list.begin());
    return Written{name + " (" + join(list, ", ") + ")", untyped()};
}
Maybe writeCombo(const Address& a, Random& random) {
    const auto plain = [](const std::string& name) { return lowerCase(withoutMarks(name)); };
    const std::string name = slip(plain(a.commune.name), random);
    if (name == plain(a.commune.name))
        return std::nullopt;
    Said said = foldedUntyped();
    said.noisyCommune = name;
    const std::string type = plainType(a.commune.type, random);
    std::string out(random.of({"", "", "thon 3 ", "to 5 ", "ban na sang "}));
    out += type + name;
    said.district = a.district && !random.chance(5);
    if (said.district)
        out += " " + plainType(a.district->type, random) + plain(a.district->name);
    out += " " + plainType(a.province.type, random) + plain(a.province.name);
    return Written{out, said};
}
Maybe writeCommuneOnly(const Address& a, Random&) {
    Said said;
    said.district = said.province = false;
    return Written{full(a.commune), said};
}
Maybe writeEnglish(const Address& a, Random&) {
    std::vector<std::string> out{english(a.commune, false)};
    if (a.district)
        out.push_back(english(*a.district, false));
    out.push_back(english(a.province, true));
    Said said = folded();
    said.parentTypes = false;
    return Written{join(out, ", "), said};
}
Maybe writeExtraOffice(const Address& a, Random& random) {
    const std::string_view before =
        random.of({"Trường THCS ", "Điểm trường bản Pá, ", "Trạm y tế ", "UBND ", "Sạt lở tại ",
                   "Địa bàn ", "Khu vực giáp ranh ", "Trụ sở UBND ", "Công an "});
    const std::string_view behind =
        random.of({"", ".", " (cũ)", " (vùng III)", " (số liệu đến 31/12)", "; ĐT: 02133.876.543",
                   " - biên giới"});
    const auto small = parts(a, [](const Part& p) { return p.type + " " + p.name; });
    return Written{std::string(before) + join(small, ", ") + std::string(behind), {}};
}
Maybe writeExtraVillage(const Address& a, Random& random) {
    return Written{village(random, true) + ", " + clean(a), {}};
}
Maybe writeExtraVillageLower(const Address& a, Random& random) {
    const auto small = parts(a, [](const Part& p) { return p.type + " " + p.name; });
    return Written{village(random, false) + ", " + join(small, ", "), {}};
}
Maybe writeGluedType(const Address& a, Random& random) {
    const auto glued = [&](const Part& p) {
        std::string type = text::capitalize(p.type);
        if (random.chance(60))
            std::erase(type, ' ');
        return type + p.name;
    };
    return Written{join(parts(a, glued), ", "), {}};
}
Maybe writeHyphen(const Address& a, Random& random) {
    return Written{join(fullParts(a), random.of({" - ", "-", " – ", " _ ", "/"})), {}};
}
Maybe writeInitials(const Address& a, Random& random) {
    Said said;
    if (!a.district) {
        said.provinceInitials = true;
        return Written{full(a.commune) + ", " + shortType(a.province.type, random) +
                           initials(a.province.name),
                       said};
    }
    said.districtInitials = true;
    return Written{full(a.commune) + ", " + shortType(a.district->type, random) +
                       initials(a.district->name) + ", " + full(a.province),
                   said};
}
Maybe writeIYSwap(const Address& a, Random&) {
    Said said;
    said.key = Key::IY;
    const std::string before = join(names(a), ", ");
    if (otherIY(before) == before)
        return std::nullopt;
    const auto swapped = [](const Part& p) {
        return text::capitalize(p.type) + " " + otherIY(p.name);
    };
    return Written{join(parts(a, swapped), ", "), said};
}
Maybe writeNfd(const Address& a, Random&) {
    return changed(a, decomposed);
}
Maybe writeNoDiacritics(const Address& a, Random&) {
    return changed(a, withoutMarks, folded());
}
Maybe writeNoDiacriticsLowerNoComma(const Address& a, Random&) {
    return Written{lowerCase(withoutMarks(join(fullParts(a), " "))), folded()};
}
Maybe writeNoDistrict(const Address& a, Random&) {
    Said said;
    said.district = false;
    return Written{full(a.commune) + ", " + full(a.province), said};
}
Maybe writeNoDistrictNoType(const Address& a, Random&) {
    Said said = untyped();
    said.district = false;
    return Written{a.commune.name + ", " + a.province.name, said};
}
Maybe writeNoProvince(const Address& a, Random&) {
    if (!a.district)
        return std::nullopt;
    Said said;
    said.province = false;
    return Written{full(a.commune) + ", " + full(*a.district), said};
}
Maybe writeNoSpace(const Address& a, Random&) {
    std::string out = join(fullParts(a), ",");
    std::erase(out, ' ');
    return Written{out, {}};
}
Maybe writeNoType(const Address& a, Random&) {
    return Written{join(names(a), ", "), untyped()};
}
Maybe writeNoTypeNoDiacritics(const Address& a, Random&) {
    return Written{lowerCase(withoutMarks(join(names(a), ", "))), foldedUntyped()};
}
Maybe writeNoTypeNoComma(const Address& a, Random&) {
    return Written{join(names(a), " "), untyped()};
}

/// One change to one of the names, most often the commune's.
Maybe writeNoisyName(const Address& a, Random& random,
                     std::string (*noise)(std::string_view, Random&), int times) {
    Address noisy = a;
    for (int i = 0; i < times; ++i) {
        const std::size_t which = random.below(10);
        Part& part = which < 6                     ? noisy.commune
                     : which < 8 && noisy.district ? *noisy.district
                                                   : noisy.province;
        const std::string before = part.name;
        part.name = noise(before, random);
        if (part.name == before)
            return std::nullopt;
    }
    Said said;
    if (noisy.commune.name != a.commune.name)
        said.noisyCommune = noisy.commune.name;
    return Written{clean(noisy), said};
}
Maybe writeTypo(const Address& a, Random& random) {
    return writeNoisyName(a, random, slip, 1);
}
Maybe writeTypoNoDiacritics(const Address& a, Random& random) {
    Maybe written = writeTypo(a, random);
    if (written) {
        written->text = withoutMarks(written->text);
        written->said.key = Key::Folded;
    }
    return written;
}
Maybe writeOcr1(const Address& a, Random& random) {
    return writeNoisyName(a, random, misread, 1);
}
Maybe writeOcr2(const Address& a, Random& random) {
    return writeNoisyName(a, random, misread, 2);
}
Maybe writePhonetic(const Address& a, Random& random) {
    Address noisy = a;
    noisy.commune.name = misheard(a.commune.name, random);
    if (noisy.commune.name == a.commune.name)
        return std::nullopt;
    Said said;
    said.noisyCommune = noisy.commune.name;
    return Written{clean(noisy), said};
}
Maybe writeQmarkLoss(const Address& a, Random&) {
    Said said;
    said.key = Key::QuestionMarks;
    return changed(a, questionMarks, said);
}
Maybe writeReversed(const Address& a, Random&) {
    return Written{join(reversed(fullParts(a)), ", "), {}};
}
Maybe writeReversedNoType(const Address& a, Random&) {
    return Written{join(reversed(names(a)), " - "), untyped()};
}
Maybe writeSttPrefix(const Address& a, Random& random) {
    return Written{std::to_string(1 + random.below(99)) + ". " + clean(a), {}};
}
Maybe writeTcvn3(const Address& a, Random&) {
    return encoded(a, Encoding::Tcvn3);
}
Maybe writeTelex(const Address& a, Random&) {
    return encoded(a, Encoding::Telex);
}
Maybe writeMojibake(const Address& a, Random&) {
    return encoded(a, Encoding::Utf8AsCp1252);
}
Maybe writeMojibakeLossy(const Address& a, Random&) {
    std::string out;
    const std::string whole = encode(clean(a), Encoding::Utf8AsCp1252);
    for (std::size_t at = 0; at < whole.size();) {
        const char32_t c = text::nextCodePoint(whole, at);
        if (c < 0x80 || c >= 0xa0) // a control for a byte that Windows-1252 lacks is lost
            text::appendUtf8(out, c == 0xa0 ? U' ' : c);
    }
    return Written{out, {}};
}
Maybe writeVniFont(const Address& a, Random&) {
    return encoded(a, Encoding::VniFont);
}
Maybe writeViqr(const Address& a, Random&) {
    return encoded(a, Encoding::Viqr);
}
Maybe writeVniKeys(const Address& a, Random&) {
    return encoded(a, Encoding::VniKeys);
}
Maybe writeToneStyle(const Address& a, Random&) {
    return changed(a, otherToneStyle);
}
Maybe writeUpper(const Address& a, Random&) {
    return changed(a, upperCase);
}
Maybe writeUpperNfdNoDots(const Address& a, Random&) {
    return Written{decomposed(upperCase(join(fullParts(a), "; "))), {}};
}
Maybe writeWrongType(const Address& a, Random&) {
    Address wrong = a;
    wrong.commune.type = a.commune.type == "xã" ? "phường" : "xã";
    Said said;
    said.communeType = false;
    said.writtenType = wrong.commune.type;
    return Written{clean(wrong), said};
}
Maybe writeWrongDistrictType(const Address& a, Random&) {
    if (!a.district)
        return std::nullopt;
    Address wrong = a;
    wrong.district->type = a.district->type == "thị xã" ? "huyện" : "thị xã";
    Said said;
    said.parentTypes = false;
    return Written{clean(wrong), said};
}

/// From which days a class takes its places.
enum class Days {
    Recent,        ///< 2025-06-30 and 2026-07-25
    Districts,     ///< 2025-06-30
    Earlier,       ///< days since 2004, and places that are gone
    Converted,     ///< written as of 2025-06-30, asked as of 2026-07-25
    ConvertedMixed ///< the same with today's province
};

struct NoiseClass {
    const char* name;
    Days days;
    Writer write;
};

constexpr NoiseClass classes[] = {
    {"abbr", Days::Recent, writeAbbr},
    {"abbr_no_diacritics", Days::Recent, writeAbbrNoDiacritics},
    {"clean", Days::Recent, writeClean},
    {"column_paren", Days::Recent, writeColumnParen},
    {"combo", Days::Recent, writeCombo},
    {"commune_only", Days::Recent, writeCommuneOnly},
    {"convert_mixed_province", Days::ConvertedMixed, writeClean},
    {"convert_no_diacritics", Days::Converted, writeNoDiacritics},
    {"convert_old_full", Days::Converted, writeClean},
    {"english", Days::Recent, writeEnglish},
    {"extra_office", Days::Recent, writeExtraOffice},
    {"extra_village", Days::Recent, writeExtraVillage},
    {"extra_village_lower", Days::Recent, writeExtraVillageLower},
    {"glued_type", Days::Recent, writeGluedType},
    {"historic_abbr", Days::Earlier, writeAbbr},
    {"historic_clean", Days::Earlier, writeClean},
    {"historic_extra_village", Days::Earlier, writeExtraVillage},
    {"historic_no_diacritics", Days::Earlier, writeNoDiacritics},
    {"historic_no_district", Days::Earlier, writeNoDistrict},
    {"historic_no_type", Days::Earlier, writeNoType},
    {"historic_reversed", Days::Earlier, writeReversed},
    {"historic_typo", Days::Earlier, writeTypo},
    {"hyphen", Days::Recent, writeHyphen},
    {"initials", Days::Recent, writeInitials},
    {"iy_swap", Days::Recent, writeIYSwap},
    {"nfd", Days::Recent, writeNfd},
    {"no_diacritics", Days::Recent, writeNoDiacritics},
    {"no_diacritics_lower_nocomma", Days::Recent, writeNoDiacriticsLowerNoComma},
    {"no_district", Days::Districts, writeNoDistrict},
    {"no_district_no_type", Days::Districts, writeNoDistrictNoType},
    {"no_province", Days::Districts, writeNoProvince},
    {"no_space", Days::Recent, writeNoSpace},
    {"no_type", Days::Recent, writeNoType},
    {"no_type_no_diacritics", Days::Recent, writeNoTypeNoDiacritics},
    {"no_type_nocomma", Days::Recent, writeNoTypeNoComma},
    {"ocr1", Days::Recent, writeOcr1},
    {"ocr2", Days::Recent, writeOcr2},
    {"phonetic", Days::Recent, writePhonetic},
    {"qmark_loss", Days::Recent, writeQmarkLoss},
    {"reversed", Days::Recent, writeReversed},
    {"reversed_no_type", Days::Recent, writeReversedNoType},
    {"stt_prefix", Days::Recent, writeSttPrefix},
    {"tcvn3", Days::Recent, writeTcvn3},
    {"telex_raw", Days::Recent, writeTelex},
    {"tone_style", Days::Recent, writeToneStyle},
    {"typo", Days::Recent, writeTypo},
    {"typo_no_diacritics", Days::Recent, writeTypoNoDiacritics},
    {"upper", Days::Recent, writeUpper},
    {"upper_nfd_nodots", Days::Recent, writeUpperNfdNoDots},
    {"utf8_mojibake", Days::Recent, writeMojibake},
    {"utf8_mojibake_lossy", Days::Recent, writeMojibakeLossy},
    {"viqr", Days::Recent, writeViqr},
    {"vni_font", Days::Recent, writeVniFont},
    {"vni_keys", Days::Recent, writeVniKeys},
    {"wrong_district_type", Days::Districts, writeWrongDistrictType},
    {"wrong_type", Days::Recent, writeWrongType},
};

// ---- texts that name no place -------------------------------------------------------------------

std::string personName(Random& random) {
    std::string out(
        random.of({"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Lò", "Giàng"}));
    out += " ";
    out += random.of({"Văn", "Thị", "Đức", "Thị Thu", "Quang", "Minh"});
    out += " ";
    return out += random.of({"Hùng", "Lan", "Dũng", "Tuấn", "Nga", "Thảo", "Chung", "Páo", "Hiệp"});
}

std::string digits(std::size_t count, Random& random) {
    std::string out;
    for (; count > 0; --count)
        out += char('0' + random.below(10));
    return out;
}

// One draw to a statement: the order within an expression is the compiler's choice.
std::string nonePerson(Random& random) {
    std::string out(random.of({"Ông ", "Bà ", "Anh ", "Chị ", "ThS. ", "GS.TS. ", "Chủ hộ: "}));
    return out += personName(random);
}
std::string nonePhone(Random& random) {
    const std::string three = digits(3, random), four = digits(4, random);
    switch (random.below(4)) {
    case 0:
        return "ĐT: 0213." + three + "." + four;
    case 1:
        return "0912" + three + four;
    case 2:
        return "(+84) 98 " + three + " " + four;
    default:
        return "lienhe" + three + "@gmail.com";
    }
}
std::string noneDate(Random& random) {
    const std::string day = std::to_string(1 + random.below(28)),
                      month = std::to_string(1 + random.below(12)),
                      year = std::to_string(2010 + random.below(16));
    switch (random.below(4)) {
    case 0:
        return day + "/" + month + "/" + year;
    case 1:
        return "ngày " + day + " tháng " + month + " năm " + year;
    case 2:
        return year + "-" + (month.size() < 2 ? "0" : "") + month + "-01";
    default:
        return "quý " + std::to_string(1 + random.below(4)) + "/" + year;
    }
}
std::string noneSentence(Random& random) {
    return std::string(random.of(
        {"Mô hình cho năng suất cao hơn giống cũ", "Chưa có số liệu trong kỳ báo cáo",
         "Giống ngô lai chịu hạn tốt", "Đã nghiệm thu và bàn giao", "Cần bổ sung kinh phí năm sau",
         "Diện tích trồng mới tăng 12% so với cùng kỳ", "Đang chờ kết quả phân tích mẫu đất",
         "Các hộ tham gia được tập huấn hai lần", "See the table on the next page",
         "Sản phẩm đạt ba sao", "Theo dõi sâu bệnh mỗi tuần", "Total of the rows above",
         "Tổng cộng", "Tính đến hết quý, giải ngân được 80%", "Đơn vị tính: triệu đồng"}));
}
std::string noneUnknown(Random& random) {
    return std::string(
        random.of({"không rõ", "Không có", "n/a", "N/A", "-", "--", "", " ", "?", "chưa xác định",
                   "khác", "Không", "null", "0", "...", "TBD", "nt", "như trên", "xx"}));
}
std::string noneGarbage(Random& random) {
    constexpr std::string_view signs = "qwzxjkfpvbm#@!%&*/\\|0123456789;:~^";
    std::string out;
    for (std::size_t length = 1 + random.below(18); length > 0; --length)
        out += signs[random.below(signs.size())];
    return out;
}

struct NoneClass {
    const char* name;
    std::string (*write)(Random&);
};
constexpr NoneClass noneClasses[] = {
    {"none_person", nonePerson},     {"none_phone", nonePhone},     {"none_date", noneDate},
    {"none_sentence", noneSentence}, {"none_unknown", noneUnknown}, {"none_garbage", noneGarbage},
};

// ---- the places ---------------------------------------------------------------------------------

struct Place {
    UnitIndex commune = noUnit, district = noUnit, province = noUnit;
};

/// The communes of a day with the parents of that day.
struct Era {
    std::vector<Place> places;
    std::vector<std::size_t> northWest; ///< in Lai Châu and Sơn La
    std::vector<std::size_t> gone;      ///< not so any more on the last day of districts
    std::unordered_map<std::string, std::vector<std::size_t>> byName; ///< loosest form of the name
    std::set<std::pair<UnitIndex, std::string>> districtNames;        ///< by province, loosest form
};

/// The tone of every syllable behind it: "hòa" and "hoà" are one.
std::string toneBehind(const std::string& normalized) {
    std::string out;
    text::Tone tone = text::Tone::Level;
    const auto finish = [&] {
        if (tone != text::Tone::Level)
            out += char('0' + int(std::exchange(tone, text::Tone::Level)));
    };
    for (std::size_t at = 0; at < normalized.size();) {
        const char32_t c = text::nextCodePoint(normalized, at);
        const text::Letter letter = text::letterOf(c);
        if (!letter)
            finish();
        if (letter.tone != text::Tone::Level)
            tone = letter.tone;
        text::appendUtf8(out, letter ? letter.base : c);
    }
    finish();
    return out;
}

class World {
public:
    explicit World(const Gazetteer& gazetteer) : m_gazetteer(gazetteer) {
        for (const Unit& unit : gazetteer.units()) {
            Keys& keys = m_keys.emplace_back();
            keys.normal = text::normalize(unit.name);
            auto& forms = keys.forms;
            forms[std::size_t(Key::Exact)] = toneBehind(keys.normal);
            forms[std::size_t(Key::IY)] = forms[std::size_t(Key::Exact)];
            std::replace(forms[std::size_t(Key::IY)].begin(), forms[std::size_t(Key::IY)].end(),
                         'y', 'i');
            forms[std::size_t(Key::Folded)] = text::fold(unit.name);
            forms[std::size_t(Key::QuestionMarks)] = questionMarks(unit.name);
            keys.loosest = forms[std::size_t(Key::Folded)];
            std::replace(keys.loosest.begin(), keys.loosest.end(), 'y', 'i');
        }
    }

    const Era& era(Date day) {
        const auto [found, isNew] = m_eras.try_emplace(day);
        if (!isNew)
            return found->second;
        Era& era = found->second;
        for (const UnitIndex commune : m_gazetteer.unitsAt(Level::Commune, day)) {
            const Place place{commune, m_gazetteer.ancestorAt(commune, Level::District, day),
                              m_gazetteer.ancestorAt(commune, Level::Province, day)};
            if (place.province == noUnit)
                continue;
            const std::size_t at = era.places.size();
            era.places.push_back(place);
            era.byName[m_keys[commune].loosest].push_back(at);
            const std::string& province = m_gazetteer.unit(place.province).name;
            if (province == "Lai Châu" || province == "Sơn La")
                era.northWest.push_back(at);
            if (place.district != noUnit)
                era.districtNames.insert({place.province, m_keys[place.district].loosest});
            const auto lasts = [&](UnitIndex unit) {
                return unit == noUnit || m_gazetteer.unit(unit).valid.contains(lastDayOfDistricts);
            };
            if (!lasts(commune) || !lasts(place.district) || !lasts(place.province))
                era.gone.push_back(at);
        }
        return era;
    }

    Address address(const Place& place) const {
        const auto part = [&](UnitIndex index) {
            return Part{m_gazetteer.unit(index).type, m_gazetteer.unit(index).name};
        };
        Address out{part(place.commune), std::nullopt, part(place.province)};
        if (place.district != noUnit)
            out.district = part(place.district);
        return out;
    }

    /// The places of the era that fit what is said about one of them; empty when the text says
    /// something else than the place.
    std::vector<Place> fitting(const Era& era, const Place& place, const Said& said) const {
        if (!said.communeType && !said.district && place.district != noUnit &&
            era.districtNames.contains({place.province, m_keys[place.commune].loosest}))
            return {}; // "Mường Tè, Lai Châu" without types is the district
        std::vector<Place> out;
        const auto take = [&](const Place& candidate) {
            if (fitsParents(candidate, place, said) && fitsCommune(candidate, place, said))
                out.push_back(candidate);
        };
        if (said.key == Key::QuestionMarks || !said.noisyCommune.empty()) {
            for (const Place& candidate : era.places)
                take(candidate);
        } else {
            for (const std::size_t at : era.byName.at(m_keys[place.commune].loosest))
                take(era.places[at]);
        }
        if (!said.writtenType.empty() &&
            std::any_of(out.begin(), out.end(), [&](const Place& candidate) {
                return m_gazetteer.unit(candidate.commune).type == said.writtenType;
            }))
            return {};
        return out;
    }

private:
    struct Keys {
        std::string normal, loosest;
        std::array<std::string, std::size_t(Key::count)> forms;
    };

    bool sameName(UnitIndex a, UnitIndex b, Key key) const {
        return m_keys[a].forms[std::size_t(key)] == m_keys[b].forms[std::size_t(key)];
    }
    bool sameUnit(UnitIndex a, UnitIndex b, const Said& said, bool byInitials) const {
        if (a == b)
            return true;
        if (a == noUnit || b == noUnit)
            return false;
        const Unit &left = m_gazetteer.unit(a), &right = m_gazetteer.unit(b);
        return (!said.parentTypes || left.type == right.type) &&
               (byInitials ? initials(left.name) == initials(right.name)
                           : sameName(a, b, said.key));
    }
    bool fitsParents(const Place& candidate, const Place& place, const Said& said) const {
        return (!said.province ||
                sameUnit(candidate.province, place.province, said, said.provinceInitials)) &&
               (!said.district ||
                sameUnit(candidate.district, place.district, said, said.districtInitials));
    }
    bool fitsCommune(const Place& candidate, const Place& place, const Said& said) const {
        if (said.communeType &&
            m_gazetteer.unit(candidate.commune).type != m_gazetteer.unit(place.commune).type)
            return false;
        if (sameName(candidate.commune, place.commune, said.key))
            return true;
        if (said.noisyCommune.empty())
            return false;
        const bool folded = said.key == Key::Folded;
        const auto form = [&](UnitIndex unit) -> const std::string& {
            return folded ? m_keys[unit].forms[std::size_t(Key::Folded)] : m_keys[unit].normal;
        };
        const std::string noisy =
            folded ? text::fold(said.noisyCommune) : text::normalize(said.noisyCommune);
        constexpr int far = 4;
        const int distance = text::editDistance(noisy, form(place.commune), far);
        return text::editDistance(noisy, form(candidate.commune), distance) <= distance;
    }

    const Gazetteer& m_gazetteer;
    std::vector<Keys> m_keys;
    std::map<Date, Era> m_eras;
};

class Generator {
public:
    Generator(const Gazetteer& gazetteer, std::uint32_t seed)
        : m_gazetteer(gazetteer), m_world(gazetteer), m_random(seed) {
        constexpr int earlierDays = 12;
        for (int i = 0; i < earlierDays; ++i) {
            const int year = 2004 + int(m_random.below(21)), month = 1 + int(m_random.below(12));
            m_earlier.push_back(Date::of(year, month, 1 + int(m_random.below(28))));
        }
    }

    std::optional<NoisyCase> make(const NoiseClass& noise) {
        const bool converted = noise.days == Days::Converted || noise.days == Days::ConvertedMixed;
        const Date day = dayOf(noise.days), asOf = converted ? today : day;
        const Era& era = m_world.era(day);
        const Place& place = pick(era, noise.days);
        Address address = m_world.address(place);
        UnitIndex newProvince = noUnit;
        if (noise.days == Days::ConvertedMixed) {
            const auto targets = m_gazetteer.convert(place.commune, today);
            if (targets.empty())
                return std::nullopt;
            newProvince = provinceOf(targets.front().unit);
            address.province = {m_gazetteer.unit(newProvince).type,
                                m_gazetteer.unit(newProvince).name};
        }
        Maybe written = noise.write(address, m_random);
        if (!written)
            return std::nullopt;
        if (newProvince != noUnit)
            written->said.province = false;
        NoisyCase out{written->text, asOf, noise.name, {}};
        for (const Place& fitting : m_world.fitting(era, place, written->said)) {
            if (!converted) {
                out.acceptable.insert(m_gazetteer.unit(fitting.commune).code);
                continue;
            }
            for (const auto& share : m_gazetteer.convert(fitting.commune, today))
                if (newProvince == noUnit || provinceOf(share.unit) == newProvince)
                    out.acceptable.insert(m_gazetteer.unit(share.unit).code);
        }
        return out.acceptable.empty() ? std::nullopt : std::optional(std::move(out));
    }

    NoisyCase make(const NoneClass& none) {
        return {
            none.write(m_random), m_random.chance(50) ? lastDayOfDistricts : today, none.name, {}};
    }

private:
    Date dayOf(Days days) {
        if (days == Days::Earlier)
            return m_random.of(m_earlier);
        return days == Days::Recent && m_random.chance(45) ? today : lastDayOfDistricts;
    }

    const Place& pick(const Era& era, Days days) {
        if (days == Days::Earlier && !era.gone.empty() && m_random.chance(70))
            return era.places[m_random.of(era.gone)];
        if (m_random.chance(50) && !era.northWest.empty())
            return era.places[m_random.of(era.northWest)];
        return m_random.of(era.places);
    }

    UnitIndex provinceOf(UnitIndex unit) const {
        return m_gazetteer.ancestorAt(unit, Level::Province, today);
    }

    const Gazetteer& m_gazetteer;
    World m_world;
    Random m_random;
    std::vector<Date> m_earlier;
};

} // namespace

std::vector<NoisyCase> makeNoisyCases(const Gazetteer& gazetteer, std::size_t perClass,
                                      std::uint32_t seed) {
    Generator generator(gazetteer, seed);
    std::vector<NoisyCase> out;
    for (const NoiseClass& noise : classes) {
        constexpr std::size_t attemptsPerCase = 50;
        std::size_t made = 0;
        for (std::size_t i = 0; made < perClass && i < perClass * attemptsPerCase; ++i)
            if (auto one = generator.make(noise)) {
                out.push_back(std::move(*one));
                ++made;
            }
    }
    for (const NoneClass& none : noneClasses)
        for (std::size_t i = 0; i < perClass; ++i)
            out.push_back(generator.make(none));
    return out;
}

} // namespace terroir::testing

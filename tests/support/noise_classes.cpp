#include "tests/support/noise_classes.hpp"

#include "core/text/letter.hpp"
#include "core/text/vietnamese.hpp"
#include "tests/support/legacy_encode.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace terroir::testing {

namespace {

using text::Encoding;

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

constexpr NoiseClass allNoise[] = {
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

} // namespace

std::span<const NoiseClass> noiseClasses() {
    return allNoise;
}

} // namespace terroir::testing

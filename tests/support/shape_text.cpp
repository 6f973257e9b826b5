#include "tests/support/shape_text.hpp"

#include "core/text/letter.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace terroir::testing {

namespace {

struct Type {
    std::string_view type, letters, english;
};
constexpr Type types[] = {
    {"xã", "X", "Commune"},      {"phường", "P", "Ward"},   {"thị trấn", "TT", "Town"},
    {"huyện", "H", "District"},  {"quận", "Q", "District"}, {"thị xã", "TX", "Town"},
    {"thành phố", "TP", "City"}, {"tỉnh", "T", "Province"}, {"đặc khu", "ĐK", "Special Zone"},
};

const Type& typeOf(std::string_view type) {
    const auto* found = std::find_if(std::begin(types), std::end(types),
                                     [&](const Type& one) { return one.type == type; });
    if (found == std::end(types))
        throw std::runtime_error("no short form of the type " + std::string(type));
    return *found;
}

std::string roman(std::string_view number) {
    constexpr std::string_view ones[] = {"",  "I",  "II",  "III",  "IV",
                                         "V", "VI", "VII", "VIII", "IX"};
    const int n = std::stoi(std::string(number));
    return std::string(std::size_t(n / 10), 'X') + std::string(ones[n % 10]);
}

std::string shortened(std::string_view type, Random& random) {
    std::string letters(typeOf(type).letters);
    if (random.chance(40))
        letters = lowerCase(letters);
    letters += ".";
    return random.chance(60) ? letters + " " : letters;
}

/// One syllable of two or more letters broken in two.
std::string splitSyllable(std::string_view text, Random& random) {
    const std::u32string codes = text::codePointsOf(text);
    std::vector<std::size_t> places;
    for (std::size_t i = 1; i < codes.size(); ++i)
        if (text::letterOf(codes[i - 1]) && text::letterOf(codes[i]))
            places.push_back(i);
    if (places.empty())
        return std::string(text);
    const std::size_t at = random.of(places);
    std::string out;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (i == at)
            out += ' ';
        text::appendUtf8(out, codes[i]);
    }
    return out;
}

std::string replaced(std::string_view text, std::string_view by) {
    std::string out;
    for (const char c : text) {
        if (c == ' ')
            out += by;
        else
            out += c;
    }
    return out;
}

std::string brokenLine(std::string_view text) {
    std::string out(text);
    if (const auto space = out.rfind(' '); space != std::string::npos)
        out[space] = '\n';
    return out;
}

} // namespace

std::string capitalized(std::string_view text) {
    std::size_t end = 0;
    if (!text.empty())
        text::nextCodePoint(text, end);
    return upperCase(text.substr(0, end)) + std::string(text.substr(end));
}

std::string changed(std::string_view text, std::string_view change, Random& random) {
    if (change == "lower")
        return lowerCase(text);
    if (change == "upper")
        return upperCase(text);
    if (change == "plain")
        return withoutMarks(text);
    if (change == "glued")
        return replaced(text, "");
    if (change == "spaced")
        return replaced(text, "  ");
    if (change == "split")
        return splitSyllable(text, random);
    if (change == "broken")
        return brokenLine(text);
    if (change == "decomposed")
        return decomposed(text);
    if (change == "tones")
        return otherToneStyle(text);
    throw std::runtime_error("no change \"" + std::string(change) + "\"");
}

std::string unitText(std::string_view type, std::string_view name,
                     const std::vector<std::string>& changes, Random& random) {
    const std::string whole(name);
    const auto form = [&](std::string_view change) -> std::optional<std::string> {
        if (change == "name")
            return whole;
        if (change == "type")
            return std::string(type);
        if (change == "untold")
            return std::string();
        if (change == "short")
            return shortened(type, random) + whole;
        if (change == "tight")
            return std::string(typeOf(type).letters) + whole.substr(whole.find_first_not_of('0'));
        if (change == "english")
            return withoutMarks(whole) + " " + std::string(typeOf(type).english);
        if (change == "joined")
            return std::string(type) + whole;
        if (change == "roman")
            return std::string(type) + " " + roman(name);
        if (change == "zero")
            return std::string(type) + " " + (name.size() < 2 ? "0" : "") + whole;
        return std::nullopt;
    };
    std::string out = std::string(type) + " " + whole;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto written = i == 0 ? form(changes[i]) : std::nullopt;
        out = written ? *written : changed(out, changes[i], random);
    }
    return out;
}

} // namespace terroir::testing

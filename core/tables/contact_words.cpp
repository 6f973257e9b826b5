#include "core/tables/contact_words.hpp"

#include "core/base/strings.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace terroir::tables {

namespace {

bool beginsWithOneOf(std::string_view words, std::initializer_list<std::string_view> starts) {
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
        return words.starts_with(start) &&
               (words.size() == start.size() ||
                std::string_view(" :.-(0").find(words[start.size()]) != std::string_view::npos);
    });
}

/// "0912.345.678", "ĐT: 0208 3888999", "email: a@b.vn".
bool isTelephone(std::string_view part) {
    const std::string words = text::fold(trimmed(part, " \t\r:.-"));
    const auto digits =
        std::count_if(words.begin(), words.end(), [](char c) { return isDigit(c); });
    const bool isNumber = digits >= 8 && digits <= 13 &&
                          words.find_first_not_of("0123456789 .-+()/") == std::string::npos;
    return isNumber || words.find('@') != std::string::npos ||
           (digits >= 6 && beginsWithOneOf(words, {"dt", "sdt", "dien thoai", "so dien thoai",
                                                   "tel", "phone", "hotline", "di dong", "dtdd",
                                                   "lh", "lien he", "zalo", "mobile", "fax"}));
}

/// "Đại diện: Bà B - Giám đốc", "GĐ: ông C".
bool isSpeaker(std::string_view part) {
    const std::string words = text::fold(trimmed(part, " \t\r"));
    return beginsWithOneOf(words, {"dai dien", "nguoi dai dien", "dai dien phap luat",
                                   "nguoi dai dien phap luat", "nguoi lien he"}) ||
           (words.find(':') != std::string::npos &&
            beginsWithOneOf(words, {"giam doc", "gd", "chu nhiem", "chu tich hdqt", "to truong"}));
}

/// The text behind "Địa chỉ:", "Đ/c:".
std::string_view withoutLabel(std::string_view part) {
    const std::size_t colon = part.find(':');
    if (colon == std::string_view::npos)
        return part;
    const std::string label = text::fold(trimmed(part.substr(0, colon)));
    return isAnyOf(label, {"dia chi", "d/c", "dc", "d.c", "dia diem", "tru so"})
               ? trimmed(part.substr(colon + 1))
               : part;
}

} // namespace

std::string withoutContacts(std::string_view cell) {
    // Brackets first: "(đại diện: ông A)", "(ĐT 0912…)".
    std::string text(cell);
    for (std::size_t open = text.find('('); open != std::string::npos;
         open = text.find('(', open + 1)) {
        const std::size_t close = text.find(')', open);
        if (close == std::string::npos)
            break;
        const std::string inside = text.substr(open + 1, close - open - 1);
        if (isTelephone(inside) || isSpeaker(inside)) {
            text.erase(open, close - open + 1);
            while (open > 0 && text[open - 1] == ' ')
                text.erase(--open, 1);
        }
    }
    // Parts with the sign in front of each.
    std::vector<std::pair<std::string, std::string>> parts{{"", ""}};
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 0;
        for (const std::string_view sign : {"\n", ", ", "; ", ". ", " - ", " – "})
            if (std::string_view(text).substr(at).starts_with(sign))
                length = std::max(length, sign.size());
        if (length > 0) {
            parts.emplace_back(text.substr(at, length), "");
            at += length;
        } else {
            parts.back().second += text[at++];
        }
    }
    std::string out;
    bool isSpeakers = false;
    for (auto& [sign, part] : parts) {
        // "Bà B - Giám đốc" goes on with the line of the speaker.
        isSpeakers = sign == "\n" || sign == ", " || sign == "; " ? false : isSpeakers;
        isSpeakers = isSpeakers || isSpeaker(part);
        if (isSpeakers || isTelephone(part)) {
            if (part.ends_with(')') && part.find('(') == std::string::npos)
                out += ')'; // of brackets that began before it
            continue;
        }
        // "xã C ĐT 0912345678"
        std::string kept(withoutLabel(part));
        for (const std::string_view word :
             {" ĐT", " SĐT", " Điện thoại", " điện thoại", " Tel", " đt"})
            if (const std::size_t from = kept.find(word);
                from != std::string::npos && isTelephone(std::string_view(kept).substr(from)))
                kept.resize(from);
        if (!out.empty())
            out += sign;
        out += kept;
    }
    return std::string(trimmed(out));
}

std::pair<std::string, std::string> holderAndLeader(std::string_view cell) {
    const std::size_t end = std::min(cell.find_first_of(";\n"), cell.size());
    return {std::string(trimmed(cell.substr(0, end), " ,;\n")),
            std::string(trimmed(cell.substr(end), " ,;\n\r"))};
}

} // namespace terroir::tables

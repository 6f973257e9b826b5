#include "core/tables/asked_columns.hpp"

#include "core/records/quantity.hpp"
#include "core/tables/column_words.hpp"

#include <algorithm>

namespace terroir::tables {

namespace {

constexpr std::string_view asked[] = {"ke hoach", "kh",        "hop dong",  "hd",      "ky ket",
                                      "dang ky",  "phe duyet", "duyet",     "du toan", "dinh muc",
                                      "du kien",  "de nghi",   "duoc giao", "giao",    "thiet ke",
                                      "chi tieu", "muc tieu"};
constexpr std::string_view done[] = {"thuc hien", "quyet toan", "nghiem thu", "thuc te",
                                     "thuc nuoi", "thuc trong", "thuc dat",   "dat duoc"};

template <typename Words>
std::size_t findAny(std::string_view line, const Words& all) {
    const std::string words = " " + headerWords(line.substr(0, line.find('('))) + " ";
    for (const std::string_view one : all)
        if (const std::size_t at = words.find(" " + std::string(one) + " ");
            at != std::string::npos)
            return one.size();
    return 0;
}

/// What the header says beside that: "dien tich" of "Diện tích thực hiện (ha)".
template <typename Words>
std::string rest(std::string_view line, const Words& all) {
    std::string words = " " + headerWords(line.substr(0, line.find('('))) + " ";
    for (const std::string_view one : all)
        if (const std::size_t at = words.find(" " + std::string(one) + " ");
            at != std::string::npos)
            words.erase(at, one.size() + 1);
    for (const std::string_view filler : {" da ", " duoc ", " theo ", " duoc "})
        if (const std::size_t at = words.find(filler); at != std::string::npos)
            words.erase(at, filler.size() - 1);
    return words;
}

bool holdsQuantities(const Values& values) {
    return values.filled > 0 &&
           std::all_of(values.samples.begin(), values.samples.end(),
                       [](const std::string& text) { return records::hasNumeral(text); });
}

} // namespace

bool saysAsked(std::string_view line) {
    return findAny(line, asked) > 0 && !saysDone(line);
}

bool saysDone(std::string_view line) {
    return findAny(line, done) > 0;
}

bool isAskedBesideDone(const OpenGuess& open, std::size_t column) {
    const auto& path = open.table.columns[column].path;
    if (path.empty() || !saysAsked(path.back()))
        return false;
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& other = open.table.columns[i].path;
        if (i == column || other.size() != path.size() || !saysDone(other.back()) ||
            findAny(other.back(), asked) > 0 || !holdsQuantities(open.values[i]) ||
            unitInHeader(other) != unitInHeader(path))
            continue;
        if (rest(other.back(), done) == rest(path.back(), asked) &&
            std::equal(path.begin(), path.end() - 1, other.begin()))
            return true;
    }
    return false;
}

} // namespace terroir::tables

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
    const auto line = std::find_if(path.begin(), path.end(), saysAsked);
    if (line == path.end())
        return false;
    const auto at = std::size_t(line - path.begin());
    for (std::size_t i = 0; i < open.table.columns.size(); ++i) {
        const auto& other = open.table.columns[i].path;
        if (i == column || other.size() != path.size() || !saysDone(other[at]) ||
            findAny(other[at], asked) > 0 || !holdsQuantities(open.values[i]) ||
            unitInHeader(other) != unitInHeader(path) ||
            rest(other[at], done) != rest(path[at], asked))
            continue;
        bool isSame = true;
        for (std::size_t k = 0; k < path.size(); ++k)
            isSame = isSame && (k == at || path[k] == other[k]);
        if (isSame)
            return true;
    }
    return false;
}

} // namespace terroir::tables

#include "core/records/check_written.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/strings.hpp"
#include "core/records/record_groups.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace terroir::records {

namespace {

/// The first number of a text with its separators, and what follows it.
struct Written {
    std::string_view number, rest;
};

std::optional<Written> firstNumber(std::string_view text) {
    const auto begin = std::find_if(text.begin(), text.end(), isDigit);
    if (begin == text.end())
        return std::nullopt;
    const std::size_t from = std::size_t(begin - text.begin());
    std::size_t end = from;
    while (end < text.size() &&
           (isDigit(text[end]) || ((text[end] == '.' || text[end] == ',' || text[end] == ' ') &&
                                   end + 1 < text.size() && isDigit(text[end + 1]))))
        ++end;
    return Written{text.substr(from, end - from), text.substr(end)};
}

/// Whether the digits give the value, whatever the separators mean.
bool reads(std::string_view number, double value) {
    std::string whole, decimal;
    const std::size_t last = number.find_last_of(".,");
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (isDigit(number[i])) {
            whole += number[i];
            decimal += number[i];
        } else if (i == last) {
            decimal += '.';
        }
    }
    for (const std::string& text : {whole, decimal}) {
        const auto read = parsePlainNumber(text);
        if (read && std::fabs(*read - value) <= 1e-9 * std::max(1.0, std::fabs(value)))
            return true;
    }
    return false;
}

/// Lower-case letters alone: "°Bx" and " Bx" are one unit.
std::string lettersOf(std::string_view text) {
    std::string letters;
    for (const char letter : text::normalize(text))
        if (std::string_view(" .,;()°%–-~").find(letter) == std::string_view::npos &&
            !isDigit(letter) && letter != '\xc2' && letter != '\xb0')
            letters += letter;
    return letters;
}

struct Plausible {
    std::string_view indicator;
    double low, high;
};
// Wider than anything seen in Vietnam: what lies outside is a slip.
constexpr std::array<Plausible, 6> plausible{{{"brix", 1, 85},
                                              {"edible_share", 1, 100},
                                              {"yield", 0.01, 400},
                                              {"fruit_weight", 0.1, 50000},
                                              {"harvest_spread", 1, 366},
                                              {"council_members", 1, 100}}};

struct Standard {
    std::string_view number;
    std::vector<int> editions; ///< of ISO and of the TCVN taken from it
};
const std::vector<Standard>& standards() {
    static const std::vector<Standard> all{
        {"9001", {1987, 1994, 1996, 2000, 2008, 2015}},
        {"14001", {1996, 1998, 2004, 2005, 2010, 2015}},
        {"22000", {2005, 2007, 2018}},
        {"17025", {1999, 2001, 2005, 2007, 2017}},
        {"45001", {2018}},
        {"27001", {2005, 2009, 2013, 2019, 2022}},
    };
    return all;
}

/// The edition after "ISO" or "IEC" and the number of the standard; 0 where none is written.
int editionIn(std::string_view folded, std::string_view number) {
    const std::size_t iso = folded.find("iso"), at = folded.find(number, iso);
    if (iso == std::string_view::npos || at == std::string_view::npos)
        return 0;
    std::size_t from = at + number.size();
    while (from < folded.size() &&
           (folded[from] == ' ' || folded[from] == ':' || folded[from] == '-'))
        ++from;
    if (from == at + number.size() || folded.size() < from + 4 ||
        !std::all_of(folded.begin() + std::ptrdiff_t(from),
                     folded.begin() + std::ptrdiff_t(from) + 4, isDigit) ||
        (folded.size() > from + 4 && isDigit(folded[from + 4])))
        return 0;
    return std::stoi(std::string(folded.substr(from, 4)));
}

std::optional<LocalText> editionDoubt(const std::string& text) {
    if (text.find("ISO") == std::string::npos && text.find("iso") == std::string::npos)
        return std::nullopt;
    const std::string folded = text::fold(text);
    for (const Standard& standard : standards()) {
        const int edition = editionIn(folded, standard.number);
        const std::vector<int>& known = standard.editions;
        if (edition < 1980 || edition > known.back() ||
            std::find(known.begin(), known.end(), edition) != known.end())
            continue;
        return localText("'{}': tiêu chuẩn ISO {} không có phiên bản {}; hãy xem lại năm.",
                         "'{}': the standard ISO {} has no edition of {}; check the year.", text,
                         standard.number, edition);
    }
    return std::nullopt;
}

} // namespace

std::optional<LocalText> writtenOtherwise(const Record& record) {
    if (!record.value || record.valueAsWritten.empty() || record.qualifier == Qualifier::Implied)
        return std::nullopt;
    const auto written = firstNumber(record.valueAsWritten);
    if (!written || reads(written->number, *record.value) ||
        (record.valueMax && reads(written->number, *record.valueMax)))
        return std::nullopt;
    const std::string rest = lettersOf(written->rest);
    // Without its unit in the cell, a measure may have been converted.
    if (rest.empty() ? !countsThings(record) : rest != lettersOf(record.unit))
        return std::nullopt;
    if (parseVietnameseNumber(record.valueAsWritten) == record.value)
        return std::nullopt;
    return localText("Giá trị là {} {}, còn nguồn ghi '{}'; hãy xem số nào đúng.",
                     "The value is {} {}, the source writes '{}'; see which of them is right.",
                     numberText(*record.value, 4), record.unit, record.valueAsWritten);
}

std::optional<LocalText> implausibleValue(const Record& record) {
    const auto known = std::find_if(plausible.begin(), plausible.end(), [&](const Plausible& one) {
        return one.indicator == record.indicator;
    });
    if (known == plausible.end() || !record.value)
        return std::nullopt;
    const double highest = record.valueMax.value_or(*record.value);
    if (*record.value >= known->low && highest <= known->high)
        return std::nullopt;
    return localText("Giá trị {} {} khó có thật (thường từ {} đến {}); hãy xem lại số và đơn vị.",
                     "The value {} {} is hardly true ({} to {} is usual); check number and unit.",
                     numberText(highest > known->high ? highest : *record.value, 4), record.unit,
                     numberText(known->low), numberText(known->high));
}

std::optional<LocalText> unknownEdition(const Record& record) {
    if (auto doubt = editionDoubt(record.subjectAsWritten))
        return doubt;
    for (const std::string& subject : record.subjects)
        if (auto doubt = editionDoubt(subject))
            return doubt;
    return std::nullopt;
}

} // namespace terroir::records

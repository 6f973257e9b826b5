#include "core/records/number_style.hpp"

#include "core/base/strings.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::records {

namespace {

using Points = ColumnNumbers::Points;

enum class Proof { None, Grouping, Comma, Point };

/// What one number proves; digits with points and commas between them.
Proof proofOf(std::string_view number) {
    const auto points = std::count(number.begin(), number.end(), '.');
    const auto commas = std::count(number.begin(), number.end(), ',');
    const std::size_t point = number.find('.'), comma = number.find(',');
    // "12.500.000" and "9.850,5": groups of three after the first point.
    if (commas <= 1 && points > 0 && (points > 1 || commas == 1)) {
        const std::string_view whole = number.substr(0, comma);
        if (whole.find('.') == std::string_view::npos || point > 3)
            return Proof::None;
        for (std::size_t at = point; at != std::string_view::npos; at = whole.find('.', at + 1))
            if (const std::size_t next = std::min(whole.size(), whole.find('.', at + 1));
                next - at != 4)
                return Proof::None;
        return Proof::Grouping;
    }
    if (points + commas != 1)
        return Proof::None;
    const std::size_t mark = points == 1 ? point : comma;
    const bool groups = number.size() - mark == 4 && mark <= 3 && number[0] != '0';
    if (groups)
        return Proof::None;
    return points == 1 ? Proof::Point : Proof::Comma;
}

/// How far outside of [least, greatest].
double distance(double value, double least, double greatest) {
    return std::max({0.0, least - value, value - greatest});
}

} // namespace

void ColumnNumbers::addText(std::string_view cell) {
    if (cell.find_first_of(".,") == std::string_view::npos)
        return;
    for (std::size_t at = 0; at < cell.size();) {
        if (!isDigit(cell[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < cell.size() && (isDigit(cell[end]) || cell[end] == '.' || cell[end] == ','))
            ++end;
        std::size_t last = end;
        while (!isDigit(cell[last - 1])) // "12,5." ends a sentence
            --last;
        const std::string_view number = cell.substr(at, last - at);
        const std::size_t comma = number.find(','), point = number.find('.');
        if (m_commaGrouping.empty() && comma != std::string_view::npos &&
            (point != std::string_view::npos
                 ? comma < point
                 : number.find(',', comma + 1) != std::string_view::npos))
            m_commaGrouping = number;
        const Proof proof = proofOf(cell.substr(at, last - at));
        std::string* kept = proof == Proof::Grouping ? &m_grouping
                            : proof == Proof::Comma  ? &m_comma
                            : proof == Proof::Point  ? &m_point
                                                     : nullptr;
        if (kept != nullptr && kept->empty())
            *kept = cell.substr(at, last - at);
        at = end;
    }
}

void ColumnNumbers::addComparable(std::string_view cell) {
    if (cell.find_first_not_of("0123456789.,") != std::string_view::npos)
        return;
    const Proof proof = proofOf(cell);
    const bool isWhole = cell.find_first_of(".,") == std::string_view::npos;
    if (!isWhole && proof != Proof::Comma && proof != Proof::Point)
        return;
    double value = 0, step = 0;
    for (const char sign : cell) {
        if (!isDigit(sign)) {
            step = 1;
            continue;
        }
        step /= 10;
        value = step > 0 ? value + step * (sign - '0') : value * 10 + (sign - '0');
    }
    m_texts.add(value);
}

void ColumnNumbers::addNumber(double value) {
    if (!(value > 0) || !std::isfinite(value))
        return;
    ++m_numbers;
    m_hasFineNumbers =
        m_hasFineNumbers || std::abs(value * 10 - std::round(value * 10)) > 1e-9 * value;
    m_sizes.add(value);
}

void ColumnNumbers::Sizes::add(double value) {
    if (!(value > 0))
        return;
    const double size = std::log10(value);
    least = std::min(least.value_or(size), size);
    greatest = std::max(greatest.value_or(size), size);
}

double ColumnNumbers::Sizes::nearer(double grouped, double plain) const {
    if (!least || !(grouped > 0) || !(plain > 0))
        return 0;
    return distance(std::log10(plain), *least, *greatest) -
           distance(std::log10(grouped), *least, *greatest);
}

Points ColumnNumbers::points() const {
    if (!m_grouping.empty() || (!m_comma.empty() && m_point.empty()))
        return Points::Thousands;
    if (m_point.empty())
        return Points::Unknown;
    return m_comma.empty() ? Points::Decimals : Points::Both;
}

ColumnNumbers::Commas ColumnNumbers::commas(double grouped, double decimal) const {
    const bool isMixed = !m_comma.empty() || !m_grouping.empty();
    if (!m_commaGrouping.empty())
        return isMixed ? Commas::Open : Commas::Thousands;
    if (isMixed || m_point.empty())
        return Commas::Unknown;
    return m_texts.nearer(grouped, decimal) <= -1 || m_sizes.nearer(grouped, decimal) <= -1
               ? Commas::Open
               : Commas::Thousands;
}

const std::string& ColumnNumbers::evidence() const {
    if (!m_grouping.empty())
        return m_grouping;
    return m_point.empty() ? m_comma : m_point;
}

ColumnNumbers::Choice ColumnNumbers::choose(double grouped, double plain) const {
    const Points known = points();
    const double nearer = m_sizes.nearer(grouped, plain);
    const double nearerToTexts = m_texts.nearer(grouped, plain);
    const bool isAgainst = nearer <= -1 || nearerToTexts <= -1;
    if (known == Points::Thousands)
        return {NumberStyle::Vietnamese,
                m_grouping.empty() && isAgainst ? Reason::Far : Reason::Evidence, isAgainst};
    if (known == Points::Decimals && nearer < 1 && nearerToTexts < 1)
        return {NumberStyle::Plain, Reason::Evidence};
    if (known != Points::Decimals && nearer >= 1)
        return {NumberStyle::Vietnamese, Reason::Size};
    constexpr std::size_t fewNumbers = 3;
    if (known == Points::Unknown && m_numbers >= fewNumbers && !m_hasFineNumbers && nearer >= 0)
        return {NumberStyle::Vietnamese, Reason::Decimals};
    const bool isNorm = known == Points::Unknown && !m_sizes.least && nearerToTexts >= 0;
    return {NumberStyle::Vietnamese, isNorm ? Reason::Norm : Reason::Open, isAgainst};
}

} // namespace terroir::records

#include "core/tables/indicator_parts.hpp"

#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/strings.hpp"
#include "core/tables/cell_number.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/header_parts.hpp"
#include "core/text/thing_words.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <cmath>

namespace terroir::tables {

namespace {

bool isSectionOf(std::string_view section, std::string_view kind) {
    if (section.empty())
        return true;
    if (kind == "livestock")
        return section == "animals";
    if (kind == "aquaculture")
        return section == "fish";
    return section == "crops";
}

class PartsFinder {
public:
    PartsFinder(const sheets::Sheet& sheet, const HeaderLines& header, std::string_view kind,
                IndicatorLines& form)
        : m_sheet(sheet), m_header(header), m_kind(kind), m_columns(form.columns),
          m_lines(form.lines) {}

    std::vector<LocalText> find() {
        findParts();
        return std::move(m_doubts);
    }

private:
    bool isSameMeasure(const IndicatorLine& a, const IndicatorLine& b) const {
        return a.hasNumbers && b.hasNumbers && a.unit == b.unit && a.measure == b.measure;
    }

    /// "Lúa đông xuân" of "Lúa cả năm", "Trâu cày kéo" of "Trâu".
    static bool isNamedAfter(const std::string& part, const std::string& whole) {
        const auto plain = [](const std::string& name) {
            std::string words = text::nameOfThing(name);
            if (words.ends_with(" cả năm"))
                words.resize(words.size() - std::string_view(" cả năm").size());
            return words;
        };
        const std::string its = plain(whole);
        return !its.empty() && plain(part).starts_with(its + " ");
    }

    bool isBelowPartSection(const IndicatorLine& line, std::size_t whole) const {
        for (std::size_t at = line.parent; at != noIndicator && at != whole;
             at = m_lines[at].parent)
            if (m_lines[at].isPartSection && m_lines[at].name.isPart)
                return true;
        return line.name.isPart;
    }

    /// The nearest line above that states numbers of the same measure.
    std::size_t statedAbove(const IndicatorLine& line) const {
        for (std::size_t at = line.parent; at != noIndicator; at = m_lines[at].parent)
            if (isSameMeasure(m_lines[at], line))
                return at;
        return noIndicator;
    }

    void findParts() {
        for (IndicatorLine& line : m_lines) {
            line.isOther = line.name.isOther || isOtherUnit(line.unit);
            line.isOfOtherKind = !isSectionOf(line.section, m_kind);
        }
        for (std::size_t i = m_lines.size(); i-- > 0;)
            judgeWhole(i);
        findNamesakes();
        for (IndicatorLine& line : m_lines) {
            if (line.thing.empty() && line.hasNumbers)
                line.isSum = line.isSum || hasThings();
            line.isUnknown = line.hasNumbers && !line.isSum && !line.isOther &&
                             !line.isOfOtherKind && line.whole == noIndicator &&
                             !line.thing.empty() && !text::isThing(line.thing) &&
                             line.name.measure.empty() && !isThingUnit(line.unit);
        }
    }

    static bool isOtherUnit(std::string_view unit) {
        return readIndicator("(" + std::string(unit) + ")").isOther || isMoneyUnit(unit) ||
               unit == "%";
    }

    static bool isThingUnit(std::string_view unit) {
        return isAnyOf(headerWords(unit),
                       {"ha", "con", "tan", "ta ha", "tan ha", "nghin con", "1 000 con", "1000 con",
                        "m2", "kg", "ta", "long", "m3", "dan", "to"});
    }

    bool hasThings() const {
        return std::any_of(m_lines.begin(), m_lines.end(), [](const IndicatorLine& line) {
            return line.hasNumbers && !line.thing.empty();
        });
    }

    /// "Tổng cộng" at the top, or where the line above it states a number of its own, whose part it
    /// cannot be.
    bool isTotal(const IndicatorLine& line) const {
        return line.name.isSum && line.name.measure.empty() && line.name.thing.empty() &&
               (line.parent == noIndicator || statedAbove(line) != noIndicator);
    }

    /// What a line is to those of its measure below it: their sum, or a whole that holds them.
    void judgeWhole(std::size_t i) {
        IndicatorLine& whole = m_lines[i];
        if (!whole.hasNumbers)
            return;
        std::vector<std::size_t> parts, others;
        for (std::size_t j = i + 1; j < m_lines.size(); ++j) {
            const IndicatorLine& line = m_lines[j];
            if (!line.hasNumbers || statedAbove(line) != i || line.isOther || isTotal(line))
                continue;
            const bool isPart =
                isBelowPartSection(line, i) ||
                (line.place == whole.place && !whole.thing.empty() &&
                 (isAttribute(line.name.thing) || isNamedAfter(line.thing, whole.thing) ||
                  line.thing == whole.thing));
            (isPart && line.place == whole.place ? parts : others).push_back(j);
        }
        if (isTotal(whole)) {
            whole.isSum = true;
            return;
        }
        if (parts.empty() && others.empty())
            return;
        const bool isNameless = whole.thing.empty();
        const bool areParts =
            !isNameless && (others.empty() || (!parts.empty() && !addsUp(whole, others)));
        if (areParts) {
            for (const std::size_t part : parts)
                m_lines[part].whole = i;
            for (const std::size_t other : others)
                m_lines[other].whole = i;
            sayIfTooMuch(whole, parts);
            return;
        }
        const bool isExact = addsUp(whole, others);
        const bool holdsWholes = std::any_of(others.begin(), others.end(), [&](std::size_t other) {
            return std::any_of(m_lines.begin(), m_lines.end(),
                               [&](const IndicatorLine& line) { return line.whole == other; });
        });
        if (isNameless || isExact || whole.name.isSum || holdsWholes ||
            m_lines[others.front()].place != whole.place) {
            whole.isSum = true;
            if (!isExact)
                saySum(whole, others);
            return;
        }
        for (const std::size_t other : others)
            m_lines[other].whole = i;
        saySum(whole, others);
    }

    bool addsUp(const IndicatorLine& whole, const std::vector<std::size_t>& parts) const {
        return std::all_of(m_columns.values.begin(), m_columns.values.end(), [&](std::size_t at) {
            const auto stated = numberIn(m_sheet.rows[whole.row], at);
            return !stated || isShare(at) ||
                   std::abs(*stated - sumOf(parts, at)) <=
                       std::max(0.005 * std::abs(*stated), 0.051);
        });
    }

    double sumOf(const std::vector<std::size_t>& parts, std::size_t at) const {
        double sum = 0;
        for (const std::size_t part : parts)
            sum += numberIn(m_sheet.rows[m_lines[part].row], at).value_or(0);
        return sum;
    }

    /// Columns of shares and changes add up to nothing.
    bool isShare(std::size_t at) const {
        for (const FoundColumn& column : m_header.columns)
            if (column.at == at) {
                const auto meanings = meaningsOf(column.path, {});
                return !meanings.empty() && meanings.front().field == knownColumn;
            }
        return false;
    }

    void saySum(const IndicatorLine& whole, const std::vector<std::size_t>& parts) {
        if (whole.measure == "yield")
            return;
        for (const std::size_t at : m_columns.values) {
            const auto stated = numberIn(m_sheet.rows[whole.row], at);
            if (!stated || isShare(at))
                continue;
            const double sum = sumOf(parts, at);
            if (std::abs(*stated - sum) > std::max(0.005 * std::abs(*stated), 0.051)) {
                m_doubts.push_back(localText(
                    "Dòng {}: '{}' ghi {}, nhưng các dòng bên dưới cộng lại là {}; hãy xem lại.",
                    "Row {}: '{}' states {}, but the rows below it make {}; check them.",
                    m_sheet.rows[whole.row].line, whole.text, numberText(*stated),
                    numberText(sum)));
                return;
            }
        }
    }

    void sayIfTooMuch(const IndicatorLine& whole, const std::vector<std::size_t>& parts) {
        if (whole.measure == "yield")
            return;
        for (const std::size_t at : m_columns.values) {
            const auto stated = numberIn(m_sheet.rows[whole.row], at);
            double most = 0;
            for (const std::size_t part : parts)
                most = std::max(most, numberIn(m_sheet.rows[m_lines[part].row], at).value_or(0));
            if (stated && !isShare(at) && most > 1.005 * *stated) {
                m_doubts.push_back(
                    localText("Dòng {}: '{}' ghi {}, nhưng một phần ('trong đó') của nó là {}; hãy "
                              "xem lại.",
                              "Row {}: '{}' states {}, but a part of it is {}; check them.",
                              m_sheet.rows[whole.row].line, whole.text, numberText(*stated),
                              numberText(most)));
                return;
            }
        }
    }

    /// Further areas of one thing, "cho sản phẩm" beside "hiện có", and lines of one rank that go
    /// on with a name, "Lúa cả năm" above "Lúa đông xuân".
    void findNamesakes() {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const IndicatorLine& whole = m_lines[i];
            if (!whole.hasNumbers || whole.isSum || whole.whole != noIndicator || whole.isOther ||
                whole.thing.empty() || whole.measure == "yield" || !isOfAll(whole.name.what))
                continue;
            std::vector<std::size_t> parts;
            for (std::size_t j = 0; j < m_lines.size(); ++j) {
                const IndicatorLine& line = m_lines[j];
                if (j == i || line.parent != whole.parent || !isSameMeasure(line, whole) ||
                    line.whole != noIndicator || line.isSum || line.place != whole.place)
                    continue;
                const bool isLess =
                    line.thing == whole.thing && (!isOfAll(line.name.what) || j > i);
                if (isLess ||
                    (j > i && line.rank == whole.rank && isNamedAfter(line.thing, whole.thing)))
                    parts.push_back(j);
            }
            const bool isTooMuch =
                std::any_of(m_columns.values.begin(), m_columns.values.end(), [&](std::size_t at) {
                    const auto stated = numberIn(m_sheet.rows[whole.row], at);
                    return stated && !isShare(at) &&
                           std::any_of(parts.begin(), parts.end(), [&](std::size_t part) {
                               return numberIn(m_sheet.rows[m_lines[part].row], at).value_or(0) >
                                      1.005 * *stated;
                           });
                });
            if (isTooMuch)
                continue;
            for (const std::size_t part : parts)
                m_lines[part].whole = i;
        }
    }

    const sheets::Sheet& m_sheet;
    const HeaderLines& m_header;
    std::string_view m_kind;
    const IndicatorColumns& m_columns;
    std::vector<IndicatorLine>& m_lines;
    std::vector<LocalText> m_doubts;
};

} // namespace

std::vector<LocalText> findIndicatorParts(const sheets::Sheet& sheet, const HeaderLines& header,
                                          std::string_view kind, IndicatorLines& form) {
    return PartsFinder(sheet, header, kind, form).find();
}

} // namespace terroir::tables

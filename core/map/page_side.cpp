#include "core/map/page_side.hpp"

#include "core/map/ink.hpp"
#include "core/map/layout_words.hpp"

#include <algorithm>

namespace terroir::map {

namespace {

using geometry::Box;

constexpr double sideGapMm = 3.5, sideHeadingPt = 8.2, notePt = 7; // on A4
constexpr double locatorShare = 0.26, noteShare = 0.3; // of the height there is, at most
constexpr double locatorMm = 46;                       // high at most
constexpr std::size_t firstRows = 4;

} // namespace

PageSide::PageSide(const Page& page, const LegendInput& input, const Typesetter& type,
                   double widthMm, double mostMm)
    : m_type(type), m_language(input.words.language()), m_widthMm(widthMm) {
    const Layout& layout = page.layout;
    if (layout.table)
        m_table.emplace(input.evaluated, input.words);
    if (m_table && m_table->isEmpty())
        m_table.reset();
    if (const std::string& note = layout.note.in(m_language); !note.empty()) {
        const TextStyle style = type.style(notePt);
        m_note = type.wrap(note, style, widthMm,
                           std::max<std::size_t>(
                               2, std::size_t(noteShare * mostMm / Typesetter::lineHeight(style))));
    }
    const LocatorShapes& locator = input.data.locator;
    if (layout.locator && !locator.shapes.units.empty()) {
        m_locatorHeading = locatorHeading(
            locator.province == gazetteer::noUnit ? "" : input.words.nameOf(locator.province),
            m_language);
        const double most = std::min(locatorShare * mostMm, type.mm(locatorMm));
        const double aspect = locatorAspect(locator);
        m_locatorMm = std::min(most, aspect * widthMm);
        m_locatorWidthMm = m_locatorMm / aspect;
    }
    if (!m_note.empty())
        m_fixedMm += headed(double(m_note.size()) * Typesetter::lineHeight(type.style(notePt)));
    if (m_locatorMm > 0)
        m_fixedMm += headed(m_locatorMm);
    m_leastMm = m_fullMm = m_fixedMm;
    if (m_table) {
        m_leastMm += type.mm(sideGapMm) + m_table->height(firstRows, widthMm, type);
        m_fullMm += type.mm(sideGapMm) + m_table->height(m_table->rows(), widthMm, type);
    }
}

double PageSide::headed(double contentMm) const {
    return m_type.mm(sideGapMm) + Typesetter::lineHeight(m_type.style(sideHeadingPt, true)) +
           m_type.mm(0.6) + contentMm;
}

double PageSide::setHeading(Group& group, const std::string& text, geometry::Point at) const {
    const TextStyle style = m_type.style(sideHeadingPt, true);
    return addLines(group, m_type.wrap(text, style, m_widthMm, 1), style, ink::text, at.x, at.y) +
           m_type.mm(0.6);
}

PageSide::Placed PageSide::place(const Box& box) const {
    Placed placed;
    double bottom = box.maxY;
    if (m_locatorMm > 0) {
        const double top = bottom - headed(m_locatorMm) + m_type.mm(sideGapMm);
        const double y = setHeading(placed.group, m_locatorHeading, {box.minX, top});
        placed.locator = Box{box.minX, y, box.minX + m_locatorWidthMm, bottom};
        bottom = top - m_type.mm(sideGapMm);
    }
    double y = box.minY;
    if (m_table) {
        const TextStyle style = m_type.style(notePt);
        const double note =
            m_note.empty() ? 0 : headed(double(m_note.size()) * Typesetter::lineHeight(style));
        y = m_table->set(placed.group,
                         {box.minX, y + m_type.mm(sideGapMm), box.maxX, bottom - note}, m_type);
    }
    if (!m_note.empty()) {
        const TextStyle style = m_type.style(notePt);
        y = setHeading(placed.group, noteHeading(m_language), {box.minX, y + m_type.mm(sideGapMm)});
        addLines(placed.group, m_note, style, ink::text, box.minX, y);
    }
    return placed;
}

} // namespace terroir::map

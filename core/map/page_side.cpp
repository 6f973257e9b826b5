#include "core/map/page_side.hpp"

#include "core/map/ink.hpp"
#include "core/map/layout_words.hpp"
#include "core/map/page_head.hpp"

#include <algorithm>
#include <iterator>

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
    : m_type(type), m_language(input.words.language()), m_order(page.layout.order),
      m_widthMm(widthMm) {
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
    const double height = Typesetter::lineHeight(style);
    group.items.emplace_back(TextItem{{at.x, at.y + (height + Typesetter::capHeight(style)) / 2},
                                      m_type.wrap(text, style, m_widthMm, 1).front(),
                                      style,
                                      Align::Left,
                                      ink::text});
    return at.y + height + m_type.mm(0.6);
}

bool PageSide::has(SidePart part) const {
    switch (part) {
    case SidePart::Table:
        return m_table.has_value();
    case SidePart::Note:
        return !m_note.empty();
    case SidePart::Locator:
        break;
    }
    return m_locatorMm > 0;
}

double PageSide::heightOf(SidePart part) const {
    if (!has(part) || part == SidePart::Table)
        return 0;
    return headed(part == SidePart::Locator
                      ? m_locatorMm
                      : double(m_note.size()) * Typesetter::lineHeight(m_type.style(notePt)));
}

double PageSide::setNote(Group& group, const Box& box) const {
    const TextStyle style = m_type.style(notePt);
    const double y = setHeading(group, noteHeading(m_language), {box.minX, box.minY});
    return addLines(group, m_note, style, ink::text, box.minX, y);
}

double PageSide::set(SidePart part, const Box& box, Placed& placed) const {
    const Box below{box.minX, box.minY + m_type.mm(sideGapMm), box.maxX, box.maxY};
    switch (part) {
    case SidePart::Table:
        return m_table->set(placed.groups.emplace_back(Group{"side:table", {}, {}}), below, m_type);
    case SidePart::Note:
        return setNote(placed.groups.emplace_back(Group{"side:note", {}, {}}), below);
    case SidePart::Locator:
        break;
    }
    const double y = setHeading(placed.groups.emplace_back(Group{"side:locator", {}, {}}),
                                m_locatorHeading, {below.minX, below.minY});
    placed.locator = Box{below.minX, y, below.minX + m_locatorWidthMm, y + m_locatorMm};
    return y + m_locatorMm;
}

PageSide::Placed PageSide::place(const Box& box) const {
    Placed placed;
    std::vector<SidePart> order;
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(order),
                 [this](SidePart part) { return has(part); });
    double bottom = box.maxY;
    if (!order.empty() && order.back() == SidePart::Locator) {
        order.pop_back();
        bottom -= heightOf(SidePart::Locator);
        set(SidePart::Locator, {box.minX, bottom, box.maxX, box.maxY}, placed);
    }
    double y = box.minY;
    for (auto part = order.begin(); part != order.end(); ++part) {
        double kept = 0;
        std::for_each(part + 1, order.end(), [&](SidePart later) { kept += heightOf(later); });
        y = set(*part, {box.minX, y, box.maxX, bottom - kept}, placed);
    }
    return placed;
}

} // namespace terroir::map

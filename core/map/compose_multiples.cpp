#include "core/map/compose_multiples.hpp"

#include "core/map/base_ground.hpp"
#include "core/map/compose_frame.hpp"
#include "core/map/map_frame.hpp"
#include "core/map/multiples_legend.hpp"
#include "core/map/page_layout.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <list>
#include <utility>

namespace terroir::map {

namespace {

using geometry::Box;

constexpr double gapMm = 3; ///< between frames, on A4
/// Of symbols, of their size in the theme: one crowded frame does not make specks of all.
constexpr double leastFactor = 0.75;

/// What one frame shows, and in which words.
struct FrameOf {
    FramePart part;
    const figures::EvaluatedTheme* evaluated;
    figures::PageWords words;
    std::string name;
};

/// So many columns and rows that ground of this width and height is largest.
std::pair<std::size_t, std::size_t> gridFor(std::size_t count, const Box& frame, double width,
                                            double height, double gap) {
    std::pair<std::size_t, std::size_t> best{1, count};
    double largest = 0;
    for (std::size_t columns = 1; columns <= count; ++columns) {
        const std::size_t rows = (count + columns - 1) / columns;
        const double cellWidth = (frame.width() + gap) / double(columns) - gap;
        const double cellHeight = (frame.height() + gap) / double(rows) - gap;
        const double scale = std::min(cellWidth / width, cellHeight / height);
        if (scale > largest) {
            largest = scale;
            best = {columns, rows};
        }
    }
    return best;
}

/// Of letters and symbols in one of so many frames, of those on a page.
double letters(std::size_t frames) {
    return frames <= 2 ? 0.85 : frames <= 4 ? 0.75 : frames <= 6 ? 0.66 : 0.58;
}

class MultiplesComposer {
public:
    MultiplesComposer(const figures::Multiples& multiples, const PageShapes& data, const Page& page,
                      const MeasureText& measure)
        : m_multiples(multiples), m_data(data), m_page(pageOfFrames(page)),
          m_words(multiples.whole, *data.gazetteer), m_type(measure, typeScale(page)),
          m_frameType(
              m_type.scaled(letters(multiples.frames.size() + multiples.provinces.size()))) {
        setFrames();
    }

    Scene compose() {
        PageLayout layout = layOutWith(m_frameType.scale());
        std::list<MapFrame> frames = fitted(layout.frame);
        std::vector<SymbolPlan> plans = plansOf(frames);
        const double factor = plans.front().factor;
        layout = layOutWith(factor);
        frames = fitted(layout.frame);
        plans = plansOf(frames);
        for (SymbolPlan& plan : plans)
            plan.factor = std::min(plan.factor, factor);
        Scene scene = emptyScene(m_multiples.whole, m_page.widthMm, m_page.heightMm);
        scene.mapFrameMm = layout.frame;
        scene.title = titleOf(m_page, m_multiples.whole, m_data);
        addFrames(scene, frames, plans);
        for (Group* group : {&layout.title, &layout.legend, &layout.footer})
            if (!group->items.empty())
                scene.groups.push_back(std::move(*group));
        for (Group& group : layout.side)
            scene.groups.push_back(std::move(group));
        return scene;
    }

private:
    bool isOneGround() const { return m_multiples.by != theme::MultiplesBy::Provinces; }
    static Page pageOfFrames(Page page) {
        page.scale.reset();
        page.extent.reset();
        page.layout.grid = Grid::None;
        page.layout.locator = false;
        page.layout.table = false;
        page.layout.logo.clear();
        return page;
    }

    void setFrames();
    PageLayout layOutWith(double symbolFactor) const;
    std::list<MapFrame> fitted(const Box& frame) const;
    std::vector<SymbolPlan> plansOf(const std::list<MapFrame>& frames) const;
    void addFrames(Scene& scene, std::list<MapFrame>& frames,
                   const std::vector<SymbolPlan>& plans) const;

    const figures::Multiples& m_multiples;
    const PageShapes& m_data;
    Page m_page;
    figures::PageWords m_words;
    Typesetter m_type, m_frameType;
    Stop m_never;
    std::list<FrameOf> m_frames; ///< maps refer to them
};

void MultiplesComposer::setFrames() {
    const auto add = [&](const figures::EvaluatedTheme& evaluated, std::string name,
                         const auto& isShown) {
        FramePart part;
        Box lonLat;
        for (const boundaries::UnitShape& shape : m_data.shapes.units)
            if (isShown(shape.unit)) {
                part.shapes.units.push_back(shape);
                part.marked.insert(shape.unit);
                lonLat.expand(geometry::boxOf(shape.shape));
            }
        part.heightKm = lonLat.height();
        part.widthKm = lonLat.width() * 0.93; // near enough to lay frames out
        m_frames.push_back({std::move(part), &evaluated,
                            figures::PageWords(evaluated, *m_data.gazetteer), std::move(name)});
    };
    for (const figures::Multiple& frame : m_multiples.frames)
        add(frame.evaluated, frame.name.in(m_words.language()),
            [](gazetteer::UnitIndex) { return true; });
    for (const gazetteer::UnitIndex province : m_multiples.provinces)
        add(m_multiples.whole, m_words.provincesOf({province}), [&](gazetteer::UnitIndex unit) {
            return m_data.gazetteer->ancestorAt(unit, gazetteer::Level::Province,
                                                m_multiples.whole.asOf) == province;
        });
}

PageLayout MultiplesComposer::layOutWith(double symbolFactor) const {
    LegendInput input{m_multiples.whole, m_data, m_words, symbolFactor};
    if (isOneGround())
        input.rows = [this, symbolFactor](const Typesetter& type, double width) {
            return multiplesLegend(m_multiples, *m_data.gazetteer, type, width, symbolFactor);
        };
    else if (const std::string& left = m_multiples.leftOut.in(m_words.language()); !left.empty())
        input.remarks.push_back(left);
    return layOut(m_page, input, {baseWords(m_data.base.get(), m_words.language()), {}}, m_type);
}

/// The maps in their boxes, row after row.
std::list<MapFrame> MultiplesComposer::fitted(const Box& frame) const {
    // Provinces are of any form: on the whole as wide as high.
    const double width = isOneGround() ? std::max(m_frames.front().part.widthKm, 1e-6) : 1;
    const double height = isOneGround() ? std::max(m_frames.front().part.heightKm, 1e-6) : 1;
    const double gap = m_type.mm(gapMm);
    const auto [columns, rows] = gridFor(m_frames.size(), frame, width, height, gap);
    const double cellWidth = (frame.width() + gap) / double(columns);
    const double cellHeight = (frame.height() + gap) / double(rows);
    std::list<MapFrame> maps;
    std::size_t number = 0;
    for (const FrameOf& one : m_frames) {
        const double left = frame.minX + double(number % columns) * cellWidth;
        const double top = frame.minY + double(number / columns) * cellHeight;
        ++number;
        maps.emplace_back(
            MapFrame::Input{*one.evaluated, m_data, m_page, one.words, m_frameType, m_never},
            one.part, one.name);
        maps.back().fit({left, top, left + cellWidth - gap, top + cellHeight - gap});
    }
    return maps;
}

/// One size of symbols for all frames: they share a legend.
std::vector<SymbolPlan> MultiplesComposer::plansOf(const std::list<MapFrame>& frames) const {
    std::vector<SymbolPlan> plans;
    double least = std::numeric_limits<double>::infinity();
    for (const MapFrame& frame : frames) {
        plans.push_back(frame.plan());
        least = std::min(least, plans.back().factor);
    }
    for (SymbolPlan& plan : plans)
        plan.factor = std::max(least, leastFactor * m_frameType.scale());
    return plans;
}

/// Scale bar, north and the note on boundaries stand once where all frames show one ground.
void MultiplesComposer::addFrames(Scene& scene, std::list<MapFrame>& frames,
                                  const std::vector<SymbolPlan>& plans) const {
    std::size_t number = 0;
    for (MapFrame& frame : frames) {
        std::vector<Group> above;
        frame.addTo(scene, above, plans[number]);
        for (Group& group : above)
            if (number == 0 || !isOneGround() || group.id == "framename" || group.id == "frame")
                scene.groups.push_back(std::move(group));
        ++number;
    }
}

} // namespace

Scene composeMultiples(const figures::Multiples& multiples, const PageShapes& data,
                       const Page& page, const MeasureText& measure) {
    return MultiplesComposer(multiples, data, page, measure).compose();
}

} // namespace terroir::map

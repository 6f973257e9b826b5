#include "core/map/compose.hpp"

#include "core/base/error.hpp"
#include "core/map/base_ground.hpp"
#include "core/map/frame_layout.hpp"
#include "core/map/layout_words.hpp"
#include "core/map/legend.hpp"
#include "core/map/locator.hpp"
#include "core/map/logo.hpp"
#include "core/map/map_frame.hpp"
#include "core/map/page_layout.hpp"

#include <algorithm>
#include <limits>
#include <optional>

// How a theme with its figures becomes a page, in MapComposer::compose():
//
// 1. The areas of the map are parted into frames where they lie far from each other
//    (frame_parts.cpp): the mainland and an archipelago, two provinces that are no neighbours.
// 2. The page is laid out around them (page_layout.cpp): title, legend and footer take what they
//    need, the frames share the rest (frame_layout.cpp). fitFrames() draws all frames at the scale
//    of the one with the least room; one that is enlarged is said to be.
// 3. Each frame plans its symbols (MapFrame::plan()): how much smaller they must be so that they do
//    not cover each other. The smallest factor counts for all, since they share a legend; the
//    legend shows symbols of that size, so the page is laid out again, and where that changes the
//    frame, the frames are fitted again.
// 4. Each frame adds its groups to the scene (MapFrame::addTo()); title, legend and footer stand
//    above them.
//
// What a map in a frame is made of is said in compose_frame.cpp, for the page and for a window,
// which has one frame of its own in place of the page: compose_view.cpp.

namespace terroir::map {

namespace {

using geometry::Box;

bool isSame(const Box& one, const Box& other) {
    return one.minX == other.minX && one.minY == other.minY && one.maxX == other.maxX &&
           one.maxY == other.maxY;
}

/// Millimetres that a map takes up at the scale that was asked for, at least.
struct PaperNeed {
    double width = 0, height = 0;
};

/// Makes one scene; the steps in the order in which they depend on each other.
class MapComposer {
public:
    MapComposer(const figures::EvaluatedTheme& evaluated, const PageShapes& data, const Page& page,
                const MeasureText& measure, const Stop& stop)
        : m_evaluated(evaluated), m_data(data), m_page(page), m_measure(measure), m_stop(stop),
          m_words(evaluated, *data.gazetteer), m_type(measure, typeScale(page)),
          m_notAttributed(notAttributedLines(evaluated, m_words)),
          m_parts(page.extent ? std::vector<FramePart>() : framePartsOf(data.shapes)) {
        setFrames();
        if (!page.layout.logo.empty())
            m_matter.logo = readLogo(page.layout.logo);
        m_matter.imprint = imprint();
    }

    Scene compose();
    bool areSymbolsCrowded() {
        m_layout = layOutWith(m_type.scale());
        fitFrames();
        const std::vector<SymbolPlan> plans = this->plans();
        m_coverEachOther = std::any_of(plans.begin(), plans.end(),
                                       [](const SymbolPlan& plan) { return plan.coverEachOther; });
        return std::any_of(plans.begin(), plans.end(),
                           [](const SymbolPlan& plan) { return plan.isCrowded; });
    }

private:
    bool stopped() const { return m_stop && m_stop(); }
    PageLayout layOutWith(double symbolFactor) const {
        return layOut(m_page,
                      {m_evaluated, m_data, m_words, symbolFactor, remarks(), &m_notAttributed},
                      m_matter, m_type);
    }
    std::string imprint() const;
    void addSide(Scene& scene);
    /// Not one that is enlarged.
    bool isAtScale(std::size_t frame) const {
        return m_parts.empty() || m_parts[frame].enlarged == 1;
    }
    bool fitsAtScale() const;
    void requireScale() const;
    LocalText paperFor(const PaperNeed& need) const;
    std::string nameOf(const FramePart& part) const;
    std::vector<std::string> remarks() const;
    void setFrames();
    void fitFrames();
    void layOutAgain(double symbolFactor);
    std::optional<std::vector<SymbolPlan>> settle();
    bool addFrames(Scene& scene, const std::vector<SymbolPlan>& plans);
    bool sayMissing(const Scene& scene, const std::vector<SymbolPlan>& plans);
    std::vector<SymbolPlan> plans() const;

    const figures::EvaluatedTheme& m_evaluated;
    const PageShapes& m_data;
    const Page& m_page;
    const MeasureText& m_measure;
    const Stop& m_stop;
    figures::PageWords m_words;
    Typesetter m_type;
    std::vector<NotAttributedLine> m_notAttributed;
    std::vector<FramePart> m_parts; ///< empty: one frame for all
    std::vector<MapFrame> m_frames;
    PageMatter m_matter;
    PageLayout m_layout;
    bool m_coverEachOther = false; ///< symbols, however small
    // As far as known, what a reader would look for in vain: units with figures whose names found
    // no room, and records outside the frames.
    std::size_t m_unnamed = 0, m_beyond = 0;
    std::size_t m_outside = 0; ///< units with figures outside Page::extent
};

void MapComposer::setFrames() {
    const MapFrame::Input input{m_evaluated, m_data, m_page, m_words, m_type, m_stop};
    m_frames.clear();
    for (const FramePart& part : m_parts)
        m_frames.emplace_back(input, part, nameOf(part));
    if (m_parts.empty())
        m_frames.emplace_back(input);
}

std::string MapComposer::nameOf(const FramePart& part) const {
    if (part.archipelago != nullptr)
        return part.archipelago->name.in(m_words.language());
    const auto unitsOf = [](const FramePart& of) {
        std::vector<gazetteer::UnitIndex> units;
        for (const boundaries::UnitShape& shape : of.shapes.units)
            units.push_back(shape.unit);
        return units;
    };
    // Islands away from their province go by their own names.
    const std::string provinces = m_words.provincesOf(unitsOf(part));
    return &part != &m_parts.front() && provinces == m_words.provincesOf(unitsOf(m_parts.front()))
               ? m_words.namesOf(unitsOf(part))
               : provinces;
}

std::vector<std::string> MapComposer::remarks() const {
    std::vector<std::string> remarks;
    if (std::any_of(m_parts.begin(), m_parts.end(),
                    [](const FramePart& part) { return part.enlarged != 1; }))
        remarks.push_back(m_words.framesDifferInScale());
    if (m_data.askedLevel)
        remarks.push_back(m_words.drawnCoarser(*m_data.askedLevel));
    if (m_coverEachOther)
        remarks.push_back(m_words.symbolsCover());
    if (m_unnamed > 0)
        remarks.push_back(m_words.unnamed(m_unnamed));
    if (m_beyond > 0)
        remarks.push_back(m_words.beyondFrame(m_beyond));
    if (m_page.extent)
        remarks.push_back(extentWords(*m_page.extent,
                                      m_outside > 0 ? m_words.unitCount(m_outside) : std::string(),
                                      m_words.language()));
    return remarks;
}

/// Projection, author and day, where the layout asks for them.
std::string MapComposer::imprint() const {
    const Language language = m_words.language();
    std::vector<FrameSystem> systems;
    systems.reserve(m_frames.size());
    for (const MapFrame& frame : m_frames)
        systems.push_back(frame.system());
    std::string words = imprintWords(
        m_page.layout, projectionWords(systems, m_page.layout.grid, language),
        m_page.madeOn ? madeOnWords(*m_page.madeOn, language) : std::string(), language);
    if (const std::string base = baseWords(m_data.base.get(), language); !base.empty())
        words += (words.empty() ? "" : "  ·  ") + base;
    return words;
}

/// The frames that can be are drawn at one scale, that of the one with the least room, or that of
/// the page. A page too small for them has one.
void MapComposer::fitFrames() {
    if (m_parts.empty()) {
        m_frames.front().fit(m_layout.frame, m_page.mmPerKm());
        if (m_page.extent && !m_frames.front().hasUnits())
            throw UsageError(LocalText{
                "Khung bản đồ đã chọn không chứa đơn vị nào của địa bàn; hãy kiểm tra thứ tự tây, "
                "nam, đông, bắc của --extent, hoặc chọn địa bàn khác (--within).",
                "The frame that was asked for holds no unit of the area; check the order west, "
                "south, east, north of --extent, or choose another area (--within)."});
        m_outside = m_frames.front().unitsOutside();
        return;
    }
    const std::vector<Box> boxes =
        frameBoxes(m_parts, m_layout.frame, m_type,
                   m_page.layout.grid == Grid::None ? geometry::Point() : gridMargin(m_type));
    if (boxes.empty()) {
        m_parts.clear();
        setFrames();
        m_matter.imprint = imprint();
        m_layout = layOutWith(m_type.scale());
        return m_frames.front().fit(m_layout.frame, m_page.mmPerKm());
    }
    double common = m_page.mmPerKm().value_or(std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_frames[i].fit(boxes[i]);
        if (m_parts[i].enlarged == 1)
            common = std::min(common, m_frames[i].mmPerKm());
    }
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        if (m_parts[i].enlarged == 1 && m_frames[i].mmPerKm() > common)
            m_frames[i].fit(boxes[i], common);
}

/// Whether the frames that are not enlarged are drawn at Page::scale.
bool MapComposer::fitsAtScale() const {
    constexpr double exactly = 1e-9;
    const std::optional<double> wanted = m_page.mmPerKm();
    for (std::size_t i = 0; wanted && i < m_frames.size(); ++i)
        if (isAtScale(i) && m_frames[i].mmPerKm() < *wanted * (1 - exactly))
            return false;
    return true;
}

/// The smallest paper that holds the page at its scale: "A1 ngang"; empty when none does.
LocalText MapComposer::paperFor(const PaperNeed& need) const {
    for (const char* const paper : {"A5", "A4", "A3", "A2", "A1", "A0"})
        for (const bool isLandscape : {true, false}) {
            const Page sheet = parsePaper(paper, isLandscape);
            if (sheet.widthMm < need.width || sheet.heightMm < need.height)
                continue;
            Page page = m_page;
            page.widthMm = sheet.widthMm;
            page.heightMm = sheet.heightMm;
            MapComposer other(m_evaluated, m_data, page, m_measure, m_stop);
            if (other.settle() && other.fitsAtScale())
                return paperWords(paper, isLandscape);
        }
    return {};
}

void MapComposer::requireScale() const {
    if (fitsAtScale())
        return;
    PaperNeed need;
    double mmPerKm = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        if (!isAtScale(i))
            continue;
        const MapFrame& frame = m_frames[i];
        const double larger = *m_page.mmPerKm() / frame.mmPerKm();
        need = {std::max(need.width, larger * frame.groundMm().width()),
                std::max(need.height, larger * frame.groundMm().height())};
        mmPerKm = std::min(mmPerKm, frame.mmPerKm());
    }
    throw UsageError(scaleRefused(*m_page.scale, m_page.widthMm, m_page.heightMm, paperFor(need),
                                  1e6 / mmPerKm));
}

/// One size of symbols for all frames: they share a legend.
std::vector<SymbolPlan> MapComposer::plans() const {
    std::vector<SymbolPlan> plans;
    double least = std::numeric_limits<double>::infinity();
    for (const MapFrame& frame : m_frames) {
        plans.push_back(frame.plan());
        least = std::min(least, plans.back().factor);
    }
    for (SymbolPlan& plan : plans)
        plan.factor = least;
    return plans;
}

/// False when it was stopped.
bool MapComposer::addFrames(Scene& scene, const std::vector<SymbolPlan>& plans) {
    for (std::size_t i = 0; i < m_frames.size(); ++i) {
        std::vector<Group> above;
        if (!m_frames[i].addTo(scene, above, plans[i]))
            return false;
        for (Group& group : above)
            scene.groups.push_back(std::move(group));
    }
    for (std::size_t i = 0; i < m_evaluated.ground.size(); ++i)
        if (std::all_of(m_frames.begin(), m_frames.end(),
                        [i](const MapFrame& frame) { return frame.groundBeyond().contains(i); }))
            scene.recordsBeyond.push_back(m_evaluated.ground[i].record);
    return true;
}

/// Says beside the map how many names and records are not on it. True when that left another frame
/// to the map, and the frames were fitted to it; the second time it stays.
bool MapComposer::sayMissing(const Scene& scene, const std::vector<SymbolPlan>& plans) {
    const bool isFirst = m_unnamed == 0 && m_beyond == 0;
    m_unnamed = scene.unnamedUnits.size();
    m_beyond = scene.recordsBeyond.size();
    PageLayout layout = layOutWith(plans.front().factor);
    const bool isOther = !isSame(layout.frame, m_layout.frame);
    if (isOther && !isFirst)
        return false;
    m_layout = std::move(layout);
    if (isOther)
        fitFrames();
    return isOther;
}

/// Locator and logo stand above the map.
void MapComposer::addSide(Scene& scene) {
    for (Group& group : m_layout.side)
        scene.groups.push_back(std::move(group));
    if (m_layout.locator) {
        std::vector<Box> frames; // of several the units say it better
        if (m_frames.size() == 1)
            frames.push_back(m_frames.front().lonLat());
        scene.groups.push_back(locatorMap(m_data.locator, m_data.shapes, frames, *m_layout.locator,
                                          m_words.language(), m_type));
    }
    if (m_layout.logo)
        scene.pictures.push_back(std::move(*m_layout.logo));
}

/// With what is known by now; where that leaves another frame to the map, the map is fitted to it.
void MapComposer::layOutAgain(double symbolFactor) {
    constexpr int most = 3; // what lies outside a frame may be told in a line that changes it
    for (int attempt = 0; attempt < most; ++attempt) {
        const std::size_t told = m_outside;
        PageLayout layout = layOutWith(symbolFactor);
        const bool isOther = !isSame(layout.frame, m_layout.frame);
        m_layout = std::move(layout);
        if (isOther)
            fitFrames();
        if (m_outside == told)
            return;
    }
}

/// Lays out the page and fits the map; nothing when it was stopped.
std::optional<std::vector<SymbolPlan>> MapComposer::settle() {
    m_layout = layOutWith(m_type.scale());
    fitFrames();
    if (m_outside > 0)
        layOutAgain(m_type.scale());
    if (stopped())
        return std::nullopt;
    std::vector<SymbolPlan> plans = this->plans();
    if (const double factor = plans.front().factor; factor != m_type.scale())
        layOutAgain(factor);
    return plans;
}

Scene MapComposer::compose() {
    const std::optional<std::vector<SymbolPlan>> settled = settle();
    if (!settled)
        return {};
    const std::vector<SymbolPlan>& plans = *settled;
    requireScale();

    Scene scene = emptyScene(m_evaluated, m_page.widthMm, m_page.heightMm);
    scene.mapFrameMm = m_layout.frame;
    scene.title = titleOf(m_page, m_evaluated, m_data);
    if (!addFrames(scene, plans))
        return {};
    const bool isAnyMissing = !scene.unnamedUnits.empty() || !scene.recordsBeyond.empty();
    if (isAnyMissing && sayMissing(scene, plans)) {
        scene.groups.clear(); // the frame is another one
        scene.unnamedUnits.clear();
        scene.recordsBeyond.clear();
        scene.unitsWithData = 0;
        scene.mapFrameMm = m_layout.frame;
        requireScale();
        if (!addFrames(scene, plans))
            return {};
        sayMissing(scene, plans);
    }
    std::sort(scene.unnamedUnits.begin(), scene.unnamedUnits.end());
    std::stable_sort(scene.grounds.begin(), scene.grounds.end(),
                     [](const GroundFrame& a, const GroundFrame& b) {
                         return a.mm.width() * a.mm.height() > b.mm.width() * b.mm.height();
                     });
    scene.groups.push_back(std::move(m_layout.title));
    scene.groups.push_back(std::move(m_layout.legend));
    scene.groups.push_back(std::move(m_layout.footer));
    addSide(scene);
    return scene;
}

} // namespace

Scene composeMap(const figures::EvaluatedTheme& evaluated, const PageShapes& data, const Page& page,
                 const MeasureText& measure, const std::function<bool()>& stop) {
    return MapComposer(evaluated, data, page, measure, stop).compose();
}

bool areSymbolsCrowded(const figures::EvaluatedTheme& evaluated, const PageShapes& data,
                       const Page& page, const MeasureText& measure) {
    const Stop never;
    return MapComposer(evaluated, data, page, measure, never).areSymbolsCrowded();
}

} // namespace terroir::map

#pragma once

#include "core/map/compose_frame.hpp"
#include "core/map/frame_parts.hpp"
#include "core/map/layout_words.hpp"
#include "core/map/map_areas.hpp"
#include "core/map/map_grid.hpp"
#include "core/map/page_map.hpp"
#include "core/map/page_shapes.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace terroir::map {

/// The map in one frame of a page, made in steps: fit(), then plan(), then addTo(), which draws it
/// with what stands above it. What a map is made of is said in compose_frame.hpp.
class MapFrame {
public:
    struct Input {
        const figures::EvaluatedTheme& evaluated;
        const PageShapes& data;
        const Page& page;
        const figures::PageWords& words;
        const Typesetter& type;
        const Stop& stop; ///< may be empty
    };

    /// All that the page shows; or one part of it, in a frame headed with the part's name. The part
    /// and the name must outlive this.
    explicit MapFrame(const Input& input) : MapFrame(input, nullptr, {}) {}
    MapFrame(const Input& input, const FramePart& part, std::string name)
        : MapFrame(input, &part, std::move(name)) {}

    /// Fits the units into the frame, at most `maxMmPerKm` large; when no corner stays free for
    /// the scale bar, above a strip that is kept free for it, and below one for the note on
    /// approximate boundaries. At Page::scale a map that has only just room does without the
    /// strips. With a grid the frame is smaller by the room for its numbers; with Page::extent the
    /// map fills it.
    void fit(const geometry::Box& frame, std::optional<double> maxMmPerKm = {});
    double mmPerKm() const { return m_projection->mmPerKm(); }
    /// What the ground that is to be seen takes up; what the frame shows, lon/lat. After fit().
    const geometry::Box& groundMm() const { return m_projection->extent(); }
    geometry::Box lonLat() const;
    bool hasUnits() const { return !m_map.units.empty(); } ///< after fit()
    /// Units with figures that Page::extent leaves out. After fit().
    std::size_t unitsOutside() const;
    /// The system that it is drawn in.
    FrameSystem system() const { return {m_choice.crs, middleLongitude()}; }
    SymbolPlan plan() const { return planSymbols(m_map, m_input.type); }

    /// The map's groups; those that stand above it, such as the scale bar, are in `above`.
    /// The names on it are added up in the scene. False when it was stopped.
    bool addTo(Scene& scene, std::vector<Group>& above, const SymbolPlan& plan);
    /// DrawnMap::groundBeyond, after addTo().
    const std::set<std::size_t>& groundBeyond() const { return m_map.groundBeyond; }

private:
    MapFrame(const Input& input, const FramePart* part, std::string name);
    bool stopped() const { return m_input.stop && m_input.stop(); }
    const boundaries::UnitShapes& shapes() const {
        return m_part != nullptr ? m_part->shapes : m_input.data.shapes;
    }
    double middleLongitude() const;
    std::vector<DrawnUnit> draw(const boundaries::UnitShapes& shapes,
                                const geometry::Box* clip) const;
    void setMarkedGround();
    void setSurroundings();
    void setGroundOfOtherFrames(Surroundings& around) const;
    bool isFree(const geometry::Box& box) const;
    std::optional<geometry::Box> freeCorner(double width, double height, double inset,
                                            bool isTopFirst) const;
    void addNote(std::vector<Group>& above, std::vector<geometry::Box>& obstacles) const;
    void addFurniture(std::vector<Group>& above, std::vector<geometry::Box>& obstacles) const;
    void addHead(std::vector<Group>& above, std::vector<geometry::Box>& obstacles) const;
    double headMm() const;
    void project(const geometry::Box& box);
    bool placeFurniture();
    bool placeNote();
    void setGrid();

    Input m_input;
    const FramePart* m_part;
    std::string m_name;
    PageMapChoice m_choice;
    std::optional<PageMap> m_projection;
    DrawnMap m_map;
    Furniture m_furniture;
    geometry::Box m_furnitureBox;
    bool m_isFurnitureOnMap = false; ///< no corner is free
    MapGrid m_grid;
    std::optional<Note> m_note;
    geometry::Box m_noteBox;
};

} // namespace terroir::map

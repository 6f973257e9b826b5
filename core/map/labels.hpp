#pragma once

#include "core/geometry/box_grid.hpp"
#include "core/geometry/shape.hpp"
#include "core/map/ink.hpp"
#include "core/map/typesetter.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace terroir::map {

/// What is written at one unit and where it would best stand.
struct LabelRequest {
    const geometry::MultiPolygon* shape = nullptr; ///< on the page
    geometry::Point anchor;                        ///< its widest place
    geometry::Box symbols; ///< the unit's own symbols, to be written beside; empty when it has none
    std::string name;
    std::string value;   ///< below the name, bold; may be empty
    std::string detail;  ///< below the value, small; may be empty
    double sizePt = 7.6; ///< largest size, on A4
    bool italic = false;
    Colour colour = ink::text;
    Colour ground{255, 255, 255}; ///< colour of the shape, for the halo
    /// Share of the label that must lie within the shape, and with it the label's middle.
    double minInside = 0.6;
    /// May stand outside with a line to the anchor, so far away on A4; 0: may not.
    double leaderMm = 0;
};

struct PlacedLabel {
    std::vector<Item> items;
    geometry::Box box;
    bool hasValue = false;                        ///< LabelRequest::value is written, too
    std::optional<PathItem> leader, leaderCasing; ///< the casing parts the line from hatching
    std::optional<CircleItem> leaderDot;          ///< where the line does not end at symbols
};

/// Letters that can be read on a ground, and the halo that parts them from lines and hatching.
struct TextOn {
    Colour colour, halo;
};
TextOn textOn(Colour ground, Colour preferred);

/// Places labels one after another, the most important first: at the widest place of the unit, then
/// at places around it, then on two lines, then smaller, then beside its symbols wherever no others
/// are near, then outside with a leader line; then all this without its detail, and without its
/// value. A label never touches another, nor an
/// obstacle, nor leaves the frame; when there is no such place it is left out.
class LabelPlacer {
public:
    LabelPlacer(const Typesetter& type, const geometry::Box& frame);

    void addObstacle(const geometry::Box& box) { m_obstacles.add(box); }
    /// Whether a label or an obstacle lies on the box.
    bool isCovered(const geometry::Box& box) const { return meetsObstacle(box); }
    /// Shapes that labels over the edge of their own, or on a leader line, should rather not stand on.
    void setOccupied(std::vector<const geometry::MultiPolygon*> shapes);
    std::optional<PlacedLabel> place(const LabelRequest& request);

private:
    struct Block;
    struct Candidate;
    /// What is written of a request.
    enum class Parts { All, NameAndValue, Name };
    std::optional<PlacedLabel> place(const LabelRequest& request, Parts parts);
    Block block(const LabelRequest& request, double factor, bool twoLines, Parts parts) const;
    std::vector<Block> blocks(const LabelRequest& request, Parts parts) const;
    std::vector<Candidate> aroundSymbols(const LabelRequest& request, const Block& block) const;
    bool meetsObstacle(const geometry::Box& box) const;
    bool isFree(const geometry::Box& box) const;
    bool isAlone(const geometry::Box& box, const geometry::Box& ownSymbols) const;
    bool isFreeLine(geometry::Point from, geometry::Point to,
                    const geometry::Box& ownSymbols) const;
    /// From the unit to the label: from the rim of its symbols, or from the anchor.
    static std::pair<geometry::Point, geometry::Point> leaderOf(const LabelRequest& request,
                                                                const geometry::Box& label);
    bool isOccupied(geometry::Point point) const;
    double shareOfOthers(const geometry::Box& box, const geometry::MultiPolygon& own) const;
    std::optional<Candidate> bestInside(const LabelRequest& request, const Block& block) const;
    std::optional<Candidate> bestBeside(const LabelRequest& request, const Block& block) const;
    std::optional<Candidate> bestOutside(const LabelRequest& request, const Block& block) const;
    PlacedLabel placed(const LabelRequest& request, const Block& block, geometry::Point centre);

    Typesetter m_type;
    geometry::Box m_frame;
    geometry::BoxGrid m_obstacles;                         ///< and labels that were placed
    std::vector<const geometry::MultiPolygon*> m_occupied; ///< shapes
    geometry::BoxGrid m_occupiedBoxes;
};

} // namespace terroir::map

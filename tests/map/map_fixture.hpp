#pragma once

#include "core/map/compose.hpp"

#include <string>
#include <variant>
#include <vector>

namespace terroir::map::testing {

/// A made-up district "Tam Đường" of province "Lai Châu" on 2022-04-15: a grid of communes of about
/// 5 km each way, named after real ones, whose figures a test sets.
struct MapFixture {
    explicit MapFixture(int columns = 4, int rows = 3);

    /// The commune in a column and row of the grid, counted from the south-west.
    gazetteer::UnitIndex commune(int column, int row) const;
    /// A layer with one series per set of figures; figures by commune number from 0.
    figures::EvaluatedLayer& add(theme::LayerType type,
                                 const std::vector<std::vector<double>>& figures,
                                 const std::string& unit = "ha");
    /// Classes (0, 2], (2, 5], (5, 1000] with counts, as evaluate() would set them.
    void setClasses(figures::EvaluatedLayer& layer);
    map::Scene compose(const map::Page& page = {297, 210, {}}) const;

    int columns, rows;
    gazetteer::Gazetteer gazetteer;
    figures::EvaluatedTheme evaluated;
    map::PageShapes data;
};

/// Half an em per letter: good enough to lay out with, and known to the tests.
map::TextExtent measureHalfEm(std::string_view text, const map::TextStyle& style);

/// All items of the groups whose id begins with `id`.
template <typename Kind>
std::vector<Kind> itemsOf(const map::Scene& scene, const std::string& id) {
    std::vector<Kind> found;
    for (const map::Group& group : scene.groups)
        if (group.id.starts_with(id))
            for (const map::Item& item : group.items)
                if (const auto* kind = std::get_if<Kind>(&item))
                    found.push_back(*kind);
    return found;
}

/// The texts of a group, one per line.
std::string textOf(const map::Scene& scene, const std::string& id);
/// What the ink of a line of text covers: from the capitals' height down to its baseline.
geometry::Box inkBox(const map::TextItem& item);

bool crosses(const geometry::Box& a, const geometry::Box& b); ///< more than touching
void expectTextsOnPage(const map::Scene& scene);
void expectNoTextOnText(const map::Scene& scene);

/// Of the twelve communes of a fixture; 0: none.
extern const std::vector<double> someFigures;
/// Upright, on their side, small, large, and with a title of three lines.
extern const std::vector<map::Page> pages;

} // namespace terroir::map::testing

#pragma once

#include "core/export/qml_symbols.hpp"
#include "core/figures/evaluated_theme.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::exporting {

inline constexpr double legendMarkMm = 4; ///< of circles and pictures in legends

/// Pictures that have no size by their figures.
bool hasOneSize(const theme::Layer& layer);

/// Diameter in mm of a figure's circle, or height of its picture, as an expression; 0 without a
/// figure.
std::string diameterExpression(const figures::EvaluatedLayer& layer, const std::string& column);

/// The circles and pictures of a theme, which stand side by side, whatever layers they are of.
class CircleRow {
public:
    explicit CircleRow(const figures::EvaluatedTheme& evaluated);
    std::size_t size() const { return m_diameters.size(); }
    /// Of one alone no offset is needed.
    CircleExpressions circle(std::size_t layer, std::size_t series) const;

private:
    void add(const figures::EvaluatedLayer& layer, const std::string& column, std::size_t times);

    std::vector<std::string> m_diameters;
    std::vector<std::string> m_widths; ///< of a circle with its figure
    std::vector<std::size_t> m_first;  ///< of each layer
};

/// Where the figure of a symbol in a row stands: on its circle, or below its picture.
std::string labelOffset(const theme::Series& series, const CircleExpressions& symbol);

} // namespace terroir::exporting

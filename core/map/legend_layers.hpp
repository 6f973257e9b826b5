#pragma once

#include "core/map/legend_input.hpp"
#include "core/map/legend_rows.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace terroir::map {

/// What a legend says of the layers of a map: heading, classes, categories or sizes of symbols with
/// counts, total, and the ground that is shared or without data.
class LayerRows : public LegendRows {
public:
    /// The input must outlive it.
    LayerRows(const LegendInput& input, const Typesetter& type, double widthMm, double roomMm)
        : LegendRows(input.words, type, widthMm, roomMm), m_input(input) {}

    void layer(const figures::EvaluatedLayer& layer);
    /// Once, however many layers have it.
    void sharedGround();
    void noData();

protected:
    Language language() const { return m_input.words.language(); }

    const LegendInput& m_input;

private:
    /// What of a series no unit and no group on the map shows: what is known of larger places
    /// alone, and the figures of units that cannot be drawn.
    struct Unplaced {
        double value = 0;
        bool lowerBound = false;
    };
    static Unplaced unplacedOf(const figures::Figures& figures, const std::set<std::size_t>& shown,
                               const std::vector<gazetteer::UnitIndex>& undrawn,
                               records::Measure measure);

    /// What the row that was written last stands for.
    void stands(LegendEntry::Kind kind, const figures::EvaluatedLayer& layer, std::size_t index) {
        const auto& layers = m_input.evaluated.layers;
        m_rows.back().of = LegendEntry{kind, std::size_t(&layer - layers.data()), index};
    }
    void square(const figures::EvaluatedLayer& layer);
    void circles(const figures::EvaluatedLayer& layer);
    void bars(const figures::EvaluatedLayer& layer, const std::vector<double>& values);
    void histogram(const figures::EvaluatedLayer& layer);
    void total(const figures::EvaluatedLayer& layer);
    void leastCircle(const figures::EvaluatedLayer& layer);
    void symbolKey(const figures::EvaluatedLayer& layer);
    std::string whereIs(const figures::EvaluatedLayer& layer, std::size_t index,
                        const Unplaced& unplaced, const std::string& where) const;
    std::string totalOf(const figures::EvaluatedLayer& layer, std::size_t index) const;
    std::string headingOf(const figures::EvaluatedLayer& layer) const;

    bool m_sharedDone = false, m_noDataDone = false;
};

} // namespace terroir::map

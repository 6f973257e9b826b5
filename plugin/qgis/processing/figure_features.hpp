#pragma once

#include "core/figures/figure_words.hpp"
#include "core/figures/join.hpp"
#include "plugin/qgis/processing/unit_features.hpp"

namespace terroir::qgis {

/// The figures of a join as features and as a table.
class FigureFeatures {
public:
    /// Everything must outlive this.
    FigureFeatures(const gazetteer::Gazetteer& gazetteer, const figures::Figures& figures,
                   Date asOf, const figures::SourceText& sources)
        : m_gazetteer(gazetteer), m_figures(figures), m_asOf(asOf), m_sources(sources) {}

    /// Those of unitFields(), then value, unit, mark, records, subjects, sources.
    static QgsFields fields();
    QgsFeature feature(gazetteer::UnitIndex unit, const UnitShapes& shapes,
                       const QgsFields& fields) const;

    /// holder_code, holder, places, value, unit, mark, reason, reason_text, subjects, sources.
    Table notAttributed() const;

    double attributed() const;
    /// Of the values that the total counts: not of those that lie outside the area.
    double notAttributedTotal() const;

private:
    const gazetteer::Gazetteer& m_gazetteer;
    const figures::Figures& m_figures;
    Date m_asOf;
    const figures::SourceText& m_sources;
};

} // namespace terroir::qgis

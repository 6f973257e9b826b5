#pragma once

#include "plugin/api/painter_plugin.hpp"
#include "plugin/thematic/text_font.hpp"

namespace terroir::thematic {

/// The painter "thematic": flat fills, hatching as lines, round joins, text with halos.
class ScenePainter final : public plugin::Painter {
public:
    map::TextExtent measure(std::string_view text, const map::TextStyle& style) const override;
    void paint(const map::Scene& scene, QPainter& painter) const override;

private:
    /// Texts that follow each other, up to `end`: all halos first, so that none covers the line
    /// above. Returns what comes next.
    std::vector<map::Item>::const_iterator
    paintTexts(QPainter& painter, std::vector<map::Item>::const_iterator begin,
               std::vector<map::Item>::const_iterator end) const;

    TextFont m_font;
};

} // namespace terroir::thematic

#pragma once

#include "core/map/page_figures.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/paint/page_choice.hpp"
#include "plugin/viewer/contents.hpp"

#include <functional>
#include <memory>
#include <optional>

namespace terroir::viewer {

/// What a page is made for.
enum class PagePurpose { File, Print };

/// A page with one map: everything that `terroir map` can be told.
struct MapPage {
    MapSpec spec; ///< its theme names the painter
    Language language = Language::Vietnamese;
    std::string title; ///< empty: the layout's or the theme's
    paint::PageChoice page;
    paint::ImageFormat format = paint::ImageFormat::Pdf;
    map::Layout layout = {};
    std::optional<double> scale = {}; ///< 1 : so much; none: as large as there is room for

    /// As it is composed, today. UsageError for a size that cannot be.
    map::Page sheet() const;
};

/// Composes pages of one map again and again: the figures and shapes are read once. Used by one
/// thread at a time, always with the same session.
class PageComposer {
public:
    /// UsageError and InputError as `terroir map`: a page that cannot be, a theme without figures.
    map::Scene compose(workspace::Workspace& workspace, const MapPage& page,
                       const plugin::Painter& painter, const std::function<bool()>& stop = {});

private:
    struct Ground {
        MapSpec spec;
        Language language;
        /// Size, layout without its words, and scale decide which shapes there are, how detailed,
        /// and at which level.
        map::Page sheet;
        std::shared_ptr<const gazetteer::Gazetteer> gazetteer; ///< the data refers to them
        std::shared_ptr<const std::vector<records::Record>> records;
        map::PageFigures shown;
    };
    std::unique_ptr<Ground> m_ground;
};

} // namespace terroir::viewer

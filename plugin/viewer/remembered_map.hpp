#pragma once

#include "plugin/viewer/contents.hpp"
#include "plugin/viewer/view.hpp"

#include <QString>

#include <optional>

namespace terroir::viewer {

/// What the first map showed when the program was last closed.
struct RememberedMap {
    QString workspace, theme;
    theme::Settings settings;
    std::optional<View> view;
};

/// Kept in the program's settings.
void remember(const RememberedMap& map);
RememberedMap rememberedMap();

} // namespace terroir::viewer

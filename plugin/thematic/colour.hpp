#pragma once

#include "core/base/colour.hpp"

#include <QColor>

namespace terroir::thematic {

inline QColor toQColor(const Colour& colour) {
    return QColor(colour.r, colour.g, colour.b, colour.a);
}

} // namespace terroir::thematic

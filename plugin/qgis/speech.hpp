#pragma once

#include "core/base/language.hpp"

#include <QString>

namespace terroir::qgis {

/// The language that QGIS speaks, or English when it speaks neither of ours.
Words words();

/// One of the two texts, in the language of words().
QString said(const char* vi, const char* en);
QString said(const LocalText& text);

} // namespace terroir::qgis

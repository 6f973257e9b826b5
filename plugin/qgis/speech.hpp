#pragma once

#include "core/base/language.hpp"

#include <QString>

#include <exception>

namespace terroir::qgis {

/// The language that QGIS speaks, or English when it speaks neither of ours.
Words words();

/// One of the two texts, in the language of words().
QString said(const char* vi, const char* en);
QString said(const LocalText& text);
/// What went wrong: of an Error in the language of words().
QString said(const std::exception& error);

/// A sentence that is in the language of words() already, for an Error that is shown at once.
LocalText spoken(const QString& sentence);

} // namespace terroir::qgis

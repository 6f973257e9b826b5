#pragma once

#include "plugin/api/painter_plugin.hpp"
#include "plugin/viewer/map_page.hpp"

class QPrinter;

namespace terroir::viewer {

/// The printer's paper as the page has it, without margins of its own.
void setPage(QPrinter& printer, const MapPage& page);

/// One page, in true size. InputError when the printer does not take it.
void printPage(const map::Scene& scene, const plugin::Painter& painter, QPrinter& printer);

} // namespace terroir::viewer

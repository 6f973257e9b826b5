#include "plugin/qgis/renderer_theme.hpp"

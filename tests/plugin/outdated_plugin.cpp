#include "outdated_plugin.hpp"

#include <cstdlib>

namespace {
[[maybe_unused]] const int ran = setenv("TERROIR_OUTDATED_PLUGIN_RAN", "yes", 1);
}

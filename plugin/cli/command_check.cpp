#include "plugin/cli/command.hpp"

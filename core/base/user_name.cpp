#include "core/base/user_name.hpp"

#include <cstdlib>

namespace terroir {

std::string userName() {
    for (const char* variable : {"TERROIR_USER", "LOGNAME", "USER", "USERNAME"})
        if (const char* name = std::getenv(variable); name != nullptr && *name != '\0')
            return name;
    return "?";
}

} // namespace terroir

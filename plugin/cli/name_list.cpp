#include "plugin/cli/name_list.hpp"

namespace terroir::cli {

std::vector<std::string> splitNames(std::string_view list) {
    std::vector<std::string> names(1);
    for (const char c : list) {
        if (c == ',')
            names.emplace_back();
        else if (c != ' ' || !names.back().empty())
            names.back() += c;
    }
    for (std::string& name : names)
        name.erase(name.find_last_not_of(' ') + 1);
    return names;
}

} // namespace terroir::cli

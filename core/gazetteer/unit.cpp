#include "core/gazetteer/unit.hpp"

namespace terroir::gazetteer {

std::string_view toString(Level level) {
    switch (level) {
    case Level::Province:
        return "province";
    case Level::District:
        return "district";
    default:
        return "commune";
    }
}

const LocalText& inWords(Level level) {
    static const LocalText province{"tỉnh", "province"}, district{"huyện", "district"},
        commune{"xã", "commune"};
    switch (level) {
    case Level::Province:
        return province;
    case Level::District:
        return district;
    default:
        return commune;
    }
}

std::optional<Level> parseLevel(std::string_view text) {
    for (const Level level : {Level::Province, Level::District, Level::Commune})
        if (text == toString(level))
            return level;
    return std::nullopt;
}

} // namespace terroir::gazetteer

#include "plugin/viewer/typed_number.hpp"

#include "core/base/number.hpp"

#include <algorithm>

namespace terroir::viewer {

std::optional<double> typedNumber(const std::string& text, Language language) {
    if (language == Language::Vietnamese)
        return parseVietnameseNumber(text);
    std::string plain = text;
    plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
    return parsePlainNumber(plain);
}

} // namespace terroir::viewer

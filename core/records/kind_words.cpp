#include "core/records/kind_words.hpp"

#include "core/records/fields.hpp"
#include "core/text/vietnamese.hpp"

#include <string>

namespace terroir::records {

namespace {

bool isPart(std::string_view name, std::string_view wanted) {
    while (true) {
        const std::size_t end = name.find(", ");
        if (name.substr(0, end) == wanted)
            return true;
        if (end == std::string_view::npos)
            return false;
        name.remove_prefix(end + 2);
    }
}

bool hasWords(const std::string& name, const std::string& wanted) {
    std::string spaced = " " + name + " ";
    for (char& c : spaced)
        if (c == ',')
            c = ' ';
    return spaced.find(" " + wanted + " ") != std::string::npos;
}

/// The only one that fits.
template <class Fits>
const KindInfo* onlyOne(Fits fits) {
    const KindInfo* found = nullptr;
    for (const KindInfo& kind : kinds()) {
        if (!fits(kind))
            continue;
        if (found != nullptr)
            return nullptr;
        found = &kind;
    }
    return found;
}

} // namespace

const KindInfo* kindNamed(std::string_view text) {
    const std::string wanted = text::fold(text);
    if (const KindInfo* const kind = findKind(wanted); kind != nullptr || wanted.empty())
        return kind;
    const auto inEither = [&](auto fits) {
        return onlyOne([&](const KindInfo& kind) {
            return fits(text::fold(kind.name.vi)) || fits(text::fold(kind.name.en));
        });
    };
    if (const auto* kind = inEither([&](const std::string& name) { return name == wanted; }))
        return kind;
    if (const auto* kind = inEither([&](const std::string& name) { return isPart(name, wanted); }))
        return kind;
    return inEither([&](const std::string& name) { return hasWords(name, wanted); });
}

} // namespace terroir::records

#include "core/records/subject_list.hpp"

#include "core/base/strings.hpp"
#include "core/text/thing_words.hpp"

#include <algorithm>
#include <iterator>

namespace terroir::records {

std::vector<std::string> splitThings(std::string_view kind, std::vector<std::string> texts) {
    if (!isAnyOf(kind,
                 {"production_zone", "planting", "livestock", "aquaculture", "packing_house"}))
        return texts;
    std::vector<std::string> all;
    for (std::string& text : texts) {
        std::vector<std::string> parts;
        for (std::size_t at = 0; at <= text.size();) {
            std::size_t end = text.size(), next = text.size() + 1;
            for (const std::string_view sign : {",", "+", "/", "&", " và "})
                if (const std::size_t found = text.find(sign, at); found < end) {
                    end = found;
                    next = found + sign.size();
                }
            parts.emplace_back(trimmed(std::string_view(text).substr(at, end - at), " "));
            at = next;
        }
        const bool areThings = std::all_of(parts.begin(), parts.end(), [](const std::string& part) {
            return text::isThing(part) && std::count(part.begin(), part.end(), ' ') < 3 &&
                   part.find('(') == std::string::npos;
        });
        if (areThings)
            std::move(parts.begin(), parts.end(), std::back_inserter(all));
        else
            all.push_back(std::move(text));
    }
    return all;
}

} // namespace terroir::records

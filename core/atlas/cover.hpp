#pragma once

#include "core/atlas/unit_sheet.hpp"

#include <optional>
#include <string>
#include <vector>

namespace terroir::atlas {

/// A line of the contents; a heading leads nowhere.
struct ContentsLine {
    std::string text;
    std::size_t sheet = 0;
    bool isHeading = false;
    gazetteer::UnitIndex unit = gazetteer::noUnit; ///< whose sheet it is, to be found on the cover
};

/// What heads a cover, below the words of the page's Layout.
struct CoverHead {
    std::string title;
    std::vector<std::string> about; ///< what the atlas shows
    const std::optional<map::Picture>& logo;
};

/// Head and the map of contents: on each unit the number of its sheet, which leads there. Units
/// without a sheet are hatched. A number that has no room is left to the list, which is said.
Sheet coverSheet(const AtlasInput& input, AtlasTheme& theme, const CoverHead& head,
                 const std::vector<ContentsLine>& contents);

/// How many sheets the list of contents takes; the sheets, numbered as the atlas is.
std::size_t contentsSheetCount(const AtlasInput& input, std::size_t lines);
Sheet contentsSheet(const AtlasInput& input, const std::vector<ContentsLine>& contents,
                    std::size_t index, Language language);

} // namespace terroir::atlas

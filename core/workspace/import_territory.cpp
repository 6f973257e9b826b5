#include "core/workspace/import_territory.hpp"

#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/text/vietnamese.hpp"

namespace terroir::workspace {

void requireTerritory(const std::string& territory, Date day, Workspace& workspace) {
    if (territory.empty())
        return;
    const geocode::Match match =
        workspace.geocoder().resolve({territory, {}, {}, {}, {}, day, std::nullopt});
    const gazetteer::UnitIndex near = workspace.nearUnit(territory, match, day);
    if (near != gazetteer::noUnit)
        throw InputError(localText(
            "Địa bàn '{}' không phải là đơn vị hành chính nào ngày {}. {}Nếu đúng, hãy ghi như "
            "thế.",
            "The territory '{}' is no unit of {}. {}If so, write it like that.", territory,
            dayText(day), suggestion(describeNear(workspace.gazetteer(), near, day))));
    if (match.status == geocode::Status::Unmatched)
        throw InputError(localText(
            "Địa bàn '{}' không phải là đơn vị hành chính nào ngày {}; hãy xem lại tên, ví dụ "
            "\"tỉnh Lai Châu\", hoặc bỏ trống nếu tài liệu nói về cả nước.",
            "The territory '{}' is no unit of {}; check the name, such as \"tỉnh Lai Châu\", "
            "or leave it out where the document speaks of the whole country.",
            territory, dayText(day)));
}

std::string titledTerritory(const std::vector<tables::FoundTable>& all,
                            tables::PlaceWords& places) {
    std::string territory;
    for (const tables::FoundTable& found : all) {
        std::string place;
        for (const tables::Title& title : found.titles)
            if (place.empty())
                place = places.placeIn(title.text);
        if (place.empty() || !places.levelOf(place) ||
            (!territory.empty() && text::fold(territory) != text::fold(place)))
            return {};
        territory = place;
    }
    return territory;
}

} // namespace terroir::workspace

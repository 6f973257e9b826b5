#include "core/records/place_doubts.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/gazetteer/territory.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/records/decisions.hpp"

#include <algorithm>
#include <span>

namespace terroir::records {

namespace {

std::vector<gazetteer::UnitIndex> candidatesOf(const Place& place, Date asOf,
                                               const gazetteer::Gazetteer& gazetteer) {
    std::vector<gazetteer::UnitIndex> units;
    for (std::string_view rest = place.candidates; !rest.empty();) {
        const std::string_view code = rest.substr(0, rest.find(':'));
        gazetteer::UnitIndex unit = gazetteer.findCode(code, asOf);
        if (const auto versions = gazetteer.versions(code);
            unit == gazetteer::noUnit && !versions.empty())
            unit = versions.back(); // one that had ended, or was not there yet
        if (unit != gazetteer::noUnit)
            units.push_back(unit);
        rest.remove_prefix(std::min(rest.find('|'), rest.size() - 1) + 1);
    }
    return units;
}

/// The unit in which the row puts a place that is not clear ("in:…" of its reasons); noUnit where
/// it does not say.
gazetteer::UnitIndex areaOf(const Place& place, const gazetteer::Gazetteer& gazetteer) {
    constexpr std::string_view in = "in:";
    for (std::string_view rest = place.reasons; !rest.empty();) {
        const std::string_view reason = rest.substr(0, rest.find(';'));
        if (reason.starts_with(in))
            return gazetteer.find(std::string(reason.substr(in.size())));
        rest.remove_prefix(std::min(reason.size() + 1, rest.size()));
    }
    return gazetteer::noUnit;
}

bool areAllOutside(const std::vector<gazetteer::UnitIndex>& units, gazetteer::UnitIndex area,
                   Date asOf, const gazetteer::Gazetteer& gazetteer) {
    const gazetteer::Territory territory(gazetteer, area, asOf);
    return !units.empty() &&
           std::none_of(units.begin(), units.end(), [&](gazetteer::UnitIndex unit) {
               return unit == area ||
                      territory.overlap(unit) != gazetteer::Territory::Overlap::None;
           });
}

} // namespace

bool isDoubtful(const Place& place) {
    return place.status != geocode::Status::Matched ||
           (!isDecided(place) && place.reasons.find("unknown-parent") != std::string::npos);
}

LocalText placeDoubt(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer) {
    const std::string& text = place.text.empty() ? place.context : place.text;
    const LocalText day = dayText(asOf);
    if (place.status == geocode::Status::Unmatched)
        return localText(
            "Không tìm thấy '{}' trong danh mục đơn vị hành chính ngày {}; hãy xem lại tên, "
            "hoặc ghi thêm huyện và tỉnh.",
            "'{}' is not found among the units of {}; check the name, or add the district "
            "and province.",
            text, day);
    if (place.status == geocode::Status::Matched)
        return localText(
            "'{}' được hiểu là {}, nhưng có tên huyện hoặc tỉnh không tìm thấy ngày {}; hãy xem "
            "lại tên ấy.",
            "'{}' was taken for {}, but a district or province that is given is not found on "
            "{}; check that name.",
            text, gazetteer.describe(gazetteer.find(place.uid), asOf), day);
    const std::vector<gazetteer::UnitIndex> may = candidatesOf(place, asOf, gazetteer);
    std::string candidates;
    for (const gazetteer::UnitIndex unit :
         std::span(may).first(std::min<std::size_t>(3, may.size())))
        candidates += (candidates.empty() ? "" : "; ") +
                      gazetteer.describe(unit, gazetteer::dayOf(gazetteer.unit(unit), asOf));
    if (const gazetteer::UnitIndex area = areaOf(place, gazetteer);
        area != gazetteer::noUnit && areAllOutside(may, area, asOf, gazetteer))
        return localText(
            "Ngày {}, {} không có nơi nào tên là '{}'; tên gần nhất là ở nơi khác: {}; "
            "hãy xem lại tên hoặc địa bàn.",
            "On {}, {} has no place called '{}'; the nearest names are elsewhere: {}; "
            "check the name or the territory.",
            day, gazetteer::describeNear(gazetteer, area, asOf), text, candidates);
    if (place.candidates.find('|') == std::string::npos)
        return localText(
            "'{}' không khớp hẳn với nơi nào ngày {}; gần nhất là {}; hãy xem lại tên xã, huyện "
            "và tỉnh.",
            "'{}' does not fit any place of {} well; the nearest is {}; check the names of the "
            "commune, district and province.",
            text, day, candidates);
    if (isMisspelt(place))
        return localText("Ngày {} không có nơi nào tên là '{}'; gần giống là {}; hãy xem lại tên.",
                         "No place of {} is called '{}'; near to it are {}; check the name.", day,
                         text, candidates);
    return localText(
        "'{}' có thể là nhiều nơi ngày {}: {}; hãy ghi thêm loại đơn vị (xã, thị trấn), "
        "huyện và tỉnh.",
        "'{}' may be several places on {}: {}; add the type (xã, thị trấn), the district "
        "and the province.",
        text, day, candidates);
}

namespace {

/// Whether any reason of the place is one of these.
template <typename Test>
bool anyReason(const Place& place, const Test& isOne) {
    for (std::string_view rest = place.reasons; !rest.empty();) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        if (isOne(rest.substr(0, end)))
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

std::string namesOf(const std::vector<gazetteer::UnitIndex>& units, Date asOf,
                    const gazetteer::Gazetteer& gazetteer) {
    std::string names;
    for (const gazetteer::UnitIndex unit : units)
        names += (names.empty() ? "" : "; ") + gazetteer::describeNear(gazetteer, unit, asOf);
    return names;
}

std::string nameOf(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer) {
    return gazetteer::describeNear(gazetteer, gazetteer.find(place.uid), asOf);
}

} // namespace

bool hasReason(const Place& place, std::string_view reason) {
    return anyReason(place, [&](std::string_view one) { return one == reason; });
}

bool isMisspelt(const Place& place) {
    return anyReason(place, geocode::saysMisspelt);
}

LocalText misspeltRemark(const std::string& text, const std::string& unit) {
    return localText("'{}' được đọc là {}, tên gần giống duy nhất ở đó; hãy xem lại tên.",
                     "'{}' was read as {}, the only name there that is near to it; check the name.",
                     text, unit);
}

LocalText otherDayDoubt(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer) {
    const gazetteer::Unit& unit = gazetteer.unit(gazetteer.find(place.uid));
    const std::string name = nameOf(place, asOf, gazetteer);
    if (unit.valid.to <= asOf)
        return localText("Ngày {} không có '{}'; được hiểu là {} của trước ngày {}; nếu đúng thì "
                         "ghi thêm \"cũ\", nếu không hãy ghi đơn vị của ngày {}.",
                         "There is no '{1}' on {0}; it was taken for {2} of before {3}; if that is "
                         "right write \"cũ\" behind it, else write the unit of {4}.",
                         dayText(asOf), place.text, name, dayText(unit.valid.to), dayText(asOf));
    return localText("Ngày {} chưa có '{}'; được hiểu là {} có từ ngày {}; hãy xem lại ngày của "
                     "văn bản.",
                     "On {} there is no '{}' yet; it was taken for {} which begins on {}; check "
                     "the day of the document.",
                     dayText(asOf), place.text, name, dayText(unit.valid.from));
}

bool saysUnknownDay(const LocalText& doubt) {
    return doubt.vi.find("Không rõ ngày của tài liệu nên '") != std::string::npos;
}

LocalText unknownDayDoubt(const Place& place, gazetteer::UnitIndex other, Date asOf,
                          const gazetteer::Gazetteer& gazetteer) {
    const Date begin = gazetteer.unit(gazetteer.find(place.uid)).valid.from;
    return localText("Không rõ ngày của tài liệu nên '{}' được hiểu là {}, có từ ngày {}; trước đó "
                     "là {} với địa giới khác; hãy cho biết ngày của tài liệu.",
                     "The day of the document is not known, so '{}' was taken for {}, which begins "
                     "on {}; before, it was {} of other ground; say the day of the document.",
                     place.text, nameOf(place, asOf, gazetteer), dayText(begin),
                     gazetteer::describeNear(gazetteer, other, begin));
}

LocalText noUnitOfDayDoubt(const Place& place, const std::string& code, Date asOf) {
    return localText("'{}' được chọn là mã '{}', nhưng ngày {} không có đơn vị nào mang mã ấy; hãy "
                     "chọn đơn vị khác.",
                     "'{}' was chosen to be the code '{}', which stands for no unit on {}; choose "
                     "another one.",
                     place.text, code, dayText(asOf));
}

LocalText twiceMisspeltDoubt(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer) {
    return localText("'{}' được đọc là {}, nhưng cả tên này và tên huyện hoặc tỉnh đều viết khác; "
                     "hãy xem lại cả hai.",
                     "'{}' was read as {}, but both this name and that of the district or province "
                     "have other letters; check both.",
                     placeKey(place), nameOf(place, asOf, gazetteer));
}

LocalText outsideDoubt(const Place& place, const std::string& territory, Date asOf,
                       const gazetteer::Gazetteer& gazetteer) {
    return localText("'{}' là {}, nằm ngoài địa bàn '{}'; hãy xem lại địa danh hoặc địa bàn.",
                     "'{}' is {}, which lies outside the territory '{}'; check the place or the "
                     "territory.",
                     place.text, nameOf(place, asOf, gazetteer), territory);
}

LocalText formerDoubt(const std::string& former, const Place& place, Date asOf,
                      const gazetteer::Gazetteer& gazetteer) {
    return localText("'{}' không phải là nơi trước đây của {}; hãy xem lại cả hai tên.",
                     "'{}' is not what {} was before; check both names.", former,
                     nameOf(place, asOf, gazetteer));
}

LocalText countDoubt(const std::string& cell, std::size_t found) {
    return localText("Số đơn vị ghi trong '{}' khác với số tên được liệt kê ({}); hãy xem lại.",
                     "The number of units that '{}' states differs from the names that it lists "
                     "({}); check them.",
                     cell, found);
}

LocalText severalValuesDoubt(const std::string& cell) {
    return localText("'{}' ghi mỗi nơi một số liệu; hãy tách mỗi nơi thành một dòng.",
                     "'{}' states a value for each place; give each place a row of its own.", cell);
}

LocalText groupDoubt(const std::string& group, Date asOf) {
    return localText("Không rõ '{}' ở phía trên dòng này là đơn vị nào ngày {}; hãy ghi thêm loại "
                     "đơn vị và tỉnh.",
                     "It is not clear which unit of {1} '{0}' above this row is; add its type and "
                     "province.",
                     group, dayText(asOf));
}

LocalText emptyCellDoubt(const std::string& column, const Place& place, Date asOf,
                         const gazetteer::Gazetteer& gazetteer) {
    return localText("Ô '{}' trống nên dòng này được đặt ở {}; hãy ghi địa danh nếu biết.",
                     "The cell '{}' is empty, so the row was put on {}; write the place if it is "
                     "known.",
                     column, nameOf(place, asOf, gazetteer));
}

LocalText titlePlaceRemark(const std::string& column, const Place& place, Date asOf,
                           const gazetteer::Gazetteer& gazetteer) {
    return localText("Ô '{}' trống nên dòng này được đặt ở {}, nơi được nêu trong tên.",
                     "The cell '{}' is empty, so the row was put on {}, which its title names.",
                     column, nameOf(place, asOf, gazetteer));
}

LocalText largerUnitRemark(const Place& place, Date asOf, const gazetteer::Gazetteer& gazetteer) {
    return localText("'{}' không phải là tên đơn vị hành chính nên chỉ biết dòng này ở {}; hãy ghi "
                     "xã nếu biết.",
                     "'{}' names no unit, so all that is known of the row is {}; write the commune "
                     "if it is known.",
                     place.text, nameOf(place, asOf, gazetteer));
}

LocalText groundElsewhereDoubt(const Place& named, const std::vector<gazetteer::UnitIndex>& found,
                               std::optional<double> km, bool isApproximate, Date asOf,
                               const gazetteer::Gazetteer& gazetteer) {
    const std::string name = nameOf(named, asOf, gazetteer);
    const std::string there = namesOf(found, asOf, gazetteer);
    const LocalText far =
        km ? localText(", cách giữa {} khoảng {} km", ", about {1} km from the middle of {0}", name,
                       numberText(*km, *km < 10 ? 1 : 0))
           : LocalText();
    if (isApproximate)
        return localText(
            "Dòng này ghi {}, nhưng theo ranh giới gần đúng thì tọa độ nằm ở {}{}; hãy "
            "xem lại tên hoặc tọa độ.",
            "The row says {}, but by approximate borders its coordinates lie in {}{}; "
            "check the name or the coordinates.",
            name, there, far);
    return localText("Dòng này ghi {}, nhưng tọa độ nằm ở {}{}; hãy xem lại tên hoặc tọa độ.",
                     "The row says {}, but its coordinates lie in {}{}; check the name or the "
                     "coordinates.",
                     name, there, far);
}

LocalText groundNearDoubt(const std::string& ground, const std::vector<gazetteer::UnitIndex>& units,
                          Date asOf, const gazetteer::Gazetteer& gazetteer) {
    return localText("Vị trí {} có thể thuộc {}; hãy ghi tên xã, hoặc nhập ranh giới bằng 'terroir "
                     "boundaries import'.",
                     "The position {} may lie in {}; write the commune, or import boundaries with "
                     "'terroir boundaries import'.",
                     ground, namesOf(units, asOf, gazetteer));
}

LocalText unreadBesideGroundDoubt(const std::string& written, const Place& found, Date asOf,
                                  const gazetteer::Gazetteer& gazetteer) {
    if (hasReason(found, "approximate"))
        return localText("Không tìm thấy '{}' ngày {}; dòng này được đặt theo tọa độ và ranh giới "
                         "gần đúng ở {}; hãy xem lại tên.",
                         "'{}' is not clear on {}; the row was put on {} by its coordinates and "
                         "approximate borders; check the name.",
                         written, dayText(asOf), nameOf(found, asOf, gazetteer));
    return localText("Không tìm thấy '{}' ngày {}; dòng này được đặt theo tọa độ ở {}; hãy xem lại "
                     "tên.",
                     "'{}' is not clear on {}; the row was put on {} by its coordinates; check the "
                     "name.",
                     written, dayText(asOf), nameOf(found, asOf, gazetteer));
}

LocalText emptyCellRefusal(const std::string& column) {
    return localText("Ô '{}' trống và dòng này không ghi địa điểm nào khác; hãy ghi xã, huyện "
                     "hoặc tỉnh.",
                     "The cell '{}' is empty and nothing else says where this row is; write the "
                     "commune, district or province.",
                     column);
}

LocalText noGroupRefusal() {
    return localText("Dòng này không nằm dưới địa danh nào như các dòng khác và không ghi địa "
                     "điểm; hãy ghi xã, huyện hoặc tỉnh.",
                     "The row stands under no place as the other rows do and names none; write "
                     "the commune, district or province.");
}

LocalText groundNowhereRefusal(const std::string& ground) {
    return localText("Vị trí {} không nằm trong đơn vị hành chính nào của Việt Nam; hãy xem lại "
                     "tọa độ và hệ tọa độ.",
                     "The position {} lies in no administrative unit of Vietnam; check the "
                     "coordinates and their system.",
                     ground);
}

LocalText wholeUnitsRemark(std::size_t rows) {
    return localText("Hình của {} dòng là cả đơn vị hành chính mà dòng nêu, nên không được giữ làm "
                     "vùng riêng.",
                     "The shapes of {} rows are those of the whole units that the rows name, and "
                     "are not kept as zones of their own.",
                     rows);
}

LocalText approximateRemark(std::size_t rows) {
    const LocalText counted = rows == 1
                                  ? localText("1 dòng", "The commune of 1 row was")
                                  : localText("{} dòng", "The communes of {} rows were", rows);
    return localText("Xã của {} được lấy theo tọa độ trên ranh giới gần đúng, vì chưa có ranh giới "
                     "thật của ngày ấy; gần ranh giới có thể là xã bên cạnh. Nhập ranh giới thật "
                     "bằng 'terroir boundaries import'.",
                     "{} taken by coordinates on approximate borders, since there are none of that "
                     "day; near a border it may be the next commune. Import borders with 'terroir "
                     "boundaries import'.",
                     counted);
}

LocalText territoryRemark(const std::string& territory, std::size_t rows) {
    return localText("Bảng không ghi địa điểm: {} dòng được đặt ở địa bàn '{}'.",
                     "The table names no place: {} rows were put on the territory '{}'.", rows,
                     territory);
}

} // namespace terroir::records

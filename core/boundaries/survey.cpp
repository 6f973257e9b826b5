#include "core/boundaries/survey.hpp"

#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/geometry/projection.hpp"

#include <fmt/ranges.h>

namespace terroir::boundaries {

using geometry::Box;

namespace {

/// "01/05/2013 – 30/06/2025, 01/07/2025 – ": an open end is left out.
LocalText periodsOf(const std::vector<DayFit>& fits) {
    LocalText all;
    for (const DayFit& fit : fits)
        all = localText("{}{}{} – {}", "{}{}{} – {}", all, all.vi.empty() ? "" : ", ",
                        dayText(fit.period.from), dayText(fit.period.to.previousDay()));
    return all;
}

LocalText matching(const DayFit& fit) {
    return localText("{} trên {} khớp mã và tên", "{} of {} match by code and name", fit.byCode,
                     fit.sightings);
}

/// What speaks against a day, as far as it is much.
LocalText against(const DayFit& fit) {
    LocalText text = matching(fit);
    if (10 * fit.areasOff > fit.areas)
        text = localText("{}, {} trong số đó lệch hơn 5 % so với diện tích của đơn vị",
                         "{}, {} of these differ from the area of the unit by more than 5 %", text,
                         fit.areasOff);
    return text;
}

} // namespace

void Survey::add(geometry::PolygonReader& reader, const LayerFields& fields,
                 const std::function<void()>& seen) {
    geometry::PolygonFeature feature;
    while (reader.next(feature)) {
        if (!fields.isMeant(feature))
            continue;
        Sighting sighting{mentionOf(feature, fields, m_level), geometry::boxOf(feature.shape),
                          geometry::ellipsoidalAreaKm2(feature.shape)};
        const Key key{sighting.mention.code, nameKey(sighting.mention.name)};
        const auto [at, isNew] = key.first.empty() ? std::pair(m_byCode.end(), true)
                                                   : m_byCode.try_emplace(key, m_sightings.size());
        if (isNew) {
            m_sightings.push_back(std::move(sighting));
        } else {
            m_sightings[at->second].box.expand(sighting.box);
            m_sightings[at->second].areaKm2 += sighting.areaKm2;
        }
        seen();
    }
    reader.rewind();
}

const Box& Survey::boxOf(const Mention& mention, const Box& own) const {
    const auto found = m_byCode.find({mention.code, nameKey(mention.name)});
    return found == m_byCode.end() ? own : m_sightings[found->second].box;
}

FoundDay dayOf(const Survey& survey, const LayerDay& days, std::optional<Date> said,
               const LayerName& name) {
    const auto& [file, layer, crs] = name;
    const std::vector<Sighting>& sightings = survey.sightings();
    const auto refuse = [&, where = file](const LocalText& sentence) {
        throw InputError(where, 0, "", sentence);
    };
    if (3 * days.elsewhere().size() > sightings.size()) {
        const Sighting& first = sightings[days.elsewhere().front()];
        refuse(localText(
            "{} trên {} đa giác của lớp '{}' nằm xa đơn vị của chúng, ví dụ '{}' ở kinh độ {:.3f}, "
            "vĩ độ {:.3f}; hệ tọa độ ghi trong lớp là {}, hãy kiểm tra xem có đúng không (múi và "
            "kinh tuyến trục VN-2000 của tỉnh, thứ tự x y), đặt lại trong QGIS rồi nhập lại.",
            "{} of {} polygons of the layer '{}' lie away from their units, such as '{}' at "
            "longitude {:.3f}, latitude {:.3f}; the layer says the coordinate system {}: check it "
            "(the VN-2000 zone and meridian of the province, the order of x and y), set it again "
            "in QGIS and import again.",
            days.elsewhere().size(), sightings.size(), layer, label(first.mention),
            (first.box.minX + first.box.maxX) / 2, (first.box.minY + first.box.maxY) / 2, crs));
    }
    const auto& best = days.best();
    const bool isFound = !best.empty() && best[0].isPlausible();
    const bool isClear = isFound && best.size() == 1;
    const LocalText units = inWords(survey.level());
    const LocalText times = periodsOf(best);
    const LocalText proposal =
        !isFound ? LocalText()
        : isClear
            ? localText("Đây là các đơn vị của ngày {} ({}): hãy ghi --valid-from {}.",
                        "These are the units of {} ({}): say --valid-from {}.",
                        dayText(best[0].day()), matching(best[0]), dayText(best[0].day()))
            : localText("Đây là các đơn vị của một trong các thời kỳ {} ({}): hãy ghi --valid-from "
                        "một ngày trong thời kỳ đúng, như {}.",
                        "These are the units of one of the times {} ({}): say --valid-from with a "
                        "day of the right one, such as {}.",
                        times, matching(best[0]), dayText(best.back().day()));
    const LocalText look =
        localText("Hãy kiểm tra trường mã, trường tên và cấp (--code, --name, --level).",
                  "Check the fields of code and name and the level (--code, --name, --level).");
    if (said) {
        const DayFit fit = days.fitOn(*said);
        const bool isBetter = isFound && best[0].isBetterThan(fit);
        const bool isNearer = !best.empty() && best[0].isBetterThan(fit);
        const LocalText nearest =
            !isNearer ? LocalText()
                      : localText("Gần nhất là ngày {}: {}. {}", "The nearest day is {}: {}. {}",
                                  dayText(best.back().day()), against(best.back()), look);
        if (3 * fit.unmatched() > fit.sightings || (!fit.isPlausible() && isBetter))
            refuse(localText("lớp '{}' không phải là các {} của ngày {}: {}. {}",
                             "the layer '{}' does not show the {} units of {}: {}. {}", layer,
                             units, dayText(*said), against(fit),
                             isBetter   ? proposal
                             : isNearer ? nearest
                                        : look));
        return {*said, isBetter ? proposal : LocalText()};
    }
    if (isClear)
        return {best[0].day(), {}};
    if (!isFound)
        refuse(
            localText("không rõ lớp '{}' là các {} của ngày nào{}; hãy ghi ngày (--valid-from). {}",
                      "it is not clear of which day the {1} units of the layer '{0}' are{2}; say "
                      "the day (--valid-from). {3}",
                      layer, units,
                      best.empty() ? LocalText()
                                   : localText(": ngày {} gần nhất, {}", ": {} is nearest, {}",
                                               dayText(best[0].day()), against(best[0])),
                      look));
    refuse(localText("lớp '{}' hợp với các {} của nhiều thời kỳ như nhau ({}: {}); hãy ghi ngày "
                     "của lớp (--valid-from).",
                     "the layer '{}' fits the {} units of several times equally ({}: {}); say of "
                     "which day it is (--valid-from).",
                     layer, units, times, matching(best[0])));
    return {};
}

} // namespace terroir::boundaries

#include "core/boundaries/system_proposal.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/boundaries/layer_fields.hpp"
#include "core/boundaries/unit_point.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/system_trial.hpp"
#include "core/geometry/vn2000.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::UnitIndex;
using geometry::Box;
using geometry::MultiPolygon;
using geometry::Point;
using geometry::SystemFit;

namespace {

constexpr std::size_t enoughFeatures = 60;
constexpr double minMetres = 1000; ///< numbers below are degrees
constexpr double marginKm = 3;     ///< of a unit's point beyond the size of the unit

/// A feature whose unit is told by its attributes alone.
struct Named {
    MultiPolygon inFile;
    std::vector<UnitIndex> units;
};

class Sample {
public:
    Sample(const Gazetteer& gazetteer, const geometry::LayerPlace& place,
           const ImportOptions& options)
        : m_gazetteer(gazetteer) {
        for (UnitIndex unit = 0; unit < gazetteer.units().size(); ++unit)
            m_byName[nameKey(gazetteer.unit(unit).name)].push_back(unit);
        geometry::PolygonReader reader(place.file, place.layer, geometry::asWritten);
        for (const LayerFields& fields : findFields(reader, place.file.string(), options)) {
            std::vector<Level> levels = fields.levels;
            if (options.level)
                levels = {*options.level};
            else if (const auto level = levelByCodes(reader, fields))
                levels = {*level};
            read(reader, fields, levels);
        }
    }

    const std::vector<Named>& features() const { return m_features; }

    std::vector<geometry::TriedPlace> places() const {
        std::vector<geometry::TriedPlace> places;
        for (const Named& feature : m_features) {
            const Box box = geometry::boxOf(feature.inFile);
            geometry::TriedPlace place;
            place.inFile = {(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2};
            // Metres of the file; a unit's point may lie anywhere in it.
            place.reachKm = std::hypot(box.width(), box.height()) / 2000 + marginKm;
            for (const UnitIndex unit : feature.units)
                if (const auto point = pointOf(m_gazetteer, unit))
                    place.mayLieAt.push_back({point->lon, point->lat});
            places.push_back(std::move(place));
        }
        return places;
    }

private:
    void read(geometry::PolygonReader& reader, const LayerFields& fields,
              const std::vector<Level>& levels) {
        reader.rewind();
        geometry::PolygonFeature feature;
        while (m_features.size() < enoughFeatures && reader.next(feature)) {
            if (!fields.isMeant(feature) || feature.shape.empty())
                continue;
            std::vector<UnitIndex> units = unitsOf(feature, fields, levels);
            if (!units.empty())
                m_features.push_back({std::move(feature.shape), std::move(units)});
        }
    }

    std::vector<UnitIndex> unitsOf(const geometry::PolygonFeature& feature,
                                   const LayerFields& fields,
                                   const std::vector<Level>& levels) const {
        std::vector<UnitIndex> units;
        for (const Level level : levels) {
            const Mention mention = mentionOf(feature, fields, level);
            std::vector<UnitIndex> named;
            for (const std::string& key : nameKeys(mention.name))
                if (const auto found = m_byName.find(key); found != m_byName.end())
                    named.insert(named.end(), found->second.begin(), found->second.end());
            const std::vector<UnitIndex> coded = mention.code.empty()
                                                     ? std::vector<UnitIndex>()
                                                     : m_gazetteer.versions(mention.code);
            std::vector<UnitIndex> both;
            for (const UnitIndex unit : coded)
                if (mention.name.empty() ||
                    std::find(named.begin(), named.end(), unit) != named.end())
                    both.push_back(unit);
            for (const UnitIndex unit : both.empty() && coded.empty() ? named : both)
                if (m_gazetteer.unit(unit).level == level)
                    units.push_back(unit);
        }
        return units;
    }

    const Gazetteer& m_gazetteer;
    std::unordered_map<std::string, std::vector<UnitIndex>> m_byName;
    std::vector<Named> m_features;
};

double median(std::vector<double> values) {
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// How far the features lie from the imported polygons of their units, in metres: the median of the
/// corners of their boxes in the plane. Empty without any such polygon.
std::optional<double> offsetOf(const Sample& sample, const std::string& crs,
                               const OfficialShape& official) {
    const geometry::Transform toPlane("EPSG:4326", crs);
    std::vector<double> offsets;
    for (const Named& feature : sample.features()) {
        const Box written = geometry::boxOf(feature.inFile);
        std::optional<double> nearest;
        for (const UnitIndex unit : feature.units) {
            MultiPolygon shape = official(unit);
            if (shape.empty())
                continue;
            toPlane.apply(shape);
            const Box box = geometry::boxOf(shape);
            const double away = (std::hypot(box.minX - written.minX, box.minY - written.minY) +
                                 std::hypot(box.maxX - written.maxX, box.maxY - written.maxY)) /
                                2;
            nearest = std::min(away, nearest.value_or(away));
        }
        if (nearest)
            offsets.push_back(*nearest);
    }
    return offsets.empty() ? std::nullopt : std::optional(median(std::move(offsets)));
}

LocalText sayCrs(const std::string& option) {
    return localText("--crs \"{}\"", "--crs \"{}\"", option);
}

/// What the imported polygons say of the datum.
LocalText datumSentence(const Sample& sample, const SystemFit& fit, const OfficialShape& official) {
    const auto meridian = geometry::meridianOf(fit.crs);
    if (!meridian)
        return localText("Nếu đúng, hãy ghi {}.", "If that is right, say {}.", sayCrs(fit.option));
    const auto shifted = offsetOf(sample, fit.crs, official);
    const auto plain = offsetOf(sample, geometry::vn2000WithoutShift(*meridian), official);
    const std::string local = "vn2000-noi-bo:" + geometry::meridianText(*meridian);
    if (!shifted || !plain)
        return localText(
            "Nếu đúng, hãy ghi {}; nếu tọa độ chưa tính chuyển từ WGS 84 (\"VN-2000 nội bộ\") thì "
            "lệch 200–300 m và phải ghi {}.",
            "If that is right, say {}; if the coordinates were made of WGS 84 without the shift of "
            "the datum, this is 200 to 300 m off, and it is {}.",
            sayCrs(fit.option), sayCrs(local));
    const bool isLocal = *plain < *shifted;
    const double best = std::min(*plain, *shifted), other = std::max(*plain, *shifted);
    if (other < 2 * best)
        return localText("So với ranh giới đã nhập, hai cách tính chuyển lệch {:.0f} m và {:.0f} m "
                         "nên không phân biệt được; hãy ghi {} hoặc {}.",
                         "Against the imported boundaries the two readings of the datum are {:.0f} "
                         "m and {:.0f} m off and cannot be told apart; say {} or {}.",
                         *shifted, *plain, sayCrs(fit.option), sayCrs(local));
    return localText("So với ranh giới đã nhập lệch {:.0f} m (cách tính chuyển kia: {:.0f} m); hãy "
                     "ghi {}.",
                     "Against the imported boundaries it is {:.0f} m off (the other reading of the "
                     "datum: {:.0f} m); say {}.",
                     best, other, sayCrs(isLocal ? local : fit.option));
}

} // namespace

LocalText proposedSystem(const Gazetteer& gazetteer, const geometry::LayerPlace& place,
                         const ImportOptions& options, const OfficialShape& official) {
    try {
        const Sample sample(gazetteer, place, options);
        if (sample.features().empty() ||
            geometry::boxOf(sample.features().front().inFile).maxX < minMetres)
            return {};
        const auto fits = geometry::fittingSystems(sample.places());
        if (fits.empty())
            return {};
        if (fits.size() == 1)
            return localText("Thử các kinh tuyến trục theo tên đơn vị, hợp nhất là {}. {}",
                             "Of the central meridians, tried by the names of the units, this fits "
                             "best: {}. {}",
                             fits[0].figure(), datumSentence(sample, fits[0], official));
        LocalText several;
        for (const SystemFit& fit : fits)
            several = several.en.empty()
                          ? localText("{} ({})", "{} ({})", fit.figure(), sayCrs(fit.option))
                          : localText("{}; {} ({})", "{}; {} ({})", several, fit.figure(),
                                      sayCrs(fit.option));
        return localText("Thử theo tên đơn vị, hợp như nhau là: {}; hãy ghi hệ đúng.",
                         "Tried by the names of the units, these fit alike: {}; say the right one.",
                         several);
    } catch (const Error&) {
        return {}; // what is wrong with the layer is said by who asked
    }
}

} // namespace terroir::boundaries

#include "core/boundaries/layer_group.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using geometry::LayerPlace;
using geometry::PolygonReader;

namespace {

/// "FILE: layer", as far as it is needed to tell the layer from the others.
std::string nameOf(const FoundLayer& layer) {
    std::string name =
        layer.place.isAlone ? layer.place.file.filename().string() : layer.place.layer;
    if (!layer.fields.levelValue.empty())
        name += " " + layer.fields.levelField + "=" + layer.fields.levelValue;
    return name;
}

/// One layer for each level that its fields tell.
std::vector<FoundLayer> readLayer(const LayerPlace& place, const ImportOptions& options) {
    PolygonReader reader(place.file, place.layer, options.crs);
    const std::string file = place.file.string();
    std::vector<FoundLayer> layers;
    for (LayerFields& fields : findFields(reader, file, options)) {
        if (options.level)
            fields.levels = {*options.level};
        else if (fields.levels.size() > 1 && fields.levelField.empty())
            if (const auto level = levelByCodes(reader, fields))
                fields.levels = {*level};
        layers.push_back({place, fields, reader.crs(), options.crs, reader.count()});
    }
    return layers;
}

/// Files of one unit or one province each are one layer that was cut up.
bool belongTogether(const FoundLayer& a, const FoundLayer& b) {
    return a.place.isAlone && b.place.isAlone && a.fields.code == b.fields.code &&
           a.fields.name == b.fields.name && a.fields.levels == b.fields.levels &&
           a.fields.levelValue == b.fields.levelValue;
}

/// Finds level and day of a group.
class GroupSurvey {
public:
    GroupSurvey(const Gazetteer& gazetteer, std::vector<FoundLayer> layers,
                const ImportOptions& options, const std::function<void()>& seen)
        : m_gazetteer(gazetteer), m_layers(std::move(layers)), m_said(options.validFrom),
          m_seen(seen) {
        const FoundLayer& first = m_layers.front();
        m_name = {first.place.file.string(), first.place.layer, first.crs};
    }

    LayerGroup run() {
        const std::vector<Level>& levels = m_layers.front().fields.levels;
        if (levels.size() == 1)
            requireUnits(levels[0]);
        std::vector<Survey> surveys;
        std::vector<LayerDay> days;
        for (const Level level : levels) {
            Survey& survey = surveys.emplace_back(level);
            for (const FoundLayer& layer : m_layers) {
                PolygonReader reader = layer.open();
                survey.add(reader, layer.fields, m_seen);
            }
            days.emplace_back(m_gazetteer, level, survey.sightings());
        }
        const std::size_t chosen = levels.size() == 1 ? 0 : levelThatFits(days);
        LayerReport report;
        report.layer = nameOf(m_layers.front());
        if (m_layers.size() > 1)
            report.layer += fmt::format(" (+{})", m_layers.size() - 1);
        report.layout = m_layers.front().fields.layout;
        report.level = levels[chosen];
        FoundDay found = dayOf(surveys[chosen], days[chosen], m_said, m_name);
        report.day = found.day;
        report.doubt = std::move(found.doubt);
        report.isDayFound = !m_said;
        return {std::move(m_layers), std::move(surveys[chosen]), std::move(report)};
    }

private:
    void requireUnits(Level level) const {
        if (m_said && m_gazetteer.unitsAt(level, *m_said).empty())
            throw InputError(m_name.file, 0, "",
                             localText("không có {} nào có hiệu lực vào ngày {}; hãy ghi ngày của "
                                       "các đơn vị trong lớp (--valid-from) hoặc --level khác.",
                                       "there is no {} in force on {}; name the day whose units "
                                       "the layer shows (--valid-from) or another --level.",
                                       inWords(level), m_said->toString()));
    }

    /// The one whose units explain the layer best.
    std::size_t levelThatFits(const std::vector<LayerDay>& days) const {
        std::vector<DayFit> fits;
        for (const LayerDay& day : days)
            fits.push_back(m_said               ? day.fitOn(*m_said)
                           : day.best().empty() ? DayFit()
                                                : day.best().front());
        const auto best =
            std::max_element(fits.begin(), fits.end(),
                             [](const DayFit& a, const DayFit& b) { return b.isBetterThan(a); });
        const bool isOnly = std::count_if(fits.begin(), fits.end(), [&](const DayFit& fit) {
                                return !best->isBetterThan(fit);
                            }) == 1;
        if (!isOnly || 3 * best->unmatched() > best->sightings)
            throw InputError(
                m_name.file, 0, "",
                localText("mã và tên trong lớp '{}' không cho biết cấp đơn vị; hãy chỉ "
                          "rõ (--level province, district hoặc commune).",
                          "the codes and names of the layer '{}' do not tell its "
                          "level; name it (--level province, district or commune).",
                          m_name.layer));
        return std::size_t(best - fits.begin());
    }

    const Gazetteer& m_gazetteer;
    std::vector<FoundLayer> m_layers;
    std::optional<Date> m_said;
    const std::function<void()>& m_seen;
    LayerName m_name;
};

} // namespace

LayerSet findLayers(const Gazetteer& gazetteer, const std::filesystem::path& file,
                    const ImportOptions& options, const OfficialShape& official,
                    const Progress& progress) {
    std::vector<LayerPlace> places = geometry::polygonLayers(file);
    if (!options.layer.empty())
        std::erase_if(places,
                      [&](const LayerPlace& place) { return place.layer != options.layer; });
    if (places.empty())
        places = {{file, options.layer, false}}; // it says which there are
    LayerSet set;
    std::vector<std::vector<FoundLayer>> together;
    std::size_t total = 0, seen = 0;
    const auto attempt = [&](const std::string& name, const LayerPlace& place, auto&& work) {
        try {
            work();
        } catch (const InputError& refusal) {
            LocalText sentence = refusal.text();
            if (const LocalText system = proposedSystem(gazetteer, place, options, official);
                !system.en.empty())
                sentence = localText("{} {}", "{} {}", sentence, system);
            if (places.size() == 1)
                throw InputError(sentence);
            LayerReport report;
            report.layer = name;
            report.refusal = std::move(sentence);
            set.refused.push_back(std::move(report));
        }
    };
    for (const LayerPlace& place : places)
        attempt(place.isAlone ? place.file.filename().string() : place.layer, place, [&] {
            for (FoundLayer& layer : readLayer(place, options)) {
                total += layer.count * layer.fields.levels.size();
                const auto same =
                    std::find_if(together.begin(), together.end(), [&](const auto& others) {
                        return belongTogether(others.front(), layer);
                    });
                if (same == together.end())
                    together.push_back({std::move(layer)});
                else
                    same->push_back(std::move(layer));
            }
        });
    const std::function<void()> count = [&] {
        if (progress && !progress(double(++seen) / double(total + 1),
                                  {"đang xem lớp là của ngày nào", "finding the day of the layer"}))
            throw Error(cancelled());
    };
    for (std::vector<FoundLayer>& layers : together)
        attempt(nameOf(layers.front()), LayerPlace(layers.front().place), [&] {
            set.groups.push_back(GroupSurvey(gazetteer, std::move(layers), options, count).run());
        });
    if (set.groups.empty())
        throw InputError(set.refused.front().refusal);
    return set;
}

LocalText cancelled() {
    return {"Việc nhập đã bị hủy; ranh giới vẫn như cũ.",
            "The import was cancelled; the boundaries are as they were."};
}

} // namespace terroir::boundaries

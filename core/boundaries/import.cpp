#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/detail.hpp"
#include "core/boundaries/layer_group.hpp"
#include "core/geometry/overlap.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"
#include "core/geometry/vector_file.hpp"
#include "core/store/workspace_file.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace terroir::boundaries {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::UnitIndex;
using geometry::MultiPolygon;
using geometry::PolygonFeature;
using geometry::PolygonReader;

namespace {

constexpr double minOverlapKm2 = 0.01;

// Of the time that an import takes; the rest goes into the levels of detail.
constexpr double surveyEnd = 0.15, takeEnd = 0.85;
constexpr double readShare = 0.4; ///< of taking a layer; the rest looks for overlaps

/// Takes the layers of one group; the caller holds the transaction.
class Importer {
public:
    Importer(store::WorkspaceFile& workspace, const Gazetteer& gazetteer, const LayerGroup& group,
             ImportResult& result, const Progress& progress)
        : m_database(workspace.database()), m_gazetteer(gazetteer), m_group(group),
          m_level(group.report.level), m_date(group.report.day),
          m_matcher(gazetteer, m_level, m_date), m_result(result), m_progress(progress),
          m_insert(m_database.prepare(
              "INSERT OR REPLACE INTO boundary(unit, file, imported, layer, day, crs, geom) "
              "VALUES(?, ?, ?, ?, ?, ?, CastToMultiPolygon(GeomFromWKB(?, 4326)))")),
          m_select(m_database.prepare("SELECT AsBinary(geom) FROM boundary WHERE unit=?")),
          m_held(m_database.prepare("SELECT 1 FROM boundary WHERE unit=?")) {
        for (const FoundLayer& layer : group.layers)
            m_count += layer.count;
    }

    /// How many units got a polygon.
    std::size_t run() {
        bool anyPolygon = false;
        for (const FoundLayer& layer : m_group.layers)
            anyPolygon = take(layer) || anyPolygon;
        const FoundLayer& first = m_group.layers.front();
        if (!anyPolygon)
            throw InputError(
                first.place.file.string(), 0, "",
                localText(
                    "lớp '{}' không có đa giác nào; hãy dùng lớp có vùng của các đơn vị.",
                    "the layer '{}' holds no polygons; give the layer with the areas of units.",
                    first.place.layer));
        if (m_taken.empty())
            throw InputError(
                first.place.file.string(), 0, "",
                localText("không đa giác nào khớp với một đơn vị, nên không có ranh giới nào được "
                          "nhập; hãy xem lại --code, --name, --level và --valid-from.",
                          "no polygon matches a unit, so no boundary was taken; check --code, "
                          "--name, --level and --valid-from."));
        reportPadded();
        reportUnconfirmed();
        findOverlaps();
        for (const UnitIndex unit : unitsWithout())
            m_result.unitsWithout.push_back(unit);
        return m_taken.size();
    }

    /// How many of them had one before, of another layer.
    std::size_t replaced() const { return m_replaced; }

private:
    struct Taken {
        long long feature = 0;
        Matched how = Matched::No;
        double minY = 0;
    };

    /// Whether it has any polygon.
    bool take(const FoundLayer& layer) {
        PolygonReader reader = layer.open();
        m_layer = &layer;
        PolygonFeature feature;
        bool anyPolygon = false;
        while (reader.next(feature)) {
            report(readShare * double(m_read) / double(std::max<std::size_t>(1, m_count)),
                   {"đang đọc đa giác", "reading polygons"});
            if (!layer.fields.isMeant(feature))
                continue;
            ++m_read;
            ++m_result.read;
            anyPolygon = anyPolygon || !feature.shape.empty();
            take(feature);
        }
        return anyPolygon;
    }

    void report(double share, const LocalText& what) const {
        if (m_progress && !m_progress(share, what))
            throw Error(cancelled());
    }

    static Issue issue(long long feature, std::string code, std::string name, std::string kind,
                       LocalText sentence) {
        return {Severity::Warning, std::move(kind), std::move(code), std::move(sentence), {}, {},
                feature,           std::move(name)};
    }

    void addIssue(const PolygonFeature& feature, const Mention& mention, std::string kind,
                  LocalText sentence) {
        m_result.issues.push_back(
            issue(feature.id, mention.code, mention.name, std::move(kind), std::move(sentence)));
    }

    std::string describe(UnitIndex unit) const { return m_gazetteer.describe(unit, m_date); }

    Mention mentionOf(const PolygonFeature& feature) {
        Mention mention = boundaries::mentionOf(feature, m_layer->fields, m_level);
        if (const std::string written = attribute(feature, m_layer->fields.code);
            written != mention.code && m_padded++ == 0)
            m_firstPadded = issue(feature.id, written, mention.name, "code-padded", {});
        return mention;
    }

    void take(PolygonFeature& feature) {
        // terroir's own layers say what their polygons are: cells must not come back as official.
        if (const std::string origin = attribute(feature, "boundary");
            origin == "gần đúng" || origin == "approximate")
            throw InputError(
                m_layer->place.file.string(), 0, "boundary",
                localText("lớp '{}' chứa các vùng gần đúng do terroir vẽ, không phải ranh giới "
                          "chính thức; hãy nhập đa giác từ nguồn chính thức.",
                          "the layer '{}' holds approximate cells that terroir has drawn, not "
                          "official boundaries; import polygons of an official source.",
                          m_layer->place.layer));
        const Mention mention = mentionOf(feature);
        bool repaired = false;
        MultiPolygon shape;
        try {
            shape = geometry::madeValid(feature.shape, repaired);
        } catch (const GeometryError& error) {
            addIssue(feature, mention, "tangled",
                     localText("Bỏ qua '{}': {}; hãy vẽ lại rồi nhập lại.",
                               "'{}' was left out: {}; draw it and import again.", label(mention),
                               error.text()));
            return;
        }
        if (shape.empty()) {
            addIssue(feature, mention, "no-polygon",
                     localText("'{}' không có đa giác nào có diện tích; hãy vẽ lại rồi nhập lại.",
                               "'{}' has no polygon with an area; draw it and import again.",
                               label(mention)));
            return;
        }
        const UnitMatch match =
            m_matcher.match(mention, m_group.survey.boxOf(mention, geometry::boxOf(shape)));
        if (match.how == Matched::Elsewhere) {
            addIssue(feature, mention, "elsewhere",
                     localText("Bỏ qua '{}': {}; hãy kiểm tra mã, tên và hệ tọa độ.",
                               "'{}' was left out: {}; check code, name and coordinate system.",
                               label(mention), match.reason));
            return;
        }
        if (match.how == Matched::No) {
            addIssue(feature, mention, "unmatched",
                     localText("Bỏ qua '{}': {}; hãy kiểm tra mã và tên, và xem lớp có phải là các "
                               "đơn vị của ngày {} không.",
                               "'{}' was left out: {}; check its code and name, and whether the "
                               "layer shows the units of {}.",
                               label(mention), match.reason, dayText(m_date)));
            return;
        }
        if (match.how == Matched::ByName && !m_layer->fields.code.empty())
            addIssue(feature, mention, "name-differs",
                     localText("'{}' được nhận theo tên là {} ({}): {}; hãy sửa mã.",
                               "'{}' was taken as {} ({}) by its name: {}; correct the code.",
                               label(mention), describe(match.unit),
                               m_gazetteer.unit(match.unit).code, match.reason));
        if (repaired) {
            ++m_result.repaired;
            addIssue(feature, mention, "repaired",
                     localText("Đa giác của '{}' tự cắt hoặc chưa khép kín nên đã được sửa; hãy "
                               "xem lại trên bản đồ.",
                               "The polygon of '{}' crossed itself or was not closed and was "
                               "repaired; look at it on the map.",
                               label(mention)));
        }
        if (mention.name.empty())
            ++m_unconfirmed;
        keep(feature, mention, match, std::move(shape));
    }

    /// Several features for one unit: parts are put together when each names it by code; a match by
    /// name never joins or replaces one by code.
    void keep(const PolygonFeature& feature, const Mention& mention, const UnitMatch& match,
              MultiPolygon shape) {
        const auto before = m_taken.find(match.unit);
        if (before != m_taken.end()) {
            const bool united =
                match.how == Matched::ByCode && before->second.how == Matched::ByCode;
            const bool replaced = match.how == Matched::ByCode && !united;
            addIssue(
                feature, mention, "duplicate",
                localText(
                    "'{}' và đối tượng {} đều là {}; {}.", "'{}' and feature {} are both {}; {}.",
                    label(mention), before->second.feature, describe(match.unit),
                    united ? localText("hai đa giác đã được ghép lại, hãy kiểm tra xem có đúng là "
                                       "các phần của một đơn vị không",
                                       "their polygons were put together, check that they are "
                                       "parts of one unit")
                    : replaced
                        ? localText(
                              "giữ đối tượng này vì mã cũng khớp, hãy sửa đối tượng kia",
                              "this one was kept because its code agrees too, correct the other")
                        : localText("bỏ đối tượng này vì chỉ có tên khớp, hãy sửa mã",
                                    "this one was left out because only its name agrees, correct "
                                    "its code")));
            if (!united && !replaced)
                return;
            if (united) {
                const MultiPolygon both[] = {read(match.unit), std::move(shape)};
                shape = geometry::unionOf(both);
            }
        }
        if (before == m_taken.end() && isHeld(match.unit))
            ++m_replaced;
        m_taken[match.unit] = {feature.id, match.how, geometry::boxOf(shape).minY};
        m_insert.bind(1, m_gazetteer.unit(match.unit).uid)
            .bind(2, m_layer->place.file.filename().string())
            .bind(3, Date::today().toString())
            .bind(4, m_layer->place.layer)
            .bind(5, m_date.toString())
            .bind(6, m_layer->crs)
            .bindBlob(7, geometry::toWkb(shape))
            .run();
    }

    bool isHeld(UnitIndex unit) {
        m_held.bind(1, m_gazetteer.unit(unit).uid);
        const bool is = m_held.step();
        m_held.reset();
        return is;
    }

    MultiPolygon read(UnitIndex unit) {
        m_select.bind(1, m_gazetteer.unit(unit).uid);
        MultiPolygon shape = m_select.step() ? geometry::fromWkb(m_select.view(0)) : MultiPolygon();
        m_select.reset();
        return shape;
    }

    void reportPadded() {
        if (m_padded == 0)
            return;
        m_firstPadded.sentence = localText(
            "{} mã ngắn hơn {} chữ số của mã cấp {} nên đã được thêm số 0 ở đầu (trường '{}' chứa "
            "số), mã đầu tiên là {}; hãy lưu mã dưới dạng văn bản.",
            "{} codes were shorter than the {} digits of a {} code and were filled up with zeros "
            "(the field '{}' holds numbers), the first is {}; keep codes as text.",
            m_padded, codeWidth(m_level), inWords(m_level), m_layer->fields.code,
            m_firstPadded.about);
        m_result.issues.push_back(m_firstPadded);
    }

    void reportUnconfirmed() {
        if (m_unconfirmed > 0)
            m_result.issues.push_back(issue(
                0, "", "", "unconfirmed",
                localText("{} đa giác không có tên và chỉ được nhận theo mã và vị trí; mã có khi "
                          "được dùng lại cho đơn vị khác, nên hãy kiểm tra vài trường hợp.",
                          "{} polygons have no name and were taken by code and place alone; codes "
                          "are used again for other units, so check some of them.",
                          m_unconfirmed)));
    }

    /// From south to north over what was kept, a shape at a time, so that a national layer fits.
    void findOverlaps() {
        std::vector<UnitIndex> order;
        for (const auto& [unit, taken] : m_taken)
            order.push_back(unit);
        std::sort(order.begin(), order.end(),
                  [&](UnitIndex a, UnitIndex b) { return m_taken[a].minY < m_taken[b].minY; });
        geometry::OverlapSweep sweep;
        std::vector<geometry::Overlap> found;
        for (std::size_t i = 0; i < order.size(); ++i) {
            report(readShare + (1 - readShare) * double(i) / double(order.size()),
                   {"đang tìm chỗ chồng nhau", "looking for overlaps"});
            sweep.add(order[i], read(order[i]), found);
            for (const geometry::Overlap& overlap : found)
                reportOverlap(UnitIndex(overlap.first), UnitIndex(overlap.second),
                              geometry::ellipsoidalAreaKm2(overlap.shape));
            found.clear();
        }
    }

    void reportOverlap(UnitIndex first, UnitIndex second, double km2) {
        if (km2 <= minOverlapKm2)
            return;
        const auto& unit = m_gazetteer.unit(first);
        m_result.issues.push_back(issue(
            m_taken[first].feature, unit.code, unit.name, "overlap",
            localText("{} ({}) và {} ({}) chồng nhau {:.2f} km²; cả hai được giữ nguyên, hãy hỏi "
                      "nơi cung cấp xem ranh giới nào đúng.",
                      "{} ({}) and {} ({}) overlap on {:.2f} km²; both are kept as they are, ask "
                      "the publisher which border is right.",
                      describe(first), unit.code, describe(second), m_gazetteer.unit(second).code,
                      km2)));
    }

    std::vector<UnitIndex> unitsWithout() {
        std::set<UnitIndex> touched;
        for (const auto& [unit, taken] : m_taken)
            touched.insert(m_matcher.provinceOf(unit));
        std::set<UnitIndex> have;
        store::Statement rows = m_database.prepare("SELECT unit FROM boundary");
        while (rows.step())
            have.insert(m_gazetteer.find(rows.view(0)));
        std::vector<UnitIndex> without;
        for (const UnitIndex unit : m_matcher.units())
            if (touched.contains(m_matcher.provinceOf(unit)) && !have.contains(unit))
                without.push_back(unit);
        return without;
    }

    store::Database& m_database;
    const Gazetteer& m_gazetteer;
    const LayerGroup& m_group;
    const FoundLayer* m_layer = nullptr; ///< the one that is read
    Level m_level;
    Date m_date;
    UnitMatcher m_matcher;
    ImportResult& m_result;
    const Progress& m_progress;
    store::Statement m_insert, m_select, m_held;
    std::map<UnitIndex, Taken> m_taken;
    Issue m_firstPadded;
    std::size_t m_count = 0, m_read = 0, m_padded = 0, m_unconfirmed = 0, m_replaced = 0;
};

/// The part of the whole from one share to another.
Progress part(const Progress& whole, double from, double to) {
    if (!whole)
        return {};
    return [&whole, from, to](double share, const LocalText& what) {
        return whole(from + (to - from) * share, what);
    };
}

} // namespace

ImportResult importBoundaries(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                              const std::filesystem::path& file, const ImportOptions& options,
                              const Progress& progress) {
    store::Statement held =
        workspace.database().prepare("SELECT AsBinary(geom) FROM boundary WHERE unit=?");
    const OfficialShape official = [&](UnitIndex unit) {
        held.bind(1, gazetteer.unit(unit).uid);
        MultiPolygon shape = held.step() ? geometry::fromWkb(held.view(0)) : MultiPolygon();
        held.reset();
        return shape;
    };
    LayerSet set = findLayers(gazetteer, file, options, official, part(progress, 0, surveyEnd));
    workspace.addBoundaryDetail();
    store::Transaction transaction(workspace.database());
    ImportResult result;
    const double step = (takeEnd - surveyEnd) / double(set.groups.size());
    double from = surveyEnd;
    for (LayerGroup& group : set.groups) {
        const Progress own = part(progress, from, from + step);
        Importer importer(workspace, gazetteer, group, result, own);
        group.report.matched = importer.run();
        group.report.replaced = importer.replaced();
        from += step;
        result.matched += group.report.matched;
        result.layers.push_back(std::move(group.report));
    }
    std::move(set.refused.begin(), set.refused.end(), std::back_inserter(result.layers));
    if (!makeDetail(workspace, gazetteer, part(progress, takeEnd, 1)))
        throw Error(cancelled());
    transaction.commit();
    return result;
}

} // namespace terroir::boundaries

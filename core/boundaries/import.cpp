#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/detail.hpp"
#include "core/boundaries/match.hpp"
#include "core/geometry/overlap.hpp"
#include "core/geometry/projection.hpp"
#include "core/geometry/topology.hpp"
#include "core/geometry/union.hpp"
#include "core/geometry/vector_file.hpp"
#include "core/store/workspace_file.hpp"

#include <fmt/ranges.h>

#include <algorithm>
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
constexpr double readShare = 0.3, overlapShare = 0.5;

// Usual field names by nameKey(). A commune layer may name its district and province too, so the
// finest come first.
const std::vector<std::string> codeNames{
    "code",    "maxa",   "maphuongxa",       "maphuong", "maxaphuong", "gso",    "magso",
    "codegso", "madvhc", "madonvihanhchinh", "ma",       "mahuyen",    "matinh", "unitcode"};
const std::vector<std::string> nameNames{
    "name", "tenxa",    "tenphuongxa", "tenphuong", "tenxaphuong", "tendvhc", "tendonvihanhchinh",
    "ten",  "fullname", "tenhuyen",    "tentinh",   "unitname"};
const std::vector<std::string> provinceNames{"matinh", "provincecode", "codeprovince", "tentinh",
                                             "tinh",   "province",     "provincename"};

struct Fields {
    std::string code, name, province; ///< empty: the layer has none
};

std::string findField(const std::vector<std::string>& fields,
                      const std::vector<std::string>& usual) {
    for (const std::string& name : usual)
        for (const std::string& field : fields)
            if (nameKey(field) == name)
                return field;
    return {};
}

/// The field named, as it is or ignoring case; else an InputError.
std::string requireField(const PolygonReader& reader, const std::string& file,
                         const std::string& field) {
    const auto& fields = reader.fields();
    if (std::find(fields.begin(), fields.end(), field) != fields.end())
        return field;
    const std::string sameKey = findField(fields, {nameKey(field)});
    if (!sameKey.empty())
        return sameKey;
    throw InputError(
        file, 0, "",
        unknownWord(localText("lớp '{}' không có trường '{}'.", "the layer '{}' has no field '{}'.",
                              reader.layer(), field),
                    field, localText("Các trường là", "The fields are"), fields));
}

Fields findFields(const PolygonReader& reader, const std::string& file,
                  const ImportOptions& options) {
    std::vector<std::string> codes = codeNames, names = nameNames;
    if (options.level == Level::District || options.level == Level::Province) {
        const std::string word = options.level == Level::District ? "huyen" : "tinh";
        codes.insert(codes.begin(), "ma" + word);
        names.insert(names.begin(), "ten" + word);
    }
    Fields fields;
    fields.code = options.codeField.empty() ? findField(reader.fields(), codes)
                                            : requireField(reader, file, options.codeField);
    fields.name = options.nameField.empty() ? findField(reader.fields(), names)
                                            : requireField(reader, file, options.nameField);
    if (fields.code.empty() && fields.name.empty())
        throw InputError(file, 0, "",
                         localText("không có trường nào của lớp '{}' giống mã hoặc tên; hãy chỉ rõ "
                                   "(--code, --name). Các trường là: {}.",
                                   "no field of the layer '{}' looks like a code or a name; name "
                                   "them (--code, --name). The fields are: {}.",
                                   reader.layer(), fmt::join(reader.fields(), ", ")));
    fields.province = findField(reader.fields(), provinceNames);
    if (fields.province == fields.code || fields.province == fields.name)
        fields.province.clear();
    return fields;
}

std::string attribute(const PolygonFeature& feature, const std::string& field) {
    const auto found = field.empty() ? feature.attributes.end() : feature.attributes.find(field);
    if (found == feature.attributes.end())
        return {};
    const std::string& value = found->second;
    const auto from = value.find_first_not_of(" \t\r\n"), to = value.find_last_not_of(" \t\r\n");
    return from == std::string::npos ? std::string() : value.substr(from, to - from + 1);
}

bool isNumber(const std::string& code) {
    return !code.empty() && code.find_first_not_of("0123456789") == std::string::npos;
}

/// By the longest code of the layer: short ones may have lost their zeros.
Level findLevel(PolygonReader& reader, const std::string& file, const std::string& codeField) {
    std::size_t longest = 0;
    PolygonFeature feature;
    reader.rewind(geometry::Take::Attributes);
    while (!codeField.empty() && reader.next(feature))
        if (const std::string code = attribute(feature, codeField); isNumber(code))
            longest = std::max(longest, code.size());
    reader.rewind(geometry::Take::Everything);
    if (longest == 0 || longest > codeWidth(Level::Commune))
        throw InputError(file, 0, "",
                         localText("mã trong lớp '{}' không cho biết cấp đơn vị; hãy chỉ rõ "
                                   "(--level province, district hoặc commune).",
                                   "the codes of the layer '{}' do not tell its level; name it "
                                   "(--level province, district or commune).",
                                   reader.layer()));
    return longest <= 2 ? Level::Province : longest == 3 ? Level::District : Level::Commune;
}

/// One run; the caller holds the transaction.
class Importer {
public:
    Importer(store::WorkspaceFile& workspace, const Gazetteer& gazetteer, PolygonReader& reader,
             std::string file, const ImportOptions& options, const Progress& progress)
        : m_database(workspace.database()), m_gazetteer(gazetteer), m_reader(reader),
          m_file(std::move(file)), m_fields(findFields(reader, m_file, options)),
          m_level(options.level ? *options.level : findLevel(reader, m_file, m_fields.code)),
          m_date(options.validFrom), m_matcher(gazetteer, m_level, m_date), m_progress(progress),
          m_insert(m_database.prepare("INSERT OR REPLACE INTO boundary(unit, file, imported, geom) "
                                      "VALUES(?, ?, ?, CastToMultiPolygon(GeomFromWKB(?, 4326)))")),
          m_select(m_database.prepare("SELECT AsBinary(geom) FROM boundary WHERE unit=?")) {
        if (m_matcher.units().empty())
            throw InputError(m_file, 0, "",
                             localText("không có {} nào có hiệu lực vào ngày {}; hãy ghi ngày của "
                                       "các đơn vị trong lớp (--valid-from) hoặc --level khác.",
                                       "there is no {} in force on {}; name the day whose units "
                                       "the layer shows (--valid-from) or another --level.",
                                       inWords(m_level), m_date.toString()));
    }

    ImportResult run(store::WorkspaceFile& workspace) {
        PolygonFeature feature;
        bool anyPolygon = false;
        while (m_reader.next(feature)) {
            report(readShare * double(m_result.read) /
                       double(std::max<std::size_t>(1, m_reader.count())),
                   {"đang đọc đa giác", "reading polygons"});
            ++m_result.read;
            anyPolygon = anyPolygon || !feature.shape.empty();
            take(feature);
        }
        if (!anyPolygon)
            throw InputError(
                m_file, 0, "",
                localText(
                    "lớp '{}' không có đa giác nào; hãy dùng lớp có vùng của các đơn vị.",
                    "the layer '{}' holds no polygons; give the layer with the areas of units.",
                    m_reader.layer()));
        reportPadded();
        reportUnconfirmed();
        findOverlaps();
        m_result.matched = m_taken.size();
        m_result.unitsWithout = unitsWithout();
        makeDetail(workspace, m_gazetteer, [this](double share, const LocalText& what) {
            constexpr double before = readShare + overlapShare;
            report(before + (1 - before) * share, what);
            return true;
        });
        return std::move(m_result);
    }

private:
    struct Taken {
        long long feature = 0;
        Matched how = Matched::No;
        double minY = 0;
    };

    void report(double share, const LocalText& what) const {
        if (m_progress && !m_progress(share, what))
            throw Error(localText("Việc nhập đã bị hủy; ranh giới vẫn như cũ.",
                                  "The import was cancelled; the boundaries are as they were."));
    }

    void addIssue(const PolygonFeature& feature, const Mention& mention, std::string kind,
                  LocalText sentence) {
        m_result.issues.push_back(
            {feature.id, mention.code, mention.name, std::move(kind), std::move(sentence)});
    }

    std::string describe(UnitIndex unit) const { return m_gazetteer.describe(unit, m_date); }

    Mention mentionOf(const PolygonFeature& feature) {
        Mention mention{attribute(feature, m_fields.code), attribute(feature, m_fields.name),
                        attribute(feature, m_fields.province)};
        const std::size_t width = codeWidth(m_level);
        if (isNumber(mention.code) && mention.code.size() < width) {
            if (m_padded++ == 0)
                m_firstPadded = {feature.id, mention.code, mention.name, "code-padded", {}};
            mention.code.insert(0, width - mention.code.size(), '0');
        }
        return mention;
    }

    void take(PolygonFeature& feature) {
        // terroir's own layers say what their polygons are: cells must not come back as official.
        if (const std::string origin = attribute(feature, "boundary");
            origin == "gần đúng" || origin == "approximate")
            throw InputError(
                m_file, 0, "boundary",
                localText("lớp '{}' chứa các vùng gần đúng do terroir vẽ, không phải ranh giới "
                          "chính thức; hãy nhập đa giác từ nguồn chính thức.",
                          "the layer '{}' holds approximate cells that terroir has drawn, not "
                          "official boundaries; import polygons of an official source.",
                          m_reader.layer()));
        const Mention mention = mentionOf(feature);
        bool repaired = false;
        MultiPolygon shape = geometry::madeValid(feature.shape, repaired);
        if (shape.empty()) {
            addIssue(feature, mention, "no-polygon",
                     localText("'{}' không có đa giác nào có diện tích; hãy vẽ lại rồi nhập lại.",
                               "'{}' has no polygon with an area; draw it and import again.",
                               label(mention)));
            return;
        }
        const UnitMatch match = m_matcher.match(mention, geometry::boxOf(shape));
        if (match.how == Matched::No) {
            addIssue(feature, mention, "unmatched",
                     localText("Bỏ qua '{}': {}; hãy kiểm tra mã và tên, và xem lớp có phải là các "
                               "đơn vị của ngày {} không.",
                               "'{}' was left out: {}; check its code and name, and whether the "
                               "layer shows the units of {}.",
                               label(mention), match.reason, m_date.toString()));
            return;
        }
        if (match.how == Matched::ByName && !m_fields.code.empty())
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

    static std::string label(const Mention& mention) {
        return mention.name.empty()   ? mention.code
               : mention.code.empty() ? mention.name
                                      : mention.code + " " + mention.name;
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
        m_taken[match.unit] = {feature.id, match.how, geometry::boxOf(shape).minY};
        m_insert.bind(1, m_gazetteer.unit(match.unit).uid)
            .bind(2, std::filesystem::path(m_file).filename().string())
            .bind(3, Date::today().toString())
            .bindBlob(4, geometry::toWkb(shape))
            .run();
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
            m_padded, codeWidth(m_level), inWords(m_level), m_fields.code, m_firstPadded.code);
        m_result.issues.push_back(m_firstPadded);
    }

    void reportUnconfirmed() {
        if (m_unconfirmed > 0)
            m_result.issues.push_back(
                {0, "", "", "unconfirmed",
                 localText("{} đa giác không có tên và chỉ được nhận theo mã và vị trí; mã có khi "
                           "được dùng lại cho đơn vị khác, nên hãy kiểm tra vài trường hợp.",
                           "{} polygons have no name and were taken by code and place alone; codes "
                           "are used again for other units, so check some of them.",
                           m_unconfirmed)});
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
            report(readShare + overlapShare * double(i) / double(order.size()),
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
        m_result.issues.push_back(
            {m_taken[first].feature, unit.code, unit.name, "overlap",
             localText("{} ({}) và {} ({}) chồng nhau {:.2f} km²; cả hai được giữ nguyên, hãy hỏi "
                       "nơi cung cấp xem ranh giới nào đúng.",
                       "{} ({}) and {} ({}) overlap on {:.2f} km²; both are kept as they are, ask "
                       "the publisher which border is right.",
                       describe(first), unit.code, describe(second), m_gazetteer.unit(second).code,
                       km2)});
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
    PolygonReader& m_reader;
    std::string m_file;
    Fields m_fields;
    Level m_level;
    Date m_date;
    UnitMatcher m_matcher;
    const Progress& m_progress;
    store::Statement m_insert, m_select;
    std::map<UnitIndex, Taken> m_taken;
    ImportResult m_result;
    ImportIssue m_firstPadded;
    std::size_t m_padded = 0, m_unconfirmed = 0;
};

} // namespace

ImportResult importBoundaries(store::WorkspaceFile& workspace, const Gazetteer& gazetteer,
                              const std::filesystem::path& file, const ImportOptions& options,
                              const Progress& progress) {
    PolygonReader reader(file, options.layer);
    store::Transaction transaction(workspace.database());
    ImportResult result =
        Importer(workspace, gazetteer, reader, file.string(), options, progress).run(workspace);
    transaction.commit();
    return result;
}

} // namespace terroir::boundaries

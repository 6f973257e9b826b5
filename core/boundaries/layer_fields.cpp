#include "core/boundaries/layer_fields.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/nearest.hpp"
#include "core/base/strings.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace terroir::boundaries {

using gazetteer::Level;
using geometry::PolygonFeature;
using geometry::PolygonReader;

namespace {

// Usual field names by nameKey(). A commune layer may name its district and province too, so the
// finest come first.
const std::vector<std::string> codeNames{
    "code",         "maxa",     "maphuongxa",   "maphuong", "maxaphuong",
    "gso",          "magso",    "codegso",      "madvhc",   "madonvihanhchinh",
    "mapx",         "wardcode", "communecode",  "ma",       "mahuyen",
    "districtcode", "matinh",   "provincecode", "unitcode"};
const std::vector<std::string> nameNames{"name",
                                         "tenxa",
                                         "tenphuongxa",
                                         "tenphuong",
                                         "tenxaphuong",
                                         "tendvhc",
                                         "tendonvihanhchinh",
                                         "tenpx",
                                         "wardname",
                                         "communename",
                                         "ten",
                                         "fullname",
                                         "tenhuyen",
                                         "districtname",
                                         "tentinh",
                                         "provincename",
                                         "unitname"};
const std::vector<std::string> provinceNames{"matinh", "provincecode", "codeprovince", "tentinh",
                                             "tinh",   "province",     "provincename"};

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

bool isNumber(const std::string& code) {
    return !code.empty() && code.find_first_not_of("0123456789") == std::string::npos;
}

/// GADM has GID_1, NAME_1 to GID_3, NAME_3, HDX has ADM1_PCODE, ADM1_VI, ADM1_EN: the finest level
/// of the layer, 0 when it has none.
int finestLevel(const std::vector<std::string>& fields, const std::string& before,
                const std::string& after) {
    for (int level = 3; level > 0; --level)
        if (!findField(fields, {before + std::to_string(level) + after}).empty())
            return level;
    return 0;
}

LayerFields fieldsOfGadm(const std::vector<std::string>& fields, int level) {
    LayerFields found;
    found.layout = "GADM";
    found.name = findField(fields, {"name" + std::to_string(level)});
    found.province = level > 1 ? findField(fields, {"name1"}) : "";
    found.levels = {Level(level - 1)};
    return found;
}

LayerFields fieldsOfHdx(const std::vector<std::string>& fields, int level) {
    const auto named = [&](int of) {
        const std::string adm = "adm" + std::to_string(of);
        return findField(fields, {adm + "vi", adm + "name1", adm + "name", adm + "en"});
    };
    LayerFields found;
    found.layout = "HDX COD-AB";
    found.code = findField(fields, {"adm" + std::to_string(level) + "pcode"});
    found.name = named(level);
    found.province = level > 1 ? named(1) : "";
    found.levels = {Level(level - 1)};
    return found;
}

/// Each value of the field, with the levels that it may stand for.
std::vector<LayerFields> byValue(PolygonReader& reader, LayerFields fields,
                                 const std::map<std::string, std::vector<Level>>& meaning) {
    std::set<std::string> values;
    PolygonFeature feature;
    reader.rewind(geometry::Take::Attributes);
    while (reader.next(feature))
        values.insert(attribute(feature, fields.levelField));
    reader.rewind(geometry::Take::Everything);
    std::vector<LayerFields> found;
    for (const auto& [value, levels] : meaning)
        if (values.contains(value)) {
            fields.levelValue = value;
            fields.levels = levels;
            found.push_back(fields);
        }
    return found;
}

std::vector<LayerFields> fieldsOfLayout(PolygonReader& reader) {
    const std::vector<std::string>& fields = reader.fields();
    if (const int level = finestLevel(fields, "gid", "");
        level > 0 && !findField(fields, {"name" + std::to_string(level)}).empty())
        return {fieldsOfGadm(fields, level)};
    if (const int level = finestLevel(fields, "adm", "pcode"); level > 0)
        return {fieldsOfHdx(fields, level)};
    LayerFields found;
    if (found.name = findField(fields, {"shapename"}),
        found.levelField = findField(fields, {"shapetype"});
        !found.name.empty() && !found.levelField.empty()) {
        found.layout = "geoBoundaries";
        return byValue(
            reader, found,
            {{"ADM1", {Level::Province}}, {"ADM2", {Level::District}}, {"ADM3", {Level::Commune}}});
    }
    if (found.name = findField(fields, {"namevi", "officialname", "name"}),
        found.levelField = findField(fields, {"adminlevel"});
        !found.name.empty() && !found.levelField.empty()) {
        found.layout = "OSM";
        // 6 was the district, and is the commune since there are no districts.
        return byValue(reader, found,
                       {{"4", {Level::Province}},
                        {"6", {Level::District, Level::Commune}},
                        {"8", {Level::Commune}}});
    }
    return {};
}

} // namespace

bool LayerFields::isMeant(const PolygonFeature& feature) const {
    return levelField.empty() || attribute(feature, levelField) == levelValue;
}

std::vector<LayerFields> findFields(PolygonReader& reader, const std::string& file,
                                    const ImportOptions& options) {
    if (options.codeField.empty() && options.nameField.empty()) {
        std::vector<LayerFields> known = fieldsOfLayout(reader);
        if (options.level)
            std::erase_if(known, [&](const LayerFields& fields) {
                return std::find(fields.levels.begin(), fields.levels.end(), *options.level) ==
                       fields.levels.end();
            });
        if (!known.empty())
            return known;
    }
    std::vector<std::string> codes = codeNames, names = nameNames;
    if (options.level == Level::District || options.level == Level::Province) {
        const std::string word = options.level == Level::District ? "huyen" : "tinh";
        codes.insert(codes.begin(), "ma" + word);
        names.insert(names.begin(), "ten" + word);
    }
    LayerFields fields;
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
    return {fields};
}

std::optional<Level> levelByCodes(PolygonReader& reader, const LayerFields& fields) {
    std::size_t longest = 0;
    PolygonFeature feature;
    reader.rewind(geometry::Take::Attributes);
    while (!fields.code.empty() && reader.next(feature))
        if (const std::string code = attribute(feature, fields.code); isNumber(code))
            longest = std::max(longest, code.size());
    reader.rewind(geometry::Take::Everything);
    if (longest == 0 || longest > codeWidth(Level::Commune))
        return {};
    return longest <= 2 ? Level::Province : longest == 3 ? Level::District : Level::Commune;
}

std::string attribute(const PolygonFeature& feature, const std::string& field) {
    const auto found = field.empty() ? feature.attributes.end() : feature.attributes.find(field);
    if (found == feature.attributes.end())
        return {};
    return std::string(trimmed(found->second));
}

Level findLevel(PolygonReader& reader, const std::string& file, const LayerFields& fields) {
    if (const std::optional<Level> level = levelByCodes(reader, fields))
        return *level;
    throw InputError(file, 0, "",
                     localText("mã trong lớp '{}' không cho biết cấp đơn vị; hãy chỉ rõ (--level "
                               "province, district hoặc commune).",
                               "the codes of the layer '{}' do not tell its level; name it "
                               "(--level province, district or commune).",
                               reader.layer()));
}

Mention mentionOf(const PolygonFeature& feature, const LayerFields& fields, Level level) {
    Mention mention{attribute(feature, fields.code), attribute(feature, fields.name),
                    attribute(feature, fields.province)};
    const std::size_t width = codeWidth(level);
    if (mention.code.starts_with("VN")) // P-codes of others are longer and mean something else
        mention.code = mention.code.size() == width + 2 ? mention.code.substr(2) : std::string();
    if (isNumber(mention.code) && mention.code.size() < width)
        mention.code.insert(0, width - mention.code.size(), '0');
    return mention;
}

std::string label(const Mention& mention) {
    return mention.name.empty()   ? mention.code
           : mention.code.empty() ? mention.name
                                  : mention.code + " " + mention.name;
}

} // namespace terroir::boundaries

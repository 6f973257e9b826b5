#include "core/export/one_theme.hpp"

#include "core/base/csv.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/export/columns.hpp"
#include "core/export/dot_tables.hpp"
#include "core/export/narrow_table.hpp"
#include "core/export/record_ground_tables.hpp"
#include "core/export/theme_tables.hpp"
#include "core/export/write_file.hpp"
#include "core/geometry/layer_writer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace terroir::exporting {

namespace {

namespace fs = std::filesystem;

/// "x.qml" or "x.columns.csv" of "x.shp".
fs::path beside(const fs::path& file, const char* ending) {
    return fs::path(file).replace_extension("").string() + ending;
}

std::string tableOf(const std::vector<ShortName>& names, Language language) {
    const bool english = language == Language::English;
    std::string content = "\xEF\xBB\xBF";
    appendCsvRow(content, english ? std::vector<std::string>{"column", "full name", "meaning"}
                                  : std::vector<std::string>{"cột", "tên đầy đủ", "ý nghĩa"});
    for (const ShortName& name : names)
        appendCsvRow(content, {name.name, name.full, name.alias});
    return content;
}

void appendRemarks(const Narrowing& lost, const Format& format, const std::string& namesFile,
                   std::vector<LocalText>& remarks) {
    if (!lost.names.empty())
        remarks.push_back(localText("Tên cột trong tệp {} dài nhất {} chữ; tên đầy đủ ở '{}'.",
                                    "Columns of a {} file have names of at most {} letters; their "
                                    "full names are in '{}'.",
                                    format.id, format.nameLength, namesFile));
    if (lost.cutTexts > 0)
        remarks.push_back(localText(
            "{} ô chữ dài hơn {} byte, là mức của tệp {}, nên bị cắt và kết thúc bằng '…'.",
            "{} texts are longer than the {} bytes of a {} file; they are cut and end with '…'.",
            lost.cutTexts, format.textLength, format.id));
    if (lost.emptyNumbers > 0)
        remarks.push_back(localText(
            "Tệp {} không có ô số trống: {} ô không có số liệu ghi {} (không phải số 0).",
            "A {} file has no empty numbers: {} cells without a figure hold {} (which is not 0).",
            format.id, lost.emptyNumbers, long(emptyNumber)));
}

} // namespace

std::vector<LocalText> leftOutOfOneTheme(std::span<const ThemeLayers> themes, const Format& format,
                                         bool hasRecordFiles) {
    std::vector<LocalText> remarks;
    if (themes.size() > 1) {
        std::vector<std::string> others;
        for (const ThemeLayers& theme : themes.subspan(1))
            others.push_back(theme.evaluated.theme.id);
        remarks.push_back(
            localText("Tệp {} chỉ chứa chủ đề '{}'; không có trong tệp: {}. Hãy xuất từng chủ đề, "
                      "hoặc xuất .gpkg.",
                      "A {} file holds the theme '{}' alone; not in it: {}. Export them one by "
                      "one, or write a .gpkg.",
                      format.id, themes.front().evaluated.theme.id, fmt::join(others, ", ")));
    }
    const figures::EvaluatedTheme& shown = themes.front().evaluated;
    if (!shown.ground.empty() && !hasRecordFiles)
        remarks.push_back(localText(
            "Tệp {} không chứa vị trí riêng của {} bản ghi; cần thì xuất .gpkg hoặc .kml, hay dùng "
            "'terroir records -o x.geojson'.",
            "A {} file does not hold where {} records lie by themselves; for it write a .gpkg or "
            ".kml, or use 'terroir records -o x.geojson'.",
            format.id, numberText(double(shown.ground.size()))));
    for (LocalText& remark : remarksOfDots(shown, format.id))
        remarks.push_back(std::move(remark));
    std::size_t count = 0;
    std::vector<std::string> vi, en;
    for (const figures::EvaluatedLayer& layer : shown.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            const std::vector<figures::NotAttributed>& left = layer.series[i].notAttributed;
            if (left.empty())
                continue;
            count += left.size();
            double sum = 0;
            bool isAtLeast = false;
            for (const figures::NotAttributed& each : left) {
                sum += each.value;
                isAtLeast = isAtLeast || each.lowerBound;
            }
            for (const Language language : {Language::Vietnamese, Language::English})
                (language == Language::Vietnamese ? vi : en)
                    .push_back(fmt::format(
                        "{}: {}{}", figureTitle(*layer.layer, layer.layer->series[i], language),
                        isAtLeast ? "≥ " : "", formatNumber(sum, language, 4)));
        }
    if (count > 0)
        remarks.push_back(localText(
            "{} số liệu không thuộc riêng một đơn vị nào nên không có trong tệp ({}); xem bằng "
            "'terroir table {}', hoặc xuất .gpkg hay .xlsx.",
            "{} figures belong to no single unit and are not in the file ({}); see 'terroir table "
            "{}', or write a .gpkg or .xlsx.",
            count,
            LocalText{fmt::format("{}", fmt::join(vi, "; ")),
                      fmt::format("{}", fmt::join(en, "; "))},
            shown.theme.id));
    return remarks;
}

namespace {

/// One layer as a file, with its style and the full names of its columns beside it.
void writeTable(LayerTable& table, const Format& format, const fs::path& file,
                const Options& options, std::vector<LocalText>& remarks) {
    geometry::LayerWriter writer(file, format.driver, options.crs);
    table.name = file.stem().string(); // QGIS and MapInfo show it, and GDAL may name files by it
    const Narrowing lost = narrow(table, format);
    const fs::path names = beside(file, ".columns.csv");
    appendRemarks(lost, format, names.filename().string(), remarks);
    writer.write(table);
    writer.commit();
    if (!lost.names.empty())
        writeFile(names, tableOf(lost.names, options.language));
    if (format.styles == Format::Styles::Beside && !table.styles.empty())
        writeFile(beside(file, ".qml"), table.styles.front().qml);
}

} // namespace

std::vector<LocalText> writeOneTheme(std::span<const ThemeLayers> themes,
                                     const gazetteer::Gazetteer& gazetteer,
                                     const records::CompactRecords& records,
                                     const records::RecordWalk& walk, const fs::path& file,
                                     const Options& options) {
    const Format& format = formatOf(file);
    const bool hasRecordFiles = format.hasRecordFiles && !options.isStream;
    std::vector<LocalText> remarks = leftOutOfOneTheme(themes, format, hasRecordFiles);
    LayerTable table = std::move(themeTables(themes.front(), gazetteer, records).front());
    if (!format.hasGeometry) {
        table.geometry = GeometryType::None;
        defuseFormulas(table);
    }
    writeTable(table, format, file, options, remarks);
    if (!hasRecordFiles)
        return remarks;
    for (LayerTable& one :
         RecordGroundTables(themes.first(1), gazetteer, walk, options.language).take(0)) {
        const fs::path ofRecords = recordFileBeside(file, RecordGroundTables::sortOf(one.geometry));
        remarks.push_back(localText("Vị trí riêng của {} bản ghi ở tệp '{}'.",
                                    "Where {} records lie by themselves is in '{}'.",
                                    numberText(double(one.rows.size())),
                                    ofRecords.filename().string()));
        writeTable(one, format, ofRecords, options, remarks);
    }
    return remarks;
}

} // namespace terroir::exporting

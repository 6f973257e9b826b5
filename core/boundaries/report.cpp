#include "core/boundaries/report.hpp"

#include "core/base/day_text.hpp"
#include "core/base/local_text.hpp"

namespace terroir::boundaries {

LocalText layerInWords(const LayerReport& layer) {
    if (layer.refusal != LocalText())
        return localText("Bỏ qua lớp '{}': {}", "The layer '{}' was left out: {}", layer.layer,
                         layer.refusal);
    const LocalText layout =
        layer.layout.empty() ? LocalText() : localText(" ({})", " ({})", layer.layout);
    const LocalText how = !layer.isDayFound ? LocalText()
                                            : localText(", tìm ra theo mã, tên và diện tích",
                                                        ", found by codes, names and areas");
    return localText(
        "Lớp '{}'{}: các {} của ngày {}{}; {} đơn vị khớp{}.{}",
        "Layer '{}'{}: {} units of {}{}; {} matched{}.{}", layer.layer, layout,
        inWords(layer.level), dayText(layer.day), how, layer.matched,
        layer.replaced == 0 ? LocalText()
                            : localText(", {} trong số đó thay ranh giới đã nhập trước đây",
                                        ", {} of them replace boundaries that were imported before",
                                        layer.replaced),
        layer.doubt == LocalText()
            ? LocalText()
            : localText(" Có lẽ nhầm ngày. {}", " The day may be wrong. {}", layer.doubt));
}

Table boundaryRows(const boundaries::ImportResult& result, const gazetteer::Gazetteer& gazetteer,
                   const Words& words) {
    Table table{{"kind", "feature", "code", "name", "sentence"}, {}};
    for (const Issue& issue : result.issues)
        table.rows.push_back({issue.kind, std::int64_t(issue.feature), textOrNone(issue.about),
                              textOrNone(issue.name), issue.sentence.in(words.language())});
    for (const gazetteer::UnitIndex index : result.unitsWithout) {
        const gazetteer::Unit& unit = gazetteer.unit(index);
        table.rows.push_back({"no-polygon",
                              {},
                              unit.code,
                              unit.fullName(),
                              words("Tệp không có đa giác của đơn vị này.",
                                    "The file has no polygon of this unit.")});
    }
    return table;
}

std::string boundarySummary(const boundaries::ImportResult& result, const Words& words) {
    LocalText text = localText(
        "Đọc {} đa giác: {} khớp, {} không dùng, {} đã sửa hình; {} đơn vị chưa có ranh "
        "giới.",
        "Read {} polygons: {} matched, {} not used, {} repaired; {} units have none.", result.read,
        result.matched, result.read - result.matched, result.repaired, result.unitsWithout.size());
    for (const LayerReport& layer : result.layers)
        if (layer.isDayFound || layer.doubt != LocalText() || layer.replaced > 0 ||
            result.layers.size() > 1)
            text = localText("{}\n{}", "{}\n{}", text, layerInWords(layer));
    return text.in(words.language());
}

} // namespace terroir::boundaries

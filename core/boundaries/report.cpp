#include "core/boundaries/report.hpp"

#include "core/base/local_text.hpp"

namespace terroir::boundaries {

ResultTable boundaryRows(const boundaries::ImportResult& result,
                         const gazetteer::Gazetteer& gazetteer, const Words& words) {
    ResultTable table{{"kind", "feature", "code", "name", "sentence"}, {}};
    for (const boundaries::ImportIssue& issue : result.issues)
        table.rows.push_back({issue.kind, std::int64_t(issue.feature), textOrNone(issue.code),
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
    return localText("Đọc {} đa giác: {} khớp, {} không dùng, {} đã sửa hình; {} đơn vị chưa có "
                     "ranh giới.",
                     "Read {} polygons: {} matched, {} not used, {} repaired; {} units have none.",
                     result.read, result.matched, result.read - result.matched, result.repaired,
                     result.unitsWithout.size())
        .in(words.language());
}

} // namespace terroir::boundaries

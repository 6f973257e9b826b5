#include "core/sheets/raw_texts.hpp"

#include "core/base/local_text.hpp"
#include "core/sheets/encoding.hpp"
#include "core/text/vietnamese.hpp"

#include <string>

namespace terroir::sheets {

void readRawTexts(Sheet& sheet, WorkbookBuilder& workbook) {
    constexpr std::size_t sampleSize = 1 << 18;
    std::string sample;
    std::size_t broken = 0;
    for (const Row& row : sheet.rows)
        for (const Cell& cell : row.cells) {
            if (cell.kind != CellKind::Text)
                continue;
            broken += text::isValidUtf8(cell.text) ? 0 : 1;
            if (sample.size() < sampleSize)
                sample.append(cell.text.view()).append(1, '\n');
        }
    if (broken == 0)
        return;
    const std::optional<Bytes> encoding = findEncoding(sample);
    const bool isSingleBytes = encoding && encoding != Bytes::Utf8;
    for (Row& row : sheet.rows)
        for (Cell& cell : row.cells)
            if (cell.kind == CellKind::Text && (isSingleBytes || !text::isValidUtf8(cell.text)))
                cell.text = workbook.texts().keep(
                    trimmed(isSingleBytes ? toUtf8(cell.text, *encoding) : text::toNfc(cell.text)));
    if (!isSingleBytes)
        workbook.remark(
            localText("{} ô có chữ bị cắt giữa chừng; chỗ mất được ghi là '\xef\xbf\xbd'",
                      "{} cells hold a letter that is cut; it shows as '\xef\xbf\xbd'", broken));
    else if (auto remark = encodingRemark(*encoding))
        workbook.remark(std::move(*remark));
}

} // namespace terroir::sheets

#include "core/base/error.hpp"
#include "core/base/formula_cell.hpp"
#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/sheets/builder.hpp"
#include "core/sheets/delimiter.hpp"
#include "core/sheets/encoding.hpp"
#include "core/sheets/formats.hpp"
#include "core/sheets/prose.hpp"
#include "core/sheets/refusal.hpp"

#include <algorithm>
#include <utility>

namespace terroir::sheets {

namespace {

/// Cuts a text into rows and cells (RFC 4180); quoted cells are put right where they stand. Line
/// ends are \n, \r\n and \r.
class TextCutter {
public:
    TextCutter(std::string& text, char delimiter, WorkbookBuilder& workbook)
        : m_at(text.data()), m_end(text.data() + text.size()), m_delimiter(delimiter),
          m_workbook(workbook) {}

    void read(SheetBuilder& sheet) {
        while (m_at < m_end) {
            sheet.beginRow(m_line);
            for (std::size_t column = 0;; ++column) {
                const std::string_view cell = formulaOf(*m_at == '"' ? quoted() : plain());
                sheet.put(column, cell);
                if (m_at < m_end && *m_at == m_delimiter && m_delimiter != 0) {
                    if (++m_at < m_end)
                        continue;
                }
                break;
            }
            sheet.endRow();
            endLine();
        }
    }

private:
    bool isCellEnd(char c) const {
        return c == '\n' || c == '\r' || (c == m_delimiter && m_delimiter != 0);
    }

    std::string_view plain() {
        const char* const from = m_at;
        while (m_at < m_end && !isCellEnd(*m_at))
            ++m_at;
        return {from, std::size_t(m_at - from)};
    }

    std::string_view quoted() {
        const std::size_t openedOn = m_line;
        char* const from = ++m_at;
        char* to = from;
        for (; m_at < m_end; ++m_at) {
            if (*m_at == '"') {
                if (m_at + 1 >= m_end || m_at[1] != '"')
                    break;
                ++m_at;
            }
            m_line += *m_at == '\n' || (*m_at == '\r' && (m_at + 1 >= m_end || m_at[1] != '\n'));
            *to++ = *m_at;
        }
        if (m_at >= m_end)
            throw InputError(
                m_workbook.file(), openedOn, "",
                localText(
                    "dấu ngoặc kép (\") mở mà không đóng; hãy đóng lại hoặc viết hai dấu liền "
                    "nhau.",
                    "a quote (\") is opened and never closed; close it or double it."));
        for (++m_at; m_at < m_end && !isCellEnd(*m_at); ++m_at)
            *to++ = *m_at; // text behind the closing quote is kept rather than lost
        return {from, std::size_t(to - from)};
    }

    void endLine() {
        if (m_at >= m_end)
            return;
        const bool isPair = *m_at == '\r' && m_at + 1 < m_end && m_at[1] == '\n';
        m_at += isPair ? 2 : 1;
        ++m_line;
    }

    char* m_at;
    char* m_end;
    char m_delimiter;
    WorkbookBuilder& m_workbook;
    std::size_t m_line = 1;
};

[[noreturn]] void failText(const std::string& file, std::string_view bytes) {
    if (bytes.find('\0') != std::string_view::npos)
        throw InputError(
            file, 0, "",
            localText(
                "đây không phải là bảng dạng văn bản (có byte 0); hãy lưu lại thành CSV UTF-8.",
                "this is not a text table (it holds zero bytes); save it as CSV UTF-8."));
    const std::size_t broken = firstBrokenUtf8(bytes);
    const auto line = std::count(bytes.begin(), bytes.begin() + std::ptrdiff_t(broken), '\n') + 1;
    throw InputError(
        file, std::size_t(line), "",
        localText("chữ ở đây không phải là UTF-8 như ở các dòng khác; hãy lưu lại bảng "
                  "dạng \"CSV UTF-8\".",
                  "the text is not UTF-8 here, as it is elsewhere; save the table "
                  "again as \"CSV UTF-8\"."));
}

} // namespace

Workbook readTextTable(const std::filesystem::path& file) {
    WorkbookBuilder workbook(file.string());
    std::string bytes = readFile(file);
    const std::optional<Bytes> encoding = findEncoding(bytes);
    if (!encoding)
        failText(workbook.file(), bytes);
    const bool isPlain = encoding == Bytes::Utf8 && !bytes.starts_with("\xef\xbb\xbf");
    std::string& text =
        workbook.texts().adopt(isPlain ? std::move(bytes) : toUtf8(bytes, *encoding));
    std::string().swap(bytes);
    const char delimiter = findDelimiter(text);
    if (isProse(text, delimiter))
        failReport(workbook.file());
    if (auto remark = encodingRemark(*encoding))
        workbook.remark(std::move(*remark));
    SheetBuilder sheet(workbook, {});
    constexpr std::size_t reserved = 4'000'000; // a file of nothing but line ends has no rows
    sheet.sheet().rows.reserve(
        std::min(std::size_t(std::count(text.begin(), text.end(), '\n')) + 1, reserved));
    TextCutter(text, delimiter, workbook).read(sheet);
    workbook.add(sheet.finish());
    return workbook.take();
}

} // namespace terroir::sheets

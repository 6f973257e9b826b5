#include "core/sheets/xls_layout.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/sheets/compound_file.hpp"
#include "core/sheets/refusal.hpp"

#include <array>
#include <fstream>
#include <optional>
#include <string_view>

namespace terroir::sheets {

namespace {

enum RecordType : unsigned {
    endOfPart = 0x0a,
    filePassword = 0x2f,
    columnInfo = 0x7d,
    boundSheet = 0x85,
    mergedCells = 0xe5,
    rowInfo = 0x208,
    beginOfPart = 0x809
};

unsigned u16(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]) |
           unsigned(static_cast<unsigned char>(bytes[at + 1])) << 8;
}

struct Record {
    unsigned type = 0;
    std::string_view data;
};

class Records {
public:
    Records(std::string_view stream, std::size_t at, const std::string& file)
        : m_stream(stream), m_at(at), m_file(file) {}

    Record next() {
        if (m_at + 4 > m_stream.size())
            fail();
        const std::size_t size = u16(m_stream, m_at + 2);
        const Record record{u16(m_stream, m_at), m_stream.substr(m_at + 4, size)};
        if (record.data.size() < size)
            fail();
        m_at += 4 + size;
        return record;
    }
    [[noreturn]] void fail() const {
        failDamaged(m_file, localText("các bản ghi bị đứt", "its records break off"));
    }

private:
    std::string_view m_stream;
    std::size_t m_at;
    const std::string& m_file;
};

[[noreturn]] void failPassword(const std::string& file) {
    throw InputError(file, 0, "",
                     localText("tệp có mật khẩu; hãy mở bằng Excel, bỏ mật khẩu và lưu lại.",
                               "the file has a password; open it in Excel, take the password off "
                               "and save it again."));
}

void take(const Record& record, XlsLayout& layout) {
    const std::string_view data = record.data;
    if (record.type == rowInfo && data.size() >= 16) {
        constexpr unsigned isHidden = 0x20;
        if ((u16(data, 12) & isHidden) != 0)
            layout.hiddenLines.insert(u16(data, 0) + 1U);
    } else if (record.type == columnInfo && data.size() >= 10) {
        if ((u16(data, 8) & 1U) != 0)
            for (unsigned i = u16(data, 0); i <= u16(data, 2) && i < 256; ++i)
                layout.hiddenColumns.push_back(i);
    } else if (record.type == mergedCells && data.size() >= 2) {
        for (std::size_t i = 0, at = 2; i < u16(data, 0) && at + 8 <= data.size(); ++i, at += 8)
            layout.merges.push_back(
                {u16(data, at) + 1U, u16(data, at + 2) + 1U, u16(data, at + 4), u16(data, at + 6)});
    }
}

/// A sheet's part, from its beginning to its end; the charts in it are parts of their own.
void readPart(Records records, XlsLayout& layout) {
    int depth = 0;
    do {
        const Record record = records.next();
        if (record.type == beginOfPart)
            ++depth;
        else if (depth == 0)
            records.fail();
        else if (record.type == endOfPart)
            --depth;
        else if (depth == 1)
            take(record, layout);
    } while (depth > 0);
}

bool isCompound(const std::filesystem::path& file) {
    std::array<char, 4> start{};
    std::ifstream(file, std::ios::binary).read(start.data(), start.size());
    return std::string_view(start.data(), start.size()) == "\xd0\xcf\x11\xe0";
}

} // namespace

std::vector<XlsLayout> readXlsLayout(const std::filesystem::path& path) {
    if (!isCompound(path))
        return {};
    const std::string file = path.string();
    if (readStream(path, "EncryptedPackage"))
        failPassword(file);
    std::optional<std::string> stream = readStream(path, "Workbook");
    if (!stream)
        stream = readStream(path, "Book");
    if (!stream)
        throw InputError(file, 0, "",
                         localText("đây không phải là bảng tính Excel; hãy lưu bảng dạng .xlsx.",
                                   "this is no Excel workbook; save the table as .xlsx."));
    std::vector<XlsLayout> sheets;
    Records records(*stream, 0, file);
    for (Record record = records.next(); record.type != endOfPart; record = records.next()) {
        if (record.type == filePassword)
            failPassword(file);
        if (record.type != boundSheet || record.data.size() < 6)
            continue;
        XlsLayout layout;
        layout.isHidden = (record.data[4] & 3) != 0;
        layout.isWorksheet = record.data[5] == 0;
        const std::size_t at = u16(record.data, 0) | std::size_t(u16(record.data, 2)) << 16;
        readPart(Records(*stream, at, file), layout);
        sheets.push_back(std::move(layout));
    }
    return sheets;
}

} // namespace terroir::sheets

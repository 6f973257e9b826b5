#include "core/sheets/compound_file.hpp"

#include "core/base/input_file.hpp"
#include "core/base/local_text.hpp"
#include "core/sheets/refusal.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

namespace terroir::sheets {

namespace {

constexpr std::uint32_t endOfChain = 0xfffffffe, noSector = 0xffffffff;

class CompoundFile {
public:
    explicit CompoundFile(const std::filesystem::path& file)
        : m_file(file.string()), m_bytes(readFile(file)) {
        if (m_bytes.size() < 512 || !std::string_view(m_bytes).starts_with("\xd0\xcf\x11\xe0"))
            fail();
        const unsigned shift = u16(30), miniShift = u16(32);
        if ((shift != 9 && shift != 12) || miniShift != 6)
            fail();
        m_sector = std::size_t(1) << shift;
        readFat();
        m_directory = chain(u32(48), noSize);
    }

    std::optional<std::string> stream(std::string_view name) const {
        std::string wanted;
        for (const char c : name)
            wanted += {c, '\0'};
        for (std::size_t at = 0; at + 128 <= m_directory.size(); at += 128) {
            const std::string_view entry = std::string_view(m_directory).substr(at, 128);
            if (entry[66] != 2 || !entry.starts_with(wanted + std::string(2, '\0')))
                continue;
            const std::uint32_t first = u32(entry, 116), size = u32(entry, 120);
            return size < u32(56) ? miniChain(first, size) : chain(first, size);
        }
        return std::nullopt;
    }

private:
    static constexpr std::size_t noSize = std::size_t(-1);

    [[noreturn]] void fail() const {
        failDamaged(m_file, localText("các khối của tệp không đủ hoặc không khớp nhau",
                                      "its blocks are missing or do not fit together"));
    }

    static std::uint32_t u32(std::string_view bytes, std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value |= std::uint32_t(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
        return value;
    }
    std::uint32_t u32(std::size_t at) const { return u32(m_bytes, at); }
    unsigned u16(std::size_t at) const { return u32(m_bytes, at) & 0xffffU; }

    /// The last sector may be shorter than the others, as some programs write it.
    std::string_view sector(std::uint32_t number) const {
        const std::size_t from = (std::size_t(number) + 1) * m_sector;
        if (number >= 0xfffffffa || from >= m_bytes.size())
            fail();
        return std::string_view(m_bytes).substr(from, m_sector);
    }

    void appendSectors(std::vector<std::uint32_t>& into, std::uint32_t number) const {
        const std::string_view bytes = sector(number);
        if (bytes.size() < m_sector)
            fail();
        for (std::size_t at = 0; at < m_sector; at += 4)
            into.push_back(u32(bytes, at));
    }

    void readFat() {
        std::vector<std::uint32_t> tables;
        for (std::size_t i = 0; i < 109; ++i)
            tables.push_back(u32(76 + 4 * i));
        std::uint32_t next = u32(68);
        for (std::size_t seen = 0; next != endOfChain && next != noSector; ++seen) {
            if (seen > m_bytes.size() / m_sector)
                fail();
            appendSectors(tables, next);
            next = tables.back();
            tables.pop_back();
        }
        for (const std::uint32_t table : tables)
            if (table != noSector)
                appendSectors(m_fat, table);
    }

    std::string chain(std::uint32_t first, std::size_t size) const {
        std::string bytes;
        for (std::uint32_t at = first; at != endOfChain && bytes.size() < size; at = m_fat[at]) {
            bytes += sector(at);
            if (at >= m_fat.size() || bytes.size() > m_bytes.size())
                fail();
        }
        if (size != noSize && bytes.size() < size)
            fail();
        bytes.resize(std::min(bytes.size(), size));
        return bytes;
    }

    std::string miniChain(std::uint32_t first, std::size_t size) const {
        constexpr std::size_t miniSector = 64;
        if (m_directory.size() < 128)
            fail();
        const std::string mini = chain(u32(m_directory, 116), u32(m_directory, 120));
        const std::string fat = chain(u32(60), noSize);
        std::string bytes;
        for (std::uint32_t at = first; at != endOfChain && bytes.size() < size;
             at = u32(fat, 4 * std::size_t(at))) {
            if (miniSector * std::size_t(at) >= mini.size() || 4 * std::size_t(at) + 4 > fat.size())
                fail();
            bytes += std::string_view(mini).substr(miniSector * std::size_t(at), miniSector);
        }
        if (bytes.size() < size)
            fail();
        bytes.resize(size);
        return bytes;
    }

    std::string m_file, m_bytes;
    std::size_t m_sector = 512;
    std::vector<std::uint32_t> m_fat;
    std::string m_directory;
};

} // namespace

std::optional<std::string> readStream(const std::filesystem::path& file, std::string_view name) {
    return CompoundFile(file).stream(name);
}

} // namespace terroir::sheets

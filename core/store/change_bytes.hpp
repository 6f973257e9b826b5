#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace terroir::store {

/// Bytes that are written once and then read: in memory, and from maxInMemory on in a file of the
/// system's temporary folder that no other program can see and that is gone with the object or the
/// program.
class ChangeBytes {
public:
    static constexpr std::size_t maxInMemory = std::size_t(16) << 20U;

    ChangeBytes() = default;
    ~ChangeBytes();
    ChangeBytes(const ChangeBytes&) = delete;
    ChangeBytes& operator=(const ChangeBytes&) = delete;

    /// StoreError when the temporary folder cannot take them.
    void append(const void* bytes, std::size_t count);
    /// How many bytes were read: `count`, fewer at the end. Safe from several threads. StoreError
    /// when the temporary file cannot be read.
    std::size_t read(std::uint64_t from, void* into, std::size_t count) const;
    std::uint64_t size() const { return m_size; }

private:
    void moveToFile();
    void writeToFile(const char* bytes, std::size_t count) const;

    std::string m_memory;
    int m_file = -1; ///< descriptor, when not in memory
    std::uint64_t m_size = 0;
};

} // namespace terroir::store

#pragma once

#include "core/base/operating_system.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace terroir::store {

/// Bytes that are written once and then read: in memory, and from maxInMemory on in a scratch
/// file.
class ChangeBytes {
public:
    static constexpr std::size_t maxInMemory = std::size_t(16) << 20U;

    /// StoreError when the temporary folder cannot take them.
    void append(const void* bytes, std::size_t count);
    /// How many bytes were read: `count`, fewer at the end. Safe from several threads. StoreError
    /// when the temporary file cannot be read.
    std::size_t read(std::uint64_t from, void* into, std::size_t count) const;
    std::uint64_t size() const { return m_size; }

private:
    void moveToFile();
    void writeToFile(const char* bytes, std::size_t count);

    std::string m_memory;
    ScratchFile m_file; ///< open when they are not in memory
    std::uint64_t m_size = 0;
};

} // namespace terroir::store

#pragma once

#include "core/base/large_memory.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace terroir {

/// Texts end to end in memory, named by numbers: a million short ones without a million
/// allocations.
class TextPool {
public:
    /// 0: the empty text, in every pool.
    using Id = std::uint32_t;

    /// The number of this very text, which equal texts share when all are put in by this.
    Id intern(std::string_view text);
    /// How many different texts were put in by this.
    std::size_t interned() const { return m_interned; }
    /// The same, where it is often the one of `guess`, which is then all that is looked at.
    Id intern(std::string_view text, Id guess) {
        return this->text(guess) == text ? guess : intern(text);
    }
    /// A number of its own: for texts of which each is another. InputError above 4 GB.
    Id append(std::string_view text);
    /// Valid until the next text is put in.
    std::string_view text(Id id) const;

private:
    std::size_t slotOf(std::string_view text) const;
    void grow();

    using Bytes = std::vector<char, LargeAllocator<char>>;
    Bytes m_bytes = Bytes(4); ///< of each text its length in 4 bytes, then itself
    std::vector<Id> m_slots = std::vector<Id>(64); ///< of interned texts, by hash; 0: free
    std::size_t m_interned = 0;
};

} // namespace terroir

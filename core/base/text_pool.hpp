#pragma once

#include "core/base/key_table.hpp"
#include "core/base/large_memory.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
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
    /// The number of a text that was put in by intern(); none: it was not.
    std::optional<Id> find(std::string_view text) const;
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

    /// What the texts of another pool are called after they were put into this one.
    class Moved {
    public:
        Id interned(Id there) const { return there == 0 ? 0 : *m_interned.find(there); }
        Id appended(Id there) const { return there == 0 ? 0 : there + m_offset; }

    private:
        friend class TextPool;
        KeyTable<Id> m_interned;
        Id m_offset = 0;
    };
    /// Puts all texts of another pool into this one, as intern() and append() would. InputError
    /// above 4 GB.
    Moved take(const TextPool& more);

private:
    void requireRoom(std::size_t bytes) const;
    std::size_t slotOf(std::string_view text) const;
    void grow();

    using Bytes = std::vector<char, LargeAllocator<char>>;
    Bytes m_bytes = Bytes(4); ///< of each text its length in 4 bytes, then itself
    std::vector<Id> m_slots = std::vector<Id>(64); ///< of interned texts, by hash; 0: free
    std::size_t m_interned = 0;
};

} // namespace terroir

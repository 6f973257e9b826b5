#pragma once

#include "core/base/large_memory.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace terroir {

/// Values by 64-bit keys, for millions of them: nothing is allocated for each, and most are found
/// at the first look into memory. Nothing is ever taken out. Keys of any pattern are spread.
template <class Value>
class KeyTable {
public:
    /// The value of the key, and whether it is new: then `initial`. Valid until the next new key.
    std::pair<Value&, bool> tryEmplace(std::uint64_t key, const Value& initial = Value()) {
        if (m_size * 2 >= m_slots.size())
            grow();
        Slot& slot = m_slots[slotOf(key)];
        const bool isNew = !slot.isUsed;
        if (isNew) {
            slot = {key, initial, true};
            ++m_size;
        }
        return {slot.value, isNew};
    }
    /// Null when the key is not there.
    const Value* find(std::uint64_t key) const {
        if (m_size == 0)
            return nullptr;
        const Slot& slot = m_slots[slotOf(key)];
        return slot.isUsed ? &slot.value : nullptr;
    }
    std::size_t size() const { return m_size; }

private:
    struct Slot {
        std::uint64_t key = 0;
        Value value{};
        bool isUsed = false;
    };

    /// Where the key is, or else would go.
    std::size_t slotOf(std::uint64_t key) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = std::size_t((key ^ key >> 32U) * 0x9E3779B97F4A7C15U >> m_shift);
        while (m_slots[slot].isUsed && m_slots[slot].key != key)
            slot = (slot + 1) & mask;
        return slot;
    }

    void grow() {
        Slots before(m_slots.empty() ? 64 : m_slots.size() * 2);
        before.swap(m_slots);
        m_shift = 64U - unsigned(std::countr_zero(m_slots.size()));
        for (Slot& slot : before)
            if (slot.isUsed)
                m_slots[slotOf(slot.key)] = std::move(slot);
    }

    using Slots = std::vector<Slot, LargeAllocator<Slot>>;
    Slots m_slots; ///< a power of two of them, half of them free or more
    std::size_t m_size = 0;
    unsigned m_shift = 0;
};

} // namespace terroir

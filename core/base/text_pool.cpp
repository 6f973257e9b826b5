#include "core/base/text_pool.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <cstring>
#include <functional>
#include <limits>

namespace terroir {

void TextPool::requireRoom(std::size_t bytes) const {
    constexpr std::size_t most = std::numeric_limits<Id>::max();
    if (bytes > most || m_bytes.size() > most - bytes)
        throw InputError(localText("Số liệu có hơn 4 GB chữ, nhiều hơn mức chương trình đọc được; "
                                   "hãy chọn ít loại số liệu hơn.",
                                   "The records hold more than 4 GB of text, which is more than "
                                   "can be read; choose fewer kinds of records."));
}

TextPool::Id TextPool::append(std::string_view text) {
    if (text.empty())
        return 0;
    requireRoom(text.size());
    const Id id = Id(m_bytes.size());
    const auto length = std::uint32_t(text.size());
    char prefix[sizeof length];
    std::memcpy(prefix, &length, sizeof length);
    m_bytes.insert(m_bytes.end(), prefix, prefix + sizeof length);
    m_bytes.insert(m_bytes.end(), text.begin(), text.end());
    return id;
}

std::string_view TextPool::text(Id id) const {
    std::uint32_t length = 0;
    std::memcpy(&length, m_bytes.data() + id, sizeof length);
    return {m_bytes.data() + id + sizeof length, length};
}

TextPool::Id TextPool::intern(std::string_view text) {
    if (text.empty())
        return 0;
    const std::size_t slot = slotOf(text);
    if (m_slots[slot] != 0)
        return m_slots[slot];
    const Id id = append(text);
    m_slots[slot] = id;
    if (++m_interned * 2 > m_slots.size())
        grow();
    return id;
}

std::optional<TextPool::Id> TextPool::find(std::string_view text) const {
    if (text.empty())
        return 0;
    const Id found = m_slots[slotOf(text)];
    return found == 0 ? std::nullopt : std::optional(found);
}

/// Where the text is, or else would go.
std::size_t TextPool::slotOf(std::string_view text) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::hash<std::string_view>()(text) & mask;
    while (m_slots[slot] != 0 && this->text(m_slots[slot]) != text)
        slot = (slot + 1) & mask;
    return slot;
}

TextPool::Moved TextPool::take(const TextPool& more) {
    constexpr std::size_t empty = 4; // the bytes of the empty text, which each pool begins with
    requireRoom(more.m_bytes.size());
    Moved moved;
    moved.m_offset = Id(m_bytes.size() - empty);
    m_bytes.insert(m_bytes.end(), more.m_bytes.begin() + empty, more.m_bytes.end());
    for (const Id there : more.m_slots) {
        if (there == 0)
            continue;
        const std::size_t slot = slotOf(more.text(there));
        if (m_slots[slot] == 0) {
            m_slots[slot] = moved.appended(there);
            ++m_interned;
        }
        moved.m_interned.tryEmplace(there, m_slots[slot]);
        if (m_interned * 2 > m_slots.size())
            grow();
    }
    return moved;
}

void TextPool::grow() {
    std::vector<Id> before(m_slots.size() * 2);
    before.swap(m_slots);
    for (const Id id : before)
        if (id != 0)
            m_slots[slotOf(text(id))] = id;
}

} // namespace terroir

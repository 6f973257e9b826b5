#include "core/base/text_pool.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <cstring>
#include <functional>
#include <limits>

namespace terroir {

TextPool::Id TextPool::append(std::string_view text) {
    if (text.empty())
        return 0;
    constexpr std::size_t most = std::numeric_limits<Id>::max();
    if (text.size() > most || m_bytes.size() > most - text.size())
        throw InputError(localText("Số liệu có hơn 4 GB chữ, nhiều hơn mức chương trình đọc được; "
                                   "hãy chọn ít loại số liệu hơn.",
                                   "The records hold more than 4 GB of text, which is more than "
                                   "can be read; choose fewer kinds of records."));
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

/// Where the text is, or else would go.
std::size_t TextPool::slotOf(std::string_view text) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::hash<std::string_view>()(text) & mask;
    while (m_slots[slot] != 0 && this->text(m_slots[slot]) != text)
        slot = (slot + 1) & mask;
    return slot;
}

void TextPool::grow() {
    std::vector<Id> before(m_slots.size() * 2);
    before.swap(m_slots);
    for (const Id id : before)
        if (id != 0)
            m_slots[slotOf(text(id))] = id;
}

} // namespace terroir

#include "core/sheets/text_store.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace terroir::sheets {

std::string_view TextStore::keep(std::string_view text) {
    constexpr std::size_t blockSize = 1 << 18;
    if (text.empty())
        return {};
    if (text.size() > m_left) {
        m_left = std::max(blockSize, text.size());
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(m_left));
        m_next = m_blocks.back().get();
    }
    std::memcpy(m_next, text.data(), text.size());
    const std::string_view kept(m_next, text.size());
    m_next += text.size();
    m_left -= text.size();
    return kept;
}

std::string& TextStore::adopt(std::string bytes) {
    return m_whole.emplace_back(std::move(bytes));
}

} // namespace terroir::sheets

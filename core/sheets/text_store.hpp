#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::sheets {

/// Texts that stay where they are as long as the store lives: Workbook::bytes.
class TextStore {
public:
    /// A copy of the text.
    std::string_view keep(std::string_view text);
    /// The bytes themselves, which may be changed in place.
    std::string& adopt(std::string bytes);

private:
    std::vector<std::unique_ptr<char[]>> m_blocks;
    char* m_next = nullptr; ///< free part of the last block
    std::size_t m_left = 0;
    std::deque<std::string> m_whole;
};

} // namespace terroir::sheets

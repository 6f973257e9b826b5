#pragma once

#include "core/base/language.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace terroir::documents {

/// A report or a letter as one text, in the order in which it is read.
struct Document {
    /// UTF-8: a paragraph, a row of a table (cells parted by tabs) or a footnote a line; all
    /// offsets of what is found in it are of this text. A footnote stands behind the paragraph that
    /// refers to it, and begins with its mark in raised digits ("¹⁰ Sơn Bình 23 cơ sở").
    std::string text;
    /// Byte at which each page begins; empty where the format knows no pages.
    std::vector<std::size_t> pages;
    std::vector<LocalText> remarks; ///< "read as TCVN3"; none when there is nothing to say

    /// 1 for the first; 0 when the pages are not known.
    std::size_t pageOf(std::size_t byte) const;
};

/// InputError: the file is damaged or cut short.
[[noreturn]] void failDamagedDocument(const std::string& file);

} // namespace terroir::documents

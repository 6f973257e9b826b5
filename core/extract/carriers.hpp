#pragma once

#include "core/extract/mentions.hpp"
#include "core/extract/quantities.hpp"

#include <span>
#include <string>
#include <vector>

namespace terroir::extract {

/// Which numbers of a sentence tell how large a named model or trial is: "mô hình trồng mía tím tại
/// xã A, 5 ha, 23 hộ tham gia" says one thing in two numbers. They have its kind and its subject,
/// and it needs no statement of its own.
class Carriers {
public:
    Carriers(std::span<const Token> tokens, std::span<const Mention> mentions,
             std::span<const Counted> counted, const Lexicon& lexicon);

    /// The mentions that the number belongs to, a list of them with one number in common; empty
    /// for none.
    std::span<const Mention> of(std::size_t number) const { return m_of[number]; }

    /// "mỗi loại 10 ha": the number is that of each of them.
    bool isOfEach(std::size_t number) const;

private:
    std::span<const Mention> before(std::size_t number) const;
    std::span<const Mention> behind(std::size_t number) const;
    std::span<const Mention> listAt(std::size_t mention) const;
    bool isOtherThing(std::size_t at) const;
    bool isSizeOf(const Mention& mention, std::size_t number) const;

    std::span<const Token> m_tokens;
    std::span<const Mention> m_mentions;
    std::span<const Counted> m_counted;
    const Lexicon& m_lexicon;
    std::vector<std::span<const Mention>> m_of; ///< by number
};

} // namespace terroir::extract

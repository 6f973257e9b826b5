#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace terroir::sheets {

/// A string_view for the cells of a sheet, of which there may be ten million: 12 bytes and no gap
/// behind them. At most 4 GB long (limits.hpp allows far less).
class CellText {
public:
    CellText() = default;
    template <class Text>
    requires std::is_convertible_v<const Text&, std::string_view>
    CellText(const Text& text) // NOLINT(google-explicit-constructor): it is one
        : CellText(Whole{}, text) {}

    operator std::string_view() const { return {m_data, m_size}; } // NOLINT
    std::string_view view() const { return *this; }
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    auto begin() const { return view().begin(); }
    auto end() const { return view().end(); }
    friend bool operator==(CellText a, std::string_view b) { return a.view() == b; }

private:
    struct Whole {};
    CellText(Whole, std::string_view text)
        : m_data(text.data()), m_size(std::uint32_t(text.size())) {}

    const char* m_data = nullptr;
    std::uint32_t m_size = 0;
};

} // namespace terroir::sheets

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace terroir {

/// The SHA-256 of bytes that come piece by piece (FIPS 180-4).
class Sha256 {
public:
    void add(std::string_view bytes);
    /// Of all that was added, as 64 hexadecimal digits; the last thing to ask of it.
    std::string finish();

private:
    void block(const unsigned char* bytes);

    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::string m_rest; ///< less than a block
    std::uint64_t m_count = 0;
};

inline constexpr std::size_t shortHashDigits = 12;
/// The first shortHashDigits hexadecimal digits of the SHA-256 of a text: 48 bits, two of a million
/// texts have the same by chance in one case of 500.
std::string shortHash(std::string_view text);

} // namespace terroir

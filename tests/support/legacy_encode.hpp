#pragma once

#include "core/text/legacy.hpp"

#include <string>
#include <string_view>

namespace terroir::testing {

/// Writes an NFC text as it comes out of an old font, a wrong conversion or a keyboard without an
/// input method: the opposite of text::decode(). Latin-1 stands for the bytes of fonts, C1 controls
/// for the bytes that Windows-1252 has no character for. Letters that an encoding lacks (most
/// capitals with marks in TCVN3) are written in lower case. Telex and VNI have the letter marks
/// behind their letters and the tone at the end of the word.
std::string encode(std::string_view nfc, text::Encoding encoding);

} // namespace terroir::testing

#pragma once

#include <string>
#include <string_view>

namespace terroir::text {

/// Whether a text begins with a crop, an animal, a fish, a wood or a group of them that is known:
/// "Chè", "cây cà phê vối", "Đàn lợn nái", "Gia cầm". What a header that is none of these means is
/// a guess: "Dân số", "Hộ nuôi gà", "Rủi ro".
bool isThing(std::string_view text);

/// Whether it begins with one of them that grows: a crop, a wood or a group of them.
bool isPlant(std::string_view text);

/// Whether it begins with one of them that lives in water: a fish, a shrimp, a shell.
bool isFish(std::string_view text);

/// Whether a text begins with an animal that is counted by its heads, "Đàn lợn nái", "Gia cầm":
/// neither fish nor bees, nor what is made of animals ("Thịt lợn", "Gà hơi").
bool isCountedByHead(std::string_view text);

/// Without the word that only says what sort of thing it is, where the rest is one that is known:
/// "chè" of "Cây chè", "lợn" of "đàn lợn". Else normalized alone: "cây giống chè", "con người".
std::string nameOfThing(std::string_view text);

} // namespace terroir::text

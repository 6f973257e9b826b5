#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace terroir::extract {

/// A row of reviewTable(), by column.
using ReviewCells = std::map<std::string, std::string, std::less<>>;

std::string_view cellOf(const ReviewCells& row, std::string_view column); ///< "" where it is not

/// Characters of the text, from the first to before the end.
using CharacterSpan = std::pair<std::size_t, std::size_t>;
/// Those that a row rests on: of its column `spans` ("120-131;140-152"), else of `start` and `end`.
std::vector<CharacterSpan> charactersOf(const ReviewCells& row);
std::string spansText(std::span<const CharacterSpan> characters);

/// Ids of what a row stands in place of, by its column `made_of` (joined with ;): of proposals as
/// they were read, and of rows that a person had made of them. Empty for a proposal as it was read.
/// A row that a person changed, or made of words of the text, stands in place of itself.
std::vector<std::string> madeOf(const ReviewCells& row);
/// Whether a proposal of that id can be in a reading; else a person made it.
bool isIdOfReading(std::string_view id);

/// The rows in place of one that says several things: one a place; of one place, one of each of the
/// two values of a range; of one value, one a subject ("mận; lê", "mận, lê và đào"). They rest on
/// the same characters and are not decided. A value that is not of each place by itself, or is of
/// all the subjects, is of none of them: it is left out, and a person writes those of each. Their
/// ids ("p3f0a….1") are the same each time. InputError, a sentence, where there is one of each.
std::vector<ReviewCells> splitRow(const ReviewCells& row);

/// One row in place of several that say one thing: what the first in the text leaves empty, the
/// next says; a unit and a qualifier stay with their value; places come together, those where it is
/// before those of the whole area, and these before a part of a name. It rests on the characters of
/// all. The id is the same for the same rows. InputError, a sentence, for less than two rows, and
/// where they state different values.
ReviewCells mergeRows(std::span<const ReviewCells> rows);

/// A row for words of the text that nothing was proposed for; everything else is for a person to
/// write. `line` is the whole line that they begin on.
ReviewCells rowOfWords(CharacterSpan characters, std::size_t lineNumber, std::string_view line,
                       std::string_view words);

} // namespace terroir::extract

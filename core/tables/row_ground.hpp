#pragma once

#include "core/records/record_ground.hpp"
#include "core/tables/column_guess.hpp"
#include "core/tables/place_words.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace terroir::tables {

/// Where the rows of a table lie: by the ground of a layer, else by columns of coordinates.
struct RowGround {
    /// One for each row of the table, null where nothing says it; empty when nothing does at all.
    std::vector<std::shared_ptr<const sheets::Ground>> ground;
    records::Accuracy accuracy = records::Accuracy::Layer;
    /// Which system the coordinates were taken in, and rows whose coordinates say nothing.
    std::vector<LocalText> remarks;
};

/// `written`: what the lines above the table say of the system. Where they say nothing, metres are
/// in the system that puts them into the communes that the rows name, else in the one zone of the
/// territory; a written system that does not put them there is said.
RowGround readGround(const FoundTable& found, const ColumnGuess& guess, std::string_view written,
                     const PlaceWords& places);

} // namespace terroir::tables

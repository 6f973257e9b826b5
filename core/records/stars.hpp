#pragma once

#include <string_view>

namespace terroir::records {

/// An OCOP rating as lists write it: "4 sao", "★★★", "3 ★", "Bốn sao", "Hạng 4", "OCOP 4*", "***".
struct StarRating {
    enum class Kind {
        None,    ///< no rating, or none that names stars: "82,5 điểm", "12"
        Rated,   ///< 1 to 5 stars
        Hoped,   ///< asked for or aimed at: "tiềm năng 5 sao", "5 sao (đề nghị)"
        Unclear, ///< two ratings in one cell: "3-4 sao", "4/5 sao", "4 ★★★"
    };
    Kind kind = Kind::None;
    int stars = 0; ///< of Rated and Hoped
};
StarRating parseStars(std::string_view text);

} // namespace terroir::records

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace terroir::documents {

/// What an official document says of itself above its title, or below its end. What it does not say
/// is empty.
struct Letterhead {
    std::string type;   ///< "BÁO CÁO", as written
    std::string number; ///< "24-BC/HU", "123/BC-UBND"
    std::string issuer; ///< "UBND HUYỆN TAM ĐƯỜNG", as written
    /// As precise as it is written: YYYY-MM-DD, or YYYY-MM of a draft ("ngày … tháng 12 năm 2020").
    std::string date;
    std::string place; ///< of "Tam Đường, ngày 15 tháng 4 năm 2022"
    std::string
        territory; ///< "huyện Tam Đường": what it speaks for, by its issuer, number and place
    std::size_t line = 0; ///< of the date, from 1
};

/// Looks at the first 60 lines that hold text and, for the date alone, at the last 80. Layout and
/// codes of documents: Decree 30/2020/NĐ-CP, and Guideline 36-HD/VPTW of the Party.
Letterhead readLetterhead(std::string_view text);

} // namespace terroir::documents

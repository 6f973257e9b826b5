#include "core/tables/model_items.hpp"

#include "core/base/strings.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/row_words.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace terroir::tables {

namespace {

std::string firstTextOf(const sheets::Row& row) {
    for (const sheets::Cell& cell : row.cells)
        if (!cell.isEmpty() && cell.kind == sheets::CellKind::Text &&
            ordinalOf(cell.text) == Numbering::None)
            return headerWords(readHeading(cell.text).text) + " ";
    return {};
}

/// "Giống", "Phân bón", "Thức ăn", "Hội thảo", "Công lao động": what a model is made of.
bool isItem(const sheets::Row& row) {
    const std::string words = firstTextOf(row);
    for (const std::string_view start :
         {"giong ",      "cay giong ", "con giong ",  "hat giong ", "phan ",         "phan bon ",
          "vat tu ",     "thuoc ",     "thuc an ",    "hoi thao ",  "hoi nghi ",     "tap huan ",
          "cong ",       "chi phi ",   "chi ",        "dam ",       "lan ",          "kali ",
          "npk ",        "voi ",       "vac xin ",    "vacxin ",    "che pham ",     "hoa chat ",
          "bien bao ",   "bien ",      "van chuyen ", "may ",       "thiet bi ",     "nhan cong ",
          "can bo ",     "tham quan ", "tong ket ",   "so ket ",    "tuyen truyen ", "kiem tra ",
          "nghiem thu ", "quan ly ",   "luoi ",       "ong ",       "men ",          "ho tro "})
        if (words.starts_with(start))
            return true;
    // "Dê giống", "Gà giống 1 ngày tuổi"
    return words.find(" giong ") != std::string::npos;
}

bool isModel(const Group& group) {
    const std::string words = headerWords(group.text) + " ";
    for (const std::string_view start : {"mo hinh ", "mh ", "trong ", "nuoi ", "chan nuoi ",
                                         "tham canh ", "san xuat ", "xay dung mo hinh "})
        if (words.starts_with(start))
            return true;
    return false;
}

} // namespace

bool takeModelsForItems(FoundTable& found) {
    std::size_t items = 0;
    std::vector<bool> holdsItems(found.groups.size(), false);
    for (const FoundRow& row : found.rows) {
        if (row.group == noGroup || !isModel(found.groups[row.group]) ||
            found.groups[row.group].row == nullptr)
            return false;
        items += isItem(*row.row) ? 1 : 0;
        holdsItems[row.group] = true;
    }
    if (items == 0 || 10 * items < 7 * found.rows.size())
        return false;
    for (const FoundRow& row : found.rows)
        found.leftOut.push_back({row.row, LeftOut::Part, row.group});
    found.rows.clear();
    for (std::size_t i = 0; i < found.groups.size(); ++i)
        if (holdsItems[i]) // its heading says where it is
            found.rows.push_back({std::exchange(found.groups[i].row, nullptr), i, {}});
    return true;
}

} // namespace terroir::tables

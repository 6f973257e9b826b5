#include "core/tables/model_items.hpp"

#include "core/base/strings.hpp"
#include "core/tables/column_words.hpp"
#include "core/tables/row_words.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace terroir::tables {

namespace {

constexpr std::string_view placeStarts[] = {"xa ",   "phuong ", "tt ", "thi tran ", "huyen ",
                                            "thon ", "ban ",    "ap ", "to ",       "ho ",
                                            "htx ",  "tai ",    "khu "};

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

bool isModel(const std::string& name) {
    const std::string words = headerWords(name) + " ";
    for (const std::string_view start : {"mo hinh ", "mh ", "trong ", "nuoi ", "chan nuoi ",
                                         "tham canh ", "san xuat ", "xay dung mo hinh "})
        if (words.starts_with(start))
            return true;
    return false;
}

/// Whether a row has a number of its own, as models have.
bool isNumbered(const sheets::Row& row) {
    for (const sheets::Cell& cell : row.cells)
        if (!cell.isEmpty())
            return ordinalOf(cell.text) == Numbering::Arabic ||
                   ordinalOf(cell.text) == Numbering::Dotted;
    return false;
}

/// Whether a row says in what it is counted.
bool isMeasured(const sheets::Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const sheets::Cell& cell) { return isUnitWord(cell.text); });
}

/// "- Màng phủ nông nghiệp", a line below a model; "- Xã A", "- Hộ ông B" are where the model is.
bool isBulletOfModel(const sheets::Row& row) {
    bool isBullet = false;
    for (const sheets::Cell& cell : row.cells) {
        if (cell.isEmpty())
            continue;
        if (ordinalOf(cell.text) == Numbering::Bullet) { // in a column of its own
            isBullet = true;
            continue;
        }
        const Heading heading = readHeading(cell.text);
        const std::string words = headerWords(heading.text) + " ";
        return (isBullet || heading.numbering == Numbering::Bullet) && !isModel(heading.text) &&
               std::none_of(std::begin(placeStarts), std::end(placeStarts),
                            [&](std::string_view start) { return words.starts_with(start); });
    }
    return false;
}

} // namespace

void leaveOutItems(FoundTable& found) {
    struct Line {
        const sheets::Row* row = nullptr;
        std::size_t group = noGroup;
    };
    std::vector<Line> lines, items; // with those that look like headings, for want of a number
    for (const FoundRow& row : found.rows)
        lines.push_back({row.row, row.group});
    for (const Group& group : found.groups)
        if (group.row != nullptr)
            lines.push_back({group.row, group.parent});
    std::sort(lines.begin(), lines.end(),
              [](const Line& a, const Line& b) { return a.row->line < b.row->line; });
    bool isBelowModel = false;
    for (const Line& line : lines)
        if (isNumbered(*line.row))
            isBelowModel = isModel(firstTextOf(*line.row)) && isMeasured(*line.row);
        else if (isBelowModel && isBulletOfModel(*line.row))
            items.push_back(line);
    // The words of some tell what the lines are.
    if (std::none_of(items.begin(), items.end(),
                     [](const Line& line) { return isItem(*line.row); }))
        return;
    std::set<const sheets::Row*> rows;
    for (const Line& line : items) {
        rows.insert(line.row);
        found.leftOut.push_back({line.row, LeftOut::Part, line.group});
    }
    std::erase_if(found.rows, [&](const FoundRow& row) { return rows.contains(row.row); });
    for (Group& group : found.groups)
        if (rows.contains(group.row))
            group.row = nullptr;
}

bool takeModelsForItems(FoundTable& found) {
    std::size_t items = 0;
    std::vector<bool> holdsItems(found.groups.size(), false);
    for (const FoundRow& row : found.rows) {
        if (row.group == noGroup || !isModel(found.groups[row.group].text) ||
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

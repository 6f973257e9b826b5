#include "core/tables/stated_counts.hpp"

#include "core/base/local_text.hpp"
#include "core/base/strings.hpp"
#include "core/records/quantity.hpp"
#include "core/tables/special_columns.hpp"
#include "core/text/vietnamese.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <set>
#include <string>

namespace terroir::tables {

namespace {

/// What rows of a kind may be called, and whether it is those who hold them that are meant.
struct RowNoun {
    std::string_view kind, noun;
    bool isHolder = false;
};

constexpr RowNoun nouns[] = {{"ocop", "sản phẩm"},
                             {"ocop", "chủ thể", true},
                             {"st_task", "nhiệm vụ"},
                             {"st_task", "đề tài"},
                             {"title", "nhãn hiệu"},
                             {"title", "văn bằng"},
                             {"production_zone", "vùng trồng"},
                             {"production_zone", "mã số"},
                             {"packing_house", "cơ sở", true},
                             {"packing_house", "mã số"},
                             {"certification", "cơ sở", true},
                             {"livestock", "trang trại", true},
                             {"livestock", "cơ sở", true},
                             {"livestock", "hộ", true},
                             {"aquaculture", "cơ sở", true},
                             {"aquaculture", "hộ", true},
                             {"planting", "hộ", true},
                             {"planting", "htx", true},
                             {"model", "mô hình"}};

struct Stated {
    std::size_t count = 0;
    bool isHolder = false;
    std::string words; ///< "05 sản phẩm"
};

/// "05 sản phẩm" of a text: a whole number right before a noun of the kind.
std::optional<Stated> statedIn(std::string_view written, std::string_view kind) {
    const std::string text = " " + text::normalize(written) + " ";
    for (const RowNoun& noun : nouns) {
        if (noun.kind != kind)
            continue;
        for (std::size_t at = text.find(noun.noun); at != std::string::npos;
             at = text.find(noun.noun, at + 1)) {
            const std::size_t end = at + noun.noun.size();
            const bool isWord = text[at - 1] == ' ' &&
                                std::string_view(" ,;:.)(").find(text[end]) != std::string::npos;
            std::size_t digit = at - 1;
            while (digit > 0 && isDigit(text[digit - 1]))
                --digit;
            const bool isNumber =
                digit < at - 1 && at - 1 - digit <= 4 &&
                std::string_view(" (:").find(text[digit - 1]) != std::string::npos;
            if (!isWord || !isNumber)
                continue;
            Stated stated{0, noun.isHolder, text.substr(digit, end - digit)};
            std::from_chars(text.data() + digit, text.data() + at - 1, stated.count);
            return stated;
        }
    }
    return std::nullopt;
}

class CountChecker {
public:
    CountChecker(const FoundTable& found, const ColumnGuess& guess, std::string_view kind)
        : m_found(found), m_kind(kind) {
        if (const GuessedColumn* holder = guess.find("holder"))
            m_holder = found.columns[holder->column].at;
        if (const GuessedColumn* ordinal = guess.find(ordinalColumn))
            m_ordinal = found.columns[ordinal->column].at;
    }

    std::vector<LocalText> check(bool isAlone) {
        const auto all = [](const FoundRow&) { return true; };
        for (const Title& title : m_found.titles)
            if (isAlone && text::normalize(title.text).starts_with("danh sách"))
                judge(title.line, title.text, {all});
        for (std::size_t i = 0; i < m_found.groups.size(); ++i)
            if (const Group& group = m_found.groups[i]; group.row != nullptr)
                judgeRow(*group.row,
                         {[this, i](const FoundRow& row) { return isBelow(row.group, i); }});
        std::size_t before = 0;
        for (const LeftOutRow& total : m_found.leftOut) {
            if (total.why != LeftOut::Total)
                continue;
            const std::size_t line = total.row->line, group = total.group, last = before;
            before = line;
            judgeRow(*total.row, {all, [line](const FoundRow& row) { return row.row->line < line; },
                                  [line, last](const FoundRow& row) {
                                      return row.row->line < line && row.row->line > last;
                                  },
                                  [this, group](const FoundRow& row) {
                                      return group != noGroup && isBelow(row.group, group);
                                  }});
        }
        return std::move(m_out);
    }

private:
    using Which = std::function<bool(const FoundRow&)>;

    void judgeRow(const sheets::Row& row, const std::vector<Which>& may) {
        for (const sheets::Cell& cell : row.cells)
            if (!cell.isEmpty() && cell.kind == sheets::CellKind::Text)
                judge(row.line, cell.text.view(), may);
    }

    /// Said where none of the sets of rows that may be meant has as many.
    void judge(std::size_t line, std::string_view text, const std::vector<Which>& may) {
        const auto stated = statedIn(text, m_kind);
        if (!stated || (stated->isHolder && !m_holder))
            return;
        std::size_t rows = 0;
        for (const Which& which : may) {
            const auto [all, numbered, holders] = count(which);
            if (stated->count == all || stated->count == numbered ||
                (stated->isHolder && stated->count == holders))
                return;
            if (rows == 0)
                rows = stated->isHolder ? holders : all;
        }
        m_out.push_back(localText("Dòng {}: bảng ghi '{}', nhưng có {} dòng; hãy xem còn thiếu hay "
                                  "thừa dòng nào.",
                                  "Row {}: the table states '{}', but its rows are {}; check whether "
                                  "one is missing or too many.",
                                  line, stated->words, rows));
    }

    struct Counts {
        std::size_t all = 0, numbered = 0, holders = 0;
    };
    Counts count(const Which& which) const {
        Counts counts;
        std::set<std::string> holders;
        for (const FoundRow& row : m_found.rows) {
            if (!which(row))
                continue;
            ++counts.all;
            if (m_ordinal && !cellOf(row, *m_ordinal).empty())
                ++counts.numbered;
            if (m_holder && !records::isBlankCell(cellOf(row, *m_holder)))
                holders.insert(text::normalize(cellOf(row, *m_holder)));
        }
        counts.holders = holders.size();
        return counts;
    }

    bool isBelow(std::size_t group, std::size_t heading) const {
        while (group != noGroup && group != heading)
            group = m_found.groups[group].parent;
        return group == heading;
    }

    const FoundTable& m_found;
    std::string_view m_kind;
    std::optional<std::size_t> m_holder, m_ordinal; ///< columns of the sheet
    std::vector<LocalText> m_out;
};

} // namespace

std::vector<LocalText> checkStatedCounts(const FoundTable& found, const ColumnGuess& guess,
                                         std::string_view kind, bool isAlone) {
    return CountChecker(found, guess, kind).check(isAlone);
}

} // namespace terroir::tables

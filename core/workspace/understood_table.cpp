#include "core/workspace/understood_table.hpp"

#include "core/base/local_text.hpp"
#include "core/tables/column_words.hpp"

#include <fmt/ranges.h>

#include <utility>

namespace terroir::workspace {

namespace {

/// Why a column makes rows of its own.
LocalText reasonOf(const tables::WideColumn& wide) {
    const LocalText reason =
        !wide.subject.empty()
            ? localText("mỗi cột một đối tượng: {}", "a column a subject: {}", wide.subject)
        : !wide.place.empty() ? localText("mỗi cột một nơi: {}", "a column a place: {}", wide.place)
        : !wide.period.empty() ? localText("mỗi năm một số: {}", "a value a year: {}", wide.period)
                               : localText("mỗi số một bản ghi: {}", "a record of its own: {}",
                                           wide.unit.empty() ? wide.measure : wide.unit);
    return wide.isPlanned ? localText("{}, kế hoạch", "{}, planned", reason) : reason;
}

} // namespace

UnderstoodTable understoodTable(const tables::FoundTable& found, const tables::ColumnGuess& guess) {
    UnderstoodTable table{found.name(), found.headerLine, found.rows.size(), {}};
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
        UnderstoodColumn column{tables::headerOf(found.columns[i]), {}, {}};
        for (const tables::GuessedColumn& one : guess.columns)
            if (one.column == i && !one.field.starts_with('@') &&
                one.field != tables::knownColumn && one.field != tables::ordinalColumn) {
                column.field = one.field;
                column.reason = one.reason;
            }
        for (const tables::WideColumn& wide : guess.wide)
            if (wide.column == i) {
                column.field = wide.measure;
                column.reason = reasonOf(wide);
            }
        table.columns.push_back(std::move(column));
    }
    return table;
}

LocalText guessedColumns(const UnderstoodTable& table) {
    LocalText guessed;
    for (const UnderstoodColumn& column : table.columns) {
        if (column.field.empty() || column.reason == LocalText())
            continue;
        const LocalText one = localText("'{}' là {} ({})", "'{}' is {} ({})", column.header,
                                        column.field, column.reason);
        guessed = guessed == LocalText() ? one : localText("{}; {}", "{}; {}", guessed, one);
    }
    return guessed == LocalText() ? guessed
                                  : localText("Các cột được hiểu: {}.",
                                              "Columns as they were understood: {}.", guessed);
}

LocalText unusedColumns(const tables::ColumnGuess& guess, const UnderstoodTable& table) {
    std::vector<std::string> unused;
    for (const std::size_t column : guess.unused)
        if (!table.columns[column].header.empty())
            unused.push_back(table.columns[column].header);
    return unused.empty()
               ? LocalText()
               : localText("Các cột không được dùng: {}. Nếu cần, hãy chọn trường cho chúng.",
                           "Columns that are not used: {}. Choose a field for them where needed.",
                           fmt::join(unused, ", "));
}

LocalText leftOutRows(const tables::FoundTable& found) {
    static constexpr std::pair<tables::LeftOut, LocalText (*)()> kinds[] = {
        {tables::LeftOut::Total,
         [] {
             return LocalText{"dòng cộng", "sums"};
         }},
        {tables::LeftOut::Header,
         [] {
             return LocalText{"dòng tên cột lặp lại", "repeated headers"};
         }},
        {tables::LeftOut::Note,
         [] {
             return LocalText{"ghi chú, chữ ký", "notes and signatures"};
         }},
        {tables::LeftOut::Part,
         [] {
             return LocalText{"vật tư, công việc của mô hình ở trên", "items of the model above"};
         }},
        {tables::LeftOut::Hidden, [] {
             return LocalText{"dòng ẩn", "hidden rows"};
         }}};
    LocalText list;
    for (const auto& [why, words] : kinds) {
        std::vector<std::size_t> lines;
        for (const tables::LeftOutRow& row : found.leftOut)
            if (row.why == why)
                lines.push_back(row.row->line);
        if (lines.empty())
            continue;
        if (lines.size() > 10)
            lines.resize(10);
        const LocalText one =
            localText("{} (dòng {})", "{} (rows {})", words(), fmt::join(lines, ", "));
        list = list == LocalText() ? one : localText("{}; {}", "{}; {}", list, one);
    }
    return list == LocalText() ? list
                               : localText("Không phải bản ghi: {}.", "No records: {}.", list);
}

} // namespace terroir::workspace

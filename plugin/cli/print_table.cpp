#include "plugin/cli/print_table.hpp"

#include "core/text/vietnamese.hpp"
#include "plugin/cli/row_sink.hpp"
#include "plugin/cli/terminal_table.hpp"
#include "plugin/cli/terminal_words.hpp"

namespace terroir::cli {

void print(Context& context, const Table& table) {
    if (context.json)
        context.out.write(toJson(table));
    else if (context.out.isTerminal())
        context.out.write(
            terminalTable(table, context.words.language(), context.out.terminalWidth()));
    else
        context.out.write(toCsv(table));
}

Table inWords(Table table, Language language) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        Column& column = table.columns[c];
        column.alias = text::capitalize(headingWords(column.name, language));
        for (std::vector<Value>& row : table.rows)
            if (auto* const code = std::get_if<std::string>(&row[c]))
                *code = codeWords(column.name, *code, language);
    }
    return table;
}

void print(Context& context, const Table& table, const OutputOptions& output) {
    if (output.isStandardOutput())
        return print(context, table);
    RowSink sink(context, output);
    sink.header(namesOf(table.columns));
    for (const std::vector<Value>& row : table.rows)
        sink.row(textsOf(row));
    sink.finish();
}

void printUpright(Context& context, const Table& table) {
    if (context.json || !context.out.isTerminal())
        return print(context, table);
    context.out.write(uprightTable(table, context.words.language(), context.out.terminalWidth()));
}

} // namespace terroir::cli

#include "plugin/cli/print_table.hpp"

#include "plugin/cli/row_sink.hpp"
#include "plugin/cli/terminal_table.hpp"

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

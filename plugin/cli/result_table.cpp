#include "plugin/cli/result_table.hpp"

#include "plugin/cli/terminal_table.hpp"

namespace terroir::cli {

namespace {

void printCsv(Context& context, const Table& table) {
    std::string line;
    appendCsvRow(line, table.header);
    context.out.write(line);
    for (const TableRow& row : table.rows) {
        line.clear();
        appendCsvRow(line, row.cells);
        context.out.write(line);
    }
}

} // namespace

void print(Context& context, const ResultTable& table) {
    if (context.json)
        context.out.write(toJson(table));
    else if (context.out.isTerminal())
        context.out.write(
            terminalTable(table, context.words.language(), context.out.terminalWidth()));
    else
        printCsv(context, toTable(table));
}

void printUpright(Context& context, const ResultTable& table) {
    if (context.json || !context.out.isTerminal())
        return print(context, table);
    context.out.write(uprightTable(table, context.words.language(), context.out.terminalWidth()));
}

} // namespace terroir::cli

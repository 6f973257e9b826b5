#include "core/tables/cell_number.hpp"

namespace terroir::tables {

std::optional<records::Quantity> quantityIn(const sheets::Row& row, std::size_t column) {
    if (column >= row.cells.size() || row.cells[column].isEmpty())
        return std::nullopt;
    const auto style = row.cells[column].kind == sheets::CellKind::Number
                           ? records::NumberStyle::Plain
                           : records::NumberStyle::Vietnamese;
    return records::parseQuantity(row.cells[column].text, style);
}

std::optional<double> numberIn(const sheets::Row& row, std::size_t column) {
    const auto quantity = quantityIn(row, column);
    return quantity ? std::optional(quantity->value) : std::nullopt;
}

} // namespace terroir::tables

#include "core/base/error.hpp"

#include <fmt/format.h>

namespace terroir {

namespace {

std::string placed(std::string_view file, std::size_t row, std::string_view column,
                   std::string_view sentence) {
    std::string where(file);
    if (row != 0)
        where += fmt::format(", row {}", row);
    if (!column.empty())
        where += fmt::format(", column '{}'", column);
    return fmt::format("{}: {}", where, sentence);
}

} // namespace

InputError::InputError(std::string_view file, std::size_t row, std::string_view column,
                       std::string_view sentence)
    : Error(placed(file, row, column, sentence)) {}

} // namespace terroir

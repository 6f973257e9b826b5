#include "core/base/error.hpp"

#include "core/base/local_text.hpp"

namespace terroir {

void Error::addContext(const LocalText& context) {
    m_text = localText("{}: {}", "{}: {}", context, m_text);
}

LocalText InputPlace::toText() const {
    LocalText where =
        file == "-" ? LocalText{"đầu vào chuẩn", "standard input"} : LocalText{file, file};
    if (row != 0)
        where = localText("{}, dòng {}", "{}, row {}", where, row);
    if (!column.empty())
        where = localText("{}, cột '{}'", "{}, column '{}'", where, column);
    return where;
}

InputError::InputError(std::string_view file, std::size_t row, std::string_view column,
                       const LocalText& sentence)
    : Error(sentence), m_place{std::string(file), row, std::string(column)} {
    addContext(m_place.toText());
}

} // namespace terroir

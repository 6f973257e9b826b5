#pragma once

#include "core/base/language.hpp"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace terroir {

/// What terroir throws when it cannot go on. text() is a whole sentence for the user, in both
/// languages: what was wrong, with the value and where, then what to do. Expected outcomes (a place
/// that is not found, a row that is refused) are values, never exceptions.
class Error : public std::exception {
public:
    explicit Error(LocalText sentence) : m_text(std::move(sentence)) {}

    const LocalText& text() const { return m_text; }
    const std::string& in(Language language) const { return m_text.in(language); }
    /// The English sentence, for logs and debuggers; people are shown in().
    const char* what() const noexcept override { return m_text.en.c_str(); }
    /// Puts "context: " in front, on the way up.
    void addContext(const LocalText& context);

private:
    LocalText m_text;
};

/// The command or the call was wrong (exit code 2).
class UsageError : public Error {
public:
    using Error::Error;
};

/// A place in an input. The file "-" is standard input. Row 0 and empty texts are unknown; rows
/// count physical lines from 1 as a text editor or a spreadsheet shows them.
struct InputPlace {
    std::string file;
    std::size_t row = 0;
    std::string column;
    /// "FILE, row 12, column 'ha'"; what is unknown is left out.
    LocalText toText() const;
};

/// An input file is missing, unreadable or says something impossible.
class InputError : public Error {
public:
    using Error::Error;
    /// "FILE, row 12, column 'ha': SENTENCE".
    InputError(std::string_view file, std::size_t row, std::string_view column,
               const LocalText& sentence);
    const InputPlace& place() const { return m_place; }

private:
    InputPlace m_place;
};

/// The workspace cannot be opened, read or written.
class StoreError : public Error {
public:
    using Error::Error;
};

/// A geometry or a coordinate operation failed.
class GeometryError : public Error {
public:
    using Error::Error;
};

} // namespace terroir

#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace terroir {

/// What terroir throws when it cannot go on. what() is a whole sentence for the user: what was
/// wrong, with the value and where, then what to do. Expected outcomes (a place that is not found,
/// a row that is refused) are values, never exceptions.
class Error : public std::exception {
public:
    explicit Error(std::string sentence) : m_sentence(std::move(sentence)) {}
    const char* what() const noexcept override { return m_sentence.c_str(); }
    /// Puts "context: " in front, on the way up.
    void addContext(std::string_view context) { m_sentence.insert(0, std::string(context) + ": "); }

private:
    std::string m_sentence;
};

/// The command or the call was wrong (exit code 2).
class UsageError : public Error {
public:
    using Error::Error;
};

/// An input file is missing, unreadable or says something impossible.
class InputError : public Error {
public:
    using Error::Error;
    /// "FILE, row 12, column 'ha': SENTENCE". Row 0 and an empty column are left out; rows count
    /// physical lines from 1 as a text editor shows them.
    InputError(std::string_view file, std::size_t row, std::string_view column,
               std::string_view sentence);
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

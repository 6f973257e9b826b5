#pragma once

#include "core/base/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace terroir::cli {

/// Writes to standard error. One that is closed, full or no longer read is passed over: what there
/// is to tell is never a reason to stop.
void writeTalk(std::string_view text) noexcept;

/// The reader of standard output has gone (`terroir units | head`): not a fault, just the end.
class ClosedPipe {};

/// Standard output cannot be written: it is closed, or the disk is full.
class BrokenOutput : public InputError {
public:
    using InputError::InputError;
};

/// Standard output, buffered. Throws ClosedPipe when nobody reads any more and BrokenOutput when it
/// cannot be written, so that a script never takes half a table for a whole one.
class Output {
public:
    void write(std::string_view text);
    void flush();
    bool isTerminal() const;
    /// Columns of the terminal: as it says itself, else $COLUMNS, else 80.
    std::size_t terminalWidth() const;

private:
    std::string m_buffer;
};

} // namespace terroir::cli

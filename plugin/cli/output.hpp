#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace terroir::cli {

/// The reader of standard output has gone (`terroir units | head`): not a fault, just the end.
class ClosedPipe {};

/// Standard output, buffered. Throws ClosedPipe when nobody reads any more and InputError when it
/// cannot be written (a full disk), so that a script never takes half a table for a whole one.
class Output {
public:
    void write(std::string_view text);
    void flush();
    bool isTerminal() const;

private:
    std::string m_buffer;
};

} // namespace terroir::cli

#pragma once

#include <cstddef>
#include <string_view>

// The three streams that a program is started with, as each operating system has them.
namespace terroir::cli {

enum class Stream { Input, Output, Talk };

/// Makes the streams ready: a reader that has gone and a disk quota that is used up become errors
/// of writing, not the end of the program; bytes are not changed. Gives a file to each stream that
/// was closed when the program began, so that no output of ours is opened in its place; reading
/// from it or writing to it fails as it would have.
void prepareStreams();

/// Writes all of it: 0, or the error number where the stream fails.
int writeAll(Stream stream, std::string_view text) noexcept;

bool isTerminal(Stream stream);
/// Columns that the terminal of standard output has; 0 when it does not say.
std::size_t terminalColumns();

} // namespace terroir::cli

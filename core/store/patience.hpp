#pragma once

#include "core/base/language.hpp"

#include <chrono>
#include <filesystem>
#include <functional>

namespace terroir::store {

/// Told, once for a connection, that it waits for another program and how long at most. May be
/// called on any thread that uses the connection.
using Waiting = std::function<void(const LocalText&)>;

/// For work on a thread of its own, which a window shows to be going on.
inline void waitBehindTheWindow(const LocalText&) {}

/// How long a connection waits for another program that has the file locked: readers for the end of
/// a commit, a writer for another one and for those who read. Up to two minutes where a person is
/// told, a few seconds where a window would stand still without a word.
class Patience {
public:
    Patience(std::filesystem::path file, Waiting tell);

    /// SQLite's busy handler: sleeps a moment; 0 when patience is at its end. `times`: how often it
    /// has waited for this lock already.
    static int wait(void* patience, int times);

private:
    std::filesystem::path m_file;
    Waiting m_tell;
    std::chrono::steady_clock::time_point m_start;
    bool m_isTold = false;
};

} // namespace terroir::store

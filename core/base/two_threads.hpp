#pragma once

#include <atomic>
#include <cstddef>
#include <future>

namespace terroir {

/// Calls `doOne` with each number below `count`, on two threads, each number once, the lower first.
/// What one call changes, no other may touch. The first exception of either thread is thrown on.
template <typename DoOne>
void onTwoThreads(std::size_t count, const DoOne& doOne) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            doOne(i);
    };
    std::future<void> second;
    if (count > 1)
        second = std::async(std::launch::async, work);
    work();
    if (second.valid())
        second.get();
}

} // namespace terroir

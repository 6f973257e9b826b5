#include "core/store/patience.hpp"

#include "core/base/local_text.hpp"

#include <algorithm>
#include <thread>
#include <utility>

namespace terroir::store {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds longest = 2min, longestWithoutWord = 5s;
constexpr std::chrono::milliseconds untilWord = 1s;

} // namespace

Patience::Patience(std::filesystem::path file, Waiting tell)
    : m_file(std::move(file)), m_tell(std::move(tell)) {}

int Patience::wait(void* patience, int times) {
    Patience& own = *static_cast<Patience*>(patience);
    const auto now = std::chrono::steady_clock::now();
    if (times == 0)
        own.m_start = now;
    const auto waited = now - own.m_start;
    if (waited >= (own.m_tell ? longest : longestWithoutWord))
        return 0;
    if (own.m_tell && !own.m_isTold && waited >= untilWord) {
        own.m_isTold = true;
        own.m_tell(localText("'{}' đang được một chương trình khác ghi hoặc đọc; đang chờ, nhiều "
                             "nhất {} giây.",
                             "Another program is writing or reading '{}'; waiting, at most {} "
                             "seconds.",
                             own.m_file.string(), longest.count()));
    }
    std::this_thread::sleep_for(std::clamp<std::chrono::milliseconds>(times * 2ms, 1ms, 50ms));
    return 1;
}

} // namespace terroir::store

#include "core/base/large_memory.hpp"

#include <cstdlib>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace terroir {

void* allocateLarge(std::size_t bytes) {
    constexpr std::size_t page = std::size_t(2) << 20;
    const std::size_t whole = (bytes + page - 1) / page * page;
    void* const memory = whole < bytes ? nullptr : std::aligned_alloc(page, whole);
    if (memory == nullptr)
        throw std::bad_alloc();
#ifdef __linux__
    ::madvise(memory, whole, MADV_HUGEPAGE); // where it is not heeded, all works as it does without
#endif
    return memory;
}

void freeLarge(void* memory) noexcept {
    std::free(memory);
}

} // namespace terroir

#include "core/base/large_memory.hpp"

#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace terroir {

namespace {

constexpr std::size_t page = std::size_t(2) << 20;

} // namespace

void* allocateLarge(std::size_t bytes) {
    const std::size_t whole = (bytes + page - 1) / page * page;
    void* const memory =
        whole < bytes ? nullptr : ::operator new(whole, std::align_val_t(page), std::nothrow);
    if (memory == nullptr)
        throw std::bad_alloc();
#ifdef __linux__
    ::madvise(memory, whole, MADV_HUGEPAGE); // where it is not heeded, all works as it does without
#endif
    return memory;
}

void freeLarge(void* memory) noexcept {
    ::operator delete(memory, std::align_val_t(page));
}

} // namespace terroir

#pragma once

#include <cstddef>
#include <new>

namespace terroir {

/// Memory whose first use costs a five-hundredth of the page faults where the system has pages of
/// 2 MB (Linux): a picture of 70 MB would take longer to be touched than to be painted. bad_alloc
/// when there is none; freed with freeLarge().
void* allocateLarge(std::size_t bytes);
void freeLarge(void* memory) noexcept;

/// For containers of many megabytes; small ones are allocated as usual.
template <class T>
struct LargeAllocator {
    using value_type = T;
    static constexpr std::size_t manyBytes = std::size_t(4) << 20;

    LargeAllocator() = default;
    template <class U>
    LargeAllocator(const LargeAllocator<U>&) noexcept {}

    T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        return static_cast<T*>(bytes < manyBytes ? ::operator new(bytes) : allocateLarge(bytes));
    }
    void deallocate(T* memory, std::size_t count) noexcept {
        if (count * sizeof(T) < manyBytes)
            ::operator delete(memory);
        else
            freeLarge(memory);
    }
    template <class U>
    bool operator==(const LargeAllocator<U>&) const noexcept {
        return true;
    }
};

} // namespace terroir

// Packed polygons as a damaged workspace has them: unpacked, or refused; what is unpacked is packed
// into the same polygons.

#include "core/geometry/packed_shape.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace terroir;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    fuzz::isTaken([&] {
        const std::string packed = geometry::pack(geometry::unpack(bytes));
        fuzz::require(geometry::pack(geometry::unpack(packed)) == packed,
                      "Polygons are not packed as they were.");
    });
    fuzz::isTaken([&] {
        const std::string wkb = geometry::toWkb(geometry::fromWkb(bytes));
        fuzz::require(geometry::toWkb(geometry::fromWkb(wkb)) == wkb,
                      "WKB is not written as it was read.");
    });
    return 0;
}

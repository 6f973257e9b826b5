#pragma once

#include "tests/support/noise_text.hpp"

#include <span>
#include <string>

namespace terroir::testing {

/// A kind of texts that name no place, "none_person": none may be answered with one.
struct PlacelessClass {
    const char* name;
    std::string (*write)(Random&);
};

std::span<const PlacelessClass> placelessClasses();

} // namespace terroir::testing

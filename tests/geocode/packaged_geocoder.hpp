#pragma once

#include "core/geocode/geocoder.hpp"
#include "tests/support/packaged.hpp"

namespace terroir::testing {

/// The geocoder of the packaged gazetteer, made once per test program.
inline const geocode::Geocoder& packagedGeocoder() {
    static const geocode::Geocoder geocoder(packagedGazetteer());
    return geocoder;
}

} // namespace terroir::testing

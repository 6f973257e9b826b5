#pragma once

#include "core/records/packaged.hpp"
#include "tests/support/packaged.hpp"

namespace terroir::testing {

/// The packaged records, their places resolved by the geocoder, once per test program.
inline const std::vector<records::Record>& packagedRecords() {
    static const std::vector<records::Record> all = [] {
        const geocode::Geocoder geocoder(packagedGazetteer());
        return records::readPackaged(TERROIR_SOURCE_DIR "/data", geocoder, packagedGazetteer())
            .records;
    }();
    return all;
}

} // namespace terroir::testing

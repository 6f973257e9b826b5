#pragma once

#include "core/base/day_text.hpp"
#include "core/extract/proposal.hpp"
#include "tests/extract/report_lexicon.hpp"
#include "tests/geocode/packaged_geocoder.hpp"

#include <string>

/// Reads a report of a unit ("huyện Lai Vung, tỉnh Đồng Tháp") on a day.
inline terroir::extract::Reading readOf(const std::string& text, const std::string& territory,
                                        terroir::Date day) {
    using namespace terroir;
    geocode::Query query;
    query.text = territory;
    query.asOf = day;
    const auto within = terroir::testing::packagedGeocoder().resolve(query);
    geocode::PlaceFinder::Options options;
    options.asOf = day;
    options.within = within.unit();
    static const geocode::PlaceFinder finder(terroir::testing::packagedGeocoder());
    const auto places = finder.find(text, options);
    return extract::readReport(
        text, places, {reportLexicon(), terroir::testing::packagedGazetteer(), day, within.unit()});
}

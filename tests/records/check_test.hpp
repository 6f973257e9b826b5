#pragma once

#include "core/records/check.hpp"
#include "tests/records/small_country.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace terroir::records {

/// Records of a report about the huyện Tam Đường, which a test puts together, and what check() says
/// of them.
class CheckTest : public testing::Test {
protected:
    Record& add(std::string id, Scope scope, double value) {
        Record record;
        record.id = std::move(id);
        record.kind = "livestock";
        record.subjects = {"lợn"};
        record.category = "pigs";
        record.indicator = "farms";
        record.unit = "cơ sở";
        record.value = value;
        record.qualifier = Qualifier::Exact;
        record.scope = scope;
        record.group = "g";
        record.source = "S1";
        record.lookupDate = Date::of(2022, 1, 1);
        record.places = {place("03405@2004", "Bình Lư")};
        record.note = record.id;
        m_records.push_back(record);
        return m_records.back();
    }
    static Place place(std::string uid, std::string text) {
        Place place;
        place.text = std::move(text);
        place.context = "huyện Tam Đường, tỉnh Lai Châu";
        place.status = uid.empty() ? geocode::Status::Unmatched : geocode::Status::Matched;
        place.uid = std::move(uid);
        return place;
    }
    /// A row of a list, without a number.
    Record& addName(std::string id, std::string subject) {
        Record& record = add(std::move(id), Scope::None, 0);
        record.subjects = {std::move(subject)};
        record.value.reset();
        record.indicator.clear();
        record.unit.clear();
        return record;
    }
    /// The findings of a rule.
    std::vector<Issue> findings(std::string_view rule) const {
        std::vector<Issue> found;
        for (const Issue& finding : check(m_records, m_sources, m_geocoder, m_gazetteer))
            if (finding.kind == rule)
                found.push_back(finding);
        return found;
    }

    gazetteer::Gazetteer m_gazetteer = tests::smallCountry();
    geocode::Geocoder m_geocoder{m_gazetteer};
    std::vector<Source> m_sources{
        {"S1", "t", "", "", "2022", "huyện Tam Đường, tỉnh Lai Châu", {}}};
    std::vector<Record> m_records;
};

} // namespace terroir::records

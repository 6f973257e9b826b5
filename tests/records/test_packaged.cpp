#include "core/base/error.hpp"
#include "core/records/check.hpp"
#include "core/records/measure_unit_words.hpp"
#include "core/records/packaged.hpp"
#include "core/records/record_store.hpp"
#include "tests/records/packaged_data.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iostream>

namespace terroir::records {
namespace {

TEST(Packaged, records_come_back_from_the_workspace_and_are_sound) {
    tests::PackagedCountry country;
    const auto loaded = loadRecords(country.file.workspace);
    EXPECT_EQ(loaded.size(), country.packaged.records.size());
    EXPECT_EQ(loadSources(country.file.workspace).size(), country.packaged.sources.size());
    for (const RowReport& row : country.packaged.doubtful)
        ADD_FAILURE() << row.record << ": " << row.sentence->en;
    for (const Record& record : loaded)
        EXPECT_TRUE(record.category.empty() || findCategory(record.kind, record.category))
            << record.id << " " << record.category;
    for (const Issue& finding :
         check(loaded, country.packaged.sources, *country.geocoder, *country.gazetteer)) {
        EXPECT_NE(finding.severity, Severity::Error)
            << finding.about << ": " << finding.sentence.en;
        if (std::getenv("TERROIR_SHOW_FINDINGS"))
            std::cout << toString(finding.severity) << " " << finding.kind << " " << finding.about
                      << ": " << finding.sentence.en << "\n";
    }
}

TEST(Packaged, every_unit_of_measure_has_an_english_name) {
    const tests::PackagedCountry country;
    for (const Record& record : country.packaged.records)
        for (const char letter : measureUnitInWords(record.unit, 2).en)
            EXPECT_TRUE(static_cast<unsigned char>(letter) < 0x80 || record.unit == "m²" ||
                        record.unit == "°Bx" ||
                        record.unit == "mẫu" || // a sample, and a measure of land
                        record.unit.find("đồng") != std::string::npos)
                << record.id << " " << record.unit;
}

/// A data folder with one source and one file of records.
class PackagedFolder : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder = std::filesystem::temp_directory_path() /
                   ("terroir_packaged_" + std::to_string(::getpid()));
        std::filesystem::create_directories(m_folder / "records");
        write("sources.csv", "id,title,issuer,number,date,territory,from,to\nS1,t,,,2022,huyện Tam "
                             "Đường,2022-01-01,2022-12-31\n");
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    void write(const std::string& name, const std::string& content) const {
        std::ofstream(m_folder / name) << content;
    }
    std::string refusal() const {
        try {
            readPackaged(m_folder, m_geocoder, m_gazetteer);
        } catch (const InputError& error) {
            return error.what();
        }
        return "not refused";
    }

    std::filesystem::path m_folder;
    gazetteer::Gazetteer m_gazetteer = tests::smallCountry();
    geocode::Geocoder m_geocoder{m_gazetteer};
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST_F(PackagedFolder, values_have_a_decimal_point_and_the_last_day_is_in) {
    write("records/trial.csv", "id,subject,indicator,value,unit,value_as_written,from,to,source\n"
                               "S1-1,lúa,area,1.947,ha,\"1,947\",2022-01-01,2022-04-15,S1\n");
    const Packaged packaged = readPackaged(m_folder, m_geocoder, m_gazetteer);
    ASSERT_EQ(packaged.records.size(), 1U);
    EXPECT_EQ(packaged.records[0].value, 1.947);
    EXPECT_EQ(packaged.records[0].valueAsWritten, "1,947");
    EXPECT_EQ(packaged.records[0].period.to, Date::of(2022, 4, 16));
    EXPECT_EQ(packaged.records[0].id, "S1-1");
    EXPECT_EQ(packaged.records[0].places[0].uid, "106@2004");
}

TEST_F(PackagedFolder, a_bad_row_stops_with_file_row_and_reason) {
    write("records/trial.csv",
          "id,subject,value,value_as_written,source\nS1-1,lúa,1,1,S1\nS1-2,,1,1,S1\n");
    EXPECT_TRUE(contains(refusal(), "trial.csv, row 3: The subject is missing")) << refusal();
    write("records/trial.csv", "id,subject,scope,source\nS1-1,lúa,all,S1\n");
    EXPECT_TRUE(contains(refusal(), "row 2: There is no scope 'all'")) << refusal();
    write("records/trial.csv", "id,subject,source\nS1-1,lúa,\n");
    EXPECT_TRUE(contains(refusal(), "row 2, column 'source'")) << refusal();
    write("records/trial.csv", "id,subject,source,hue\nS1-1,lúa,S1,red\n");
    EXPECT_TRUE(contains(refusal(), "hue")) << refusal();
}

TEST_F(PackagedFolder, a_file_that_is_no_kind_or_an_id_in_two_files_is_refused) {
    write("records/trial.csv", "id,subject,source\nS1-1,lúa,S1\n");
    write("records/trails.csv", "id,subject,source\nS1-2,lúa,S1\n");
    EXPECT_TRUE(contains(refusal(), "trails.csv' is named after no kind")) << refusal();
    std::filesystem::remove(m_folder / "records/trails.csv");
    write("records/model.csv", "id,subject,source\nS1-1,lúa,S1\n");
    EXPECT_TRUE(contains(refusal(), "'S1-1' stands in another file too")) << refusal();
}

TEST_F(PackagedFolder, a_list_with_columns_of_its_own_is_a_second_file_of_its_kind) {
    write("records/trial.csv", "id,subject,source\nS1-1,lúa,S1\n");
    write("records/trial.list.csv", "id,subject,source,web_pages\nS1-2,ngô,S1,https://a.example\n");
    const Packaged packaged = readPackaged(m_folder, m_geocoder, m_gazetteer);
    ASSERT_EQ(packaged.records.size(), 2U);
    EXPECT_EQ(packaged.records[1].id, "S1-2");
    EXPECT_EQ(packaged.records[1].kind, "trial");
}

TEST_F(PackagedFolder, a_row_may_say_the_day_of_its_units) {
    write("records/trial.csv", "id,subject,from,to,as_of,source\n"
                               "S1-1,lúa,2022-01-01,2022-04-15,2021-12-31,S1\n"
                               "S1-2,lúa,2022-01-01,2022-04-15,,S1\n");
    const Packaged packaged = readPackaged(m_folder, m_geocoder, m_gazetteer);
    ASSERT_EQ(packaged.records.size(), 2U);
    EXPECT_EQ(packaged.records[0].lookupDate, Date::of(2021, 12, 31));
    EXPECT_EQ(packaged.records[0].period.to, Date::of(2022, 4, 16));
    EXPECT_EQ(packaged.records[1].lookupDate, Date::of(2022, 4, 15));
    write("records/trial.csv", "id,subject,as_of,source\nS1-1,lúa,last week,S1\n");
    EXPECT_TRUE(contains(refusal(), "'last week' is not a date")) << refusal();
}

TEST_F(PackagedFolder, a_missing_folder_or_a_bad_source_is_refused) {
    EXPECT_TRUE(contains(refusal(), "holds no records")) << refusal();
    write("sources.csv",
          "id,title,issuer,number,date,territory,from,to\nS1,t,,,2022,x,2022-13-01,\n");
    EXPECT_TRUE(contains(refusal(), "row 2, column 'from': '2022-13-01' is not a date"))
        << refusal();
}

} // namespace
} // namespace terroir::records

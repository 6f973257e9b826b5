#include "core/base/csv.hpp"
#include "core/records/fields.hpp"
#include "core/records/vocabulary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace terroir;

TEST(Vocabulary, every_indicator_is_said_once_and_in_both_languages) {
    std::set<std::string> seen;
    for (const records::Indicator& indicator : records::indicators()) {
        EXPECT_FALSE(indicator.name.vi.empty() || indicator.name.en.empty()) << indicator.id;
        EXPECT_TRUE(seen.insert(indicator.id).second) << indicator.id;
    }
}

TEST(Vocabulary, every_indicator_of_the_packaged_records_is_known) {
    const std::vector<std::string> known = records::indicatorIds();
    const std::filesystem::path folder = std::filesystem::path(TERROIR_SOURCE_DIR) / "data/records";
    std::size_t files = 0;
    for (const records::KindInfo& kind : records::kinds()) {
        const std::filesystem::path file = folder / (kind.id + ".csv");
        if (!std::filesystem::exists(file)) // no packaged record of the kind
            continue;
        const TextTable table = readCsv(file);
        const std::size_t column = table.requireColumn("indicator");
        for (const TextRow& row : table.rows) {
            const std::string& id = row.cells[column];
            EXPECT_TRUE(id.empty() || std::find(known.begin(), known.end(), id) != known.end())
                << kind.id << ".csv, row " << row.line << ": " << id;
        }
        ++files;
    }
    EXPECT_EQ(files, 18U);
}

TEST(Vocabulary, what_an_import_makes_of_a_column_can_be_mapped) {
    const std::vector<std::string> known = records::indicatorIds();
    for (const records::MeasureInfo& measure : records::measures())
        EXPECT_TRUE(measure.indicator.empty() ||
                    std::find(known.begin(), known.end(), measure.indicator) != known.end())
            << measure.indicator;
    for (const records::KindInfo& kind : records::kinds()) {
        const std::string id = records::countIndicator(kind.id, "").indicator;
        EXPECT_NE(std::find(known.begin(), known.end(), id), known.end()) << kind.id << ": " << id;
    }
}

TEST(Vocabulary, categories_of_several_kinds_are_listed_once) {
    const std::vector<std::string> kinds{"model", "trial"};
    const std::vector<std::string> ids = records::categoryIds(kinds);
    EXPECT_EQ(std::count(ids.begin(), ids.end(), "fruit"), 1);
    EXPECT_EQ(std::count(ids.begin(), ids.end(), "vietgap"), 0);
}

TEST(Vocabulary, a_category_without_words_stands_for_itself) {
    const std::vector<std::string> kinds{"certification"};
    EXPECT_EQ(records::categoryName("organic", kinds).vi, "hữu cơ");
    EXPECT_EQ(records::categoryName("utz", kinds).vi, "utz");
}

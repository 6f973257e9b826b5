#include "core/base/csv.hpp"
#include "core/gazetteer/code_words.hpp"

#include <gtest/gtest.h>

using namespace terroir;

TEST(GazetteerWords, every_source_of_an_area_and_kind_of_succession_has_words) {
    const TextTable units = readCsv(TERROIR_SOURCE_DIR "/data/gazetteer/units.csv");
    const std::size_t source = units.requireColumn("area_source");
    for (const TextRow& row : units.rows)
        ASSERT_TRUE(row.cells[source].empty() ||
                    gazetteer::areaSourceInWords(row.cells[source]).vi != row.cells[source])
            << row.cells[source];
    const TextTable successions = readCsv(TERROIR_SOURCE_DIR "/data/gazetteer/succession.csv");
    const std::size_t kind = successions.requireColumn("kind");
    for (const TextRow& row : successions.rows)
        ASSERT_NE(gazetteer::successionInWords(row.cells[kind]).vi, row.cells[kind]);
}

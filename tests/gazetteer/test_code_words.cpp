#include "core/gazetteer/code_words.hpp"
#include "core/base/csv.hpp"

#include <gtest/gtest.h>

using namespace terroir;

TEST(GazetteerWords, every_source_of_an_area_and_kind_of_succession_has_words) {
    const Table units = readCsv(TERROIR_SOURCE_DIR "/data/gazetteer/units.csv");
    const std::size_t source = units.requireColumn("area_source");
    for (const TableRow& row : units.rows)
        if (const std::string& code = row.cells[source]; !code.empty())
            ASSERT_NE(gazetteer::areaSourceInWords(code).vi, code) << code;
    const Table successions = readCsv(TERROIR_SOURCE_DIR "/data/gazetteer/succession.csv");
    const std::size_t kind = successions.requireColumn("kind");
    for (const TableRow& row : successions.rows)
        ASSERT_NE(gazetteer::successionInWords(row.cells[kind]).vi, row.cells[kind]);
}

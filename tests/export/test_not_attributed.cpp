#include "core/export/theme_tables.hpp"
#include "core/figures/figure_table.hpp"
#include "core/figures/page_words.hpp"
#include "core/figures/reasons.hpp"
#include "tests/export/fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace terroir;
using figures::NotAttributed;

namespace {

/// A theme one value of which is not attributed for this reason.
figures::EvaluatedTheme themeWith(NotAttributed::Reason reason, Language language) {
    figures::EvaluatedTheme evaluated = test::areasAndTanks(language);
    evaluated.layers.front().series.front().notAttributed.front().reason = reason;
    return evaluated;
}

std::string ofTheTable(const figures::EvaluatedTheme& evaluated) {
    const std::vector<records::Record> records = test::fewRecords();
    const Table table = figures::figureTable(evaluated, test::smallGazetteer(), records, {});
    for (const auto& row : table.rows)
        if (std::get<std::string>(row.front()) == "not_attributed")
            return std::get<std::string>(row.back());
    return {};
}

/// The id of the reason and its words.
std::pair<std::string, std::string> ofTheLayer(figures::EvaluatedTheme evaluated) {
    const std::vector<records::Record> records = test::fewRecords();
    const geometry::LayerTable table =
        exporting::themeTables({std::move(evaluated), test::squares()}, test::smallGazetteer(),
                               records)
            .back();
    const auto cell = [&](std::string_view name) {
        const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                     [&](const auto& column) { return column.name == name; });
        return std::get<std::string>(
            table.rows.front().cells[std::size_t(at - table.columns.begin())]);
    };
    return {cell("reason"), cell("reason_text")};
}

} // namespace

TEST(NotAttributed, every_reason_has_words_in_a_legend_a_table_and_a_layer) {
    for (const figures::ReasonInfo& info : figures::reasonInfos())
        for (const Language language : {Language::Vietnamese, Language::English}) {
            const std::string id(info.id), words = info.words.in(language);
            SCOPED_TRACE(id);
            const figures::EvaluatedTheme evaluated = themeWith(info.reason, language);
            const gazetteer::Gazetteer gazetteer = test::smallGazetteer();
            const std::string legend =
                figures::PageWords(evaluated, gazetteer)
                    .notAttributedReason(
                        evaluated.layers.front().series.front().notAttributed.front());
            EXPECT_NE(legend, id);
            EXPECT_FALSE(legend.empty());
            EXPECT_EQ(ofTheTable(evaluated).find(words), 0U) << ofTheTable(evaluated);
            EXPECT_EQ(ofTheLayer(themeWith(info.reason, language)), std::pair(id, words));
        }
}

TEST(NotAttributed, a_legend_says_that_a_place_is_partly_outside_and_not_its_id) {
    const figures::EvaluatedTheme evaluated =
        themeWith(NotAttributed::Reason::PartlyOutside, Language::Vietnamese);
    const gazetteer::Gazetteer gazetteer = test::smallGazetteer();
    const NotAttributed& entry = evaluated.layers.front().series.front().notAttributed.front();
    EXPECT_EQ(figures::PageWords(evaluated, gazetteer).notAttributedReason(entry),
              "một phần nằm ngoài địa bàn");
    EXPECT_FALSE(entry.isInTotal());
}

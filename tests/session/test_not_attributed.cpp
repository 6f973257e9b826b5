#include "core/export/theme_tables.hpp"
#include "core/join/reasons.hpp"
#include "core/session/figure_table.hpp"
#include "core/theme/page_words.hpp"
#include "tests/export/fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace terroir;
using join::NotAttributed;

namespace {

/// A theme one value of which is not attributed for this reason.
theme::EvaluatedTheme themeWith(NotAttributed::Reason reason, Language language) {
    theme::EvaluatedTheme evaluated = test::areasAndTanks(language);
    evaluated.layers.front().series.front().notAttributed.front().reason = reason;
    return evaluated;
}

std::string ofTheTable(const theme::EvaluatedTheme& evaluated) {
    const std::vector<records::Record> records = test::fewRecords();
    const session::ResultTable table =
        session::figureTable(evaluated, test::smallGazetteer(), records, {});
    for (const auto& row : table.rows)
        if (std::get<std::string>(row.front()) == "not_attributed")
            return std::get<std::string>(row.back());
    return {};
}

/// The id of the reason and its words.
std::pair<std::string, std::string> ofTheLayer(theme::EvaluatedTheme evaluated) {
    const std::vector<records::Record> records = test::fewRecords();
    const exporting::Table table = exporting::themeTables({std::move(evaluated), test::squares()},
                                                          test::smallGazetteer(), records)
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
    for (const join::ReasonInfo& info : join::reasonInfos())
        for (const Language language : {Language::Vietnamese, Language::English}) {
            const std::string id(info.id), words = info.words.in(language);
            SCOPED_TRACE(id);
            const theme::EvaluatedTheme evaluated = themeWith(info.reason, language);
            const gazetteer::Gazetteer gazetteer = test::smallGazetteer();
            const std::string legend =
                theme::PageWords(evaluated, gazetteer)
                    .notAttributedReason(
                        evaluated.layers.front().series.front().notAttributed.front());
            EXPECT_NE(legend, id);
            EXPECT_FALSE(legend.empty());
            EXPECT_EQ(ofTheTable(evaluated).find(words), 0U) << ofTheTable(evaluated);
            EXPECT_EQ(ofTheLayer(themeWith(info.reason, language)), std::pair(id, words));
        }
}

TEST(NotAttributed, a_legend_says_that_a_place_is_partly_outside_and_not_its_id) {
    const theme::EvaluatedTheme evaluated =
        themeWith(NotAttributed::Reason::PartlyOutside, Language::Vietnamese);
    const gazetteer::Gazetteer gazetteer = test::smallGazetteer();
    const NotAttributed& entry = evaluated.layers.front().series.front().notAttributed.front();
    EXPECT_EQ(theme::PageWords(evaluated, gazetteer).notAttributedReason(entry),
              "một phần nằm ngoài địa bàn");
    EXPECT_FALSE(entry.isInTotal());
}

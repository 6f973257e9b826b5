#include "core/boundaries/held.hpp"
#include "core/boundaries/report.hpp"
#include "core/figures/column_words.hpp"
#include "core/records/vocabulary.hpp"
#include "core/workspace/review_list.hpp"
#include "core/workspace/table_import.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

namespace terroir::figures {
namespace {

void expectWords(const Table& table) {
    for (const std::string& column : namesOf(table.columns)) {
        EXPECT_NE(figures::columnInWords(column).vi, column) << "a heading without Vietnamese";
        EXPECT_NE(figures::columnInWords(column).en, column);
    }
}

TEST(ColumnWords, the_reports_of_imports_and_the_review_have_headings_in_both_languages) {
    workspace::Workspace workspace(workspace::packagedFile(), store::Mode::ReadOnly,
                                   store::Spatial::No);
    expectWords(workspace::reportRows({}, Language::English));
    expectWords(boundaries::heldRows({}));
    expectWords(boundaries::boundaryRows({}, workspace.gazetteer(), Words(Language::Vietnamese)));
    expectWords(workspace::ReviewList(workspace).table({}));
    for (const std::string& kind : records::kindIds())
        EXPECT_NE(figures::cellInWords("kind", kind, Language::Vietnamese), kind);
    for (const std::string status : {"matched", "ambiguous", "unmatched"})
        EXPECT_NE(figures::cellInWords("status", status, Language::Vietnamese), status);
}

TEST(ColumnWords, codes_are_told_in_words_and_other_texts_stay) {
    const auto vi = [](std::string_view column, const std::string& text) {
        return figures::cellInWords(column, text, Language::Vietnamese);
    };
    EXPECT_EQ(vi("outcome", "refused"), "bị từ chối");
    EXPECT_EQ(vi("outcome", "left_out"), "bỏ qua");
    EXPECT_EQ(vi("severity", "warning"), "cảnh báo");
    EXPECT_EQ(vi("rule", "outside"), "ngoài địa bàn");
    EXPECT_EQ(vi("kind", "name-differs"), "mã và tên khác nhau");
    EXPECT_EQ(vi("kind", "model"), "mô hình");
    EXPECT_EQ(vi("reason", "partly-outside"), "một phần nằm ngoài địa bàn");
    EXPECT_EQ(vi("reasons", "several-fit;weak"), "nhiều đơn vị phù hợp; chưa đủ chắc chắn");
    EXPECT_EQ(vi("level", "district"), "huyện");
    EXPECT_EQ(vi("day", "2025-06-30"), "30/6/2025");
    EXPECT_EQ(vi("imported", "2026-11-29"), "29/11/2026");
    EXPECT_EQ(vi("day", "theo dòng"), "theo dòng");
    EXPECT_EQ(vi("name", "refused"), "refused");
    EXPECT_EQ(figures::columnInWords("Diện tích (ha)").en, "Diện tích (ha)");
}

} // namespace
} // namespace terroir::figures

#include "core/base/error.hpp"
#include "core/extract/row_parts.hpp"

#include <gtest/gtest.h>

using namespace terroir;
using namespace terroir::extract;

namespace {

/// A row with these cells over those of one that says one thing.
ReviewCells rowWith(const ReviewCells& cells) {
    ReviewCells row{{"id", "pa"},
                    {"start", "10"},
                    {"end", "20"},
                    {"text", "5 mô hình"},
                    {"kind", "model"},
                    {"subject", "chè"},
                    {"value", "5"},
                    {"unit", "mô hình"},
                    {"place_names", "xã Bản Bo"},
                    {"place_codes", "03403"},
                    {"place_role", "location"},
                    {"value_scope", "own"},
                    {"confidence", "0.90"},
                    {"decision", "accept"}};
    for (const auto& [column, text] : cells)
        row[column] = text;
    return row;
}

std::vector<std::string> columnOf(const std::vector<ReviewCells>& rows, const char* column) {
    std::vector<std::string> all;
    for (const ReviewCells& row : rows)
        all.emplace_back(cellOf(row, column));
    return all;
}

using Texts = std::vector<std::string>;

} // namespace

TEST(RowParts, a_value_that_places_shared_becomes_a_row_a_place_and_counts_for_none_of_them) {
    const auto parts = splitRow(rowWith({{"place_names", "xã Bản Bo; xã Khun Há; thị trấn"},
                                         {"place_codes", "03403|03406|03390"},
                                         {"value_scope", "shared"}}));
    EXPECT_EQ(columnOf(parts, "place_names"), (Texts{"xã Bản Bo", "xã Khun Há", "thị trấn"}));
    EXPECT_EQ(columnOf(parts, "place_codes"), (Texts{"03403", "03406", "03390"}));
    EXPECT_EQ(columnOf(parts, "value_scope"), (Texts{"own", "own", "own"}));
    EXPECT_EQ(columnOf(parts, "value"), (Texts{"", "", ""})) << "else it would count three times";
    const auto ofWhole =
        splitRow(rowWith({{"place_names", "xã Bản Bo; xã Khun Há"}, {"value_scope", "part"}}));
    EXPECT_EQ(columnOf(ofWhole, "value"), (Texts{"", ""})) << "20 ha of both are not 20 ha each";
    const auto each = splitRow(rowWith({{"place_names", "xã Bản Bo; xã Khun Há"}}));
    EXPECT_EQ(columnOf(each, "value"), (Texts{"5", "5"})) << "five models in each";
    EXPECT_EQ(columnOf(parts, "id"), (Texts{"pa.1", "pa.2", "pa.3"}));
    EXPECT_EQ(columnOf(parts, "made_of"), (Texts{"pa", "pa", "pa"}));
    EXPECT_EQ(columnOf(parts, "decision"), (Texts{"", "", ""})) << "a person looks at each";
    EXPECT_EQ(columnOf(parts, "start"), (Texts{"10", "10", "10"}));
}

TEST(RowParts, codes_that_do_not_stand_beside_their_names_are_left_out) {
    const auto parts =
        splitRow(rowWith({{"place_names", "xã Bản Bo; xã Khun Há"}, {"place_codes", "03403"}}));
    EXPECT_EQ(columnOf(parts, "place_names"), (Texts{"xã Bản Bo", "xã Khun Há"}));
    EXPECT_EQ(columnOf(parts, "place_codes"), (Texts{"", ""}));
}

TEST(RowParts, a_range_becomes_two_values_and_a_list_of_subjects_one_row_each) {
    EXPECT_EQ(columnOf(splitRow(rowWith({{"value_max", "7"}})), "value"), (Texts{"5", "7"}));
    EXPECT_EQ(columnOf(splitRow(rowWith({{"value_max", "7"}})), "value_max"), (Texts{"", ""}));
    const std::pair<const char*, Texts> lists[] = {
        {"mận; lê", {"mận", "lê"}},
        {"mận, lê và đào", {"mận", "lê", "đào"}},
    };
    for (const auto& [subject, names] : lists)
        EXPECT_EQ(columnOf(splitRow(rowWith({{"subject", subject}})), "subject"), names);
    EXPECT_EQ(columnOf(splitRow(rowWith({{"subject", "mận; lê"}})), "value"), (Texts{"", ""}));
}

TEST(RowParts, a_row_of_one_place_value_and_subject_cannot_be_split) {
    EXPECT_THROW(splitRow(rowWith({})), InputError);
}

TEST(RowParts, a_part_that_is_split_again_stands_in_place_of_all_before_it) {
    const auto parts = splitRow(rowWith({{"value_max", "7"}, {"subject", "mận, lê"}}));
    const auto again = splitRow(parts[1]);
    EXPECT_EQ(columnOf(again, "id"), (Texts{"pa.2.1", "pa.2.2"}));
    EXPECT_EQ(columnOf(again, "made_of"), (Texts{"pa;pa.2", "pa;pa.2"}));
    EXPECT_EQ(isIdOfReading("pa"), true);
    EXPECT_EQ(isIdOfReading("pa.2"), false);
}

TEST(RowParts, rows_of_one_statement_are_one_row_with_the_characters_of_all) {
    const ReviewCells first = rowWith({{"subject", "chè Shan"}, {"value", ""}, {"unit", ""}});
    const ReviewCells second = rowWith({{"id", "pb"},
                                        {"start", "40"},
                                        {"end", "52"},
                                        {"text", "12 ha"},
                                        {"subject", ""},
                                        {"value", "12"},
                                        {"unit", "ha"},
                                        {"qualifier", ">"},
                                        {"place_names", "xã Khun Há"},
                                        {"place_codes", "03406"},
                                        {"confidence", "0.50"}});
    for (const auto& rows : {std::vector{first, second}, {second, first}}) {
        const ReviewCells merged = mergeRows(rows);
        for (const auto& [column, text] : {std::pair{"subject", "chè Shan"},
                                           {"value", "12"},
                                           {"unit", "ha"},
                                           {"qualifier", ">"},
                                           {"place_names", "xã Bản Bo; xã Khun Há"},
                                           {"place_codes", "03403|03406"},
                                           {"value_scope", "shared"},
                                           {"text", "5 mô hình … 12 ha"},
                                           {"spans", "10-20;40-52"},
                                           {"start", "10"},
                                           {"made_of", "pa;pb"},
                                           {"decision", ""},
                                           {"confidence", "0.50"}})
            EXPECT_EQ(cellOf(merged, column), text) << column;
        EXPECT_EQ(charactersOf(merged), (std::vector<CharacterSpan>{{10, 20}, {40, 52}}));
        EXPECT_EQ(cellOf(merged, "id"), cellOf(mergeRows(std::vector{first, second}), "id"));
        EXPECT_EQ(cellOf(merged, "id")[0], 'm') << "no spreadsheet takes it for a number";
    }
}

TEST(RowParts, how_a_value_counts_comes_with_the_value) {
    const ReviewCells merged = mergeRows(
        std::vector{rowWith({{"id", "pa"}, {"value", ""}, {"value_scope", "none"}}),
                    rowWith({{"id", "pb"}, {"value_scope", "shared"}, {"indicator", "models"}})});
    EXPECT_EQ(cellOf(merged, "value_scope"), "shared");
    EXPECT_EQ(cellOf(merged, "indicator"), "models");
}

TEST(RowParts, where_it_is_goes_before_the_area_that_the_report_speaks_of) {
    const ReviewCells merged =
        mergeRows(std::vector{rowWith({{"place_role", "coverage"},
                                       {"place_names", "huyện Tam Đường"},
                                       {"place_codes", "03390"}}),
                              rowWith({{"id", "pb"}, {"start", "30"}, {"end", "35"}})});
    EXPECT_EQ(cellOf(merged, "place_names"), "xã Bản Bo");
    EXPECT_EQ(cellOf(merged, "place_role"), "location");
    EXPECT_EQ(cellOf(merged, "value_scope"), "own");
}

TEST(RowParts, rows_of_different_values_are_not_one) {
    const ReviewCells other = rowWith({{"id", "pb"}, {"value", "7"}});
    EXPECT_THROW(mergeRows(std::vector{rowWith({}), other}), InputError);
    EXPECT_THROW(mergeRows(std::vector{rowWith({}), rowWith({{"id", "pb"}, {"unit", "ha"}})}),
                 InputError);
    EXPECT_THROW(mergeRows(std::vector{rowWith({})}), InputError);
}

TEST(RowParts, words_that_nothing_was_proposed_for_are_known_again_by_their_line) {
    const ReviewCells row = rowOfWords({5, 9}, 3, "Xã  Bản Bo trồng chè", "chè");
    EXPECT_EQ(cellOf(row, "id")[0], 'h');
    EXPECT_EQ(madeOf(row), Texts{std::string(cellOf(row, "id"))});
    EXPECT_EQ(cellOf(row, "id"),
              cellOf(rowOfWords({90, 94}, 8, "Xã Bản Bo trồng chè", "chè"), "id"));
    EXPECT_EQ(cellOf(row, "line"), "3");
}

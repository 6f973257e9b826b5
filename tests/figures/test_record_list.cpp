#include "core/figures/record_list.hpp"
#include "core/records/field_texts.hpp"
#include "core/text/vietnamese.hpp"
#include "tests/support/packaged_records.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace terroir;
using figures::RecordColumn;
using figures::RecordOrder;
using terroir::testing::packagedGazetteer;
using terroir::testing::packagedRecords;

namespace {

const figures::RecordCells& cells() {
    static const figures::RecordCells cells(packagedGazetteer(), {}, Language::Vietnamese);
    return cells;
}

std::vector<std::uint32_t> listed(const records::RecordFilter& filter, const RecordOrder& order,
                                  const std::vector<std::size_t>* among = nullptr) {
    return figures::listRecords(packagedRecords(), among, {filter, {}}, cells(), order);
}

const records::Record& recordAt(std::uint32_t index) {
    return packagedRecords()[index];
}

} // namespace

TEST(RecordList, texts_stand_as_a_vietnamese_reads_and_equal_ones_in_the_order_of_records) {
    for (const RecordColumn column :
         {RecordColumn::Kind, RecordColumn::Subject, RecordColumn::Holder, RecordColumn::Place,
          RecordColumn::UnitName})
        for (const bool isDescending : {false, true}) {
            const auto rows = listed({}, {column, isDescending});
            ASSERT_EQ(rows.size(), packagedRecords().size());
            bool isEmpty = false;
            for (std::size_t i = 1; i < rows.size(); ++i) {
                const std::string before = cells().text(recordAt(rows[i - 1]), column),
                                  text = cells().text(recordAt(rows[i]), column);
                isEmpty = isEmpty || before.empty();
                ASSERT_TRUE(!isEmpty || text.empty()) << "cells that say nothing come last";
                const int order = text::compare(before, text);
                if (order == 0) {
                    ASSERT_LT(rows[i - 1], rows[i]) << text;
                } else if (!text.empty()) {
                    ASSERT_EQ(order > 0, isDescending) << before << " | " << text;
                }
            }
        }
}

TEST(RecordList, numbers_within_ids_stand_as_numbers) {
    std::vector<records::Record> some(3);
    some[0].id = "n12";
    some[1].id = "n9";
    some[2].id = "n100";
    EXPECT_EQ(figures::listRecords(some, nullptr, {{}, {}}, cells(), {RecordColumn::Id, false}),
              (std::vector<std::uint32_t>{1, 0, 2}));
    EXPECT_EQ(figures::listRecords(some, nullptr, {{}, {}}, cells(), {RecordColumn::Id, true}),
              (std::vector<std::uint32_t>{2, 0, 1}));
}

TEST(RecordList, a_record_is_found_by_every_text_that_it_has) {
    for (std::size_t i = 0; i < packagedRecords().size(); i += 7) {
        const records::Record& record = packagedRecords()[i];
        std::vector<std::string> texts{record.id};
        for (const auto& [field, text] : records::fieldTexts(record))
            texts.push_back(text);
        for (const records::Detail& detail : record.details) {
            std::erase_if(texts, [&](const std::string& text) {
                return text.find(detail.text) != std::string::npos; // several details of a field
            });
            texts.push_back(detail.text);
        }
        const std::vector<std::size_t> itself{i};
        for (const std::string& text : texts) {
            records::RecordFilter filter;
            filter.text = text::fold(text);
            EXPECT_EQ(listed(filter, {}, &itself).size(), 1U) << record.id << ": " << text;
        }
    }
}

TEST(RecordList, what_no_record_says_and_what_nobody_waits_for_is_an_empty_list) {
    records::RecordFilter filter;
    filter.text = "chữ không có ở đâu";
    EXPECT_TRUE(listed(filter, {}).empty());
    EXPECT_TRUE(figures::listRecords(packagedRecords(), nullptr, {{}, {}}, cells(), {}, [] {
                    return true;
                }).empty());
}

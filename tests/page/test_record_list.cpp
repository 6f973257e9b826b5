#include "core/page/record_list.hpp"

#include <gtest/gtest.h>

namespace terroir::page {
namespace {

std::vector<records::Record> manyRecords(std::size_t count) {
    std::vector<records::Record> all(count);
    for (records::Record& record : all) {
        record.kind = "livestock";
        record.subjects = {"trâu", "bò"};
        record.holder = "Hợp tác xã Bản Bo";
        record.source = "TD22";
        record.line = "12";
    }
    return all;
}

TEST(RecordList, a_record_stands_once_with_its_document_and_line_in_both_languages) {
    const auto all = manyRecords(3);
    const std::vector<records::Source> sources{{"TD22", "Báo cáo", "", "24", "2022-04-15", "", {}}};
    Texts texts;
    RecordList list(all, sources, texts);
    EXPECT_EQ(list.add({1, 2}), (nlohmann::json{0, 1}));
    EXPECT_EQ(list.add({0, 2}), (nlohmann::json{2, 1}));
    const nlohmann::json described = list.describe(), words = texts.take();
    ASSERT_EQ(described.size(), 3U);
    std::string vi, en;
    for (const auto& field : described[0]) {
        const auto& text = words[field.get<std::size_t>()];
        vi += (text.is_string() ? text : text[0]).get<std::string>() + "|";
        en += (text.is_string() ? text : text[1]).get<std::string>() + "|";
    }
    EXPECT_TRUE(vi.starts_with("Trâu, bò|")) << vi;
    EXPECT_NE(vi.find("|Chủ thể|Hợp tác xã Bản Bo|"), std::string::npos) << vi;
    EXPECT_NE(vi.find("|Nguồn|Báo cáo, số 24, ngày 15/4/2022|Dòng|12|"), std::string::npos) << vi;
    EXPECT_NE(en.find("|Source|Báo cáo, no. 24, 15 April 2022|Line|12|"), std::string::npos) << en;
}

TEST(RecordList, more_records_than_a_phone_opens_are_left_out_and_counted) {
    const auto all = manyRecords(maxRecords + 1);
    Texts texts;
    const std::vector<records::Source> none;
    RecordList list(all, none, texts);
    for (std::size_t i = 0; i < maxRecords; ++i)
        list.add({i});
    EXPECT_EQ(list.describe().size(), maxRecords);
    list.add({maxRecords});
    EXPECT_TRUE(list.describe().is_null());
    EXPECT_EQ(list.size(), maxRecords + 1);
}

} // namespace
} // namespace terroir::page

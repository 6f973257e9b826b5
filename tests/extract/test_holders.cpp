#include "core/extract/holders.hpp"
#include "core/extract/proposal.hpp"
#include "tests/extract/reading.hpp"

#include <gtest/gtest.h>

#include <array>

using namespace terroir;
using namespace terroir::extract;
using terroir::testing::packagedGazetteer;

namespace {

std::string holdersNamedIn(const std::string& sentence) {
    const std::vector<Token> tokens = tokensOf(sentence);
    std::string names;
    for (const Holder& holder : holdersIn(tokens, reportLexicon()))
        names += (names.empty() ? "" : "; ") +
                 sentence.substr(tokens[holder.first].first,
                                 tokens[holder.end - 1].end - tokens[holder.first].first);
    return names;
}

Reading ofBanBo(const std::string& text) {
    return readOf(text, "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu", Date::of(2022, 12, 31));
}

/// "5 mô hình=HTX A", parted by " | ".
std::string heldIn(const std::string& text) {
    std::string all;
    for (const Proposal& one : ofBanBo(text).proposals)
        if (one.value)
            all += (all.empty() ? "" : " | ") + terroir::textOf(Value(*one.value)) + " " +
                   one.unit + "=" + one.holder;
    return all;
}

} // namespace

TEST(Holders, an_organisation_has_its_kind_and_its_name) {
    const std::pair<const char*, const char*> cases[] = {
        {"HTX Bản Bo trồng 12 ha chè", "HTX Bản Bo"},
        {"Hợp tác xã nông nghiệp hữu cơ Đoàn Kết có 5 mô hình",
         "Hợp tác xã nông nghiệp hữu cơ Đoàn Kết"},
        {"Công ty TNHH Giống cây trồng Mường So đã cấp", "Công ty TNHH Giống cây trồng Mường So"},
        {"Công ty cổ phần Nông nghiệp công nghệ cao Sao Mai đầu tư",
         "Công ty cổ phần Nông nghiệp công nghệ cao Sao Mai"},
        {"tổ hợp tác Thành Công sản xuất chè", "tổ hợp tác Thành Công"},
        {"Trung tâm Dịch vụ nông nghiệp huyện Tam Đường triển khai",
         "Trung tâm Dịch vụ nông nghiệp huyện Tam Đường"},
        {"HTX Bản Bo và HTX Sơn Bình cùng trồng", "HTX Bản Bo; HTX Sơn Bình"},
        {"mô hình của hộ ông Lò Văn Phái và gia đình bà Tẩn Thị Mỷ",
         "hộ ông Lò Văn Phái; gia đình bà Tẩn Thị Mỷ"},
        {"3 lồng cá của ông Vàng A Páo", "ông Vàng A Páo"},
    };
    for (const auto& [sentence, names] : cases)
        EXPECT_EQ(holdersNamedIn(sentence), names) << sentence;
}

TEST(Holders, words_without_a_name_are_none) {
    for (const char* sentence :
         {"xã có 5 hợp tác xã nông nghiệp", "12 hộ nghèo được hỗ trợ",
          "các doanh nghiệp trên địa bàn", "thành lập 2 tổ hợp tác", "trung tâm xã có điện",
          "công ty và các hộ dân liên kết", "gia đình văn hóa đạt 80 %"})
        EXPECT_EQ(holdersNamedIn(sentence), "") << sentence;
}

TEST(Holders, a_statement_is_of_the_holder_tied_to_it_else_of_the_one_before) {
    const std::pair<const char*, const char*> cases[] = {
        {"HTX Sao Mai trồng 12 ha chè.\n", "12 ha=HTX Sao Mai"},
        {"Có 5 lồng cá của hộ ông Lò Văn Phái.\n", "5 lồng=hộ ông Lò Văn Phái"},
        {"Trồng mới 12 ha chè (HTX Sao Mai), 5 ha cam.\n", "12 ha=HTX Sao Mai | 5 ha="},
        {"HTX Sao Mai trồng 12 ha chè, HTX Đoàn Kết trồng 5 ha cam.\n",
         "12 ha=HTX Sao Mai | 5 ha=HTX Đoàn Kết"},
        {"HTX Sao Mai, HTX Đoàn Kết trồng 12 ha chè.\n", "12 ha=HTX Sao Mai; HTX Đoàn Kết"},
        {"HTX Sao Mai đã củng cố tổ chức; toàn xã trồng 12 ha chè.\n", "12 ha="},
        {"Toàn xã trồng 12 ha chè.\n", "12 ha="},
        {"HTX Sao Mai trồng 12 ha chè, người dân trồng 5 ha cam.\n", "12 ha=HTX Sao Mai | 5 ha="},
    };
    for (const auto& [text, held] : cases)
        EXPECT_EQ(heldIn(text), held) << text;
}

TEST(Holders, their_characters_are_those_of_the_text) {
    const std::string text = "HTX Sao Mai, HTX Đoàn Kết trồng 12 ha chè.\n";
    const Reading reading = ofBanBo(text);
    const Table table = proposalTable("x.txt", text, {}, reading.proposals, packagedGazetteer(),
                                      Date::of(2022, 12, 31));
    const std::vector<std::string> columns = namesOf(table.columns);
    const auto cell = [&](const char* name) {
        return terroir::textOf(table.rows.at(
            0)[std::size_t(std::find(columns.begin(), columns.end(), name) - columns.begin())]);
    };
    EXPECT_EQ(cell("holder"), "HTX Sao Mai; HTX Đoàn Kết");
    EXPECT_EQ(cell("holder_start"), "0");
    EXPECT_EQ(cell("holder_end"), "25");
    EXPECT_EQ(cell("page"), "");
}

TEST(Holders, where_a_person_lives_is_no_place_of_what_is_stated) {
    const auto placesOf = [](const std::string& text) {
        std::string places;
        for (const Proposal& one : ofBanBo(text).proposals)
            for (const gazetteer::UnitIndex place : one.places)
                places += packagedGazetteer().unit(place).name + ";";
        return places;
    };
    EXPECT_EQ(placesOf("Hộ ông Lò Văn Phái (thường trú xã Khun Há) có 5 lồng cá.\n"), "Bản Bo;");
    EXPECT_EQ(placesOf("Hộ ông Lò Văn Phái, địa chỉ xã Khun Há, nuôi 5 lồng cá tại xã Nà Tăm.\n"),
              "Nà Tăm;");
    EXPECT_EQ(placesOf("Hộ ông Lò Văn Phái xã Khun Há có 5 lồng cá.\n"), "Khun Há;");
}

TEST(Report, a_proposal_says_the_page_on_which_it_stands) {
    const std::string text = "Xã có 5 lồng cá.\nXã có 12 ha chè.\n";
    const Reading reading = ofBanBo(text);
    const std::array<std::size_t, 2> pages{0, text.find("Xã có 12")};
    const Table table = proposalTable("x.pdf", text, pages, reading.proposals, packagedGazetteer(),
                                      Date::of(2022, 12, 31));
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(terroir::textOf(table.rows[0].back()), "1");
    EXPECT_EQ(terroir::textOf(table.rows[1].back()), "2");
}

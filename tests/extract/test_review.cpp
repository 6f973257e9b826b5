#include "core/base/csv.hpp"
#include "core/extract/review.hpp"
#include "tests/geocode/packaged_geocoder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

using namespace terroir;
using namespace terroir::extract;
using terroir::testing::packagedGazetteer;

namespace {

/// Proposals on these words of a text, in order.
Review reviewOn(const std::string& text, const std::vector<std::string>& words) {
    Reading reading;
    std::size_t from = 0;
    for (const std::string& one : words) {
        Proposal proposal;
        proposal.firstByte = text.find(one, from);
        proposal.endByte = proposal.firstByte + one.size();
        proposal.kind = "model";
        proposal.subject = one;
        from = proposal.firstByte;
        reading.proposals.push_back(proposal);
    }
    records::Source source;
    source.id = "bao-cao";
    source.title = "Báo cáo";
    source.number = "12/BC-UBND";
    return reviewOf("bao-cao.txt", text, {}, source, Date::of(2022, 4, 15), std::move(reading));
}

std::vector<std::string> idsOf(const Review& review) {
    std::vector<std::string> ids;
    for (const ReviewedProposal& one : review.proposals)
        ids.push_back(one.id);
    return ids;
}

} // namespace

TEST(Review, a_proposal_is_known_by_its_words_and_not_by_where_they_stand) {
    const std::string paragraph = "Xã Bản Bo có 3 mô hình chè.";
    const auto ids = idsOf(reviewOn(paragraph, {"3 mô hình chè"}));
    EXPECT_EQ(ids, idsOf(reviewOn("Một dòng mới ở trên.\n" + paragraph, {"3 mô hình chè"})));
    EXPECT_NE(ids, idsOf(reviewOn("Xã Khun Há có 3 mô hình chè.", {"3 mô hình chè"})));
}

TEST(Review, the_same_words_twice_are_two_proposals) {
    const std::string line = "2 mô hình ở Bản Bo, 2 mô hình ở Khun Há";
    const auto ids = idsOf(reviewOn(line + "\n" + line, {"2 mô hình", "2 mô hình"}));
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 2U);
    EXPECT_EQ(ids[1], ids[0] + "-2");
}

TEST(Review, an_id_is_no_number_that_a_spreadsheet_could_round) {
    for (const std::string& id : idsOf(reviewOn("a b c d e f g", {"a", "b", "c", "d", "e", "f"}))) {
        EXPECT_EQ(id[0], 'p');
        EXPECT_EQ(id.size(), 13U);
    }
}

TEST(Review, people_decide_in_either_language) {
    const std::pair<const char*, std::optional<Choice>> words[] = {
        {"", Choice::Open},          {"accept", Choice::Accept}, {"Nhận", Choice::Accept},
        {"nhan", Choice::Accept},    {"refuse", Choice::Refuse}, {" Bỏ ", Choice::Refuse},
        {"TỪ CHỐI", Choice::Refuse}, {"maybe", std::nullopt},    {"1", std::nullopt},
    };
    for (const auto& [word, choice] : words)
        EXPECT_EQ(parseChoice(word), choice) << word;
}

TEST(Review, every_row_says_of_which_document_it_is) {
    const Table table =
        reviewTable(reviewOn("Có 3 mô hình chè", {"3 mô hình chè"}), packagedGazetteer());
    const TextTable read = parseCsv(toCsv(table), "x.csv");
    const auto cell = [&](const char* name) {
        return read.rows.at(0).cells.at(read.requireColumn(name));
    };
    EXPECT_EQ(cell("text"), "3 mô hình chè");
    EXPECT_EQ(cell("decision"), "");
    EXPECT_EQ(cell("source"), "bao-cao");
    EXPECT_EQ(cell("source_number"), "12/BC-UBND");
    EXPECT_EQ(cell("as_of"), "2022-04-15");
    EXPECT_EQ(cell("checksum").size(), 64U);
}

TEST(Review, json_says_the_document_once_and_what_was_left_open) {
    Review review = reviewOn("Có 3 mô hình chè và 9 cái", {"3 mô hình chè"});
    Proposal open;
    open.firstByte = review.text.find("9 cái");
    open.endByte = review.text.size();
    open.value = 9;
    review.leftOpen.push_back(open);
    const auto json = nlohmann::json::parse(reviewJson(review, packagedGazetteer()));
    EXPECT_EQ(json["document"]["source"], "bao-cao");
    EXPECT_EQ(json["proposals"][0]["text"], "3 mô hình chè");
    EXPECT_FALSE(json["proposals"][0].contains("source"));
    EXPECT_EQ(json["left_open"][0]["text"], "9 cái");
    EXPECT_EQ(json["left_open"][0]["start"], 20);
}

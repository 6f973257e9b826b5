#include "core/page/frame.hpp"
#include "core/page/review_page.hpp"
#include "tests/geocode/packaged_geocoder.hpp"
#include "tests/page/page_reader.hpp"

#include <gtest/gtest.h>

#include <set>

namespace terroir::page {
namespace {

using extract::Review;
using nlohmann::json;

Review reviewOn(const std::string& text, const std::string& words) {
    extract::Reading reading;
    extract::Proposal proposal;
    proposal.firstByte = text.find(words);
    proposal.endByte = proposal.firstByte + words.size();
    proposal.kind = "model";
    proposal.subject = words;
    proposal.value = 1947.5;
    proposal.reasons = {"cue"};
    reading.proposals = {proposal};
    records::Source source;
    source.id = "bao-cao";
    source.title = "Báo cáo";
    return extract::reviewOf("bao-cao.txt", text, {}, source, Date::of(2022, 4, 15),
                             std::move(reading));
}

std::string pageOf(const Review& review) {
    return reviewPage(review, testing::packagedGazetteer(), Language::Vietnamese);
}

std::size_t countIn(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos;
         at = text.find(what, at + 1))
        ++count;
    return count;
}

} // namespace

TEST(ReviewPage, phrases_are_where_a_script_counts_them) {
    // A script counts a character outside the first plane as two.
    const json data = dataOf(pageOf(reviewOn("Đạt 𝟙 và ế 3 mô hình chè.", "3 mô hình chè")));
    EXPECT_EQ(data["spans"][0], (json{12, 25}));
    EXPECT_EQ(data["columns"].size(), data["rows"][0].size());
}

TEST(ReviewPage, the_text_of_a_report_stays_data) {
    for (const std::string words :
         {"</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--<script>",
          "'}}{{script}}", "]]>&lt;\\u003c", "a\xE2\x80\xA8z"}) {
        Review review = reviewOn("Có " + words + " chè.", words);
        review.source.title = words;
        review.file = words;
        const std::string html = pageOf(review);
        EXPECT_EQ(dataOf(html)["text"], review.text);
        EXPECT_EQ(countIn(html, "<script"), 2U) << words;
        EXPECT_EQ(html.find("<img"), std::string::npos) << words;
        EXPECT_NE(html.find("<title>" + htmlText(words) + "</title>"), std::string::npos);
    }
}

TEST(ReviewPage, its_policy_lets_only_its_own_script_run_and_loads_nothing) {
    const std::string html = pageOf(reviewOn("Có 3 mô hình chè.", "3 mô hình chè"));
    EXPECT_NE(html.find("default-src 'none'; script-src '" + std::string(reviewFiles().scriptHash)),
              std::string::npos);
    EXPECT_EQ(html.find("unsafe"), std::string::npos);
}

TEST(ReviewPage, a_long_report_makes_a_page_that_grows_with_it_alone) {
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += "Xã Bản Bo có nhiều hộ trồng chè theo hướng an toàn, bền vững trong năm qua.\n";
    const std::string html = pageOf(reviewOn(text + "3 mô hình chè", "3 mô hình chè"));
    EXPECT_LT(html.size(), text.size() + 100'000);
}

TEST(ReviewPage, words_have_both_languages_and_are_all_used) {
    std::set<std::string_view> names;
    for (const InterfaceWord& word : reviewWords()) {
        EXPECT_TRUE(names.insert(word.name).second) << word.name;
        EXPECT_FALSE(word.text.vi.empty() || word.text.en.empty()) << word.name;
        EXPECT_NE(reviewFiles().script.find("'" + std::string(word.name) + "'"), std::string::npos)
            << word.name;
    }
}

} // namespace terroir::page

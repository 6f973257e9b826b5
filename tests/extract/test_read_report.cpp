#include "tests/extract/reading.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

using namespace terroir;
using namespace terroir::extract;
using terroir::testing::packagedGazetteer;

namespace {

/// "livestock | cơ sở chăn nuôi | =9 cơ sở | Sơn Bình location | own"
std::string lineOf(const Proposal& one) {
    std::string places;
    for (const gazetteer::UnitIndex unit : one.places)
        places += (places.empty() ? "" : ", ") + packagedGazetteer().unit(unit).name;
    return fmt::format("{} | {} | {} | {} {} | {}{}", one.kind, one.subject,
                       one.value
                           ? fmt::format("{}{}{} {}", records::toString(one.qualifier), *one.value,
                                         one.max ? fmt::format("-{}", *one.max) : "", one.unit)
                           : "",
                       places, records::toString(one.role), records::toString(one.scope),
                       one.outlook == Outlook::Reported  ? ""
                       : one.outlook == Outlook::Planned ? " planned"
                                                         : " proposed");
}

} // namespace

// With TERROIR_UPDATE_CASES in the environment the answers are written anew, to be read.
// A case is "# territory, day", the report, and behind "--" a line for each proposal.
TEST(Report, proposals_of_the_cases) {
    std::ifstream file(TERROIR_SOURCE_DIR "/tests/data/extract/reports.txt");
    std::string line, territory, report, expected, written;
    Date day;
    bool isAnswer = false;
    std::size_t cases = 0;
    const auto check = [&] {
        if (report.empty())
            return;
        ++cases;
        std::string got;
        for (const Proposal& one : readOf(report, territory, day).proposals)
            got += lineOf(one) + "\n";
        EXPECT_EQ(got, expected) << report;
        written += "# " + territory + ", " + day.toString() + "\n" + report + "--\n" + got + "\n";
        report.clear();
        expected.clear();
        isAnswer = false;
    };
    while (std::getline(file, line)) {
        if (line.starts_with("# ")) {
            check();
            territory = line.substr(2, line.rfind(", ") - 2);
            day = *parseDayText(line.substr(line.rfind(", ") + 2));
        } else if (line == "--") {
            isAnswer = true;
        } else if (!line.empty()) {
            (isAnswer ? expected : report) += line + "\n";
        }
    }
    check();
    EXPECT_GE(cases, 10u);
    if (std::getenv("TERROIR_UPDATE_CASES") != nullptr)
        std::ofstream(TERROIR_SOURCE_DIR "/tests/data/extract/reports.txt") << written;
}

TEST(Report, every_proposal_rests_on_words_of_the_text) {
    const std::string text =
        "Toàn huyện có 09 cơ sở chăn nuôi lợn, 26 cơ sở nuôi cá với 388 bể. Nhãn hiệu "
        "chứng nhận “Chè Tam Đường” được cấp năm 2019.\n";
    const Reading reading = readOf(text, "huyện Tam Đường, tỉnh Lai Châu", Date::of(2022, 12, 31));
    ASSERT_GE(reading.proposals.size(), 3u);
    const Table table = proposalTable("x.txt", text, {}, reading.proposals, packagedGazetteer(),
                                      Date::of(2022, 12, 31));
    const std::vector<std::string> columns = namesOf(table.columns);
    const auto words =
        std::size_t(std::find(columns.begin(), columns.end(), "text") - columns.begin());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const Proposal& one = reading.proposals[i];
        EXPECT_LT(one.firstByte, one.endByte);
        EXPECT_EQ(std::get<std::string>(table.rows[i][words]),
                  text.substr(one.firstByte, one.endByte - one.firstByte));
    }
}

TEST(Report, the_parents_of_a_place_are_no_places_of_their_own) {
    const std::pair<const char*, const char*> cases[] = {
        {"Xã Bản Bo, huyện Tam Đường có 5 mô hình khuyến nông.\n", "Bản Bo;"},
        {"Xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu có 5 mô hình khuyến nông.\n", "Bản Bo;"},
        {"Huyện Sìn Hồ, huyện Tam Đường có 5 mô hình khuyến nông.\n", "Tam Đường;Sìn Hồ;"},
    };
    for (const auto& [text, names] : cases) {
        const Reading reading = readOf(text, "tỉnh Lai Châu", Date::of(2022, 12, 31));
        ASSERT_EQ(reading.proposals.size(), 1u) << text;
        std::string found;
        for (const gazetteer::UnitIndex place : reading.proposals[0].places)
            found += packagedGazetteer().unit(place).name + ";";
        EXPECT_EQ(found, names) << text;
    }
}

TEST(Report, hostile_text_is_read_to_its_end) {
    for (const std::string& text :
         {std::string(), std::string("\n\n\n"), std::string(200'000, '('),
          std::string("1 ").append(100'000, '9'), std::string("mô hình trồng \xff\xfe 5 ha ⁷"),
          std::string("¹²³⁴⁵⁶⁷⁸⁹⁰ “ “ ” ha ha 5 5 5 %%%")})
        EXPECT_LE(readOf(text, "tỉnh Lai Châu", Date::of(2022, 12, 31)).proposals.size(), 100u);
}

TEST(Report, a_statement_has_the_year_of_its_clause) {
    const std::pair<const char*, const char*> cases[] = {
        {"Năm 2021 trồng 5 ha chè; năm 2022 trồng 7 ha chè.", "2021 2022"},
        {"Giai đoạn 2015-2020 xây dựng 12 mô hình.", "2015-2020"},
        {"Trồng 5 ha chè, tăng so với năm 2012.", ""},
        {"Năm 2020 tỉnh có 17 đề tài chuyển từ năm 2019 sang, 6 đề tài mới.", "2020 2020"},
        {"Kế hoạch số 37 ngày 19/02/2013 hỗ trợ 3 mô hình.", ""},
    };
    for (const auto& [text, years] : cases) {
        std::string periods;
        for (const Proposal& one : readOf(text, "tỉnh Lai Châu", Date::of(2022, 12, 31)).proposals)
            periods += (periods.empty() || one.period.empty() ? "" : " ") + one.period;
        EXPECT_EQ(periods, years) << text;
    }
}

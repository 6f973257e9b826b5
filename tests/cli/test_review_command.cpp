#include "core/base/csv.hpp"
#include "tests/cli/terroir_process.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace terroir::cli_test {

namespace {

/// Records t-r2 (clear), t-r3 (unmatched) and t-r4 (district or town).
void addTrials(const Folder& folder) {
    folder.addWorkspace();
    folder.write("t.csv", "Cây trồng,Địa điểm,Diện tích (ha),Năm\n"
                          "Lúa,\"xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu\",2,2024\n"
                          "Chè,Xã Không Có,1,2024\n"
                          "Mận,\"Mộc Châu, Sơn La\",5,2024\n");
    const Outcome run =
        folder.run({"import", "t.csv", "--as", "trial", "--territory", "tỉnh Lai Châu"});
    ASSERT_EQ(run.code, 0) << run.err;
    ASSERT_NE(
        run.err.find("Places that are not clear: 2; see and decide them with 'terroir review'"),
        std::string::npos)
        << run.err;
}

nlohmann::json review(const Folder& folder, std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"review", "--json", "-q"});
    const Outcome run = folder.run(options);
    EXPECT_EQ(run.code, 0) << run.err;
    return nlohmann::json::parse(run.out);
}

std::vector<std::string> idsOf(const nlohmann::json& rows) {
    std::vector<std::string> ids;
    for (const auto& row : rows)
        ids.push_back(row["id"]);
    return ids;
}

using Ids = std::vector<std::string>;

} // namespace

TEST(ReviewCommand, lists_what_is_not_clear_with_candidates_title_and_source) {
    const Folder folder;
    addTrials(folder);
    const Outcome run = folder.run({"review"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(linesOf(run.out).front(),
              "id,kind,text,context,day,status,candidate_names,candidates,title,source,line,code");
    EXPECT_NE(run.err.find("2 places to decide"), std::string::npos) << run.err;
    const auto rows = review(folder);
    ASSERT_EQ(idsOf(rows), (Ids{"t-r3#1", "t-r4#1"}));
    EXPECT_EQ(rows[0]["status"], "unmatched");
    EXPECT_TRUE(rows[0]["candidates"].is_null());
    EXPECT_EQ(rows[1]["status"], "ambiguous");
    EXPECT_EQ(rows[1]["title"], "Mận");
    EXPECT_EQ(rows[1]["source"], "t");
    EXPECT_EQ(rows[1]["day"], "2024-12-31");
    EXPECT_NE(rows[1]["candidate_names"].get<std::string>().find("huyện Mộc Châu, tỉnh Sơn La"),
              std::string::npos);
    EXPECT_TRUE(rows[1]["code"].is_null());
}

TEST(ReviewCommand, a_version_a_day_or_a_name_can_be_given_and_a_wrong_one_lists_the_right_ones) {
    const Folder folder;
    addTrials(folder);
    for (const char* code : {"123@2013", "123", "123@2020-01-01", "huyện Mộc Châu, tỉnh Sơn La"}) {
        ASSERT_EQ(folder.run({"review", "accept", "t-r4", code}).code, 0) << code;
        EXPECT_EQ(review(folder, {"--decided"})[0]["code"], "123@2013") << code;
    }
    const Outcome none = folder.run({"review", "accept", "t-r4#1", "03390@x"});
    EXPECT_EQ(none.code, 2);
    EXPECT_TRUE(none.err.find("03390@2025 (xã Bình Lư, tỉnh Lai Châu)") != std::string::npos)
        << none.err;
    // A code of today for a record of 2024.
    const Outcome later = folder.run({"review", "accept", "t-r4#1", "21548"});
    EXPECT_EQ(later.code, 2);
    EXPECT_NE(later.err.find("21548@2025 (đặc khu Lý Sơn, tỉnh Quảng Ngãi)"), std::string::npos)
        << later.err;
    EXPECT_EQ(folder.run({"review", "accept", "t-r4#1", "99999"}).code, 2);
}

TEST(ReviewCommand, decisions_outlive_a_second_import_and_hold_off_init) {
    const Folder folder;
    addTrials(folder);
    ASSERT_EQ(folder.run({"review", "accept", "t-r4#1", "123"}).code, 0);
    ASSERT_EQ(folder.run({"import", "t.csv", "--as", "trial", "-O", "-q"}).code, 0);
    EXPECT_EQ(review(folder, {"--decided"})[0]["code"], "123@2013");
    const Outcome init = folder.run({"init", "-O"});
    EXPECT_EQ(init.code, 1);
    EXPECT_NE(init.err.find("1 decisions"), std::string::npos) << init.err;
    // The text has changed: the decision is kept, but it is about something else.
    folder.write("t.csv",
                 "Cây trồng,Địa điểm,Năm\nLúa,Bản Bo,2024\nChè,Bản Bo,2024\nMận,Bản Bo,2024\n");
    ASSERT_EQ(folder.run({"import", "t.csv", "--as", "trial", "-O", "-q"}).code, 0);
    const auto unused = review(folder, {"--decided"});
    ASSERT_EQ(idsOf(unused), Ids{"t-r4#1"});
    EXPECT_EQ(unused[0]["status"], "unused");
    EXPECT_EQ(folder.run({"review", "undo", "t-r4#1"}).code, 0);
    EXPECT_TRUE(review(folder, {"--decided"}).empty());
}

TEST(ReviewCommand, a_second_import_speaks_of_undecided_places_only) {
    const Folder folder;
    addTrials(folder);
    ASSERT_EQ(folder.run({"review", "accept", "t-r4#1", "03979", "-q"}).code, 0);
    const auto hint = [&] {
        const std::string err = folder.run({"import", "t.csv", "--as", "trial", "-O"}).err;
        const std::size_t at = err.find("Places that are not clear");
        return at == std::string::npos ? std::string() : err.substr(at, err.find(';', at) - at);
    };
    EXPECT_EQ(hint(), "Places that are not clear: 1");
    EXPECT_EQ(review(folder).size(), 1U) << "as many as the list has";
    ASSERT_EQ(folder.run({"review", "reject", "t-r3#1", "-q"}).code, 0);
    EXPECT_EQ(hint(), "");
}

} // namespace terroir::cli_test

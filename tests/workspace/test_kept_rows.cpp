#include "core/records/record_store.hpp"
#include "core/workspace/apply_review.hpp"
#include "core/workspace/read_review.hpp"
#include "core/workspace/record_edits.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace terroir::workspace {
namespace {

using extract::cellOf;
using extract::ReviewCells;
using terroir::testing::TemporaryFolder;

const std::string keptReport =
    "UBND HUYỆN TAM ĐƯỜNG\nSố: 31/BC-UBND\nTam Đường, ngày 12 tháng 10 năm 2023\nBÁO CÁO\n"
    "Xã Bản Bo, xã Khun Há có 5 mô hình khuyến nông. Xã Tả Lèng có 7 cơ sở chăn nuôi.\n"
    "Xã Sơn Bình có 9 nhiệm vụ khoa học và công nghệ.\n";

/// Rows of a report as a person works on them, each step on a workspace that is opened again.
class KeptRowsTest : public ::testing::Test {
protected:
    void SetUp() override { std::filesystem::copy_file(packagedFile(), m_file); }

    std::vector<ReviewCells> read(const std::string& text = keptReport) {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        documents::Document document;
        document.text = text;
        DocumentFacts facts{"bao-cao.txt", "bao-cao", documents::readLetterhead(text),
                            Date::of(2023, 10, 12), gazetteer::noUnit};
        facts.within = workspace.findUnit("huyện Tam Đường, tỉnh Lai Châu", facts.asOf, "--within");
        const Table table =
            reviewTable(readReview(workspace, document, facts), workspace.gazetteer());
        std::vector<ReviewCells> rows;
        for (const auto& row : table.rows) {
            const std::vector<std::string> texts = textsOf(row);
            ReviewCells& cells = rows.emplace_back();
            for (std::size_t i = 0; i < texts.size(); ++i)
                cells[table.columns[i].name] = texts[i];
        }
        return rows;
    }

    AppliedReview apply(const std::vector<ReviewCells>& rows) {
        Workspace workspace(m_file, store::Mode::ReadWrite);
        return applyReview(workspace, "Lan", tableOf(rows, "de-xuat.csv"));
    }

    std::vector<records::Record> recordsOf(const std::string& kind) {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        std::vector<records::Record> found;
        for (const records::Record& record : workspace.records())
            if (record.source == "bao-cao" && record.kind == kind)
                found.push_back(record);
        return found;
    }

    TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "w.sqlite";
};

std::vector<std::string> idsAndChoices(const std::vector<ReviewCells>& rows) {
    std::vector<std::string> all;
    for (const ReviewCells& row : rows)
        all.push_back(std::string(cellOf(row, "id")) + " " + std::string(cellOf(row, "decision")));
    return all;
}

std::vector<ReviewCells> splitAt(std::vector<ReviewCells> rows, std::size_t at,
                                 const char* decision) {
    std::vector<ReviewCells> parts = extract::splitRow(rows[at]);
    for (ReviewCells& part : parts)
        part["decision"] = decision;
    rows.erase(rows.begin() + std::ptrdiff_t(at));
    rows.insert(rows.begin() + std::ptrdiff_t(at), parts.begin(), parts.end());
    return rows;
}

} // namespace

TEST_F(KeptRowsTest, what_a_person_wrote_outlives_another_reading) {
    std::vector<ReviewCells> rows = read();
    ASSERT_EQ(rows.size(), 3U);
    rows[1]["decision"] = "accept";
    rows[1]["value"] = "8";
    rows[1]["subject"] = "gà";
    EXPECT_EQ(apply(rows).count(Applied::Added), 1U);
    const std::vector<ReviewCells> again = read();
    EXPECT_EQ(cellOf(again[1], "value"), "8");
    EXPECT_EQ(cellOf(again[1], "subject"), "gà");
    const AppliedReview applied = apply(again);
    EXPECT_FALSE(applied.isStored);
    const auto records = recordsOf(again[1].at("kind"));
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].value, 8) << "not what the machine had read";
}

TEST_F(KeptRowsTest, parts_are_records_and_are_parts_again_in_another_reading) {
    std::vector<ReviewCells> rows = splitAt(read(), 0, "accept");
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(apply(rows).count(Applied::Added), 2U);
    const auto records = recordsOf("model");
    ASSERT_EQ(records.size(), 2U);
    for (const records::Record& record : records)
        EXPECT_EQ(record.places.size(), 1U);
    const std::vector<ReviewCells> again = read();
    EXPECT_EQ(idsAndChoices(again), idsAndChoices(rows));
    const AppliedReview applied = apply(again);
    EXPECT_FALSE(applied.isStored);
    EXPECT_EQ(applied.count(Applied::Unchanged), 2U);
}

TEST_F(KeptRowsTest, parts_stay_parts_while_nobody_has_decided_about_them) {
    const std::vector<ReviewCells> rows = splitAt(read(), 0, "");
    apply(rows);
    EXPECT_EQ(idsAndChoices(read()), idsAndChoices(rows));
}

TEST_F(KeptRowsTest, a_record_goes_when_its_proposal_is_split_and_comes_back_with_undo) {
    std::vector<ReviewCells> rows = read();
    rows[0]["decision"] = "accept";
    apply(rows);
    ASSERT_EQ(recordsOf("model").size(), 1U);
    const std::string whole = recordsOf("model")[0].id;
    apply(splitAt(read(), 0, "accept"));
    ASSERT_EQ(recordsOf("model").size(), 2U) << "else it would count twice";
    {
        Workspace workspace(m_file, store::Mode::ReadWrite);
        undoEdit(workspace);
    }
    ASSERT_EQ(recordsOf("model").size(), 1U);
    EXPECT_EQ(recordsOf("model")[0].id, whole);
    EXPECT_EQ(idsAndChoices(read()), idsAndChoices(rows));
}

TEST_F(KeptRowsTest, a_record_changed_by_hand_stays_when_its_proposal_is_split_which_is_said) {
    std::vector<ReviewCells> rows = read();
    rows[0]["decision"] = "accept";
    apply(rows);
    {
        Workspace workspace(m_file, store::Mode::ReadWrite);
        changeRecord(workspace, "Lan", recordsOf("model").at(0).id, {{"holder", "HTX Bản Bo"}});
    }
    const AppliedReview applied = apply(splitAt(read(), 0, ""));
    ASSERT_EQ(recordsOf("model").size(), 1U);
    EXPECT_TRUE(std::any_of(applied.rows.begin(), applied.rows.end(), [](const AppliedRow& row) {
        return row.sentence.en.find("changed by hand") != std::string::npos;
    }));
}

TEST_F(KeptRowsTest, a_proposal_that_is_decided_whole_again_takes_the_place_of_its_parts) {
    const std::vector<ReviewCells> asRead = read();
    apply(splitAt(asRead, 0, "accept"));
    ASSERT_EQ(recordsOf("model").size(), 2U);
    std::vector<ReviewCells> whole = asRead;
    whole[0]["decision"] = "accept";
    apply(whole);
    EXPECT_EQ(recordsOf("model").size(), 1U);
}

TEST_F(KeptRowsTest, what_was_merged_is_one_record_with_the_characters_of_all) {
    std::vector<ReviewCells> rows = read();
    rows[2]["value"] = rows[2]["unit"] = "";
    ReviewCells merged = extract::mergeRows(std::vector{rows[1], rows[2]});
    merged["decision"] = "accept";
    rows = {rows[0], merged};
    apply(rows);
    const auto records = recordsOf(merged["kind"]);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].facts, cellOf(merged, "spans"));
    EXPECT_EQ(records[0].places.size(), 2U);
    const std::vector<ReviewCells> again = read();
    EXPECT_EQ(idsAndChoices(again), idsAndChoices(rows));
    EXPECT_FALSE(apply(again).isStored);
    const std::vector<ReviewCells> later = read("Xin trân trọng.\n" + keptReport);
    EXPECT_EQ(idsAndChoices(later), idsAndChoices(rows)) << "whatever stands before it";
    EXPECT_EQ(cellOf(later[1], "text"), cellOf(merged, "text"));
}

TEST_F(KeptRowsTest, parts_that_the_door_refuses_leave_the_record_of_the_whole) {
    std::vector<ReviewCells> rows = read();
    rows[0]["decision"] = "accept";
    apply(rows);
    std::vector<ReviewCells> parts = splitAt(read(), 0, "accept");
    parts[0]["value"] = parts[1]["value"] = "năm";
    EXPECT_EQ(apply(parts).count(Applied::Rejected), 2U);
    ASSERT_EQ(recordsOf("model").size(), 1U);
    EXPECT_EQ(idsAndChoices(read()), idsAndChoices(rows));
    parts[1]["value"] = "2"; // one of them is right
    apply(parts);
    ASSERT_EQ(recordsOf("model").size(), 1U) << "the part, and not the whole beside it";
    EXPECT_EQ(recordsOf("model")[0].value, 2);
    const std::vector<ReviewCells> again = read();
    EXPECT_EQ(cellOf(again[0], "value"), "năm") << "what was typed is there to be mended";
    EXPECT_EQ(cellOf(again[0], "decision"), "");
}

TEST_F(KeptRowsTest, what_is_written_into_an_open_row_is_kept_after_others_were_stored) {
    std::vector<ReviewCells> rows = read();
    rows[2]["decision"] = "accept";
    apply(rows);
    rows = read();
    rows[0]["value"] = "7";
    rows[0]["made_of"] = rows[0]["id"];
    EXPECT_TRUE(apply(rows).isStored);
    rows = read();
    EXPECT_EQ(cellOf(rows[0], "value"), "7");
    EXPECT_EQ(cellOf(rows[0], "decision"), "");
    EXPECT_FALSE(apply(rows).isStored) << "nothing new";
    rows[0]["value"] = "6";
    rows[1]["decision"] = "refuse"; // beside another decision
    apply(rows);
    EXPECT_EQ(cellOf(read()[0], "value"), "6");
}

TEST_F(KeptRowsTest, the_area_of_the_last_reading_is_that_of_the_next) {
    std::vector<ReviewCells> rows = read("BÁO CÁO\nXã Bản Bo có 5 mô hình khuyến nông.\n");
    rows[0]["decision"] = "accept";
    rows[0]["source_territory"] = "tỉnh Lai Châu";
    apply(rows);
    rows[0]["source_territory"] = "huyện Tam Đường, tỉnh Lai Châu";
    rows[0]["value"] = "6";
    apply(rows);
    Workspace workspace(m_file, store::Mode::ReadOnly);
    const DocumentFacts facts =
        factsOf(workspace, "bao-cao.txt", documents::readLetterhead("BÁO CÁO\n"));
    EXPECT_EQ(workspace.gazetteer().unit(facts.within).fullName(), "huyện Tam Đường");
}

TEST_F(KeptRowsTest, the_same_document_is_read_again_as_of_the_day_and_in_the_area_of_before) {
    const auto factsNow = [&](const std::string& text) {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        return factsOf(workspace, "bao-cao.txt", documents::readLetterhead(text));
    };
    const std::string undated =
        "UBND HUYỆN TAM ĐƯỜNG\nBÁO CÁO\nXã Bản Bo có 5 mô hình khuyến nông.\n";
    EXPECT_EQ(factsNow(undated).asOf, Date::today());
    std::vector<ReviewCells> rows = read(undated);
    rows[0]["decision"] = "accept";
    apply(rows);
    EXPECT_EQ(factsNow(undated).asOf, Date::of(2023, 10, 12));
    Workspace workspace(m_file, store::Mode::ReadOnly);
    EXPECT_EQ(workspace.gazetteer().unit(factsNow(undated).within).fullName(), "huyện Tam Đường");
    // A later version has a day of its own.
    EXPECT_EQ(factsNow("UBND HUYỆN TAM ĐƯỜNG\nTam Đường, ngày 5 tháng 3 năm 2024\nBÁO CÁO\n").asOf,
              Date::of(2024, 3, 5));
}

TEST_F(KeptRowsTest, a_report_of_another_issuer_is_no_later_version) {
    std::vector<ReviewCells> rows = read("UBND HUYỆN TAM ĐƯỜNG\nXã Bản Bo có 5 mô hình chè.\n");
    rows[0]["decision"] = "accept";
    apply(rows);
    std::vector<ReviewCells> other =
        read("UBND HUYỆN THAN UYÊN\nXã Bản Bo có 9 nhiệm vụ khoa học và công nghệ.\n");
    other[0]["decision"] = "accept";
    EXPECT_NE(terroir::testing::errorOf([&] { apply(other); }).find("not of this document"),
              std::string::npos);
    EXPECT_EQ(recordsOf("model").size(), 1U);
}

TEST_F(KeptRowsTest, parts_are_given_up_when_the_text_does_not_say_it_any_more) {
    apply(splitAt(read(), 0, "accept"));
    std::string later = keptReport;
    later.erase(later.find("Xã Bản Bo"), later.find("Xã Tả Lèng") - later.find("Xã Bản Bo"));
    const auto rows = read(later);
    EXPECT_EQ(rows.size(), 2U);
    for (const ReviewCells& row : rows)
        EXPECT_EQ(cellOf(row, "made_of"), "");
}

TEST_F(KeptRowsTest, words_that_a_person_made_a_row_of_are_there_in_another_reading) {
    std::vector<ReviewCells> rows = read();
    ReviewCells own =
        extract::rowOfWords({36, 45}, 3, "Tam Đường, ngày 12 tháng 10 năm 2023", "Tam Đường");
    for (const auto& [column, text] : rows[0])
        own.try_emplace(column, column.starts_with("source") || column == "as_of" ? text : "");
    own["kind"] = "model";
    own["subject"] = "chè";
    own["place_names"] = "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu";
    own["decision"] = "accept";
    rows.insert(rows.begin(), own);
    EXPECT_EQ(apply(rows).count(Applied::Added), 1U);
    for (const std::string& text : {keptReport, "Xin trân trọng.\n" + keptReport}) {
        const auto again = read(text);
        EXPECT_EQ(idsAndChoices(again), idsAndChoices(rows));
        EXPECT_EQ(cellOf(again[0], "text"), "Tam Đường");
    }
    EXPECT_FALSE(apply(read()).isStored);
}

} // namespace terroir::workspace

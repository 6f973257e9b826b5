#include "core/base/error.hpp"
#include "core/records/record_store.hpp"
#include "core/records/record_words.hpp"
#include "core/workspace/apply_review.hpp"
#include "core/workspace/read_review.hpp"
#include "core/workspace/record_edits.hpp"
#include "core/workspace/review_queue.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace terroir::workspace {
namespace {

using extract::Review;
using terroir::testing::errorOf;
using terroir::testing::TemporaryFolder;

const std::string reviewedReport =
    "UBND HUYỆN TAM ĐƯỜNG\nSố: 31/BC-UBND\nTam Đường, ngày 12 tháng 10 năm "
    "2023\nBÁO CÁO\n"
    "Xã Bản Bo có 5 mô hình khuyến nông. Xã Khun Há có 7 cơ sở chăn nuôi.\n"
    "Xã Sơn Bình có 9 nhiệm vụ khoa học và công nghệ.\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

/// A workspace, opened again for each step as by another run of the program.
class ApplyReview : public ::testing::Test {
protected:
    void SetUp() override { std::filesystem::copy_file(packagedFile(), m_file); }

    Review read(const std::string& text, const std::string& title = "bao-cao") {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        documents::Document document;
        document.text = text;
        DocumentFacts facts{"bao-cao.txt", title, documents::readLetterhead(text),
                            Date::of(2023, 10, 12), gazetteer::noUnit};
        facts.within = workspace.findUnit("huyện Tam Đường, tỉnh Lai Châu", facts.asOf, "--within");
        return readReview(workspace, document, facts);
    }

    /// The CSV of a review, with other texts in cells of the row whose words hold `words`.
    using Cells = std::vector<std::array<std::string, 3>>; ///< words, column, text
    TextTable rowsOf(const Review& review, const Cells& cells) {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        TextTable table =
            parseCsv(toCsv(extract::reviewTable(review, workspace.gazetteer())), "de-xuat.csv");
        for (const auto& [words, column, text] : cells)
            for (TextRow& row : table.rows)
                if (row.cells[table.requireColumn("text")].find(words) != std::string::npos)
                    row.cells[table.requireColumn(column)] = text;
        return table;
    }

    AppliedReview apply(const TextTable& rows, const ApplyOptions& options = {}) {
        Workspace workspace(m_file, store::Mode::ReadWrite);
        return applyReview(workspace, "Lan", rows, options);
    }
    AppliedReview apply(const Review& review, const Cells& cells) {
        return apply(rowsOf(review, cells));
    }

    std::vector<records::Record> recordsOf(const std::string& source) {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        std::vector<records::Record> found;
        for (const records::Record& record : workspace.records())
            if (record.source == source)
                found.push_back(record);
        return found;
    }

    void undo() {
        Workspace workspace(m_file, store::Mode::ReadWrite);
        undoEdit(workspace);
    }

    TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "w.sqlite";
};

const std::array<std::string, 3> takeModels{"5 mô hình", "decision", "accept"};
const std::array<std::string, 3> refuseFarms{"7 cơ sở", "decision", "refuse"};

} // namespace

TEST_F(ApplyReview, what_is_accepted_is_a_record_with_its_document_line_and_characters) {
    const AppliedReview applied = apply(read(reviewedReport), {takeModels, refuseFarms});
    EXPECT_EQ(applied.count(Applied::Added), 1U);
    EXPECT_EQ(applied.count(Applied::Refused), 1U);
    EXPECT_EQ(applied.count(Applied::Open), 1U);
    const auto records = recordsOf("bao-cao");
    ASSERT_EQ(records.size(), 1U);
    const records::Record& record = records.front();
    EXPECT_EQ(record.kind, "model");
    EXPECT_EQ(record.value, 5);
    EXPECT_EQ(record.line, "5");
    const Review review = read(reviewedReport);
    const extract::Proposal& proposal = review.proposals.front().proposal;
    EXPECT_EQ(review.text.substr(proposal.firstByte, proposal.endByte - proposal.firstByte),
              record.valueAsWritten);
    EXPECT_FALSE(record.facts.empty());
    ASSERT_EQ(record.places.size(), 1U);
    EXPECT_EQ(record.places[0].text, "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu");
    EXPECT_EQ(record.places[0].status, geocode::Status::Matched);
    Workspace workspace(m_file, store::Mode::ReadOnly);
    const auto& sources = workspace.sources();
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [](const auto& one) { return one.id == "bao-cao"; });
    ASSERT_NE(source, sources.end());
    EXPECT_EQ(source->number, "31/BC-UBND");
    EXPECT_EQ(source->date, "2023-10-12");
}

TEST_F(ApplyReview, a_record_of_pages_says_its_page_and_its_holder_with_characters) {
    Review review = read(replaced(reviewedReport, "Xã Bản Bo có", "HTX Sao Mai ở xã Bản Bo có"));
    review.pages = {0, review.text.find("HTX Sao Mai")};
    apply(review, {takeModels});
    const auto records = recordsOf("bao-cao");
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].line, "trang 2, dòng 5");
    EXPECT_EQ(records[0].holder, "HTX Sao Mai");
    const records::RecordWords vi(Language::Vietnamese), en(Language::English);
    Workspace workspace(m_file, store::Mode::ReadOnly);
    EXPECT_EQ(vi.sourceLine(records[0], workspace.sources()), "31/BC-UBND, trang 2, dòng 5");
    EXPECT_EQ(en.sourceLine(records[0], workspace.sources()), "31/BC-UBND, page 2, line 5");
    EXPECT_NE(records[0].facts.find("; "), std::string::npos) << records[0].facts;
}

TEST_F(ApplyReview, a_second_run_keeps_the_decisions_and_changes_nothing) {
    apply(read(reviewedReport), {takeModels, refuseFarms});
    const Review again = read(reviewedReport);
    std::vector<extract::Choice> choices;
    for (const auto& one : again.proposals)
        choices.push_back(one.choice);
    EXPECT_EQ(choices,
              (std::vector<extract::Choice>{extract::Choice::Accept, extract::Choice::Refuse,
                                            extract::Choice::Open}));
    const AppliedReview applied = apply(again, {});
    EXPECT_FALSE(applied.isStored);
    EXPECT_EQ(applied.count(Applied::Unchanged), 1U);
    EXPECT_EQ(recordsOf("bao-cao").size(), 1U);
}

TEST_F(ApplyReview, it_is_one_edit_that_can_be_undone) {
    apply(read(reviewedReport), {takeModels, {"9 nhiệm vụ", "decision", "nhận"}});
    EXPECT_EQ(recordsOf("bao-cao").size(), 2U);
    undo();
    EXPECT_EQ(recordsOf("bao-cao").size(), 0U);
    for (const auto& one : read(reviewedReport).proposals)
        EXPECT_EQ(one.choice, extract::Choice::Open);
}

TEST_F(ApplyReview, a_later_version_says_what_is_new_changed_and_gone) {
    apply(read(reviewedReport),
          {takeModels, {"7 cơ sở", "decision", "accept"}, {"9 nhiệm vụ", "decision", "accept"}});
    std::string later = replaced(reviewedReport, "5 mô hình", "6 mô hình");
    later = replaced(later, "Xã Khun Há có 7 cơ sở chăn nuôi", "Xã Tả Lèng có 4 cơ sở chăn nuôi");
    later = replaced(later, "công nghệ.", "công nghệ, tăng so với năm trước.");
    const Review review = read(later);
    ASSERT_EQ(review.proposals.size(), 3U);
    EXPECT_EQ(review.proposals[0].change, extract::Change::Changed);
    EXPECT_EQ(review.proposals[0].was.substr(0, 2), "5 ");
    EXPECT_EQ(review.proposals[0].choice, extract::Choice::Open);
    EXPECT_EQ(review.proposals[1].change, extract::Change::New);
    EXPECT_EQ(review.proposals[2].change, extract::Change::None) << "other words around it";
    EXPECT_EQ(review.proposals[2].choice, extract::Choice::Accept);
    ASSERT_EQ(review.gone.size(), 1U);
    EXPECT_EQ(review.gone[0].value, "7");

    const AppliedReview applied = apply(review, {{"6 mô hình", "decision", "accept"}});
    EXPECT_EQ(applied.count(Applied::Changed), 1U);
    const auto records = recordsOf("bao-cao");
    ASSERT_EQ(records.size(), 3U) << "the one that is gone stays until a person deletes it";
    EXPECT_TRUE(std::any_of(records.begin(), records.end(),
                            [](const auto& one) { return one.value == 6; }));
    EXPECT_TRUE(std::none_of(records.begin(), records.end(),
                             [](const auto& one) { return one.value == 5; }));
}

TEST_F(ApplyReview, what_a_person_did_to_a_record_since_stays) {
    apply(read(reviewedReport), {takeModels, {"7 cơ sở", "decision", "accept"}});
    const auto records = recordsOf("bao-cao");
    ASSERT_EQ(records.size(), 2U);
    const bool isFirstModel = records[0].kind == "model";
    const std::string model = records[isFirstModel ? 0 : 1].id,
                      farms = records[isFirstModel ? 1 : 0].id;
    {
        Workspace workspace(m_file, store::Mode::ReadWrite);
        changeRecord(workspace, "Lan", model, {{"holder", "HTX Bản Bo"}});
        deleteRecords(workspace, "Lan", {farms});
    }
    const AppliedReview applied =
        apply(read(reviewedReport), {{"5 mô hình", "subject", "chè Shan"}});
    EXPECT_EQ(applied.count(Applied::Unchanged), 2U);
    const auto now = recordsOf("bao-cao");
    ASSERT_EQ(now.size(), 1U);
    EXPECT_EQ(now[0].holder, "HTX Bản Bo");
    EXPECT_NE(now[0].subjectAsWritten, "chè Shan");
    EXPECT_EQ(
        apply(read(reviewedReport), {{"5 mô hình", "decision", "refuse"}}).count(Applied::Removed),
        0U);
    EXPECT_EQ(recordsOf("bao-cao").size(), 1U);
}

TEST_F(ApplyReview, work_by_hand_outlives_a_proposal_that_is_refused_and_accepted_again) {
    apply(read(reviewedReport), {takeModels});
    const std::string model = recordsOf("bao-cao").at(0).id;
    {
        Workspace workspace(m_file, store::Mode::ReadWrite);
        changeRecord(workspace, "Lan", model, {{"holder", "HTX Bản Bo"}});
    }
    for (const char* decision : {"refuse", "accept", "refuse"}) {
        const AppliedReview applied =
            apply(read(reviewedReport),
                  {{"5 mô hình", "decision", decision}, {"5 mô hình", "subject", decision}});
        EXPECT_EQ(applied.count(Applied::Changed), 0U) << decision;
        ASSERT_EQ(recordsOf("bao-cao").size(), 1U) << decision;
        EXPECT_EQ(recordsOf("bao-cao")[0].holder, "HTX Bản Bo") << decision;
    }
}

TEST_F(ApplyReview, a_decided_place_is_no_change_of_its_record_by_hand) {
    apply(read(reviewedReport), {takeModels});
    {
        Workspace workspace(m_file, store::Mode::ReadWrite);
        decidePlace(workspace, {recordsOf("bao-cao").at(0).id, 0}, "03405");
    }
    const AppliedReview applied =
        apply(read(reviewedReport), {{"5 mô hình", "subject", "chè Shan"}});
    EXPECT_EQ(applied.count(Applied::Changed), 1U);
    EXPECT_EQ(recordsOf("bao-cao").at(0).subjectAsWritten, "chè Shan");
}

TEST_F(ApplyReview, two_rows_of_one_proposal_are_one_when_they_say_the_same) {
    TextTable twice = rowsOf(read(reviewedReport), {takeModels});
    twice.rows.push_back(twice.rows.front());
    twice.rows.back().line = 99;
    const auto set = [&](const char* column, const char* text) {
        twice.rows.back().cells[twice.requireColumn(column)] = text;
    };
    set("value", "6");
    EXPECT_EQ(apply(twice).count(Applied::Rejected), 2U) << "which of them is meant?";
    EXPECT_EQ(recordsOf("bao-cao").size(), 0U);
    set("value", "5");
    set("decision", "refuse");
    EXPECT_EQ(apply(twice).count(Applied::Rejected), 1U) << "accepted and refused";
    set("decision", "");
    EXPECT_EQ(apply(twice).count(Applied::Added), 1U) << "decided at one of the points";
    EXPECT_EQ(apply(read(reviewedReport), {}).count(Applied::Unchanged), 1U);
}

TEST_F(ApplyReview, what_is_refused_afterwards_is_taken_out) {
    apply(read(reviewedReport), {takeModels});
    const AppliedReview applied =
        apply(read(reviewedReport), {{"5 mô hình", "decision", "refuse"}});
    EXPECT_EQ(applied.count(Applied::Removed), 1U);
    EXPECT_EQ(recordsOf("bao-cao").size(), 0U);
}

TEST_F(ApplyReview, what_was_changed_by_hand_counts) {
    const AppliedReview applied =
        apply(read(reviewedReport),
              {takeModels,
               {"5 mô hình", "value", "1.947,5"},
               {"5 mô hình", "subject", "chè Shan"},
               {"5 mô hình", "place_names", "xã Khun Há, huyện Tam Đường, tỉnh Lai Châu"},
               {"5 mô hình", "place_codes", ""}});
    EXPECT_EQ(applied.count(Applied::Added), 1U);
    const auto records = recordsOf("bao-cao");
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].value, 1947.5);
    EXPECT_EQ(records[0].subjects, std::vector<std::string>{"chè Shan"});
    EXPECT_EQ(records[0].places[0].text, "xã Khun Há, huyện Tam Đường, tỉnh Lai Châu");
}

TEST_F(ApplyReview, a_row_that_cannot_be_taken_names_its_column) {
    const std::array<std::string, 3> cases[] = {
        {"decision", "có lẽ", "decision"},
        {"value", "năm", "value"},
        {"value", "1.947", "value"},
        {"value", "2.500", "value"},
        {"kind", "mo-hinh", "mo-hinh"},
        {"subject", "", "subject"},
        {"place_codes", "03403|14", "place_codes"},
        {"as_of", "hôm qua", "as_of"},
    };
    for (const auto& [column, text, said] : cases) {
        const AppliedReview applied =
            apply(read(reviewedReport), {takeModels, {"5 mô hình", column, text}});
        EXPECT_EQ(applied.count(Applied::Rejected), 1U) << column << text;
        EXPECT_EQ(recordsOf("bao-cao").size(), 0U);
        const auto row =
            std::find_if(applied.rows.begin(), applied.rows.end(),
                         [](const auto& one) { return one.outcome == Applied::Rejected; });
        ASSERT_NE(row, applied.rows.end());
        EXPECT_EQ(row->row, 2U);
        EXPECT_NE(row->sentence.en.find(said), std::string::npos) << row->sentence.en;
        EXPECT_FALSE(row->sentence.vi.empty());
    }
}

/// A report of Nghệ An, where towns were renamed, wards made new and a code went to another unit.
struct UnitOfAnotherDay {
    const char *place, *day, *unit;
};

class UneditedProposals : public ApplyReview,
                          public ::testing::WithParamInterface<UnitOfAnotherDay> {};

TEST_P(UneditedProposals, are_taken_whatever_day_their_units_are_of) {
    const auto& [place, day, unit] = GetParam();
    documents::Document document;
    document.text = std::string(place) + " có 5 mô hình khuyến nông.\n";
    TextTable csv, json;
    {
        Workspace workspace(m_file, store::Mode::ReadOnly);
        DocumentFacts facts{"bao-cao.txt", "bao-cao", {}, *parseDate(day), gazetteer::noUnit};
        facts.within = workspace.findUnit("tỉnh Nghệ An", facts.asOf, "--within");
        const Review review = readReview(workspace, document, facts);
        csv = parseCsv(toCsv(extract::reviewTable(review, workspace.gazetteer())), "de-xuat.csv");
        std::ofstream(m_folder / "f") << extract::reviewJson(review, workspace.gazetteer());
        json = readReviewFile(m_folder / "f");
    }
    ApplyOptions options;
    options.allAbove = 0.01;
    for (const TextTable& rows : {csv, json}) {
        const AppliedReview applied = apply(rows, options);
        for (const AppliedRow& row : applied.rows)
            EXPECT_NE(row.outcome, Applied::Rejected) << row.sentence.en;
        const auto records = recordsOf("bao-cao");
        ASSERT_EQ(records.size(), 1U);
        ASSERT_EQ(records[0].places.size(), 1U);
        EXPECT_EQ(records[0].places[0].uid, unit);
        undo();
    }
}

INSTANTIATE_TEST_SUITE_P(
    Gazetteer, UneditedProposals,
    ::testing::Values(
        // of the day, the day after its end and after the reform that gave its code to a commune
        UnitOfAnotherDay{"Thị trấn Thanh Chương", "2024-11-30", "17713@2004"},
        UnitOfAnotherDay{"Thị trấn Thanh Chương", "2025-03-01", "17713@2004"},
        UnitOfAnotherDay{"Thị trấn Thanh Chương", "2025-08-20", "17713@2004"},
        // made of several, whose code was that of one of them
        UnitOfAnotherDay{"Phường Cửa Lò", "2025-08-20", "16732@20250701"},
        UnitOfAnotherDay{"Phường Cửa Lò", "2023-10-12", "16732@20250701"},
        UnitOfAnotherDay{"Phường Cửa Lò", "2007-01-01", "16732@20250701"},
        // merged into a city, and a district that ended with all others
        UnitOfAnotherDay{"Thị xã Cửa Lò", "2025-03-01", "413@2004"},
        UnitOfAnotherDay{"Huyện Thanh Chương", "2025-08-20", "428@2004"}));

TEST_F(ApplyReview, a_name_that_its_code_never_had_contradicts_it) {
    for (const char* name : {"xã Đại Đồng, huyện Thanh Chương, tỉnh Nghệ An", "thị trấn Dùng"}) {
        const AppliedReview applied =
            apply(read(reviewedReport), {takeModels,
                                         {"5 mô hình", "as_of", "2025-08-20"},
                                         {"5 mô hình", "place_codes", "17713"},
                                         {"5 mô hình", "place_names", name}});
        EXPECT_EQ(applied.count(Applied::Rejected), 1U) << name;
        EXPECT_NE(applied.rows[0].sentence.en.find("17713 is xã Đại Đồng, tỉnh Nghệ An, and "),
                  std::string::npos)
            << applied.rows[0].sentence.en;
    }
}

TEST_F(ApplyReview, without_a_decision_nothing_is_done_and_nothing_stands_in_the_history) {
    EXPECT_FALSE(apply(read(reviewedReport), {}).isStored);
    EXPECT_FALSE(apply(read(reviewedReport), {{"5 mô hình", "decision", "có lẽ"}}).isStored);
    EXPECT_FALSE(apply(read(reviewedReport), {takeModels, {"5 mô hình", "kind", "?"}}).isStored);
    EXPECT_TRUE(apply(read(reviewedReport), {takeModels, refuseFarms}).isStored);
    std::string later = replaced(reviewedReport, "9 nhiệm vụ", "10 nhiệm vụ");
    later += "Xã Nà Tăm có 3 mô hình khuyến nông.\n";
    EXPECT_FALSE(apply(read(later), {}).isStored) << "a later version that nobody has looked at";
    const Review again = read(later);
    ASSERT_EQ(again.proposals.size(), 4U);
    EXPECT_EQ(again.proposals[2].change, extract::Change::Changed);
    EXPECT_EQ(again.proposals[3].change, extract::Change::New);
}

TEST_F(ApplyReview, codes_that_lost_their_zeros_in_a_spreadsheet_do_no_harm) {
    apply(read(reviewedReport), {takeModels, {"5 mô hình", "place_codes", "3403"}});
    const auto records = recordsOf("bao-cao");
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].places[0].status, geocode::Status::Matched);
}

TEST_F(ApplyReview, what_nobody_has_seen_is_counted_and_what_stands_elsewhere_is_not_taken) {
    ApplyOptions options;
    options.allAbove = 0.1;
    const AppliedReview applied =
        apply(rowsOf(read(reviewedReport), {{"7 cơ sở", "stands_in", "TD22-001"}}), options);
    EXPECT_EQ(applied.takenUnseen, 2U);
    EXPECT_EQ(std::count_if(applied.rows.begin(), applied.rows.end(),
                            [](const auto& row) { return row.isUnseen; }),
              2);
    EXPECT_EQ(applied.count(Applied::Open), 1U);
}

TEST_F(ApplyReview, what_another_source_says_already_is_noticed_and_doubtful) {
    apply(read(reviewedReport), {takeModels});
    const Review other = read(reviewedReport, "bao-cao-khac");
    EXPECT_EQ(other.proposals[0].standsIn.size(), 1U);
    EXPECT_EQ(other.proposals[1].standsIn.size(), 0U);
    const AppliedReview applied = apply(other, {takeModels});
    const auto row = std::find_if(applied.rows.begin(), applied.rows.end(),
                                  [](const auto& one) { return one.isDoubtful; });
    ASSERT_NE(row, applied.rows.end());
    EXPECT_NE(row->sentence.en.find("Stands in another source already"), std::string::npos);
}

TEST_F(ApplyReview, another_document_of_the_same_name_is_refused) {
    apply(read(reviewedReport), {takeModels});
    const Review other = read(replaced(reviewedReport, "31/BC-UBND", "77/BC-UBND"));
    EXPECT_NE(errorOf([&] { apply(other, {takeModels}); }).find("--source-title"),
              std::string::npos);
    EXPECT_NE(errorOf([&] {
                  apply(read(reviewedReport, "TD22"), {{"5 mô hình", "source", "TD22"},
                                                       {"7 cơ sở", "source", "TD22"},
                                                       {"9 nhiệm vụ", "source", "TD22"},
                                                       takeModels});
              }).find("'TD22'"),
              std::string::npos);
}

TEST_F(ApplyReview, json_is_read_as_csv_is_and_other_files_are_refused_with_what_to_do) {
    const Review review = read(reviewedReport);
    const auto file = [&](const std::string& content) {
        std::ofstream(m_folder / "f") << content;
        return m_folder / "f";
    };
    Workspace workspace(m_file, store::Mode::ReadOnly);
    std::string json = extract::reviewJson(review, workspace.gazetteer());
    json = replaced(json, "\"decision\": null", "\"decision\": \"accept\"");
    EXPECT_EQ(apply(readReviewFile(file(json))).count(Applied::Added), 1U);
    const std::pair<const char*, const char*> cases[] = {
        {"<!DOCTYPE html><p>", "Save decisions (CSV)"},
        {"{\"proposals\": 3}", "is no JSON"},
        {"id,decision\np1,accept\n", "lacks the column 'kind'"},
    };
    for (const auto& [content, said] : cases)
        EXPECT_NE(errorOf([&] { readReviewFile(file(content)); }).find(said), std::string::npos)
            << content;
}

} // namespace terroir::workspace

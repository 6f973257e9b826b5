#include "core/base/day_words.hpp"
#include "core/sheets/read.hpp"
#include "core/store/change_recorder.hpp"
#include "core/workspace/table_import.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace terroir::workspace {
namespace {

using terroir::testing::TemporaryFolder;

/// What a person may choose for a file.
struct Choice {
    std::map<std::string, std::string> columns = {}, defaults = {};
    EarlierChoices earlier = EarlierChoices::Use;
    std::string kind = "trial";
};

/// "Đã làm" is no header that is known, so that its numbers need a choice.
constexpr const char* year2023 = "Cây trồng,Xã,Huyện,Tỉnh,Đã làm,Mã\n"
                                 "Lúa,Bản Bo,Tam Đường,Lai Châu,\"2,5\",7\n";
constexpr const char* year2024 = "CÂY TRỒNG,Xã,Huyện,Tỉnh, Đã  làm,Mã\n"
                                 "Chè,Bản Bo,Tam Đường,Lai Châu,3,8\n";
const Choice areaIsDone{{{"area", "Đã làm"}}, {{"unit", "ha"}}};

class ImportProfiles : public ::testing::Test {
protected:
    void SetUp() override {
        std::filesystem::copy_file(packagedFile(), m_folder / "w.sqlite");
        m_workspace.emplace(m_folder / "w.sqlite", store::Mode::ReadWrite);
    }

    TableImport read(const std::string& name, const std::string& csv, const Choice& choice) {
        std::ofstream(m_folder / name) << csv;
        records::ImportOptions options;
        options.kind = choice.kind;
        options.columns = choice.columns;
        options.defaults = choice.defaults;
        return readImport(sheets::readWorkbook(m_folder / name), options, *m_workspace,
                          {{}, choice.earlier});
    }
    void import(const std::string& name, const std::string& csv, const Choice& choice) {
        storeImport(read(name, csv, choice), *m_workspace);
    }

    /// What the report says of an earlier file; empty when nothing.
    static std::string said(const TableImport& taken) {
        std::string all;
        for (const records::RowReport& row : taken.report.rows)
            if (row.row == 0 && row.sentence->en.starts_with("The columns are read as in"))
                all += row.sentence->en;
        EXPECT_EQ(taken.usesEarlier, !all.empty()) << all;
        return all;
    }
    static std::vector<std::string> indicatorsOf(const TableImport& taken) {
        std::vector<std::string> out;
        for (const records::Record& record : taken.records)
            out.push_back(record.indicator);
        return out;
    }

    TemporaryFolder m_folder;
    std::optional<Workspace> m_workspace;
};

using CellTexts = std::vector<std::string>;

TEST_F(ImportProfiles, chosen_columns_hold_for_the_next_file_of_the_same_headers) {
    import("nam 2023.csv", year2023, areaIsDone);
    const TableImport next = read("nam 2024.csv", year2024, {});
    EXPECT_EQ(indicatorsOf(next), CellTexts{"area"});
    EXPECT_EQ(next.records.at(0).value, 3);
    EXPECT_EQ(next.records.at(0).unit, "ha");
    EXPECT_EQ(said(next), "The columns are read as in 'nam 2023.csv' of " +
                              dateInWords(Date::today().toString(), Language::English) +
                              ": area in 'Đã làm', unit = 'ha' in all rows.");
    EXPECT_FALSE(next.profile) << "nothing was chosen for this one";
}

TEST_F(ImportProfiles, nothing_holds_where_it_is_not_the_same_form) {
    import("nam 2023.csv", year2023, areaIsDone);
    const std::string oneColumnMore = "Cây trồng,Xã,Huyện,Tỉnh,Đã làm,Mã,Ghi chú\n"
                                      "Chè,Bản Bo,Tam Đường,Lai Châu,3,8,x\n";
    const std::string otherOrder = "Cây trồng,Huyện,Xã,Tỉnh,Đã làm,Mã\n"
                                   "Chè,Tam Đường,Bản Bo,Lai Châu,3,8\n";
    Choice otherKind;
    otherKind.kind = "model";
    Choice afresh;
    afresh.earlier = EarlierChoices::Ignore;
    const struct {
        std::string csv;
        Choice choice;
    } cases[] = {{oneColumnMore, {}}, {otherOrder, {}}, {year2024, otherKind}, {year2024, afresh}};
    for (const auto& [csv, choice] : cases) {
        const TableImport next = read("nam 2024.csv", csv, choice);
        EXPECT_EQ(said(next), "") << csv;
        EXPECT_NE(indicatorsOf(next), CellTexts{"area"}) << csv;
    }
}

TEST_F(ImportProfiles, a_dry_reading_keeps_nothing) {
    EXPECT_TRUE(read("nam 2023.csv", year2023, areaIsDone).profile);
    EXPECT_EQ(said(read("nam 2024.csv", year2024, {})), "");
}

TEST_F(ImportProfiles, what_is_chosen_now_wins_and_is_kept_with_the_rest) {
    Choice choice = areaIsDone;
    choice.defaults["scope"] = "part";
    import("nam 2023.csv", year2023, choice);
    const TableImport other =
        read("nam 2024.csv", year2024, {{{"output", "Đã làm"}}, {{"unit", "tấn"}}});
    EXPECT_EQ(indicatorsOf(other), CellTexts{"output"}) << "the column is no area now";
    EXPECT_EQ(other.records.at(0).unit, "tấn");
    ASSERT_TRUE(other.profile);
    using Pairs = std::map<std::string, std::string>;
    EXPECT_EQ(other.profile->columns, (Pairs{{"output", "Đã làm"}}));
    EXPECT_EQ(other.profile->defaults, (Pairs{{"scope", "part"}, {"unit", "tấn"}}));
    EXPECT_EQ(other.profile->file, "nam 2024.csv");

    const TableImport same =
        read("nam 2024.csv", year2024, {{{"area", "Mã"}}, {{"unit", "m²"}, {"scope", "own"}}});
    EXPECT_EQ(said(same), "") << "nothing of the earlier file is left";
}

TEST_F(ImportProfiles, what_is_true_of_one_document_alone_is_not_that_of_the_next) {
    Choice choice = areaIsDone;
    choice.defaults.insert({{"period", "2023"},
                            {"decision", "12/QĐ"},
                            {"holder", "Trạm khuyến nông"},
                            {"district", "Tam Đường"},
                            {"group", "Cây lương thực"}});
    import("nam 2023.csv", year2023, choice);
    const TableImport next = read("nam 2024.csv", year2024, {});
    ASSERT_EQ(next.records.size(), 1U);
    const records::Record& record = next.records.front();
    EXPECT_EQ(record.unit, "ha") << "what the form means by its numbers";
    EXPECT_EQ(record.holder + record.periodAsWritten + record.group, "");
}

TEST_F(ImportProfiles, a_column_named_by_its_letter_is_kept_by_its_header) {
    const TableImport taken = read("nam 2023.csv", year2023, {{{"area", "E"}}, {{"unit", "ha"}}});
    ASSERT_TRUE(taken.profile);
    EXPECT_EQ(taken.profile->columns.at("area"), "Đã làm");
}

TEST_F(ImportProfiles, undoing_the_import_takes_its_profile_away) {
    const TableImport first = read("nam 2023.csv", year2023, areaIsDone);
    addImportProfiles(m_workspace->file());
    store::ChangeRecorder recorder(m_workspace->file().database());
    storeImport(first, *m_workspace);
    const store::Changes imported = recorder.take();
    EXPECT_NE(said(read("nam 2024.csv", year2024, {})), "");
    store::applyChanges(m_workspace->file().database(), imported.inverted());
    m_workspace->forgetRecords();
    EXPECT_EQ(said(read("nam 2024.csv", year2024, {})), "");
}

/// Two sheets as plain tables of one workbook.
class SheetProfiles : public ImportProfiles {
protected:
    static sheets::Sheet sheet(const std::string& name, const char* header) {
        const auto row = [](std::size_t line, std::vector<std::string_view> texts) {
            sheets::Row one;
            one.line = line;
            for (const std::string_view text : texts)
                one.cells.push_back({text});
            return one;
        };
        sheets::Sheet sheet;
        sheet.name = name;
        sheet.rows = {row(1, {"Cây trồng", "Xã", "Huyện", "Tỉnh", header}),
                      row(2, {"Lúa", "Bản Bo", "Tam Đường", "Lai Châu", "2"}),
                      row(3, {"Chè", "Bình Lư", "Tam Đường", "Lai Châu", "3"})};
        return sheet;
    }
    TableImport read(const std::vector<sheets::Sheet>& sheets, const std::string& chosen) {
        sheets::Workbook workbook;
        workbook.file = "so lieu.xlsx";
        workbook.sheets = sheets;
        records::ImportOptions options;
        options.kind = "trial";
        return readImport(workbook, options, *m_workspace, {chosen, EarlierChoices::Use});
    }
};

TEST_F(SheetProfiles, a_sheet_that_was_chosen_is_read_alone_again) {
    const sheets::Sheet done = sheet("Đã làm", "Diện tích (ha)"),
                        plan = sheet("Dự kiến", "Sản lượng (tấn)");
    storeImport(read({done}, "Đã làm"), *m_workspace);
    const TableImport next = read({plan, done}, {});
    EXPECT_EQ(indicatorsOf(next), (CellTexts{"area", "area"}));
    EXPECT_NE(said(next).find("the sheet 'Đã làm' alone"), std::string::npos) << said(next);
    // There is nothing to say where it is the only one, and no choice where it is not there.
    EXPECT_EQ(said(read({done}, {})), "");
    EXPECT_EQ(indicatorsOf(read({plan, sheet("Khác", "Diện tích (ha)")}, {})),
              (CellTexts{"output", "output", "area", "area"}));
}

} // namespace
} // namespace terroir::workspace

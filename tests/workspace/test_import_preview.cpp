#include "core/base/error.hpp"
#include "core/records/decisions.hpp"
#include "core/sheets/read.hpp"
#include "core/workspace/import_preview.hpp"
#include "tests/support/packaged_workspace.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

namespace terroir::workspace {
namespace {

using terroir::testing::TemporaryFolder;

class ImportPreview : public ::testing::Test {
protected:
    TextTable preview(const std::string& kind, const std::string& csv,
                      Language language = Language::English) {
        std::ofstream(m_folder / "t.csv") << csv;
        const sheets::Workbook workbook = sheets::readWorkbook(m_folder / "t.csv");
        Workspace workspace(packagedFile(), store::Mode::ReadOnly);
        records::ImportOptions options;
        options.kind = kind;
        return parseCsv(toCsv(previewRows(readImport(workbook, options, workspace),
                                          workspace.gazetteer(), language)),
                        "preview");
    }

    TemporaryFolder m_folder;
};

using Cells = std::vector<std::string>;

TEST_F(ImportPreview, ShowsWhatEachRowIsUnderstoodAs) {
    const TextTable rows = preview("trial", "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n"
                                            "Lúa,Bản Bo,Tam Đường,Lai Châu,\"2,5\",2023\n"
                                            "Chè,Không Tên,Tam Đường,Lai Châu,1,2023\n"
                                            "Mắc ca,Bản Bo,Tam Đường,Lai Châu,nhiều,2023\n");
    ASSERT_EQ(rows.rows.size(), 3U);
    EXPECT_EQ(rows.header, (Cells{"row", "sheet", "outcome", "subject", "value", "place",
                                  "unit_name", "period", "sentence"}));
    EXPECT_EQ(rows.rows[0].cells, (Cells{"2", "", "accepted", "Lúa", "2.5 ha", "Bản Bo",
                                         "xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu", "2023", ""}));
    // No unit is shown for a place that is not settled, nothing but the reason for a refused row.
    EXPECT_EQ(rows.rows[1].cells[2], "doubtful");
    EXPECT_EQ(rows.rows[1].cells[5], "Không Tên");
    EXPECT_EQ(rows.rows[1].cells[6], "");
    EXPECT_EQ(rows.rows[2].cells[2], "refused");
    EXPECT_EQ(Cells(rows.rows[2].cells.begin() + 3, rows.rows[2].cells.end() - 1), Cells(5));
    EXPECT_NE(rows.rows[2].cells[8], "");
}

TEST_F(ImportPreview, JoinsTheRecordsOfARowAndSpeaksBothLanguages) {
    const TextTable rows = preview("planting",
                                   "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha),Sản lượng (tấn),Năm\n"
                                   "Chè,Bản Bo,Tam Đường,Lai Châu,\"2,5\",20,2023\n",
                                   Language::Vietnamese);
    ASSERT_EQ(rows.rows.size(), 1U);
    const Cells& cells = rows.rows[0].cells;
    EXPECT_EQ(cells[4], "2,5 ha; 20 tấn");
    EXPECT_EQ(cells[5], "Bản Bo"); // once, though two records say it
    EXPECT_EQ(cells[7], "2023");
}

TEST_F(ImportPreview, SlBesideAnAreaIsAnOutput) {
    const struct {
        const char *headers, *cells, *values;
    } cases[] = {
        {"Cây trồng;DT;SL", "Chè;12;80", "12 ha; 80 tấn"},
        {"Cây trồng;DT (ha);SL (tấn)", "Chè;12;80", "12 ha; 80 tấn"},
        {"Cây trồng;DT 2022;SL 2022;DT 2023;SL 2023", "Chè;12;80;13;90",
         "12 ha; 80 tấn | 13 ha; 90 tấn"},
        {"Cây trồng;DT 2022 (ha);SL 2022 (tấn);DT 2023 (ha);SL 2023 (tấn)", "Chè;12;80;13;90",
         "12 ha; 80 tấn | 13 ha; 90 tấn"},
        {"DT lúa;SL lúa;DT ngô;SL ngô", "12;80;13;90", "12 ha; 80 tấn | 13 ha; 90 tấn"},
        {"Diện tích lúa (ha) 2022;Diện tích lúa (ha) 2023", "12;13", "12 ha | 13 ha"},
        {"Vật nuôi;SL (con);DT chuồng (m2)", "Lợn;12;80", "12 con"},
        {"Mô hình;SL (hộ)", "Chè;12", "12 hộ"},
    };
    for (const auto& one : cases) {
        const std::string csv = std::string("Xã;Huyện;Tỉnh;") + one.headers +
                                "\nSơn Bình;Tam Đường;Lai Châu;" + one.cells + "\n";
        const TextTable rows = preview("planting", csv, Language::Vietnamese);
        const auto value =
            std::find(rows.header.begin(), rows.header.end(), "value") - rows.header.begin();
        std::string values;
        for (const TextRow& row : rows.rows)
            values += (values.empty() ? "" : " | ") + row.cells.at(std::size_t(value));
        EXPECT_EQ(values, one.values) << one.headers;
    }
}

TEST_F(ImportPreview, APlanBesideWhatWasDoneIsARowOfItsOwnThatIsPlanned) {
    std::ofstream(m_folder / "t.csv") << "Xã;Huyện;Tỉnh;Lúa (ha);;;Ngô (ha);;\n"
                                         ";;;Kế hoạch;Thực hiện;%;Kế hoạch;Thực hiện;%\n"
                                         "Sơn Bình;Tam Đường;Lai Châu;30;0;0;45;40;89\n"
                                         "Bản Bo;Tam Đường;Lai Châu;20;18;90;-;-;\n";
    const sheets::Workbook workbook = sheets::readWorkbook(m_folder / "t.csv");
    Workspace workspace(packagedFile(), store::Mode::ReadOnly);
    records::ImportOptions options;
    options.kind = "planting";
    std::string said;
    for (const records::Record& record : readImport(workbook, options, workspace).records)
        said += fmt::format("{} {} {}\n", record.subjects.at(0), record.value.value_or(-1),
                            records::toString(record.state));
    EXPECT_EQ(said, "Lúa 30 planned\nLúa 0 done\nNgô 45 planned\nNgô 40 done\n"
                    "Lúa 20 planned\nLúa 18 done\n");
}

TEST_F(ImportPreview, TheNumbersOfAHeadingThatItsRowsDoNotMakeAreSaid) {
    std::ofstream(m_folder / "t.csv") << "STT;Địa bàn;Tổng đàn gia súc (con);\n;;Trâu;Bò\n"
                                         "I;Huyện Tam Đường;100;30\n1;Xã Sơn Bình;40;20\n"
                                         "2;Xã Bản Bo;60;5\nII;Huyện Sìn Hồ;10;7\n";
    const sheets::Workbook workbook = sheets::readWorkbook(m_folder / "t.csv");
    Workspace workspace(packagedFile(), store::Mode::ReadOnly);
    records::ImportOptions options;
    options.kind = "livestock";
    options.source.territory = "tỉnh Lai Châu";
    options.source.date = "2023-12-31";
    std::string said, values;
    const TableImport taken = readImport(workbook, options, workspace);
    for (const records::RowReport& row : taken.report.rows)
        if (row.row == 0 && row.outcome == records::RowOutcome::Doubtful)
            said += row.sentence->en + "\n";
    for (const records::Record& record : taken.records)
        values += fmt::format("{} {} {}\n", record.line, record.subjects.at(0), *record.value);
    EXPECT_EQ(said, "Row 3: 'Huyện Tam Đường' states 30 in the column 'Tổng đàn gia súc (con) / "
                    "Bò', but the rows below it make 25; the number of this row is not taken, "
                    "check it.\n");
    EXPECT_EQ(values, "4 Trâu 40\n4 Bò 20\n5 Trâu 60\n5 Bò 5\n6 Trâu 10\n6 Bò 7\n");
}

TEST_F(ImportPreview, OfTheNameOfAZoneAndItsProductTheProductIsTheSubject) {
    const TextTable rows =
        preview("production_zone", "Tên vùng;Xã;Huyện;Tỉnh;Sản phẩm;Diện tích (ha)\n"
                                   "Sơn Bình 1;Sơn Bình;Tam Đường;Lai Châu;Chè;2\n"
                                   "Bản Bo 3;Bản Bo;Tam Đường;Lai Châu;Chanh leo;2\n");
    EXPECT_EQ(rows.rows.at(0).cells.at(3), "Chè");
    EXPECT_EQ(rows.rows.at(1).cells.at(3), "Chanh leo");
}

TEST_F(ImportPreview, NumbersOfDifferentAnimalsSayNothingOfEachOther) {
    const TextTable rows =
        preview("livestock", "Xã;Huyện;Tỉnh;Năm;Trâu (con);Gia cầm (con);Lúa (ha)\n"
                             "Sơn Bình;Tam Đường;Lai Châu;2023;45;12.000;\n"
                             "Bản Bo;Tam Đường;Lai Châu;2023;38;9.500;\n");
    ASSERT_EQ(rows.rows.size(), 4U);
    for (const TextRow& row : rows.rows)
        EXPECT_EQ(row.cells.at(2), "accepted") << row.cells.back();
}

TEST_F(ImportPreview, MoneyIsNoLostValue) {
    const TextTable rows =
        preview("model", "Mô hình;Xã;Huyện;Tỉnh;Năm;Quy mô;Hỗ trợ (1.000đ);XYZ\n"
                         "Trồng chè;Sơn Bình;Tam Đường;Lai Châu;2023;2 ha;45.000;\n"
                         "Trồng chè;Bản Bo;Tam Đường;Lai Châu;2023;2 ha;45.000;7\n");
    EXPECT_EQ(rows.rows.at(0).cells.at(2), "accepted") << rows.rows[0].cells.back();
    EXPECT_EQ(rows.rows.at(1).cells.at(2), "doubtful"); // who knows what 7 counts
}

TEST_F(ImportPreview, ARowWhosePointCannotBeReadIsNotPutOnTheTerritoryInSilence) {
    std::ofstream(m_folder / "t.csv") << "Vật nuôi;Tổng đàn (con);Vĩ độ;Kinh độ\n"
                                         "Bò;85;22°20'10\";103°32'15\"\n"
                                         "Dê;12;22o20'10'';103o32'15''\n"
                                         "Lợn;40;22 hai mươi;103°32'15\"\n"
                                         "Gà;300;;\n";
    const sheets::Workbook workbook = sheets::readWorkbook(m_folder / "t.csv");
    Workspace workspace(packagedFile(), store::Mode::ReadOnly, store::Spatial::Yes);
    records::ImportOptions options;
    options.kind = "livestock";
    options.source.territory = "tỉnh Lai Châu";
    options.source.date = "2023-12-31";
    std::string said;
    for (const records::RowReport& row : readImport(workbook, options, workspace).report.rows)
        if (row.row > 0)
            said += row.outcome == records::RowOutcome::Accepted   ? "accepted "
                    : row.outcome == records::RowOutcome::Doubtful ? "doubtful "
                                                                   : "refused ";
    EXPECT_EQ(said, "accepted accepted doubtful doubtful ");
}

TEST_F(ImportPreview, ColumnsCanBeChosenWhereTheTableCannotBeRead) {
    std::ofstream(m_folder / "t.csv") << "Thứ đã trồng,Xã,Tỉnh,Diện tích (ha)\n"
                                         "Lúa,Bản Bo,Lai Châu,1\n";
    const sheets::Workbook workbook = sheets::readWorkbook(m_folder / "t.csv");
    Workspace workspace(packagedFile(), store::Mode::ReadOnly);
    records::ImportOptions options;
    options.kind = "trial";
    options.columns["subject"] = "";
    EXPECT_THROW(readImport(workbook, options, workspace), InputError);
    const auto tables = understandTables(workbook, options, workspace);
    ASSERT_EQ(tables.size(), 1U);
    ASSERT_EQ(tables[0].columns.size(), 4U);
    EXPECT_EQ(tables[0].columns[0].header, "Thứ đã trồng");
    EXPECT_NE(tables[0].columns[0].field, "subject");
    EXPECT_EQ(tables[0].columns[1].field, "commune");
    EXPECT_EQ(tables[0].columns[3].field, "area");
}

constexpr const char* trials = "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha),Năm\n"
                               "Lúa,Bản Bo,Tam Đường,Lai Châu,\"2,5\",2023\n"
                               "Chè,Không Tên,Tam Đường,Lai Châu,1,2023\n"
                               "Mắc ca,Bản Bo,Tam Đường,Lai Châu,nhiều,2023\n"
                               "Ngô,Không Tên,Tam Đường,Lai Châu,3,2023\n"
                               "Cam,Không Tên,Mường Tè,Lai Châu,4,2023\n";

constexpr const char* banBo = "03424@2004";

records::Corrections fixed(const records::RowName& row, const std::string& field,
                           const std::string& text) {
    records::Corrections corrections;
    corrections.cells[row][field] = text;
    return corrections;
}

records::Corrections without(const records::RowName& row) {
    records::Corrections corrections;
    corrections.leftOut.insert(row);
    return corrections;
}

records::Corrections decided(const std::string& text, const std::string& unit) {
    records::Corrections corrections;
    corrections.places[text] = unit;
    return corrections;
}

/// What a person puts right in a table of trials.
class Correcting : public ::testing::Test {
protected:
    TableImport read(records::Corrections corrections, const std::string& csv = trials) {
        std::ofstream(m_folder / "t.csv") << csv;
        records::ImportOptions options;
        options.kind = "trial";
        options.corrections = std::move(corrections);
        options.keepsCells = true;
        return readImport(sheets::readWorkbook(m_folder / "t.csv"), options, m_workspace);
    }

    const records::RowReport& row(const TableImport& taken, std::size_t line) {
        for (const records::RowReport& one : taken.report.rows)
            if (one.row == line)
                return one;
        throw std::out_of_range("no such row");
    }

    const records::Record& record(const TableImport& taken, const std::string& id) {
        for (const records::Record& one : taken.records)
            if (one.id == id)
                return one;
        throw std::out_of_range(id);
    }

    static bool says(const TableImport& taken, const std::string& part) {
        return std::any_of(
            taken.report.rows.begin(), taken.report.rows.end(), [&](const auto& one) {
                return one.row == 0 && one.sentence->en.find(part) != std::string::npos;
            });
    }

    TemporaryFolder m_folder;
    Workspace m_workspace{packagedFile(), store::Mode::ReadOnly};
};

TEST_F(Correcting, ACellIsReadAsItWasPutRightAndTheRecordKeepsWhatTheFileSays) {
    EXPECT_EQ(row(read({}), 4).outcome, records::RowOutcome::Refused);
    const TableImport taken = read(fixed({"", 4, ""}, "area", "1,75"));
    EXPECT_EQ(row(taken, 4).outcome, records::RowOutcome::Accepted);
    const records::Record& one = record(taken, "t-r4");
    EXPECT_EQ(one.value, 1.75);
    EXPECT_EQ(one.valueAsWritten, "1,75");
    EXPECT_EQ(one.details,
              (std::vector<records::Detail>{{"corrected", "Diện tích (ha): 'nhiều' → '1,75'"}}));
    EXPECT_NE(row(taken, 4).sentence->en.find("the file says 'nhiều'"), std::string::npos);
    const auto cells = cellsOf(row(taken, 4), "value");
    ASSERT_EQ(cells.size(), 1U);
    EXPECT_EQ(cells[0].text, "1,75");
    EXPECT_EQ(cells[0].written, "nhiều");
    // The other rows are as they were.
    EXPECT_TRUE(record(taken, "t-r2").details.empty());
}

struct CellCase {
    const char* field;
    const char* text;
    records::RowOutcome outcome;
    const char* part; ///< of the sentence
};

TEST_F(Correcting, WhatIsTypedIsJudgedByTheRulesOfAnyCell) {
    using enum records::RowOutcome;
    const CellCase cases[] = {
        {"area", "rất nhiều", Refused, "rất nhiều"},
        {"area", "2.5", Accepted, "put right to '2.5'"},
        {"area", "2,5", Accepted, ""}, // as in the file: no correction
        {"subject", "", Refused, "subject is missing"},
        {"commune", "Xã Không Có", Doubtful, "Xã Không Có"},
        {"period", "năm nào", Doubtful, "năm nào"},
        {"note", "xem lại", Accepted, "filled in with 'xem lại'"},
    };
    for (const CellCase& one : cases) {
        const TableImport taken = read(fixed({"", 2, ""}, one.field, one.text));
        EXPECT_EQ(row(taken, 2).outcome, one.outcome) << one.field << one.text;
        EXPECT_NE(row(taken, 2).sentence->en.find(one.part), std::string::npos)
            << row(taken, 2).sentence->en;
    }
    EXPECT_TRUE(record(read(fixed({"", 2, ""}, "area", "2,5")), "t-r2").details.empty());
    EXPECT_THROW(read(fixed({"", 2, ""}, "no_field", "1")), InputError);
}

TEST_F(Correcting, APlaceIsDecidedOnceForAllRowsWithThatTextAndTheseParents) {
    const TableImport unsettled = read({});
    const auto places = placesOf(unsettled, row(unsettled, 3), m_workspace.gazetteer());
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].text, "Không Tên");
    EXPECT_EQ(places[0].rows, 2U) << "the one of another district is another place";
    const TableImport taken = read(decided(places[0].key, banBo));
    for (const char* id : {"t-r3", "t-r5"}) {
        const records::Place& place = record(taken, id).places.front();
        EXPECT_EQ(place.uid, banBo);
        EXPECT_EQ(place.text, "Không Tên");
        EXPECT_TRUE(records::isDecided(place));
    }
    EXPECT_EQ(row(taken, 3).outcome, records::RowOutcome::Accepted);
    EXPECT_EQ(row(taken, 6).outcome, records::RowOutcome::Doubtful);
    EXPECT_TRUE(says(taken, "in 2 rows"));
    EXPECT_TRUE(says(taken, "xã Bản Bo"));
}

TEST_F(Correcting, ATextAloneMeansThePlaceUnderAnyParentsAndACodeItsVersionOfTheDay) {
    const TableImport taken = read(decided("Không Tên", "03424"));
    for (const char* id : {"t-r3", "t-r5", "t-r6"})
        EXPECT_EQ(record(taken, id).places.front().uid, banBo);
    EXPECT_TRUE(says(taken, "in 3 rows"));
}

TEST_F(Correcting, APlaceThatWasTakenForAUnitCanBeAnother) {
    const TableImport taken = read(decided("Bản Bo", "xã Bình Lư, huyện Tam Đường, tỉnh Lai "
                                                     "Châu"));
    EXPECT_NE(record(taken, "t-r2").places.front().uid, banBo);
    EXPECT_EQ(record(taken, "t-r2").places.front().reasons.find("decision;was:03424@2004"), 0U);
}

TEST_F(Correcting, RowsAreLeftOutAndTheReportSaysSo) {
    const TableImport taken = read(without({"", 2, ""}));
    EXPECT_EQ(row(taken, 2).outcome, records::RowOutcome::LeftOut);
    EXPECT_EQ(taken.report.count(records::RowOutcome::LeftOut), 1U);
    EXPECT_EQ(row(taken, 2).sentence->en, "Left out by hand.");
    EXPECT_THROW(record(taken, "t-r2"), std::out_of_range);
    const TextTable rows =
        parseCsv(toCsv(previewRows(taken, m_workspace.gazetteer(), Language::English)), "preview");
    EXPECT_EQ(rows.rows[0].cells[2], "left_out");
    EXPECT_EQ(rows.rows[0].cells[3], "Lúa") << "to be looked at and taken in again";
    EXPECT_EQ(rows.rows[0].cells[4], "2,5");
}

TEST_F(Correcting, WhatFitsNothingIsSaid) {
    EXPECT_TRUE(says(read(fixed({"", 40, ""}, "area", "1")), "no row '40'"));
    EXPECT_TRUE(says(read(fixed({"Vụ lúa", 2, ""}, "area", "1")), "no row 'Vụ lúa!2'"));
    EXPECT_TRUE(says(read(without({"", 2, "3"})), "no row '2/3'"));
    EXPECT_TRUE(says(read(decided("Nơi Khác", banBo)), "No row has the place 'Nơi Khác'"));
    EXPECT_THROW(read(decided("Không Tên", "99999")), Error);
}

TEST_F(Correcting, AYearOfAWideRowIsARowOfItsOwn) {
    const std::string wide = "Cây trồng,Xã,Huyện,Tỉnh,Năm 2021,Năm 2022\n"
                             "Lúa,Bản Bo,Tam Đường,Lai Châu,5,6\n";
    const TableImport taken = read(without({"", 3, "2021"}), "Diện tích (ha)\n" + wide);
    std::vector<std::string> periods;
    for (const records::Record& one : taken.records)
        periods.push_back(one.periodAsWritten);
    EXPECT_EQ(periods, (std::vector<std::string>{"2022"}));
}

TEST_F(Correcting, ReadingEndsWhenItIsStopped) {
    std::ofstream(m_folder / "t.csv") << trials;
    records::ImportOptions options;
    options.kind = "trial";
    int asked = 0;
    options.isStopped = [&] { return ++asked == 3; };
    const sheets::Workbook workbook = sheets::readWorkbook(m_folder / "t.csv");
    EXPECT_THROW(readImport(workbook, options, m_workspace), Error);
    EXPECT_EQ(asked, 3) << "before every row";
}

TEST(RowName, IsWrittenAsPeopleWriteRows) {
    using records::parseRowName;
    using records::RowName;
    for (const RowName& name : {RowName{"", 12, ""}, RowName{"Vụ lúa!", 3, ""},
                                RowName{"Vụ: lúa", 3, "5-2021"}, RowName{"", 7, "2022"}})
        EXPECT_EQ(parseRowName(name.toString()), name) << name.toString();
    for (const char* text : {"", "x", "0", "12x", "12/", "Vụ lúa!", "-1", "99999999999999999999"})
        EXPECT_FALSE(parseRowName(text)) << text;
}

TEST(StoredCorrections, ADecidedPlaceStaysDecidedInTheWorkspaceAndCanBeTakenBack) {
    TemporaryFolder folder;
    std::filesystem::copy_file(packagedFile(), folder / "w.sqlite");
    std::ofstream(folder / "t.csv") << trials;
    Workspace workspace(folder / "w.sqlite", store::Mode::ReadWrite);
    records::ImportOptions options;
    options.kind = "trial";
    options.corrections.places["Không Tên"] = banBo;
    const TableImport taken =
        readImport(sheets::readWorkbook(folder / "t.csv"), options, workspace);
    EXPECT_EQ(countOpenPlaces(taken, workspace), 0U);
    storeImport(taken, workspace);
    const auto place = [&] {
        for (const records::Record& one : workspace.records())
            if (one.id == "t-r3")
                return one.places.front();
        return records::Place();
    };
    EXPECT_EQ(place().uid, banBo);
    EXPECT_TRUE(records::isDecided(place()));
    EXPECT_TRUE(records::undoDecision(workspace.file(), "t-r3", 0));
    workspace.forgetRecords();
    EXPECT_EQ(place().status, geocode::Status::Unmatched);
}

TEST(StoredImports, ADoubtfulRowStaysDoubtfulUntilItsPlaceIsDecided) {
    TemporaryFolder folder;
    std::filesystem::copy_file(packagedFile(), folder / "w.sqlite");
    std::ofstream(folder / "t.csv") << trials;
    Workspace workspace(folder / "w.sqlite", store::Mode::ReadWrite);
    records::ImportOptions options;
    options.kind = "trial";
    const TableImport taken =
        readImport(sheets::readWorkbook(folder / "t.csv"), options, workspace);
    std::set<std::string> said;
    for (const records::RowReport& row : taken.report.rows)
        if (row.row != 0 && row.outcome == records::RowOutcome::Doubtful)
            said.insert(row.record);
    ASSERT_TRUE(said.contains("t-r3")) << "its place is not known";
    storeImport(taken, workspace);
    const auto doubtful = [&] {
        std::set<std::string> ids;
        const records::CompactRecords& records = workspace.compactRecords();
        for (std::size_t i = 0; i < records.size(); ++i)
            if (records[i].isDoubtful)
                ids.emplace(records.id(i));
        return ids;
    };
    EXPECT_EQ(doubtful(), said) << "and none of the packaged records";
    records::decide(workspace.file(), "t-r3", 0, banBo);
    workspace.forgetRecords();
    said.erase("t-r3");
    EXPECT_EQ(doubtful(), said);
}

} // namespace
} // namespace terroir::workspace

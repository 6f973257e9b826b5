#include "core/records/import.hpp"
#include "core/records/row_details.hpp"
#include "core/records/in_force.hpp"
#include "tests/records/small_country.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

/// Rows of one table, each in Bản Bo unless the table has a column for it.
class ImportValues : public ::testing::Test {
protected:
    ImportReport read(const std::string& header, const std::vector<std::string>& rows,
                      std::string kind) {
        std::string csv = "sản phẩm;xã;huyện;" + header + "\n";
        for (const std::string& row : rows)
            csv += "a;Bản Bo;Tam Đường;" + row + "\n";
        return read(parseCsv(csv, "Bảng 1.csv"), std::move(kind));
    }
    ImportReport read(const TextTable& table, std::string kind) {
        ImportOptions options;
        options.kind = std::move(kind);
        options.source.date = "2022-12-31";
        m_records.clear();
        return readRecords(table, options, {}, m_geocoder, m_gazetteer, m_records);
    }

    gazetteer::Gazetteer m_gazetteer = tests::smallCountry();
    geocode::Geocoder m_geocoder{m_gazetteer};
    std::vector<Record> m_records;
};

bool says(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST_F(ImportValues, have_the_unit_beside_the_number_before_that_of_the_header) {
    const struct {
        const char *header, *row, *kind, *indicator;
        double value;
        const char *unit, *asWritten;
    } cases[] = {
        {"diện tích (ha)", "12,5 ha", "planting", "area", 12.5, "ha", "12,5 ha"},
        {"diện tích (ha)", "5.000 m2", "planting", "area", 0.5, "ha", "5.000 m2"},
        {"diện tích (m2)", "850", "planting", "area", 0.085, "ha", "850 m2"},
        {"diện tích (1.000 m2)", "12", "planting", "area", 1.2, "ha", "12 (1.000 m2)"},
        {"sản lượng (nghìn tấn)", "1,2", "planting", "output", 1200, "tấn", "1,2 nghìn tấn"},
        {"sản lượng (tạ)", "315", "planting", "output", 31.5, "tấn", "315 tạ"},
        {"sản lượng (tấn)", "500 kg", "planting", "output", 0.5, "tấn", "500 kg"},
        {"sản lượng", "7", "planting", "output", 7, "tấn", "7"},
        {"sản lượng (tấn/năm)", "700", "planting", "output", 700, "tấn", "700 tấn/năm"},
        {"sản lượng (lít)", "90", "planting", "output", 90, "lít", "90"},
        {"năng suất (tạ/ha)", "68,5", "trial", "yield", 6.85, "tấn/ha", "68,5 tạ/ha"},
        {"năng suất", "68,5 tạ/ha", "trial", "yield", 6.85, "tấn/ha", "68,5 tạ/ha"},
        {"số lượng (con)", "1.200", "livestock", "head", 1200, "con", "1.200"},
        {"số lượng (nghìn con)", "7,5", "livestock", "head", 7500, "con", "7,5 nghìn con"},
        {"số lượng;đơn vị", "4;trại", "livestock", "farms", 4, "trại", "4"},
        {"số lượng;đơn vị", "24;lồng", "aquaculture", "cages", 24, "lồng", "24"},
        {"số lượng;đơn vị", "2.500;m2", "model", "area", 0.25, "ha", "2.500 m2"},
        {"số lượng", "02 ha", "model", "area", 2, "ha", "02 ha"},
        {"số lượng", "500 con", "model", "head", 500, "con", "500 con"},
        {"số lượng", "3 mô hình", "model", "models", 3, "mô hình", "3 mô hình"},
        {"số lượng", "40 tạ", "model", "output", 4, "tấn", "40 tạ"},
        {"diện tích", "500 con", "model", "head", 500, "con", "500 con"},
        {"số lượng", "6 mẫu", "soil_sample", "soil_samples", 6, "mẫu", "6 mẫu"},
        {"giá trị;đơn vị", "2.500;m2", "generic", "area", 0.25, "ha", "2.500 m2"},
        {"giá trị;đơn vị", "412,5;triệu đồng", "generic", "count", 412.5, "triệu đồng", "412,5"},
    };
    for (const auto& one : cases) {
        const ImportReport report = read(one.header, {one.row}, one.kind);
        ASSERT_EQ(m_records.size(), 1U) << one.row << report.rows.back().sentence->en;
        const Record& record = m_records[0];
        EXPECT_EQ(record.indicator, one.indicator) << one.row;
        EXPECT_DOUBLE_EQ(record.value.value_or(-1), one.value) << one.row;
        EXPECT_EQ(record.unit, one.unit) << one.row;
        EXPECT_EQ(record.valueAsWritten, one.asWritten) << one.row;
        EXPECT_EQ(report.rows.back().outcome, RowOutcome::Accepted)
            << one.row << report.rows.back().sentence->en;
    }
}

TEST_F(ImportValues, have_the_unit_of_the_row_above_where_the_table_says_so) {
    read("số lượng;đơn vị", {"12;ha", "3,5;nt", "60;con", "45;\" nt \"", "5;-nt-"}, "model");
    ASSERT_EQ(m_records.size(), 5U);
    EXPECT_EQ(m_records[1].unit, "ha");
    EXPECT_EQ(m_records[3].indicator, "head");
    EXPECT_EQ(m_records[4].indicator, "head");
    EXPECT_EQ(read("số lượng;đơn vị", {"3,5;nt"}, "model").count(RowOutcome::Refused), 1U);
}

TEST_F(ImportValues, that_are_no_one_number_are_kept_as_text_and_doubtful) {
    for (const char* cell : {"dưới 5", "12 ha/3 cơ sở", "2 ha + 500 m2", "5 ha/12 hộ/3 nhóm"}) {
        const ImportReport report = read("diện tích (ha)", {cell}, "planting");
        ASSERT_EQ(m_records.size(), 1U) << cell;
        EXPECT_FALSE(m_records[0].value) << cell;
        EXPECT_EQ(m_records[0].scope, Scope::None) << cell;
        EXPECT_EQ(detail(m_records[0], "area"), cell);
        EXPECT_EQ(report.count(RowOutcome::Doubtful), 1U) << cell;
        EXPECT_TRUE(says(report.rows.back().sentence->vi, cell)) << report.rows.back().sentence->vi;
    }
}

TEST_F(ImportValues, of_zero_are_values_and_words_for_nothing_are_none) {
    read("diện tích (ha)", {"0", "không", "KXĐ", "x", "..."}, "planting");
    ASSERT_EQ(m_records.size(), 5U);
    EXPECT_EQ(m_records[0].value, 0);
    for (std::size_t i = 1; i < 5; ++i)
        EXPECT_FALSE(m_records[i].value) << i;
}

TEST_F(ImportValues, that_are_not_there_yet_are_none_and_the_row_stays) {
    for (const char* cell : {"chưa thu", "Chưa thu hoạch", "mới thả", "đang nuôi"}) {
        const ImportReport report = read("sản lượng (tấn)", {cell}, "aquaculture");
        ASSERT_EQ(m_records.size(), 1U) << cell;
        EXPECT_FALSE(m_records[0].value) << cell;
        EXPECT_EQ(detail(m_records[0], "output"), cell);
        EXPECT_EQ(report.count(RowOutcome::Accepted), 1U) << cell;
        EXPECT_TRUE(says(report.rows.back().sentence->vi, cell)) << report.rows.back().sentence->vi;
    }
    EXPECT_EQ(read("sản lượng (tấn)", {"thu rồi"}, "aquaculture").count(RowOutcome::Refused), 1U);
}

TEST_F(ImportValues, without_a_unit_are_doubtful_where_a_wrong_one_is_near) {
    EXPECT_EQ(read("số lượng", {"450"}, "livestock").count(RowOutcome::Doubtful), 1U);
    EXPECT_EQ(read("năng suất", {"68,5"}, "trial").count(RowOutcome::Doubtful), 1U);
    EXPECT_EQ(read("số lượng", {"3"}, "ocop").count(RowOutcome::Accepted), 1U);
}

TEST_F(ImportValues, are_read_by_the_other_numbers_of_the_column) {
    ImportReport report = read("diện tích (ha)", {"1.947", "12.25"}, "planting");
    EXPECT_DOUBLE_EQ(*m_records.at(0).value, 1.947);
    EXPECT_TRUE(says(report.rows[0].sentence->en, "since the column writes '12.25'"))
        << report.rows[0].sentence->en;
    read("diện tích (m2)", {"1.947", "2.850,5"}, "planting");
    EXPECT_DOUBLE_EQ(*m_records.at(0).value, 0.1947);

    TextTable table =
        parseCsv("sản phẩm,tỉnh,sản lượng (tấn)\na,Lai Châu,11.902\nb,Lai Châu,12310.5\n"
                 "c,Lai Châu,11755\n",
                 "t.xlsx");
    for (const std::size_t row : {1U, 2U})
        table.rows[row].numbers = {false, false, true};
    report = read(table, "planting");
    EXPECT_DOUBLE_EQ(*m_records.at(0).value, 11902);
    EXPECT_TRUE(says(report.rows[0].sentence->en, "by the size")) << report.rows[0].sentence->en;
}

TEST_F(ImportValues, of_a_year_that_is_far_from_today_are_doubtful_but_of_a_plan) {
    const struct {
        const char* row;
        RowOutcome outcome;
    } cases[] = {
        {"2022;", RowOutcome::Accepted},        {"2095;", RowOutcome::Doubtful},
        {"2095;planned", RowOutcome::Accepted}, {"15/4/2095;", RowOutcome::Doubtful},
        {"1905;", RowOutcome::Doubtful},        {"1960;", RowOutcome::Accepted},
        {"2020-2095;", RowOutcome::Accepted}, // it has begun
    };
    for (const auto& one : cases) {
        const ImportReport report = read("năm;status", {one.row}, "model");
        EXPECT_EQ(report.rows.at(0).outcome, one.outcome)
            << one.row << " " << report.rows.at(0).sentence->en;
    }
}

TEST_F(ImportValues, of_animals_have_no_decimals) {
    const struct {
        const char *header, *cell;
        RowOutcome outcome;
        double value;
    } cases[] = {{"số lượng (con)", "1,200", RowOutcome::Accepted, 1200},
                 {"số lượng;đơn vị", "1,200;con", RowOutcome::Accepted, 1200},
                 {"số lượng (con)", "2,5", RowOutcome::Doubtful, 2.5},
                 {"số lượng (nghìn con)", "2,5", RowOutcome::Accepted, 2500},
                 {"số lượng (con)", "2,5 nghìn", RowOutcome::Accepted, 2500},
                 {"số lượng (con)", "0,125", RowOutcome::Doubtful, 0.125}};
    for (const auto& one : cases) {
        const ImportReport report = read(one.header, {one.cell}, "livestock");
        EXPECT_EQ(report.rows.at(0).outcome, one.outcome)
            << one.cell << " " << report.rows[0].sentence->en;
        EXPECT_DOUBLE_EQ(m_records.at(0).value.value_or(-1), one.value) << one.cell;
    }
}

TEST_F(ImportValues, of_a_certificate_without_a_number_are_not_those_of_one_that_was_granted) {
    const struct {
        const char* number;
        RowOutcome outcome;
        State state;
    } cases[] = {{"VietGAP-TT-12-01", RowOutcome::Accepted, State::Done},
                 {"đang làm thủ tục", RowOutcome::Accepted, State::Proposed},
                 {"Đơn số 4-2023-12345", RowOutcome::Accepted, State::Proposed},
                 {"liên hệ HTX", RowOutcome::Doubtful, State::Done},
                 {"", RowOutcome::Accepted, State::Done}};
    for (const auto& one : cases) {
        const ImportReport report = read("phân loại;diện tích (ha);số giấy chứng nhận",
                                         {std::string("vietgap;2;") + one.number}, "certification");
        EXPECT_EQ(report.rows.at(0).outcome, one.outcome) << one.number;
        EXPECT_EQ(m_records.at(0).state, one.state) << one.number;
    }
}

TEST_F(ImportValues, of_a_text_beside_numbers_of_another_size_are_open_but_not_of_another_unit) {
    EXPECT_EQ(read("diện tích (ha)", {"2", "3", "1.250"}, "planting").count(RowOutcome::Refused),
              1U);
    EXPECT_EQ(
        read("diện tích (ha)", {"850", "920", "1.250"}, "planting").count(RowOutcome::Accepted),
        3U);
    read("số lượng;đơn vị", {"22;ha", "60;ha", "1.800;m2"}, "model");
    ASSERT_EQ(m_records.size(), 3U);
    EXPECT_DOUBLE_EQ(*m_records[2].value, 0.18);
    EXPECT_EQ(read("quy mô", {"2 ha", "5", "15.000 cây"}, "model").count(RowOutcome::Refused), 0U);
}

TEST_F(ImportValues, of_what_is_counted_one_by_one_are_whole) {
    for (const char* unit : {"con", "hộ", "lồng"}) {
        TextTable table = parseCsv("sản phẩm,tỉnh,số lượng (" + std::string(unit) +
                                       ")\na,Lai Châu,5.000\nb,Lai Châu,45\nc,Lai Châu,1200\n",
                                   "t.xlsx");
        for (const std::size_t row : {1U, 2U})
            table.rows[row].numbers = {false, false, true};
        const ImportReport report = read(table, "livestock");
        EXPECT_EQ(report.count(RowOutcome::Refused), 0U) << unit;
        EXPECT_EQ(m_records.at(0).value, 5000) << unit;
    }
    // of what is measured the same is open
    TextTable table = parseCsv("sản phẩm,tỉnh,sản lượng (tấn)\na,Lai Châu,5.000\nb,Lai Châu,45\n"
                               "c,Lai Châu,1200\n",
                               "t.xlsx");
    for (const std::size_t row : {1U, 2U})
        table.rows[row].numbers = {false, false, true};
    EXPECT_EQ(read(table, "planting").count(RowOutcome::Refused), 1U);
}

TEST_F(ImportValues, of_animals_of_a_batch_are_what_is_there_at_a_time) {
    const ImportReport report = read("số lượng (con)", {"12.000/lứa", "500 con/lứa"}, "livestock");
    EXPECT_EQ(report.count(RowOutcome::Refused), 0U);
    ASSERT_EQ(m_records.size(), 2U);
    EXPECT_EQ(m_records[0].value, 12000);
    EXPECT_EQ(m_records[1].value, 500);
    EXPECT_EQ(m_records[1].unit, "con");
    EXPECT_TRUE(says(report.rows[0].sentence->en, "one batch"));
    // A harvest of each batch is no harvest of the year.
    EXPECT_EQ(read("sản lượng (tấn)", {"2/lứa"}, "livestock").count(RowOutcome::Refused), 1U);
}

TEST_F(ImportValues, of_stars_are_counted_only_when_they_were_given) {
    ImportReport report = read("hạng sao", {"★★★", "Hạng 4", "OCOP 4*"}, "ocop");
    EXPECT_EQ(m_records.at(0).category, "3");
    EXPECT_EQ(m_records.at(1).category, "4");
    EXPECT_EQ(m_records.at(2).value, 4);
    report = read("hạng sao", {"tiềm năng 5 sao", "3-4 sao", "82,5 điểm"}, "ocop");
    EXPECT_EQ(report.count(RowOutcome::Doubtful), 3U);
    EXPECT_EQ(m_records.at(0).state, State::Proposed);
    EXPECT_FALSE(m_records.at(1).value);
    EXPECT_EQ(detail(m_records.at(2), "points"), "82,5 điểm");
}

TEST_F(ImportValues, of_a_code_that_was_withdrawn_do_not_stand_among_those_in_force) {
    const ImportReport report =
        read("diện tích (ha);tình trạng;mã số vùng trồng",
             {"5;Thu hồi;LCH-0102", "7;Đang hoạt động;LCH-0103"}, "production_zone");
    ASSERT_EQ(m_records.size(), 2U);
    EXPECT_EQ(m_records[0].state, State::Withdrawn);
    EXPECT_EQ(detail(m_records[0], "status_as_written"), "Thu hồi");
    EXPECT_EQ(detail(m_records[0], "code"), "LCH-0102");
    EXPECT_TRUE(says(report.rows[0].sentence->en, "not counted")) << report.rows[0].sentence->en;
    EXPECT_EQ(m_records[1].state, State::Done);
}

TEST_F(ImportValues, a_title_not_yet_given_is_proposed_and_an_indication_is_no_mark) {
    const ImportReport report =
        read("loại;số văn bằng;ngày cấp",
             {"NHTT;412345;18/11/2020", "NHTT;chờ cấp;", "CDĐL;00099;2021"}, "title");
    ASSERT_EQ(m_records.size(), 3U);
    EXPECT_EQ(m_records[0].category, "collective_mark");
    EXPECT_EQ(detail(m_records[0], "certificate_no"), "412345");
    EXPECT_EQ(m_records[0].period.from.toString(), "2020-11-18");
    EXPECT_EQ(m_records[1].state, State::Proposed);
    EXPECT_EQ(m_records[2].kind, "geographical_indication");
    EXPECT_TRUE(says(report.rows[2].sentence->en, "geographical_indication"));
}

TEST_F(ImportValues, a_title_is_of_the_day_beside_its_number_and_never_of_a_year_in_it) {
    read("số văn bằng", {"Số 00063\tngày 13/3/2018", "4-2019-02118", "Số 276400, ngày 18.01.2017"},
         "title");
    ASSERT_EQ(m_records.size(), 3U);
    EXPECT_EQ(m_records[0].period.from.toString(), "2018-03-13");
    EXPECT_EQ(detail(m_records[0], "certificate_no"), "Số 00063\tngày 13/3/2018");
    EXPECT_EQ(m_records[1].period.from, Date::beginning());
    EXPECT_EQ(m_records[2].period.from.toString(), "2017-01-18");
}

TEST_F(ImportValues, a_rating_holds_36_months_from_its_decision) {
    const ImportReport report =
        read("hạng sao;quyết định;hết hạn",
             {"3 sao;Quyết định số 3012/QĐ-UBND ngày 18/11/2024;",
              "3 sao;Quyết định số 77/QĐ-UBND ngày 29/2/2024;", "4 sao;88/QĐ-UBND năm 2023;",
              "4 sao;QĐ 90/QĐ-UBND ngày 3/3/2023;2026-06-30"},
             "ocop");
    ASSERT_EQ(m_records.size(), 4U);
    EXPECT_EQ(m_records[0].period.from.toString(), "2024-11-18");
    const auto lastDay = [&](std::size_t record) {
        return daysText(completed(*termOf(m_records[record]), {}).until);
    };
    EXPECT_EQ(lastDay(0), "2027-11-18");
    EXPECT_EQ(detail(m_records[0], "expires"), "") << "it follows from the decision";
    EXPECT_TRUE(says(report.rows[0].sentence->en, "computed as 2027-11-18"));
    EXPECT_EQ(lastDay(1), "2027-02-28");
    EXPECT_EQ(lastDay(2), "") << "of the decision only the year is known";
    EXPECT_EQ(lastDay(3), "2026-06-30");
}

TEST_F(ImportValues, a_decision_dates_what_it_grants_and_no_task) {
    for (const auto& [kind, from] : {std::pair{"title", "2024-11-18"}, std::pair{"st_task", ""}}) {
        read("quyết định", {"Số 3012/QĐ-UBND ngày 18/11/2024"}, kind);
        EXPECT_EQ(m_records.at(0).period.from.toString(), from) << kind;
        EXPECT_EQ(detail(m_records[0], "decision"), "Số 3012/QĐ-UBND ngày 18/11/2024");
    }
}

TEST_F(ImportValues, a_task_that_is_not_accepted_yet_goes_on) {
    read("kết quả", {"Chưa nghiệm thu", "Đạt", "Không đạt", "3 giống mới"}, "st_task");
    const State states[] = {State::Ongoing, State::Done, State::Withdrawn, State::Done};
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_EQ(m_records.at(i).state, states[i]) << i;
    EXPECT_EQ(detail(m_records[0], "result"), "Chưa nghiệm thu");
}

TEST_F(ImportValues, a_day_that_is_not_there_yet_is_no_mistake) {
    const ImportReport report = read("năm", {"chờ cấp", "15/3/23", "hôm qua"}, "title");
    EXPECT_EQ(report.count(RowOutcome::Refused), 0U);
    EXPECT_EQ(m_records.at(0).state, State::Proposed);
    EXPECT_EQ(m_records.at(1).period.from.toString(), "2023-03-15");
    EXPECT_TRUE(says(report.rows[1].sentence->en, "2023")) << report.rows[1].sentence->en;
    EXPECT_EQ(report.count(RowOutcome::Doubtful), 1U);
}

TEST_F(ImportValues, a_comma_is_open_in_a_column_whose_commas_group_thousands_elsewhere) {
    const ImportReport open =
        read("diện tích (ha)", {"1,250.5", "1,250", "12,5", "0,125"}, "planting");
    EXPECT_EQ(open.count(RowOutcome::Refused), 1U);
    ASSERT_EQ(m_records.size(), 3U);
    EXPECT_EQ(m_records[0].value, 1250.5);
    EXPECT_EQ(m_records[1].value, 12.5);
    EXPECT_EQ(m_records[2].value, 0.125);
    const ImportReport grouped =
        read("diện tích (m2)", {"1,250", "640.5", "2,400 m2", "1,100 - 1,300"}, "planting");
    EXPECT_EQ(grouped.count(RowOutcome::Refused), 0U);
    ASSERT_EQ(m_records.size(), 4U);
    EXPECT_NEAR(*m_records[0].value, 0.125, 1e-9);
    EXPECT_NEAR(*m_records[2].value, 0.24, 1e-9);
    EXPECT_NEAR(*m_records[3].value, 0.11, 1e-9);
    EXPECT_NEAR(m_records[3].valueMax.value_or(0), 0.13, 1e-9);
    EXPECT_TRUE(says(grouped.rows[0].sentence->en, "640.5"));
    // What is counted one by one is whole, whatever the sizes of the others.
    EXPECT_EQ(read("số lượng (con)", {"1,800", "2.5"}, "livestock").count(RowOutcome::Refused), 0U);
    EXPECT_EQ(m_records.at(0).value, 1800);
    const ImportReport plain = read("diện tích (ha)", {"12,5", "1,250"}, "planting");
    EXPECT_EQ(plain.count(RowOutcome::Refused), 0U);
    EXPECT_EQ(m_records.at(1).value, 1.25);
}

} // namespace
} // namespace terroir::records

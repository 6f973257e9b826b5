#include "core/base/error.hpp"
#include "core/records/import.hpp"
#include "core/records/row_details.hpp"
#include "tests/records/small_country.hpp"

#include <gtest/gtest.h>

namespace terroir::records {
namespace {

class Import : public ::testing::Test {
protected:
    ImportReport read(std::string_view csv, std::string kind = "trial") {
        return read(parseCsv(csv, "Khảo nghiệm 2024.csv"), std::move(kind));
    }
    ImportReport read(const TextTable& table, std::string kind = "trial") {
        m_options.kind = std::move(kind);
        m_records.clear();
        return readRecords(table, m_options, m_sources, m_geocoder, m_gazetteer, m_records);
    }
    std::string refusal(std::string_view csv, std::string kind = "trial") {
        try {
            read(csv, std::move(kind));
        } catch (const InputError& error) {
            return error.what();
        }
        return "not refused";
    }
    /// The sentence of a table of one row.
    std::string refusedRow(std::string_view csv, std::string kind = "trial") {
        const ImportReport report = read(csv, std::move(kind));
        EXPECT_TRUE(m_records.empty());
        EXPECT_EQ(report.rows.back().outcome, RowOutcome::Refused)
            << report.rows.back().sentence->en;
        EXPECT_TRUE(report.rows.back().record.empty());
        return report.rows.back().sentence->en;
    }

    gazetteer::Gazetteer m_gazetteer = tests::smallCountry();
    geocode::Geocoder m_geocoder{m_gazetteer};
    std::vector<Source> m_sources;
    ImportOptions m_options;
    std::vector<Record> m_records;
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST_F(Import, a_planners_row_becomes_a_record_with_its_place_and_source) {
    const ImportReport report =
        read("Cây trồng,Giống,Xã,Huyện,Tỉnh,Diện tích (ha),Năm,Đơn vị thực hiện\n"
             "lúa,Séng Cù,Bình Lư,Tam Đường,Lai Châu,\"1.947,5\",2022,HTX A\n");
    ASSERT_EQ(m_records.size(), 1U);
    const Record& record = m_records[0];
    EXPECT_EQ(record.id, "khao-nghiem-2024-r2");
    EXPECT_EQ(record.source, "khao-nghiem-2024");
    EXPECT_EQ(record.kind, "trial");
    EXPECT_EQ(record.subjects, std::vector<std::string>{"lúa Séng Cù"});
    EXPECT_EQ(record.indicator, "area");
    EXPECT_EQ(record.value, 1947.5);
    EXPECT_EQ(record.unit, "ha");
    EXPECT_EQ(record.valueAsWritten, "1.947,5");
    EXPECT_EQ(record.scope, Scope::Own);
    EXPECT_EQ(record.period, (Period{Date::of(2022, 1, 1), Date::of(2023, 1, 1)}));
    EXPECT_EQ(record.lookupDate, Date::of(2022, 12, 31));
    EXPECT_EQ(record.holder, "HTX A");
    EXPECT_EQ(record.line, "2");
    ASSERT_EQ(record.places.size(), 1U);
    EXPECT_EQ(record.places[0].uid, "03405@2004");
    EXPECT_EQ(record.places[0].text, "Bình Lư");
    EXPECT_EQ(record.places[0].context, "Tam Đường, Lai Châu");
    ASSERT_EQ(report.rows.size(), 1U);
    EXPECT_EQ(report.rows[0].outcome, RowOutcome::Accepted) << report.rows[0].sentence->en;
    EXPECT_EQ(report.rows[0].record, record.id);
}

TEST_F(Import, a_total_under_the_rows_is_kept_and_not_counted) {
    const ImportReport report = read("Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha)\n"
                                     "chè,Bình Lư,Tam Đường,Lai Châu,3\n"
                                     "ngô,Bình Lư,Tam Đường,Lai Châu,4\n"
                                     "Tổng cộng,,Tam Đường,Lai Châu,7\n");
    ASSERT_EQ(m_records.size(), 3U);
    EXPECT_EQ(m_records[0].scope, Scope::Own);
    EXPECT_EQ(m_records[2].scope, Scope::Repeat);
    EXPECT_EQ(report.rows.back().outcome, RowOutcome::Doubtful);
    EXPECT_TRUE(has(report.rows.back().sentence->en,
                    "This row is a total (7) of the other rows (their sum: 7)"))
        << report.rows.back().sentence->en;
}

TEST_F(Import, a_total_alone_is_a_value) {
    read("Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha)\nTổng cộng,,Tam Đường,Lai Châu,7\n");
    ASSERT_EQ(m_records.size(), 1U);
    EXPECT_EQ(m_records[0].scope, Scope::Own);
}

TEST_F(Import, area_and_output_of_one_row_are_two_records) {
    read("mã;sản phẩm;địa điểm;diện tích (ha);sản lượng (tấn);năm\n"
         "7;chè;xã Bản Bo, huyện Tam Đường;12;30,5;2022\n",
         "production_zone");
    ASSERT_EQ(m_records.size(), 2U);
    EXPECT_EQ(m_records[0].id, "khao-nghiem-2024-7-area");
    EXPECT_EQ(m_records[1].id, "khao-nghiem-2024-7-output");
    EXPECT_EQ(m_records[1].value, 30.5);
    EXPECT_EQ(m_records[1].unit, "tấn");
    EXPECT_EQ(m_records[1].places[0].uid, "03430@2004");
}

TEST_F(Import, one_value_for_several_places_is_shared) {
    read("subject,commune,district,area,year\ncây gai,Bản Bo; Bình Lư; Khun Há,Tam "
         "Đường,\"2,28\",2022\n",
         "planting");
    ASSERT_EQ(m_records.size(), 1U);
    EXPECT_EQ(m_records[0].places.size(), 3U);
    EXPECT_EQ(m_records[0].scope, Scope::Shared);
}

TEST_F(Import, a_cell_that_lists_units_is_one_value_of_all_of_them) {
    read("subject,place,area,year\nchè,\"các xã Bản Bo, Bình Lư và Khun Há, huyện Tam "
         "Đường\",74,2022\nmắc ca,\"xã Bản Bo, huyện Tam Đường, tỉnh Lai Châu\",2,2022\n",
         "planting");
    ASSERT_EQ(m_records.size(), 2U);
    ASSERT_EQ(m_records[0].places.size(), 3U);
    EXPECT_EQ(m_records[0].places[1].text, "Bình Lư");
    EXPECT_EQ(m_records[0].places[2].status, geocode::Status::Matched);
    EXPECT_EQ(m_records[0].scope, Scope::Shared);
    EXPECT_EQ(m_records[1].places.size(), 1U);
    EXPECT_EQ(m_records[1].scope, Scope::Own);
}

TEST_F(Import, a_row_without_a_value_is_a_mention_not_a_zero) {
    read("sản phẩm,xã,huyện,số lượng,năm\nmật ong,Bản Bo,Tam Đường,–,2022\n", "title");
    ASSERT_EQ(m_records.size(), 1U);
    EXPECT_FALSE(m_records[0].value);
    EXPECT_EQ(m_records[0].scope, Scope::None);
    EXPECT_EQ(m_records[0].qualifier, Qualifier::None);
}

TEST_F(Import, a_row_of_a_list_of_marks_indications_or_tasks_is_one_which_it_need_not_say) {
    const std::string list = "subject,huyện,tỉnh,năm\nchè Tam Đường,Tam Đường,Lai Châu,2022\n";
    for (const auto& [kind, indicator, category] : {std::tuple{"title", "titles", "unstated"},
                                                    {"geographical_indication", "indications", ""},
                                                    {"st_task", "tasks", "unstated"}}) {
        m_records.clear();
        read(list, kind);
        ASSERT_EQ(m_records.size(), 1U) << kind;
        EXPECT_EQ(m_records[0].value, 1) << kind;
        EXPECT_EQ(m_records[0].qualifier, Qualifier::Implied) << kind;
        EXPECT_EQ(m_records[0].indicator, indicator);
        EXPECT_EQ(m_records[0].category, category) << kind;
    }
    m_records.clear();
    read(list, "training");
    ASSERT_EQ(m_records.size(), 1U);
    EXPECT_FALSE(m_records[0].value) << "a course may have had several classes";
}

TEST_F(Import, areas_are_brought_to_hectares_and_keep_what_was_written) {
    read("sản phẩm,xã,huyện,diện tích,đơn vị,năm\n"
         "a,Bản Bo,Tam Đường,5000,m²,2022\nb,Bản Bo,Tam Đường,10,sào,2022\n"
         "c,Kim Liên,Nam Đàn,10,sào,2022\nd,Bản Bo,Tam Đường,10 sào trung bộ,,2022\n");
    ASSERT_EQ(m_records.size(), 4U);
    EXPECT_DOUBLE_EQ(*m_records[0].value, 0.5);
    EXPECT_EQ(m_records[0].valueAsWritten, "5000 m²");
    EXPECT_DOUBLE_EQ(*m_records[1].value, 0.36);
    EXPECT_DOUBLE_EQ(*m_records[2].value, 0.5);
    EXPECT_DOUBLE_EQ(*m_records[3].value, 0.5);
    EXPECT_EQ(m_records[3].valueAsWritten, "10 sào trung bộ");
    for (const Record& record : m_records)
        EXPECT_EQ(record.unit, "ha");
}

TEST_F(Import, the_size_taken_for_a_bare_sao_is_said) {
    const ImportReport report =
        read("sản phẩm,xã,huyện,diện tích (sào),năm\na,Bản Bo,Tam Đường,10,2022\n");
    EXPECT_EQ(report.rows[0].outcome, RowOutcome::Accepted);
    EXPECT_TRUE(has(report.rows[0].sentence->en, "360")) << report.rows[0].sentence->en;
}

TEST_F(Import, a_bare_sao_in_the_highlands_is_refused) {
    EXPECT_TRUE(
        has(refusedRow("sản phẩm,huyện,diện tích (sào),năm\ncà phê,Buôn Ma Thuột,10,2022\n"),
            "sào bắc bộ"));
}

TEST_F(Import, stars_give_the_category_of_an_ocop_product) {
    read("Sản phẩm,Hạng sao,Xã,Huyện,Năm\nmiến dong,4 sao,Bình Lư,Tam Đường,2022\n", "ocop");
    EXPECT_EQ(m_records.at(0).category, "4");
    EXPECT_EQ(m_records.at(0).indicator, "stars");
}

TEST_F(Import, categories_are_known_by_their_vietnamese_names) {
    read("Nhãn hiệu,Loại nhãn hiệu,Huyện,Năm\nChè Tam Đường,Nhãn hiệu chứng nhận,Tam Đường,2022\n",
         "title");
    EXPECT_EQ(m_records.at(0).category, "certification_mark");
}

TEST_F(Import, what_a_count_counts_follows_from_unit_and_kind) {
    read("đối tượng,xã,huyện,số lượng,đơn vị,năm\nlợn,Bản Bo,Tam Đường,4,,2022\n"
         "lợn,Bản Bo,Tam Đường,300,con,2022\ncá tầm,Bản Bo,Tam Đường,52,bể,2022\n",
         "livestock");
    ASSERT_EQ(m_records.size(), 3U);
    EXPECT_EQ(m_records[0].indicator, "farms");
    EXPECT_EQ(m_records[0].unit, "cơ sở");
    EXPECT_EQ(m_records[1].indicator, "head");
    EXPECT_EQ(m_records[2].indicator, "tanks");
}

TEST_F(Import, qualifiers_survive) {
    read("sản phẩm,xã,huyện,diện tích (ha),năm\na,Bản Bo,Tam Đường,trên 300,2022\n"
         "b,Bản Bo,Tam Đường,khoảng 20,2022\nc,Bản Bo,Tam Đường,20-30,2022\n");
    ASSERT_EQ(m_records.size(), 3U);
    EXPECT_EQ(m_records[0].qualifier, Qualifier::AtLeast);
    EXPECT_EQ(m_records[1].qualifier, Qualifier::About);
    EXPECT_EQ(m_records[2].qualifier, Qualifier::Range);
    EXPECT_EQ(m_records[2].valueMax, 30);
}

TEST_F(Import, a_number_cell_of_a_sheet_has_a_decimal_point_and_a_text_cell_may_not) {
    TextTable table = parseCsv("sản phẩm,xã,huyện,diện tích (ha),năm\n"
                               "a,Bản Bo,Tam Đường,1.947,2022\nb,Bản Bo,Tam Đường,1.947,2022\n"
                               "c,Bản Bo,Tam Đường,\"1,947\",2022\n",
                               "t.xlsx");
    table.rows[0].numbers = {false, false, false, true, true};
    const ImportReport report = read(table);
    ASSERT_EQ(m_records.size(), 2U);
    EXPECT_DOUBLE_EQ(*m_records[0].value, 1.947);
    EXPECT_EQ(report.rows[1].outcome, RowOutcome::Refused);
    EXPECT_TRUE(has(report.rows[1].sentence->en, "write 1947 or 1,947"))
        << report.rows[1].sentence->en;
    EXPECT_DOUBLE_EQ(*m_records[1].value, 1.947);
}

TEST_F(Import, a_point_that_may_be_decimal_or_thousands_is_refused) {
    const ImportReport report = read("sản phẩm,xã,huyện,diện tích (ha),năm\n"
                                     "a,Bản Bo,Tam Đường,0.9,2022\nb,Bản Bo,Tam Đường,1.947,2022\n"
                                     "c,Bản Bo,Tam Đường,\"35,5\",2022\n");
    EXPECT_EQ(m_records.size(), 2U);
    EXPECT_EQ(report.rows[1].outcome, RowOutcome::Refused);
    EXPECT_TRUE(has(report.rows[1].sentence->en, "may be 1947 or 1,947"))
        << report.rows[1].sentence->en;
}

TEST_F(Import, an_ambiguous_or_unknown_place_is_stored_and_doubtful) {
    const ImportReport report =
        read("sản phẩm,xã,tỉnh,năm\na,Tân An,Lai Châu,2022\nb,Bản Xyz,Lai Châu,2022\n");
    ASSERT_EQ(m_records.size(), 2U);
    EXPECT_EQ(report.count(RowOutcome::Doubtful), 2U);
    EXPECT_EQ(m_records[0].places[0].status, geocode::Status::Ambiguous);
    EXPECT_TRUE(m_records[0].places[0].uid.empty());
    EXPECT_TRUE(has(report.rows[0].sentence->en, "huyện Tân Uyên")) << report.rows[0].sentence->en;
    EXPECT_TRUE(has(report.rows[0].sentence->en, "huyện Tam Đường")) << report.rows[0].sentence->en;
    EXPECT_EQ(m_records[1].places[0].status, geocode::Status::Unmatched);
}

TEST_F(Import, an_odd_value_is_stored_and_doubtful) {
    const ImportReport report =
        read("sản phẩm,xã,huyện,diện tích (ha),năm\na,Bản Bo,Tam Đường,-2,2022\n"
             "b,Bản Bo,Tam Đường,90.000,2022\n");
    EXPECT_EQ(report.count(RowOutcome::Refused), 1U);
    EXPECT_EQ(report.count(RowOutcome::Doubtful), 1U);
    EXPECT_TRUE(has(report.rows[0].sentence->en,
                    "Column 'diện tích (ha)': '-2' is negative, which no area"));
    EXPECT_TRUE(has(report.rows[1].sentence->en, "9,000 ha")) << report.rows[1].sentence->en;
}

TEST_F(Import, what_cannot_be_is_refused_and_what_may_be_is_doubted) {
    const ImportReport report = read("sản phẩm,xã,huyện,chỉ tiêu,giá trị,đơn vị tính,năm\n"
                                     "a,Bản Bo,Tam Đường,growth,-2,%,2022\n"
                                     "b,Bản Bo,Tam Đường,area,-2,ha,2022\n"
                                     "c,Bản Bo,Tam Đường,farms,-2,cơ sở,2022\n"
                                     "d,Bản Bo,Tam Đường,area,2,ha,31/2/2022\n"
                                     "e,Bản Bo,Tam Đường,area,2,ha,hằng năm\n"
                                     "f,Bản Bo,Tam Đường,output,-2,tấn,2022\n");
    std::vector<RowOutcome> outcomes;
    for (const RowReport& row : report.rows)
        if (row.row != 0)
            outcomes.push_back(row.outcome);
    EXPECT_EQ(outcomes,
              (std::vector{RowOutcome::Doubtful, RowOutcome::Refused, RowOutcome::Refused,
                           RowOutcome::Refused, RowOutcome::Doubtful, RowOutcome::Refused}));
}

TEST_F(Import, a_place_of_other_letters_is_said_in_its_row_and_once_of_the_table) {
    const ImportReport report = read("sản phẩm,xã,huyện,năm\na,Bình Lưu,Tam Đường,2022\n"
                                     "b,Bình Lưu,Tam Đường,2022\nc,Bản Bo,Tam Đường,2022\n");
    ASSERT_EQ(report.rows.size(), 4U);
    EXPECT_TRUE(has(report.rows[0].sentence->en, "'Bình Lưu' as xã Bình Lư"))
        << report.rows[0].sentence->en;
    EXPECT_TRUE(has(report.rows[0].sentence->en, "in 2 rows")) << report.rows[0].sentence->en;
    EXPECT_TRUE(has(report.rows[1].sentence->en, "'Bình Lưu' was read as xã Bình Lư"))
        << report.rows[1].sentence->en;
    EXPECT_EQ(report.count(RowOutcome::Accepted), 3U);
    EXPECT_EQ(report.rows[3].sentence->en, "");
}

TEST_F(Import, bad_rows_are_refused_with_what_to_do) {
    EXPECT_TRUE(has(refusedRow("sản phẩm,xã,năm\n,Bản Bo,2022\n"), "subject is missing"));
    EXPECT_TRUE(has(refusedRow("sản phẩm,xã,năm\nchè,,2022\n"), "No place is given"));
    EXPECT_TRUE(
        has(refusedRow("sản phẩm,xã,diện tích\nchè,Bản Bo,nhiều\n"), "'nhiều' is not a number"));
    EXPECT_TRUE(has(refusedRow("sản phẩm,xã,diện tích,đơn vị\nchè,Bản Bo,3 thửa,\n"),
                    "'thửa' is not a unit of area"));
    EXPECT_TRUE(
        has(refusedRow("sản phẩm,xã,từ ngày\nchè,Bản Bo,hôm qua\n"), "'hôm qua' is not a date"));
    EXPECT_TRUE(
        has(refusedRow("sản phẩm,xã,kind\nchè,Bản Bo,trail\n"), "no kind of records 'trail'"));
    EXPECT_TRUE(has(refusedRow("sản phẩm,xã,source\nchè,Bản Bo,XX99\n"), "no source 'XX99'"));
}

TEST_F(Import, a_state_of_no_known_words_is_doubtful_and_kept_as_written) {
    const ImportReport report = read("sản phẩm,xã,trạng thái\nchè,Bản Bo,có lẽ\n");
    ASSERT_EQ(m_records.size(), 1U);
    EXPECT_EQ(report.rows.back().outcome, RowOutcome::Doubtful);
    EXPECT_TRUE(has(report.rows.back().sentence->en, "status 'có lẽ'"));
    EXPECT_EQ(detail(m_records[0], "status_as_written"), "có lẽ");
}

TEST_F(Import, refusals_speak_vietnamese_to_vietnamese_readers) {
    EXPECT_TRUE(has(read("sản phẩm,xã,năm\nchè,,2022\n", "trial").rows[0].sentence->vi,
                    "Không ghi địa điểm nào"));
}

TEST_F(Import, a_bad_row_does_not_stop_the_good_ones) {
    const ImportReport report =
        read("sản phẩm,xã,huyện,năm\n,Bản Bo,Tam Đường,2022\nchè,Bản Bo,Tam Đường,2022\n");
    EXPECT_EQ(m_records.size(), 1U);
    EXPECT_EQ(report.count(RowOutcome::Refused), 1U);
    EXPECT_EQ(report.count(RowOutcome::Accepted), 1U);
    EXPECT_EQ(report.rows[1].row, 3U);
}

TEST_F(Import, an_id_that_stands_twice_is_refused_the_second_time) {
    const ImportReport report =
        read("mã,sản phẩm,xã,huyện,năm\n1,a,Bản Bo,Tam Đường,2022\n1,b,Bản Bo,Tam Đường,2022\n");
    EXPECT_EQ(m_records.size(), 1U);
    EXPECT_EQ(report.rows[1].outcome, RowOutcome::Refused);
}

TEST_F(Import, rows_without_a_number_yet_have_ids_of_their_own) {
    const ImportReport report =
        read("mã,sản phẩm,xã,huyện,năm\n-,a,Bản Bo,Tam Đường,2022\n-,b,Bản Bo,Tam Đường,2022\n");
    EXPECT_EQ(report.count(RowOutcome::Accepted), 2U);
    ASSERT_EQ(m_records.size(), 2U);
    EXPECT_NE(m_records[0].id, m_records[1].id);
}

TEST_F(Import, columns_that_mean_nothing_are_said_and_not_counted_as_rows) {
    const ImportReport report =
        read("sản phẩm,xã,huyện,màu sắc,năm\nchè,Bản Bo,Tam Đường,xanh,2022\n");
    EXPECT_EQ(report.rows[0].row, 0U);
    EXPECT_TRUE(has(report.rows[0].sentence->en, "màu sắc"));
    EXPECT_EQ(report.count(RowOutcome::Doubtful), 0U);
    EXPECT_EQ(report.count(RowOutcome::Accepted), 1U);
}

TEST_F(Import, a_table_that_is_no_table_of_records_names_the_nearest_header) {
    EXPECT_TRUE(has(refusal("sản phấm xx,xã\na,b\n"), "no column says what the rows are about"));
    EXPECT_TRUE(has(refusal("san pham_,xã\na,b\n"),
                    "Is it 'san pham_'? Then choose it for the field subject"));
    EXPECT_TRUE(has(refusal("sản phẩm,năm\na,2022\n"), "no column says where"));
    EXPECT_TRUE(has(refusal("sản phẩm,xã\na,b\n", "trials"), "Did you mean 'trial'?"));
}

TEST_F(Import, rows_without_a_place_speak_of_the_territory_of_their_source) {
    m_options.source.territory = "huyện Tam Đường, tỉnh Lai Châu";
    m_options.source.date = "2022";
    read("sản phẩm,diện tích (ha)\nchè,12\n");
    ASSERT_EQ(m_records.size(), 1U);
    EXPECT_EQ(m_records[0].places[0].role, PlaceRole::Territory);
    EXPECT_EQ(m_records[0].places[0].uid, "106@2004");
    EXPECT_EQ(m_records[0].lookupDate, Date::of(2022, 12, 31));
}

TEST_F(Import, the_same_file_has_the_same_source_id) {
    const TextTable table = parseCsv("a\nb\n", "/some/where/Bảng số 1 (2024).xlsx");
    EXPECT_EQ(tableSource(table, {}).id, "bang-so-1-2024");
    EXPECT_EQ(tableSource(table, {}).title, "Bảng số 1 (2024)");
    Source given;
    given.title = "Khảo nghiệm lúa";
    EXPECT_EQ(tableSource(table, given).id, "khao-nghiem-lua");
}

TEST_F(Import, each_field_and_kind_is_documented_in_both_languages) {
    for (const FieldInfo& field : fields())
        EXPECT_FALSE(field.meaning.vi.empty() || field.meaning.en.empty()) << field.field;
    for (const KindInfo& kind : kinds())
        EXPECT_FALSE(kind.name.vi.empty() || kind.name.en.empty()) << kind.id;
    for (const CategoryInfo& category : categories())
        EXPECT_TRUE(findKind(category.kind)) << category.id;
}

} // namespace
} // namespace terroir::records

#include "core/geometry/table_writer.hpp"
#include "core/records/column_map.hpp"
#include "core/records/import.hpp"
#include "core/records/row_details.hpp"
#include "core/records/state_words.hpp"
#include "core/records/template_book.hpp"
#include "core/records/template_columns.hpp"
#include "core/sheets/table.hpp"
#include "tests/records/small_country.hpp"
#include "tests/support/values_of.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <set>

#ifdef __SANITIZE_ADDRESS__
/// libxlsxwriter 1.1 keeps the texts of drop-down lists for good.
extern "C" __attribute__((visibility("default"))) const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:lxw_strdup\n";
}
#endif

namespace terroir::records {
namespace {

constexpr Language languages[] = {Language::Vietnamese, Language::English};

std::filesystem::path scratch(const std::string& name) {
    // Tests run side by side, each in a process of its own.
    return std::filesystem::path(::testing::TempDir()) /
           ("terroir_book_" + std::to_string(::getpid()) + "_" + name);
}

/// Coordinates are read before a table comes to the records.
bool isField(const KindColumn& column) {
    return !column.field.starts_with("@");
}

bool isMeasure(std::string_view field) {
    return field == "value" ||
           std::any_of(measures().begin(), measures().end(),
                       [&](const MeasureInfo& measure) { return measure.field == field; });
}

/// The template written and read back, the example put into its first row, written and read again.
TextTable filledTemplate(const std::string& kind, Language language) {
    const sheets::TemplateFile book = templateBook(kind, language);
    sheets::writeTemplate(book, scratch("template.xlsx"));
    const TextTable empty = sheets::readTable(scratch("template.xlsx"));
    EXPECT_TRUE(empty.rows.empty());
    const std::vector<KindColumn> columns = templateColumns(kind);
    EXPECT_EQ(empty.header.size(), columns.size());
    TextTable filled;
    filled.rows.push_back({2, {}});
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!isField(columns[i]))
            continue;
        filled.header.push_back(empty.header.at(i));
        // Explained as a person writes it; in the file a number has a decimal point.
        const bool isListed = !book.columns[i].choices.empty() && columns[i].field != "stars";
        filled.rows[0].cells.push_back(isListed ? book.explanations[i + 1].back()
                                                : std::string(columns[i].example));
    }
    geometry::writeTable(testing::valuesOf(filled), scratch("filled.xlsx"));
    return sheets::readTable(scratch("filled.xlsx"));
}

class TemplateBook : public ::testing::Test {
protected:
    ImportReport read(const std::string& kind, const TextTable& table) {
        ImportOptions options;
        options.kind = kind;
        m_records.clear();
        return readRecords(table, options, {}, m_geocoder, m_gazetteer, m_records);
    }

    const Record* withIndicator(std::string_view indicator) const {
        for (const Record& record : m_records)
            if (record.indicator == indicator)
                return &record;
        return nullptr;
    }

    void expectCell(const KindColumn& column) const {
        const Record& record = m_records.front();
        const std::string example(column.example);
        if (column.field == "category")
            EXPECT_EQ(record.category, example);
        else if (column.field == "holder")
            EXPECT_EQ(record.holder, example);
        else if (column.field == "status")
            EXPECT_EQ(record.state, example == "ongoing" ? State::Ongoing : State::Done);
        else if (column.field == "area" || column.field == "output" || column.field == "yield" ||
                 column.field == "stars")
            EXPECT_EQ(withIndicator(column.field)->value, std::stod(example));
        else if (column.field == "budget")
            EXPECT_EQ(detail(record, column.field), "1.250 triệu đồng"); // its unit is the header's
        else if (findField(column.field)->isDetail) {
            EXPECT_EQ(detail(record, column.field), example);
        }
    }

    gazetteer::Gazetteer m_gazetteer = tests::smallCountry();
    geocode::Geocoder m_geocoder{m_gazetteer};
    std::vector<Record> m_records;
};

TEST_F(TemplateBook, every_kind_has_columns_of_its_own_or_those_of_any_figure) {
    for (const KindInfo& kind : kinds()) {
        SCOPED_TRACE(kind.id);
        const std::vector<KindColumn> columns = templateColumns(kind.id);
        ASSERT_GE(columns.size(), 7U);
        EXPECT_EQ(std::count_if(columns.begin(), columns.end(),
                                [](const KindColumn& one) { return one.field == "subject"; }),
                  1);
        for (const KindColumn& column : columns) {
            ASSERT_NE(findColumnShape(column.field), nullptr) << column.field;
            if (isField(column)) {
                EXPECT_NE(findField(column.field), nullptr) << column.field;
            }
        }
    }
}

TEST_F(TemplateBook, each_header_is_understood_as_its_field) {
    for (const KindInfo& kind : kinds())
        for (const Language language : languages) {
            SCOPED_TRACE(kind.id);
            const TextTable table = filledTemplate(kind.id, language);
            const ColumnMap map(table, {});
            EXPECT_TRUE(map.unknown().empty()) << map.unknown().front();
            std::size_t at = 0;
            for (const KindColumn& column : templateColumns(kind.id))
                if (isField(column)) {
                    EXPECT_EQ(map.header(column.field), table.header.at(at++)) << column.field;
                }
        }
}

TEST_F(TemplateBook, a_filled_row_of_each_kind_becomes_the_record_without_a_doubt) {
    for (const KindInfo& kind : kinds())
        for (const Language language : languages) {
            SCOPED_TRACE(kind.id);
            const ImportReport report = read(kind.id, filledTemplate(kind.id, language));
            for (const RowReport& row : report.rows)
                EXPECT_EQ(row.outcome, RowOutcome::Accepted) << row.sentence->en;
            ASSERT_FALSE(m_records.empty());
            const std::vector<KindColumn> columns = templateColumns(kind.id);
            const auto values =
                std::count_if(columns.begin(), columns.end(), [](const KindColumn& column) {
                    return isMeasure(column.field) && !column.example.empty();
                });
            EXPECT_EQ(m_records.size(), std::max<std::size_t>(1, values));
            EXPECT_EQ(m_records.front().kind, kind.id);
            EXPECT_EQ(m_records.front().places.front().uid, "03430@2004"); // Bản Bo
            for (const KindColumn& column : columns)
                if (isField(column))
                    expectCell(column);
        }
}

TEST_F(TemplateBook, a_count_is_of_what_the_unit_column_says) {
    read("livestock", filledTemplate("livestock", Language::Vietnamese));
    ASSERT_EQ(m_records.size(), 1U);
    EXPECT_EQ(m_records[0].indicator, "head");
    EXPECT_EQ(m_records[0].value, 350);
}

TEST_F(TemplateBook, a_list_of_communes_is_one_statement_for_all_of_them) {
    read("geographical_indication",
         filledTemplate("geographical_indication", Language::Vietnamese));
    ASSERT_EQ(m_records.size(), 1U);
    EXPECT_EQ(m_records[0].places.size(), 2U);
}

TEST_F(TemplateBook, lists_hold_what_the_importer_knows) {
    for (const KindInfo& kind : kinds())
        for (const Language language : languages) {
            SCOPED_TRACE(kind.id);
            const std::vector<KindColumn> columns = templateColumns(kind.id);
            const sheets::TemplateFile book = templateBook(kind.id, language);
            std::set<std::string> categoryIds;
            std::set<State> states;
            for (std::size_t i = 0; i < columns.size(); ++i)
                for (const std::string& choice : book.columns[i].choices) {
                    if (columns[i].field == "category") {
                        const CategoryInfo* known = findCategory(kind.id, choice);
                        ASSERT_NE(known, nullptr) << choice;
                        EXPECT_TRUE(categoryIds.insert(known->id).second) << choice;
                    } else if (columns[i].field == "status") {
                        const auto state = parseStateWords(choice);
                        ASSERT_TRUE(state) << choice;
                        states.insert(*state);
                    } else if (columns[i].field == "unit") {
                        EXPECT_NE(countIndicator(kind.id, choice).indicator, "count") << choice;
                    }
                }
            if (!states.empty()) {
                EXPECT_TRUE(states.contains(State::Done));
                EXPECT_TRUE(states.contains(State::Proposed));
            }
        }
}

TEST_F(TemplateBook, all_categories_of_a_kind_are_offered) {
    const sheets::TemplateFile book = templateBook("title", Language::Vietnamese);
    const auto column = std::find_if(book.columns.begin(), book.columns.end(), [](const auto& one) {
        return one.header == "Loại nhãn hiệu";
    });
    ASSERT_NE(column, book.columns.end());
    EXPECT_NE(std::find(column->choices.begin(), column->choices.end(), "nhãn hiệu chứng nhận"),
              column->choices.end());
    EXPECT_FALSE(column->isClosed); // another one is kept as it is written
}

TEST_F(TemplateBook, what_excel_shows_beside_a_cell_is_short_enough) {
    for (const KindInfo& kind : kinds())
        for (const Language language : languages) {
            const sheets::TemplateFile book = templateBook(kind.id, language);
            EXPECT_LE(book.notANumber.size(), 200U);
            EXPECT_EQ(book.explanations.size(), book.columns.size() + 1);
            std::set<std::string> headers;
            for (const sheets::TemplateColumn& column : book.columns) {
                EXPECT_FALSE(column.help.empty());
                EXPECT_TRUE(headers.insert(column.header).second) << column.header;
            }
        }
}

} // namespace
} // namespace terroir::records

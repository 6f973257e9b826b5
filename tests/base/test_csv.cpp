#include "core/base/csv.hpp"
#include "core/base/error.hpp"

#include <gtest/gtest.h>

using namespace terroir;

namespace {

std::string whyRefused(std::string_view content) {
    try {
        parseCsv(content, "t.csv");
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

/// The rows of a table that comes in pieces of so many bytes.
TextTable readInPieces(std::string_view content, std::size_t pieceBytes) {
    CsvReader reader("t.csv");
    TextTable all;
    for (bool isLast = false; !isLast;) {
        const std::string_view piece = content.substr(0, pieceBytes);
        content.remove_prefix(piece.size());
        isLast = content.empty();
        TextTable table =
            reader.read(piece, isLast ? CsvReader::Piece::Last : CsvReader::Piece::More);
        if (!table.header.empty())
            all.header = table.header;
        for (TextRow& row : table.rows)
            all.rows.push_back(std::move(row));
    }
    return all;
}

} // namespace

TEST(csv, quoted_cells_keep_separators_quotes_and_line_ends) {
    const TextTable table = parseCsv("a,b\n\"x, \"\"y\"\"\",\"hai\ndòng\"\nz,w\n", "t.csv");
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].cells, (std::vector<std::string>{"x, \"y\"", "hai\ndòng"}));
    EXPECT_EQ(table.rows[0].line, 2u);
    EXPECT_EQ(table.rows[1].line, 4u) << "a quoted line end is a line of the file";
}

TEST(csv, byte_order_mark_windows_line_ends_and_semicolons_of_spreadsheets_are_read) {
    const TextTable table = parseCsv("\xef\xbb\xbfxã;ha\r\nBình Lư;2,5\r\n", "t.csv");
    EXPECT_EQ(table.header, (std::vector<std::string>{"xã", "ha"}));
    EXPECT_EQ(table.rows.at(0).cells, (std::vector<std::string>{"Bình Lư", "2,5"}));
}

TEST(csv, short_rows_are_filled_and_blank_lines_skipped) {
    const TextTable table = parseCsv("a,b,c\n1\n\n , ,\n2,3,4\n", "t.csv");
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0].cells.size(), 3u);
    EXPECT_EQ(table.rows[1].line, 5u);
}

TEST(csv, what_is_no_table_is_refused_with_file_and_row) {
    EXPECT_EQ(whyRefused("a,b\n\"1,2\n"),
              "t.csv, row 2: a quote (\") is opened and never closed; close it or double it.");
    EXPECT_NE(whyRefused("a,b\n1,2,3\n").find("row 2: the row has 3 cells but the header has 2"),
              std::string::npos);
    EXPECT_NE(whyRefused("").find("the table is empty"), std::string::npos);
    EXPECT_NE(whyRefused(std::string_view("PK\x03\x04\0\0", 6)).find("not a text table"),
              std::string::npos);
}

TEST(csv, legacy_encodings_are_refused_with_the_row_and_what_to_do) {
    // "Bình Lư" in cp1258 / TCVN3 has bytes that are no UTF-8.
    EXPECT_EQ(whyRefused("x,y\nok,1\nB\xecnh L\xad,2\n"),
              "t.csv, row 3: the text is not UTF-8 here; save the table again as \"CSV UTF-8\".");
    EXPECT_NE(whyRefused("x\n\xc0\xaf\n").find("row 2"), std::string::npos) << "overlong";
    EXPECT_NE(whyRefused("x\n\xed\xa0\x80\n").find("row 2"), std::string::npos) << "surrogate";
}

TEST(csv, an_unknown_column_names_the_nearest_and_all_there_are) {
    const TextTable table = parseCsv("commune,area\nA,1\n", "t.csv");
    EXPECT_EQ(table.requireColumn("area"), 1u);
    try {
        table.requireColumn("comune");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(), "t.csv: there is no column 'comune'. Did you mean 'commune'? "
                                   "The columns are: commune, area.");
    }
}

TEST(csv, what_is_written_is_read_again) {
    std::string out;
    const std::vector<std::string> cells{"plain",      "a,b", "say \"so\"",
                                         "two\nlines", "",    "Nậm Khao"};
    appendCsvRow(out, {"1", "2", "3", "4", "5", "6"});
    appendCsvRow(out, cells);
    EXPECT_EQ(parseCsv(out, "t.csv").rows.at(0).cells, cells);
}

TEST(csv, a_header_is_read_again_whatever_separators_and_marks_stand_in_it) {
    for (const std::vector<std::string>& header :
         std::vector<std::vector<std::string>>{{"a;b"},
                                               {"a;b;c;d", "e"},
                                               {"a\tb"},
                                               {"\"a;b"},
                                               {"\xef\xbb\xbf"},
                                               {"\xef\xbb\xbfx", "y"}}) {
        std::string out;
        appendCsvRow(out, header);
        appendCsvRow(out, std::vector<std::string>(header.size(), "1;2"));
        const TextTable table = parseCsv(out, "t.csv");
        EXPECT_EQ(table.header, header) << out;
        EXPECT_EQ(table.rows[0].cells.back(), "1;2") << out;
    }
    std::string plain;
    appendCsvRow(plain, {"a;b", "c"});
    EXPECT_EQ(plain, "a;b,c\n") << "nothing else is quoted";
}

TEST(csv, no_cell_is_a_formula_and_each_comes_back_as_it_was) {
    const std::vector<std::pair<std::string, std::string>> cells = {
        {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"+1+1", "'+1+1"},
        {"- Bản Bo", "'- Bản Bo"},
        {"'=1", "''=1"},
        {"+84 912 345 678", "'+84 912 345 678"},
        {"+5", "'+5"},
        // Nothing is calculated in these.
        {"-", "-"},
        {"-5", "-5"},
        {"-1.947,5", "\"-1.947,5\""},
        {"-5.5", "-5.5"},
        {"'quoted'", "'quoted'"},
        {"'-5", "'-5"},
    };
    for (const auto& [cell, written] : cells) {
        std::string out = "a\n";
        appendCsvRow(out, {cell});
        EXPECT_EQ(out, "a\n" + written + "\n");
        EXPECT_EQ(parseCsv(out, "t.csv").rows.at(0).cells.at(0), cell);
    }
}

TEST(csv, a_row_without_an_end_is_refused_before_it_fills_the_memory) {
    CsvReader reader("t.csv");
    const std::string piece(1 << 20, 'x');
    EXPECT_THROW(
        {
            for (int i = 0; i < 40; ++i)
                reader.read(i == 0 ? "a\n\"" + piece : piece, CsvReader::Piece::More);
        },
        InputError);
}

TEST(csv, a_row_longer_or_wider_than_any_table_is_refused_in_a_whole_file_too) {
    const auto refusal = [](const std::string& content) {
        try {
            parseCsv(content, "t.csv");
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string("accepted");
    };
    const std::string columns(16'383, ',');
    EXPECT_EQ(refusal("a" + columns + "\nb\n"), "accepted");
    EXPECT_NE(refusal("a" + columns + ",\nb\n").find("row 1: the row has more than 16384 cells"),
              std::string::npos);
    EXPECT_NE(refusal("a,b\n1," + std::string(17 << 20, 'x') + "\n")
                  .find("row 2: the row is longer than 16 MB"),
              std::string::npos);
}

TEST(csv, a_table_in_pieces_is_the_table_wherever_it_is_cut) {
    const std::string tables[] = {
        "a,b\n\"x, \"\"y\"\"\",\"hai\ndòng\"\nz,w\n",
        "\xef\xbb\xbfxã;ha\r\nBình Lư;2,5\r\n\r\nNậm Khao;\"3\r\n4\"\r\n",
        "\n \n\"a\nb\"\tc\n1\t2\n\n , \n3",
        "\"cao (\"\"m\"\")\";\"tên\nxã\"\n1;2\n",
        "ống,ghi chú\n5\" thép,x\n\"hai\ndòng\",y\n\"a\"b,\"\"\n", // a quote inside a cell is a
                                                                   // letter
        "a,b\r1,2\r3,4\r",
    };
    for (const std::string& content : tables) {
        const TextTable whole = parseCsv(content, "t.csv");
        for (std::size_t bytes = 1; bytes <= content.size() + 1; ++bytes) {
            const TextTable pieces = readInPieces(content, bytes);
            EXPECT_EQ(pieces.header, whole.header) << content;
            ASSERT_EQ(pieces.rows.size(), whole.rows.size()) << content << " by " << bytes;
            for (std::size_t i = 0; i < whole.rows.size(); ++i) {
                EXPECT_EQ(pieces.rows[i].cells, whole.rows[i].cells) << content << " by " << bytes;
                EXPECT_EQ(pieces.rows[i].line, whole.rows[i].line) << content << " by " << bytes;
            }
        }
    }
}

// Were the lines before it read again with every piece, this would take minutes.
TEST(csv, a_wrong_row_deep_in_a_long_table_is_named_by_its_line) {
    constexpr std::size_t rows = 400'000;
    std::string content = "xã,ha\n";
    for (std::size_t i = 0; i < rows; ++i)
        content += i % 1000 == 0 ? "\"Bình\nLư\",1\n" : "Nậm Khao,2\n";
    const std::size_t line = rows + rows / 1000 + 2;
    const auto refusal = [&](const std::string& row) {
        try {
            readInPieces(content + row + content.substr(content.find('\n') + 1), 256);
        } catch (const InputError& error) {
            return error.place().row;
        }
        return std::size_t(0);
    };
    EXPECT_EQ(refusal("a,b,c\n"), line);
    EXPECT_EQ(refusal("B\xecnh L\xad,2\n"), line);
}

TEST(csv, a_quote_that_is_never_closed_is_found_in_pieces_too) {
    try {
        readInPieces("a,b\n1,2\n\"3,4\n" + std::string(100'000, 'x'), 7);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.place().row, 3u);
    }
    EXPECT_THROW(readInPieces("\n\n", 1), InputError) << "no header";
}

// Text tables: read, or refused with a sentence; read the same in pieces; written and read again
// they are the same table.

#include "core/base/csv.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <optional>

namespace {

using namespace terroir;

bool isSame(const TextTable& a, const TextTable& b) {
    return a.header == b.header &&
           std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                      [](const TextRow& x, const TextRow& y) { return x.cells == y.cells; });
}

std::optional<TextTable> inPieces(std::string_view bytes, std::size_t length) {
    CsvReader reader("x.csv");
    TextTable all;
    const bool isTaken = fuzz::isTaken([&] {
        for (std::size_t at = 0;; at += length) {
            const bool isLast = at + length >= bytes.size();
            TextTable piece = reader.read(bytes.substr(std::min(at, bytes.size()), length),
                                      isLast ? CsvReader::Piece::Last : CsvReader::Piece::More);
            all.header = piece.header;
            std::move(piece.rows.begin(), piece.rows.end(), std::back_inserter(all.rows));
            if (isLast)
                break;
        }
    });
    return isTaken ? std::optional(std::move(all)) : std::nullopt;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    std::optional<TextTable> table;
    fuzz::isTaken([&] { table = parseCsv(bytes, "x.csv"); });
    const std::optional<TextTable> pieces = inPieces(bytes, size % 7 + 1);
    fuzz::require(table.has_value() == pieces.has_value(), "Pieces are not read as the whole is.");
    if (!table)
        return 0;
    fuzz::require(isSame(*table, *pieces), "Pieces are another table than the whole.");
    std::string written;
    appendCsvRow(written, table->header);
    for (const TextRow& row : table->rows) {
        fuzz::require(row.cells.size() == table->header.size(), "A row is not filled up.");
        appendCsvRow(written, row.cells);
    }
    const bool isAgain = fuzz::isTaken([&] {
        fuzz::require(isSame(*table, parseCsv(written, "x.csv")),
                      "A table is not read as it was written.");
    });
    fuzz::require(isAgain, "A table that was written is refused.");
    return 0;
}

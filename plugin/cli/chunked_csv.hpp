#pragma once

#include "core/base/csv.hpp"

#include <cstdio>
#include <memory>
#include <string>

namespace terroir::cli {

/// Reads a CSV file, or standard input for "-", a few megabytes at a time, so that a million rows
/// need no more memory than a thousand. Every piece is a TextTable with the whole header and with
/// line numbers of the file; errors are those of readCsv().
class ChunkedCsv {
public:
    explicit ChunkedCsv(const std::string& file, std::size_t chunkBytes = std::size_t(4) << 20);
    /// The next rows; false after the last. A piece may be without rows.
    bool next(TextTable& table);
    /// Bytes taken so far and in all (0 when that is not known: a pipe).
    std::size_t bytesRead() const { return m_read; }
    std::size_t bytesInAll() const { return m_total; }

private:
    struct Closer {
        void operator()(std::FILE* file) const {
            if (file != stdin)
                std::fclose(file);
        }
    };
    void fill();

    std::string m_name;
    std::unique_ptr<std::FILE, Closer> m_file;
    CsvReader m_reader;
    std::size_t m_chunkBytes;
    std::string m_chunk;
    std::size_t m_read = 0, m_total = 0;
    bool m_ended = false;
};

} // namespace terroir::cli

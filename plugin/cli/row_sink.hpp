#pragma once

#include "plugin/cli/options.hpp"

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace terroir::cli {

/// Takes rows one by one to stdout or to a file that appears only when it is whole: CSV, or JSON
/// (an array of objects) with --json.
class RowSink {
public:
    RowSink(Context& context, const OutputOptions& options);
    void header(const std::vector<std::string>& columns);
    void row(const std::vector<std::string>& cells);
    /// Ends the output. Without it a file is not made.
    void finish();

private:
    void write(std::string_view text);
    [[noreturn]] void fail(int problem) const;

    struct Closer {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    Context& m_context;
    std::optional<OutputFile> m_output;
    std::unique_ptr<std::FILE, Closer> m_file;
    std::vector<std::string> m_columns; ///< JSON: keys
    std::string m_line;
    bool m_isFirst = true;
};

} // namespace terroir::cli

#include "plugin/cli/row_sink.hpp"

#include "core/base/csv.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/system_reason.hpp"
#include "core/text/vietnamese.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

namespace terroir::cli {

RowSink::RowSink(Context& context, const OutputOptions& options) : m_context(context) {
    if (options.isStandardOutput())
        return;
    const std::string extension = std::filesystem::path(options.file).extension().string();
    // Rows under the name of another format would be opened as what they are not.
    static constexpr std::array<std::string_view, 4> ofText{"", ".csv", ".txt", ".tsv"};
    if (std::find(ofText.begin(), ofText.end(), text::toLower(extension)) == ofText.end())
        throw UsageError(localText(
            "Kết quả là CSV, không ghi được thành '{}'; hãy đặt tên kết thúc bằng .csv.",
            "The result is CSV and cannot be written as '{}'; give a name ending in .csv.",
            options.file));
    m_output.emplace(options.file, options.mode());
    m_file.reset(std::fopen(m_output->path().string().c_str(), "wb"));
    if (m_file == nullptr)
        throw InputError(localText("Không ghi được '{}' ({}); hãy chọn nơi khác.",
                                   "'{}' cannot be written ({}); choose another place.",
                                   options.file, systemReason(errno)));
}

void RowSink::fail(int problem) const {
    throw InputError(
        localText("Không ghi được '{}' ({}); hãy giải phóng dung lượng hoặc chọn nơi khác.",
                  "'{}' could not be written ({}); free some space or choose another place.",
                  m_output->target().string(), systemReason(problem)));
}

void RowSink::write(std::string_view text) {
    if (m_file == nullptr)
        m_context.out.write(text);
    else if (std::fwrite(text.data(), 1, text.size(), m_file.get()) != text.size())
        fail(errno);
}

void RowSink::header(const std::vector<std::string>& columns) {
    m_columns = columns;
    if (m_context.json)
        write("[");
    else
        row(columns);
}

void RowSink::row(const std::vector<std::string>& cells) {
    m_line.clear();
    if (m_context.json) {
        nlohmann::ordered_json object = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < cells.size(); ++i)
            object[m_columns[i]] =
                cells[i].empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(cells[i]);
        m_line = (m_isFirst ? "\n" : ",\n") + object.dump();
        m_isFirst = false;
    } else {
        appendCsvRow(m_line, cells);
    }
    write(m_line);
}

void RowSink::finish() {
    if (m_context.json)
        write("\n]\n");
    if (!m_output)
        return;
    if (std::fflush(m_file.get()) != 0)
        fail(errno);
    m_file.reset();
    m_output->commit();
    m_context.isCommitted = true;
}

} // namespace terroir::cli

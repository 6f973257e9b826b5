#include "plugin/cli/place_input.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/row_sink.hpp"
#include "plugin/cli/table_input.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

void PlaceInput::bind(CLI::App& app, const Words& words) {
    app.add_option("FILE", m_file,
                   words("bảng CSV, XLSX, ODS; '-' là đầu vào chuẩn",
                         "table: CSV, XLSX, ODS; '-' is standard input"));
    app.add_option("--text", m_text,
                   words("một địa danh thay cho bảng", "one place name instead of a table"))
        ->type_name("TEXT");
    app.add_option("--column", m_columns.text,
                   words("cột có địa danh", "the column with the place name"))
        ->type_name("NAME");
    app.add_option("--columns", m_columns.levels,
                   words("các cột tỉnh, huyện, xã", "the columns of province, district, commune"))
        ->type_name("LIST");
    app.add_option("--as-of-column", m_columns.asOf,
                   words("cột có ngày của từng dòng", "the column with each row's day"))
        ->type_name("NAME");
    m_area.bindLookUp(app, words);
    m_output.bind(app, words);
}

void PlaceInput::check() const {
    if (m_text.empty() == m_file.empty())
        throw UsageError(LocalText{"Hãy ghi hoặc một bảng, hoặc --text với một địa danh.",
                                   "Give either a table or --text with one place name."});
    if (!text::isValidUtf8(m_text))
        throw UsageError(LocalText{"Chữ sau --text không phải là UTF-8.",
                                   "The text behind --text is not UTF-8."});
    if (m_text.empty() && m_columns.text.empty() && m_columns.levels.empty())
        throw UsageError(LocalText{
            "Địa danh ở cột nào? Hãy ghi tên cột với --column, hoặc các cột tỉnh, huyện, xã với "
            "--columns \"tinh,huyen,xa\".",
            "Which column has the place names? Name it with --column, or name those of province, "
            "district and commune with --columns \"tinh,huyen,xa\"."});
}

geocode::Query PlaceInput::baseQuery(Workspace& workspace) const {
    geocode::Query base;
    base.asOf = m_area.asOf().value_or(Date::today());
    base.level = m_area.level();
    if (m_area.isLimited())
        base.context = workspace.contextOf(
            m_area.within, m_columns.asOf.empty() ? std::optional(base.asOf) : std::nullopt,
            "--within");
    return base;
}

TableGeocoder::Counts PlaceInput::run(Context& context, Workspace& workspace,
                                      const geocode::AnswerColumns& answer,
                                      TableGeocoder::Lists lists) const {
    context.step({"Đọc các tên của danh mục hành chính", "Reading the names of the gazetteer"});
    TableGeocoder geocoder(workspace.geocoder(), answer, m_columns, baseQuery(workspace), lists);
    if (!m_text.empty()) {
        printText(context, geocoder, answer);
        return {};
    }
    RowSink sink(context, m_output);
    context.step(localText("Xác định địa danh của '{}'", "Resolving the places of '{}'", m_file));
    forEachPiece(context, m_file, [&](const TextTable& table) { geocoder.resolve(table, sink); });
    sink.finish();
    return geocoder.counts();
}

void PlaceInput::printText(Context& context, const TableGeocoder& geocoder,
                           const geocode::AnswerColumns& answer) const {
    Table result{{"text"}, {}};
    const geocode::Cells header = answer.header();
    result.columns.insert(result.columns.end(), header.begin(), header.end());
    for (const geocode::Answer::Row& answered : geocoder.resolveText(m_text).rows) {
        result.rows.push_back({m_text});
        for (const std::string& cell : answered.cells)
            result.rows.back().push_back(textOrNone(cell));
    }
    printUpright(context, result);
}

LocalText sentenceOf(const TableGeocoder::Counts& counts) {
    return localText("{} khớp, {} chưa rõ, {} không tìm thấy.",
                     "{} matched, {} ambiguous, {} unmatched.", counts.matched, counts.ambiguous,
                     counts.unmatched);
}

} // namespace terroir::cli

#include "core/base/error.hpp"
#include "core/geometry/table_file.hpp"
#include "plugin/cli/chunked_csv.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/geocode_table.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/result_table.hpp"
#include "plugin/cli/row_sink.hpp"
#include "plugin/cli/session.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace terroir::cli {

namespace {

bool isSheet(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return extension == ".xlsx" || extension == ".ods";
}

class GeocodeCommand final : public Command {
public:
    std::string name() const override { return "geocode"; }
    LocalText summary() const override {
        return {"Tìm đơn vị hành chính cho tên địa danh trong bảng",
                "Resolve the place names of a table"};
    }
    std::string example() const override {
        return "terroir geocode diem.csv --columns \"tinh,huyen,xa\" --as-of 2022-12-31 -o "
               "diem-ma.csv";
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("FILE", m_file,
                       words("bảng CSV, XLSX, ODS; '-' là đầu vào chuẩn",
                             "table: CSV, XLSX, ODS; '-' is standard input"));
        app.add_option("--text", m_text,
                       words("một địa danh thay cho bảng", "one place name instead of a table"))
            ->type_name("TEXT");
        app.add_option("--column", m_columns.text,
                       words("cột có địa danh", "the column with the place name"))
            ->type_name("NAME");
        app.add_option(
               "--columns", m_columns.levels,
               words("các cột tỉnh, huyện, xã", "the columns of province, district, commune"))
            ->type_name("LIST");
        app.add_option("--as-of-column", m_columns.asOf,
                       words("cột có ngày của từng dòng", "the column with each row's day"))
            ->type_name("NAME");
        m_area.bind(app, words);
        m_output.bind(app, words);
    }

    void run(Context& context) override {
        if (m_text.empty() == m_file.empty())
            throw UsageError("Give either a table or --text with one place name.");
        Session session(context, store::Mode::ReadOnly);
        TableGeocoder geocoder = makeGeocoder(session);
        if (!m_text.empty())
            return resolveText(context, geocoder);
        if (m_columns.text.empty() && m_columns.levels.empty())
            throw UsageError("Which column has the place names? Name it with --column, or name "
                             "those of province, "
                             "district and commune with --columns \"tinh,huyen,xa\".");
        RowSink sink(context, m_output);
        if (isSheet(m_file)) {
            geocoder.resolve(geometry::readTable(m_file), sink);
        } else {
            ChunkedCsv chunks(m_file);
            const Progress progress = context.progress();
            for (Table table; chunks.next(table);) {
                geocoder.resolve(table, sink);
                if (progress && chunks.bytesInAll() > 0)
                    progress(double(chunks.bytesRead()) / double(chunks.bytesInAll()), "");
            }
        }
        sink.finish();
        report(context, geocoder);
    }

private:
    TableGeocoder makeGeocoder(Session& session) const {
        geocode::Query base;
        base.asOf = m_area.asOf().value_or(Date::today());
        base.level = m_area.level();
        if (m_area.isLimited()) {
            const gazetteer::UnitIndex unit =
                session.findArea(m_area.within, base.asOf, "--within");
            base.context = session.gazetteer().describe(unit, base.asOf);
        }
        return TableGeocoder(session.geocoder(), session.gazetteer(), m_columns, base);
    }

    void resolveText(Context& context, TableGeocoder& geocoder) const {
        ResultTable result{{"text"}, {{m_text}}};
        const std::vector<std::string> header = geocode::answerHeader();
        result.columns.insert(result.columns.end(), header.begin(), header.end());
        for (const std::string& cell : geocoder.resolveText(m_text))
            result.rows.front().push_back(textOrNone(cell));
        if (!context.out.isTerminal() || context.json)
            return print(context, result);
        ResultTable upright{{"field", "value"}, {}};
        for (std::size_t c = 0; c < result.columns.size(); ++c)
            upright.rows.push_back({result.columns[c], result.rows.front()[c]});
        print(context, upright);
    }

    static void report(const Context& context, const TableGeocoder& geocoder) {
        const TableGeocoder::Counts& counts = geocoder.counts();
        context.note(
            context.words(fmt::format("{} khớp, {} chưa rõ, {} không tìm thấy.", counts.matched,
                                      counts.ambiguous, counts.unmatched),
                          fmt::format("{} matched, {} ambiguous, {} unmatched.", counts.matched,
                                      counts.ambiguous, counts.unmatched)));
    }

    std::string m_file, m_text;
    PlaceColumns m_columns;
    AreaOptions m_area;
    OutputOptions m_output;
};

} // namespace

std::unique_ptr<Command> makeGeocodeCommand() {
    return std::make_unique<GeocodeCommand>();
}

} // namespace terroir::cli

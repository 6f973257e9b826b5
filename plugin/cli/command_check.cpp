#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/check.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/result_table.hpp"
#include "plugin/cli/row_sink.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace terroir::cli {

namespace {

using records::Severity;

class CheckCommand final : public Command {
public:
    std::string name() const override { return "check"; }
    LocalText summary() const override {
        return {"Soát số liệu: tổng, trùng lặp, giá trị vô lý",
                "Check the records: totals, duplicates, impossible values"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir check -o can-xem.csv", "terroir check --all --strict"};
    }

    void setup(CLI::App& app, const Words& words) override {
        m_output.bind(app, words);
        app.add_flag("--all", m_all,
                     words("cả những điều chỉ để biết", "also what is only good to know"));
        app.add_flag("--strict", m_strict,
                     words("mã thoát 1 khi có lỗi, để dùng trong kịch bản",
                           "exit code 1 when there are errors, for scripts"));
    }

    void run(Context& context) override {
        Workspace workspace = context.open(store::Mode::ReadOnly);
        context.step({"Soát số liệu", "Checking the records"});
        std::vector<records::Finding> findings = records::check(
            workspace.records(), workspace.sources(), workspace.geocoder(), workspace.gazetteer());
        const auto count = [&](Severity severity) {
            return std::count_if(
                findings.begin(), findings.end(),
                [&](const records::Finding& finding) { return finding.severity == severity; });
        };
        const auto errors = count(Severity::Error), warnings = count(Severity::Warning),
                   infos = count(Severity::Info);
        if (!m_all)
            std::erase_if(findings,
                          [](const records::Finding& f) { return f.severity == Severity::Info; });
        if (m_strict && errors > 0)
            context.failure = InputError(localText(
                "Số liệu có {} lỗi; hãy sửa ở bảng nguồn rồi nhập lại.",
                "The records have {} errors; mend them in their tables and import those again.",
                errors));
        write(context, findings);
        context.note(localText("{} lỗi, {} cảnh báo, {} điều cần biết{}.",
                               "{} errors, {} warnings, {} good to know{}.", errors, warnings,
                               infos, m_all ? "" : " (--all)"));
    }

private:
    void write(Context& context, const std::vector<records::Finding>& findings) const {
        ResultTable table{{"severity", "rule", "record", "sentence"}, {}};
        for (const records::Finding& finding : findings)
            table.rows.push_back({std::string(toString(finding.severity)), finding.rule,
                                  finding.record, finding.sentence.in(context.words.language())});
        if (m_output.isStandardOutput())
            return print(context, table);
        const Table text = toTable(table);
        RowSink sink(context, m_output);
        sink.header(text.header);
        for (const TableRow& row : text.rows)
            sink.row(row.cells);
        sink.finish();
    }

    OutputOptions m_output;
    bool m_all = false;
    bool m_strict = false;
};

} // namespace

std::unique_ptr<Command> makeCheckCommand() {
    return std::make_unique<CheckCommand>();
}

} // namespace terroir::cli

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/records/accepted_findings.hpp"
#include "core/records/check.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/row_sink.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>

namespace terroir::cli {

namespace {

using records::AcceptedFinding;

class CheckCommand final : public Command {
public:
    std::string name() const override { return "check"; }
    LocalText summary() const override {
        return {"Soát số liệu: tổng, tỷ lệ, danh sách, trùng lặp, giá trị vô lý",
                "Check the records: totals, shares, lists, duplicates, impossible values"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir check -o can-xem.csv", "terroir check --all --strict",
                "terroir check --accept 7f6c19931e0a --reason \"ba doanh nghiệp, bốn giải\"",
                "terroir check --accepted"};
    }

    void setup(CLI::App& app, const Words& words) override {
        m_output.bind(app, words);
        app.add_flag("--all", m_all,
                     words("cả những điều chỉ để biết", "also what is only good to know"));
        app.add_flag("--strict", m_strict,
                     words("mã thoát 1 khi có lỗi, để dùng trong kịch bản",
                           "exit code 1 when there are errors, for scripts"));
        const auto addKeys = [&](const char* option, std::vector<std::string>& keys, const char* vi,
                                 const char* en) {
            app.add_option(option, keys, words(vi, en))->type_name("KEY");
        };
        addKeys("--accept", m_accept,
                "chấp nhận điều có khóa này (cột key, khóa): không hiện, không đếm nữa",
                "accept the finding of this key (column key): it is neither shown nor counted any "
                "more");
        app.add_option("--reason", m_reason, words("lý do chấp nhận", "why it is accepted"))
            ->type_name("TEXT");
        addKeys("--take-back", m_takeBack, "hủy một chấp nhận", "take an acceptance back");
        app.add_flag("--accepted", m_accepted,
                     words("những điều đã chấp nhận, kèm lý do",
                           "the findings that were accepted, with their reasons"));
    }

    void run(Context& context) override {
        requireOneTask();
        const bool writes = !m_accept.empty() || !m_takeBack.empty();
        Workspace workspace = context.open(writes ? store::Mode::ReadWrite : store::Mode::ReadOnly);
        if (!m_takeBack.empty())
            return takeBack(context, workspace);
        context.step({"Soát số liệu", "Checking the records"});
        std::vector<Issue> findings = records::check(workspace.records(), workspace.sources(),
                                                     workspace.geocoder(), workspace.gazetteer());
        records::checkGround(workspace.file(), workspace.records(), findings);
        if (!m_accept.empty())
            return accept(context, workspace, findings);
        const std::vector<AcceptedFinding> accepted =
            records::loadAcceptedFindings(workspace.file());
        const std::vector<Issue> removed = records::removeAccepted(findings, accepted);
        if (m_accepted)
            return print(context, acceptedTable(context, accepted, removed), m_output);
        report(context, std::move(findings), removed.size());
    }

private:
    void requireOneTask() const {
        if (int(!m_accept.empty()) + int(!m_takeBack.empty()) + int(m_accepted) > 1)
            throw UsageError(
                LocalText{"--accept, --take-back và --accepted loại trừ nhau; hãy chọn một.",
                          "--accept, --take-back and --accepted exclude each other; give one of "
                          "them."});
        const bool hasReason = !text::normalize(m_reason).empty();
        if (!m_accept.empty() && !hasReason)
            throw UsageError(LocalText{"--accept cần có lý do; hãy ghi --reason \"…\".",
                                       "--accept needs a reason; give --reason \"…\"."});
        if (m_accept.empty() && hasReason)
            throw UsageError(LocalText{"--reason chỉ đi với --accept; hãy ghi --accept KHÓA.",
                                       "--reason goes with --accept alone; give --accept KEY."});
    }

    void report(Context& context, std::vector<Issue> findings, std::size_t accepted) const {
        const auto count = [&](Severity severity) {
            return std::count_if(findings.begin(), findings.end(), [&](const Issue& finding) {
                return finding.severity == severity;
            });
        };
        const auto errors = count(Severity::Error), warnings = count(Severity::Warning),
                   infos = count(Severity::Info);
        if (!m_all)
            std::erase_if(findings, [](const Issue& f) { return f.severity == Severity::Info; });
        if (m_strict && errors > 0)
            context.failure = InputError(localText(
                "Số liệu có {} lỗi; hãy sửa ở bảng nguồn rồi nhập lại.",
                "The records have {} errors; mend them in their tables and import those again.",
                errors));
        print(context, records::findingRows(findings, context.words.language()), m_output);
        context.note(localText("{} lỗi, {} cảnh báo, {} điều cần biết{}{}.",
                               "{} errors, {} warnings, {} good to know{}{}.", errors, warnings,
                               infos, m_all ? "" : " (--all)",
                               accepted == 0 ? LocalText{}
                                             : localText(", {} đã chấp nhận (--accepted)",
                                                         ", {} accepted (--accepted)", accepted)));
    }

    /// Also the acceptances of what is not found any more, without a sentence.
    static Table acceptedTable(Context& context, const std::vector<AcceptedFinding>& accepted,
                               const std::vector<Issue>& found) {
        Table table = records::findingRows(found, context.words.language());
        std::map<Value, std::vector<Value>> byKey;
        for (std::vector<Value>& row : table.rows)
            byKey[row.back()] = std::move(row);
        table.rows.clear();
        for (const AcceptedFinding& one : accepted) {
            const auto at = byKey.find(one.key);
            std::vector<Value> row = at == byKey.end()
                                         ? std::vector<Value>{std::monostate(), one.rule,
                                                              one.record, std::monostate(), one.key}
                                         : at->second;
            row.insert(row.end(), {one.reason, one.day});
            table.rows.push_back(std::move(row));
        }
        table.columns.insert(table.columns.end(), {"reason", "accepted"});
        return table;
    }

    /// All or nothing.
    void accept(Context& context, Workspace& workspace, const std::vector<Issue>& findings) const {
        std::map<std::string, const Issue*> byKey;
        for (const Issue& finding : findings)
            byKey[records::findingKey(finding)] = &finding;
        store::Transaction transaction(workspace.file().database());
        for (const std::string& key : m_accept) {
            const auto at = byKey.find(key);
            if (at == byKey.end())
                throw UsageError(
                    localText("Không có điều nào có khóa '{}'; hãy xem cột khóa (key) của "
                              "'terroir check --all'.",
                              "There is no finding with the key '{}'; see the column "
                              "key of 'terroir check --all'.",
                              key));
            records::acceptFinding(workspace.file(), *at->second, m_reason);
        }
        transaction.commit();
        context.isCommitted = true;
        context.note(localText("Đã chấp nhận {} điều.", "Accepted: {}.", m_accept.size()));
    }

    void takeBack(Context& context, Workspace& workspace) const {
        store::Transaction transaction(workspace.file().database());
        for (const std::string& key : m_takeBack)
            if (!records::takeBackAccepted(workspace.file(), key))
                throw UsageError(localText("Chưa chấp nhận điều nào có khóa '{}'; hãy xem "
                                           "'terroir check --accepted'.",
                                           "No finding with the key '{}' was accepted; see "
                                           "'terroir check --accepted'.",
                                           key));
        transaction.commit();
        context.isCommitted = true;
        context.note(localText("Đã hủy {} chấp nhận.", "Taken back: {}.", m_takeBack.size()));
    }

    OutputOptions m_output;
    bool m_all = false;
    bool m_strict = false;
    bool m_accepted = false;
    std::vector<std::string> m_accept, m_takeBack;
    std::string m_reason;
};

} // namespace

std::unique_ptr<Command> makeCheckCommand() {
    return std::make_unique<CheckCommand>();
}

} // namespace terroir::cli

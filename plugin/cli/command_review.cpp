#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/base/user_name.hpp"
#include "core/sheets/table.hpp"
#include "core/text/vietnamese.hpp"
#include "core/workspace/review_queue.hpp"
#include "core/workspace/run_edit.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/kind_option.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"
#include "plugin/cli/row_sink.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace terroir::cli {

using workspace::parsePlaceId;
using workspace::PlaceId;
using workspace::ReviewList;
using workspace::ReviewWhich;

namespace {

/// Words in the column `code` that mean: none of the candidates.
bool meansNone(const std::string& code) {
    const std::string word = text::fold(code);
    return word == "-" || word == "none" || word == "khong";
}

class ReviewCommand final : public Command {
public:
    std::string name() const override { return "review"; }
    LocalText summary() const override {
        return {"Xem lại và xác nhận những địa danh chưa rõ của số liệu",
                "Review the doubtful places of records and settle them"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir review --within \"tỉnh Lai Châu\" -o can-xem.csv",
                "terroir review accept khao-nghiem-r4#1 03424", "terroir review --decided"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.require_subcommand(0, 1);
        app.add_option("--kind", m_kind, words("chỉ một loại số liệu", "only one kind of record"))
            ->type_name("KIND");
        app.add_option("--within", m_within,
                       words("chỉ những nơi có thể thuộc một đơn vị, ví dụ \"tỉnh Lai Châu\"",
                             "only places that may be in a unit, such as \"tỉnh Lai Châu\""))
            ->type_name("NAME");
        app.add_flag("--decided", m_decided,
                     words("những địa danh đã xác nhận", "the places that were decided"));
        app.add_flag("--all", m_all,
                     words("mọi nơi, cả những nơi đã khớp", "all places, the matched ones, too"));
        m_output.bind(app, words);
        const auto add = [&](const char* name, const char* vi, const char* en) {
            CLI::App* sub = app.add_subcommand(name, words(vi, en));
            sub->fallthrough();
            return sub;
        };
        const auto addId = [&](CLI::App* sub) {
            sub->add_option("ID", m_id,
                            words("địa danh cần xác nhận, ghi như trong danh sách: TD22-097#2",
                                  "the place, as it is listed: TD22-097#2"))
                ->required();
        };
        m_accept = add("accept", "Xác nhận địa danh là đơn vị có mã đã cho",
                       "The place is the unit of a code");
        addId(m_accept);
        m_accept
            ->add_option("CODE", m_code,
                         words("mã (thời kỳ của số liệu), mã@ngày, uid, hoặc tên kèm huyện, tỉnh",
                               "code (of the record's time), code@day, uid, or a name with its "
                               "parents"))
            ->required();
        m_reject = add("reject", "Địa danh không phải đơn vị nào được nêu",
                       "The place is none of the candidates");
        addId(m_reject);
        m_undo = add("undo", "Hủy một xác nhận", "Take a decision back");
        addId(m_undo);
        m_apply = add("apply", "Xác nhận nhiều địa danh từ một bảng có cột id và code",
                      "Take many decisions from a table with the columns id and code");
        m_apply
            ->add_option("FILE", m_file,
                         words("bảng CSV, XLSX, ODS; code bỏ trống: chưa xác nhận; '-': không "
                               "phải đơn vị nào",
                               "table: CSV, XLSX, ODS; an empty code: not decided; '-': none of "
                               "the candidates"))
            ->required();
    }

    void run(Context& context) override {
        if (m_accept->parsed() || m_reject->parsed() || m_undo->parsed() || m_apply->parsed())
            return decide(context);
        list(context);
    }

private:
    void list(Context& context) const {
        if (m_all && m_decided)
            throw UsageError(
                LocalText{"--all và --decided loại trừ nhau; hãy chọn một.",
                          "--all and --decided exclude each other; give one of them."});
        ReviewList::Filter filter;
        filter.which = m_all       ? ReviewWhich::All
                       : m_decided ? ReviewWhich::Decided
                                   : ReviewWhich::Open;
        if (!m_kind.empty())
            filter.kind = requireKind(m_kind, "--kind");
        Workspace workspace = context.open(store::Mode::ReadOnly);
        context.step({"Lập danh sách địa danh", "Listing the places"});
        if (!m_within.empty() && m_within != WhereWhenOptions::everywhere)
            filter.within = workspace.findUnit(m_within, Date::today(), "--within");
        const Table table = ReviewList(workspace).table(filter);
        print(context, table, m_output);
        if (filter.which == ReviewWhich::Open)
            context.note(
                table.rows.empty()
                    ? context.words("Không có nơi nào cần xem lại.", "Nothing is to be reviewed.")
                    : context.words(
                          fmt::format(
                              "{} địa danh cần xác nhận: terroir review accept MÃ-SỐ MÃ, hoặc "
                              "reject MÃ-SỐ.",
                              table.rows.size()),
                          fmt::format("{} places to decide: terroir review accept ID CODE, or "
                                      "reject ID.",
                                      table.rows.size())));
    }

    /// All or nothing.
    void decide(Context& context) const {
        if (m_apply->parsed())
            requireFile(m_file);
        Workspace workspace = context.open(store::Mode::ReadWrite);
        const std::vector<Decision> wanted = decisions(workspace);
        context.step({"Ghi xác nhận", "Storing what was decided"});
        std::vector<PlaceId> changed;
        const auto edit = [&] {
            workspace::LoggedEdit done;
            for (const Decision& one : wanted) {
                try {
                    done.fields.push_back(
                        m_undo->parsed() ? workspace::takeBackPlace(workspace, one.id)
                                         : workspace::decidePlace(workspace, one.id, one.unit));
                } catch (const Error& error) {
                    if (one.file.empty())
                        throw;
                    throw InputError(one.file, one.line, "", error.text());
                }
                changed.push_back(one.id);
            }
            done.what = whatWasDone(changed);
            return done;
        };
        workspace::runEdit(workspace, userName(), edit, workspace::TooLarge::ForGood);
        context.isCommitted = true;
        report(context, changed);
    }

    struct Decision {
        PlaceId id;
        std::string unit;      ///< empty: none is right
        std::string file = {}; ///< the table; empty: the command said it
        std::size_t line = 0;
    };

    /// What is to be decided; ids are those of the records as they are now.
    std::vector<Decision> decisions(Workspace& workspace) const {
        const auto decisionOf = [&](const std::string& id, const std::string& code) {
            return Decision{parsePlaceId(id, workspace.records()), meansNone(code) ? "" : code};
        };
        if (!m_apply->parsed())
            return {decisionOf(m_id, m_accept->parsed() ? m_code : "-")};
        const TextTable table = sheets::readTable(m_file);
        const std::size_t id = table.requireColumn("id"), code = table.requireColumn("code");
        std::vector<Decision> all;
        for (const TextRow& row : table.rows)
            if (!row.cells[code].empty())
                try {
                    Decision one = decisionOf(row.cells[id], row.cells[code]);
                    one.file = table.file;
                    one.line = row.line;
                    all.push_back(std::move(one));
                } catch (const Error& error) {
                    throw InputError(table.file, row.line, "", error.text());
                }
        return all;
    }

    LocalText whatWasDone(const std::vector<PlaceId>& changed) const {
        if (changed.size() != 1)
            return localText("xác nhận {} địa danh", "decided {} places",
                             numberText(double(changed.size())));
        return m_undo->parsed() ? workspace::whatWasTakenBack(changed.front())
                                : workspace::whatWasDecided(changed.front());
    }

    void report(Context& context, const std::vector<PlaceId>& changed) const {
        Workspace workspace(context.workspaceFile, store::Mode::ReadOnly);
        ReviewList list(workspace);
        if (context.json)
            print(context, list.tableOf(changed));
        if (changed.size() != 1) {
            context.note(context.words(fmt::format("Đã xác nhận {} địa danh.", changed.size()),
                                       fmt::format("{} decisions were taken.", changed.size())));
            return;
        }
        const PlaceId& id = changed.front();
        const workspace::ReviewQueue queue(workspace::snapshotOf(workspace), ReviewWhich::All);
        const auto row = queue.find(id);
        if (!row) {
            context.note(context.words(fmt::format("{}: đã hủy xác nhận.", id.toString()),
                                       fmt::format("{}: the decision is gone.", id.toString())));
            return;
        }
        const auto& item = queue.items()[*row];
        const records::Place& place = item.get();
        std::string what = queue.stateOf(item).in(context.words.language());
        if (!records::isDecided(place))
            what = place.status == geocode::Status::Ambiguous
                       ? context.words("lại chưa rõ", "ambiguous again")
                       : context.words("lại không khớp", "unmatched again");
        else if (!place.uid.empty())
            what += fmt::format(" ({})", place.uid);
        context.note(fmt::format("{} '{}': {}.", id.toString(), workspace::textOf(place), what));
    }

    std::string m_kind, m_within, m_id, m_code, m_file;
    bool m_decided = false, m_all = false;
    OutputOptions m_output;
    CLI::App *m_accept = nullptr, *m_reject = nullptr, *m_undo = nullptr, *m_apply = nullptr;
};

} // namespace

std::unique_ptr<Command> makeReviewCommand() {
    return std::make_unique<ReviewCommand>();
}

} // namespace terroir::cli

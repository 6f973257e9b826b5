#include "core/base/day_text.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/gazetteer/search.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <set>

namespace terroir::cli {

namespace {

using gazetteer::Gazetteer;
using gazetteer::noUnit;
using gazetteer::Unit;
using gazetteer::UnitIndex;

/// uids, since a code comes back after 2025-07-01 for other ground.
template <typename Rows, typename Pick>
std::string listOf(const Gazetteer& gazetteer, const Rows& rows, Pick pick) {
    std::string text;
    std::set<UnitIndex> seen;
    for (const gazetteer::Succession* row : rows) {
        const UnitIndex unit = pick(*row);
        if (seen.insert(unit).second)
            text += (text.empty() ? "" : "|") + gazetteer.unit(unit).uid;
    }
    return text;
}

std::vector<Value> rowOf(const Gazetteer& gazetteer, UnitIndex index) {
    const Unit& unit = gazetteer.unit(index);
    const std::string parent = unit.parent == noUnit ? "" : gazetteer.unit(unit.parent).fullName();
    return {unit.code,
            std::string(toString(unit.level)),
            unit.type,
            unit.name,
            textOrNone(parent),
            textOrNone(unit.valid.from.toString()),
            textOrNone(unit.valid.to.toString()),
            valueOf(unit.areaKm2),
            textOrNone(listOf(gazetteer, gazetteer.predecessors(index),
                              [](const gazetteer::Succession& row) { return row.predecessor; })),
            textOrNone(listOf(gazetteer, gazetteer.successors(index),
                              [](const gazetteer::Succession& row) { return row.successor; })),
            unit.uid};
}

class UnitsCommand final : public Command {
public:
    std::string name() const override { return "units"; }
    LocalText summary() const override {
        return {"Tra cứu tỉnh, huyện, xã trước đây và hiện nay",
                "Look up provinces, districts, communes, past and present"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir units \"ban hon\" --all-dates",
                "terroir units --level huyen --as-of 31/12/2022 --within \"tỉnh Lai Châu\""};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.add_option("TEXT", m_text,
                       words("tên, có dấu hay không dấu, hoặc mã; bỏ trống: tất cả",
                             "a name, with or without diacritics, or a code; none: all of them"));
        m_area.bindLookUp(app, words);
        app.add_flag(
            "--all-dates", m_allDates,
            words("cả những đơn vị đã hết hiệu lực", "also units that are no more, or not yet"));
        app.add_option("--limit", m_limitText,
                       words("nhiều nhất bấy nhiêu dòng", "at most so many rows"))
            ->type_name("N");
        app.add_flag(
            "--names", m_names,
            words("chỉ tên đầy đủ, mỗi dòng một đơn vị", "only the full names, a line each"));
    }

    void run(Context& context) override {
        const std::optional<Date> asOf = m_area.asOf();
        if (m_allDates && asOf)
            throw UsageError(
                LocalText{"--all-dates và --as-of loại trừ nhau; hãy chọn một.",
                          "--all-dates and --as-of exclude each other; give one of them."});
        const std::size_t limit =
            m_limitText.empty() ? std::size_t(-1) : requireCount(m_limitText, "--limit");
        const Date day = asOf.value_or(Date::today());
        gazetteer::SearchFilter filter;
        filter.level = m_area.level();
        if (!m_allDates)
            filter.asOf = day;
        Workspace workspace = context.open(store::Mode::ReadOnly);
        if (m_area.isLimited())
            filter.within = workspace.findUnit(m_area.within, day, "--within");
        std::vector<UnitIndex> found = gazetteer::search(workspace.gazetteer(), m_text, filter);
        const std::size_t all = found.size();
        found.resize(std::min(found.size(), limit));
        if (m_names)
            return printNames(context, workspace.gazetteer(), found, day);

        Table table{{"code", "level", "type", "name", "parent", "valid_from", "valid_to",
                     "area_km2", "predecessors", "successors", "uid"},
                    {}};
        for (const UnitIndex unit : found)
            table.rows.push_back(rowOf(workspace.gazetteer(), unit));
        print(context, table);
        noteWhatIsMissing(context, all, found.size(), day);
    }

private:
    /// As --within takes them.
    static void printNames(Context& context, const Gazetteer& gazetteer,
                           const std::vector<UnitIndex>& units, Date day) {
        for (const UnitIndex unit : units)
            context.out.write(gazetteer.describe(unit, day) + "\n");
    }

    void noteWhatIsMissing(const Context& context, std::size_t all, std::size_t shown,
                           Date day) const {
        if (all > shown)
            context.note(localText("Còn {} đơn vị nữa.", "There are {} more.", all - shown));
        if (all == 0 && !m_text.empty())
            context.note(
                localText("Không có đơn vị nào khớp với '{}' vào ngày {}; thử --all-dates.",
                          "No unit fits '{}' on {}; try --all-dates.", m_text, dayText(day)));
    }

    std::string m_text, m_limitText;
    WhereWhenOptions m_area;
    bool m_allDates = false;
    bool m_names = false;
};

} // namespace

std::unique_ptr<Command> makeUnitsCommand() {
    return std::make_unique<UnitsCommand>();
}

} // namespace terroir::cli

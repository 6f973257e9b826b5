#include "core/base/number.hpp"
#include "core/figures/figure_words.hpp"
#include "core/figures/profile.hpp"
#include "core/gazetteer/code_words.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/records/force_rows.hpp"
#include "core/records/record_rows.hpp"
#include "core/records/record_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace terroir::figures {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

class TableBuilder {
public:
    TableBuilder(const Profile& profile, const Profiles& profiles, workspace::Workspace& workspace,
                 Language language)
        : m_profile(profile), m_asOf(profiles.asked().asOf), m_gazetteer(workspace.gazetteer()),
          m_records(workspace.records()), m_compact(workspace.compactRecords()),
          m_sources(workspace.sources()), m_words(language) {
        m_table.columns = {"row",       "kind", "subject",   "category", "indicator", "value",
                           "value_max", "unit", "qualifier", "status",   "period",    "holder"};
        for (Column& column : records::forceColumns(m_asOf))
            m_table.columns.push_back(std::move(column));
        for (const char* const name :
             {"place", "units", "document", "source", "line", "id", "note"})
            m_table.columns.emplace_back(name);
    }

    Table build() {
        addUnit();
        for (const std::string& alias : m_gazetteer.aliasesOf(m_profile.unit))
            set(newRow("alias"), "subject", alias);
        for (const gazetteer::Succession* event : m_gazetteer.predecessors(m_profile.unit))
            addEvent("before", *event, event->predecessor);
        for (const gazetteer::Succession* event : m_gazetteer.successors(m_profile.unit))
            addEvent("after", *event, event->successor);
        for (const ProfileTotal& total : m_profile.totals)
            addTotal(total);
        for (const ProfileRecord& record : m_profile.records)
            addRecord(record);
        return std::move(m_table);
    }

private:
    using Row = std::vector<Value>;

    Row& newRow(std::string row) {
        m_table.rows.emplace_back(m_table.columns.size());
        m_table.rows.back().front() = std::move(row);
        return m_table.rows.back();
    }

    void set(Row& row, std::string_view column, Value value) const {
        const auto at = std::find_if(m_table.columns.begin(), m_table.columns.end(),
                                     [&](const Column& one) { return one.name == column; });
        row[std::size_t(at - m_table.columns.begin())] = std::move(value);
    }

    std::string describe(UnitIndex unit) const {
        return gazetteer::describeNear(m_gazetteer, unit, m_asOf);
    }

    void addUnit() {
        const gazetteer::Unit& unit = m_gazetteer.unit(m_profile.unit);
        Row& row = newRow("unit");
        set(row, "kind", unit.type);
        set(row, "subject", describe(m_profile.unit));
        if (unit.areaKm2) {
            set(row, "value", *unit.areaKm2);
            set(row, "unit", std::string("km²"));
        }
        const bool isOld = unit.valid.from <= gazetteer::firstDay;
        set(row, "valid_from", isOld ? Value() : Value(unit.valid.from.toString()));
        set(row, "valid_until",
            unit.valid.to.isOpen() ? Value() : Value(unit.valid.to.previousDay().toString()));
        set(row, "source", unit.source);
        set(row, "document", gazetteer::unitSourceInWords(unit.source).in(m_words.language()));
        set(row, "id", unit.uid);
        if (unit.population)
            set(row, "note",
                m_words.words()("dân số ", "population ") +
                    formatNumber(*unit.population, m_words.language(), 0));
    }

    void addEvent(const char* name, const gazetteer::Succession& event, UnitIndex other) {
        Row& row = newRow(name);
        set(row, "kind", textOrNone(event.kind));
        set(row, "subject", describe(other));
        set(row, "valid_from", event.date.toString());
        set(row, "document", textOrNone(event.decree));
        set(row, "id", m_gazetteer.unit(other).uid);
        if (event.areaShare && event.kind != "rename" && event.kind != "whole")
            set(row, "note",
                formatNumber(*event.areaShare * 100, m_words.language(), 1) +
                    m_words.words()(" % diện tích", " % of the area"));
    }

    void addTotal(const ProfileTotal& total) {
        const Language language = m_words.language();
        Row& row = newRow("total");
        set(row, "kind", textOrNone(total.kind));
        set(row, "subject", total.title.in(language) + ": " + total.series.in(language));
        set(row, "value", total.value);
        set(row, "unit", textOrNone(total.unit.in(language)));
        set(row, "qualifier", textOrNone(total.lowerBound ? ">=" : total.approximate ? "~" : ""));
        set(row, "document",
            textOrNone(SourceText(m_compact, m_sources, m_words.words()).of(total.records)));
        set(row, "id", total.theme);
    }

    const records::Record* find(std::size_t index) const {
        const auto found = std::lower_bound(
            m_records.begin(), m_records.end(), m_compact.id(index),
            [](const records::Record& one, std::string_view id) { return one.id < id; });
        return found == m_records.end() || found->id != m_compact.id(index) ? nullptr : &*found;
    }

    void addRecord(const ProfileRecord& told) {
        const records::Record* const record = find(told.record);
        if (record == nullptr)
            return;
        Row& row = newRow(std::string(toString(told.part)));
        const std::vector<Column> columns = records::recordColumns();
        Row cells = records::recordRow(*record, m_gazetteer, m_words.language());
        std::string note = records::noteOf(*record).in(m_words.language());
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].name == "doubt") {
                if (const auto* text = std::get_if<std::string>(&cells[i]))
                    note += (note.empty() ? "" : "; ") + *text;
            } else if (columns[i].name != "unit_name" && columns[i].name != "note") {
                set(row, columns[i].name, std::move(cells[i]));
            }
        const std::vector<Column> ends = records::forceColumns(m_asOf);
        std::vector<Value> force = records::forceCells(*record, m_sources, m_asOf);
        for (std::size_t i = 0; i < ends.size(); ++i)
            set(row, ends[i].name, std::move(force[i]));
        std::vector<std::string> others;
        for (const UnitIndex unit : told.others)
            others.push_back(m_gazetteer.unit(unit).fullName());
        set(row, "units", textOrNone(fmt::format("{}", fmt::join(others, "; "))));
        records::Record withoutLine;
        withoutLine.source = record->source;
        set(row, "document", m_words.sourceLine(withoutLine, m_sources));
        if (told.notCounted)
            note = told.notCounted->in(m_words.language()) + (note.empty() ? "" : "; ") + note;
        set(row, "note", textOrNone(note));
    }

    const Profile& m_profile;
    Date m_asOf;
    const gazetteer::Gazetteer& m_gazetteer;
    const std::vector<records::Record>& m_records;
    const records::CompactRecords& m_compact;
    const std::vector<records::Source>& m_sources;
    records::RecordWords m_words;
    Table m_table;
};

} // namespace

Table profileTable(const Profile& profile, const Profiles& profiles,
                   workspace::Workspace& workspace, Language language) {
    return TableBuilder(profile, profiles, workspace, language).build();
}

} // namespace terroir::figures

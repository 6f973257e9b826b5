#pragma once

#include "core/figures/evaluated_theme.hpp"
#include "core/records/record_words.hpp"
#include "core/workspace/snapshot.hpp"

#include <string>

namespace terroir::figures {

/// What is known about a unit, a record or the workspace, as rich text (the little HTML that every
/// toolkit shows). Links are "unit:UID" and "source:ID".
class Details {
public:
    /// `figures`, if any, are of the map that is looked at and must outlive this; `day` is whose
    /// units are meant.
    Details(workspace::SnapshotPtr contents, const figures::EvaluatedTheme* figures, Date day,
            Language language);

    std::string workspace() const;
    /// heading() and about().
    std::string unit(gazetteer::UnitIndex unit) const;
    std::string heading(gazetteer::UnitIndex unit) const; ///< name and parent
    /// Facts, the figures on the map, predecessors and successors, other names.
    std::string about(gazetteer::UnitIndex unit) const;
    std::string record(const records::Record& record) const;
    Date day() const { return m_day; }

private:
    std::string facts(gazetteer::UnitIndex unit) const;
    std::string mapFigures(gazetteer::UnitIndex unit) const;
    std::string notAttributed(gazetteer::UnitIndex unit) const;
    std::string leftOut(gazetteer::UnitIndex unit) const;
    std::string succession(gazetteer::UnitIndex unit) const;
    std::string eventLine(const gazetteer::Succession& event, gazetteer::UnitIndex other) const;
    std::string aliases(gazetteer::UnitIndex unit) const;
    std::string place(const records::Place& place, Date day) const;
    std::string link(gazetteer::UnitIndex unit) const;
    std::string number(double value, int decimals = 2) const;
    std::string recordCount(std::size_t count) const;

    workspace::SnapshotPtr m_contents;
    const figures::EvaluatedTheme* m_figures;
    Date m_day;
    records::RecordWords m_words;
    Words m_say;
};

} // namespace terroir::figures

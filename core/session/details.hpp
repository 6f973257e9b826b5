#pragma once

#include "core/session/contents.hpp"
#include "core/session/record_words.hpp"
#include "core/theme/evaluate.hpp"

#include <string>

namespace terroir::session {

/// What is known about a unit, a record or the workspace, as rich text (the little HTML that every
/// toolkit shows). Links are "unit:UID" and "source:ID".
class Details {
public:
    /// `figures`, if any, are of the map that is looked at and must outlive this; `day` is whose
    /// units are meant.
    Details(ContentsPtr contents, const theme::EvaluatedTheme* figures, Date day,
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
    std::string succession(gazetteer::UnitIndex unit) const;
    std::string eventLine(const gazetteer::Succession& event, gazetteer::UnitIndex other) const;
    std::string aliases(gazetteer::UnitIndex unit) const;
    std::string place(const records::Place& place, Date day) const;
    std::string link(gazetteer::UnitIndex unit) const;
    std::string number(double value, int decimals = 2) const;
    std::string recordCount(std::size_t count) const;

    ContentsPtr m_contents;
    const theme::EvaluatedTheme* m_figures;
    Date m_day;
    RecordWords m_words;
    Words m_say;
};

} // namespace terroir::session

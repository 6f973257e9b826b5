#pragma once

#include "plugin/viewer/contents.hpp"
#include "plugin/viewer/record_words.hpp"

#include <QCoreApplication>
#include <QString>

namespace terroir::viewer {

/// The pages of the details panel, as rich text. Links are "unit:UID" and "source:ID".
class DetailsText {
    Q_DECLARE_TR_FUNCTIONS(DetailsText)
public:
    /// `figures` may be null: then nothing is said about a map, and its day is today.
    DetailsText(ContentsPtr contents, FiguresPtr figures, Language language);

    QString workspace() const;
    QString unit(gazetteer::UnitIndex unit) const;
    QString record(const records::Record& record) const;
    Date day() const { return m_day; }

private:
    QString facts(gazetteer::UnitIndex unit) const;
    QString mapFigures(gazetteer::UnitIndex unit) const;
    QString notAttributed(gazetteer::UnitIndex unit) const;
    QString succession(gazetteer::UnitIndex unit) const;
    QString eventLine(const gazetteer::Succession& event, gazetteer::UnitIndex other) const;
    QString aliases(gazetteer::UnitIndex unit) const;
    QString place(const records::Place& place, Date day) const;
    QString link(gazetteer::UnitIndex unit) const;
    QString number(double value, int decimals = 2) const;

    ContentsPtr m_contents;
    FiguresPtr m_figures;
    RecordWords m_words;
    Date m_day;
};

} // namespace terroir::viewer

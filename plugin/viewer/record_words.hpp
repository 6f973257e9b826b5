#pragma once

#include "core/base/language.hpp"
#include "core/records/record.hpp"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace terroir::viewer {

/// What stands in a record, in words.
class RecordWords {
    Q_DECLARE_TR_FUNCTIONS(RecordWords)
public:
    explicit RecordWords(Language language) : m_language(language) {}

    QString subject(const records::Record& record) const; ///< "trâu, bò"
    QString kind(const records::Record& record) const;    ///< with its category
    QString indicator(const records::Record& record) const;
    QString value(const records::Record& record) const; ///< "≥ 300 ha", "2 – 3 ha"; empty for none
    /// "2012–2022", "15/4/2022"; as it is written where that says more.
    QString period(const records::Record& record) const;
    QString places(const records::Record& record) const; ///< as written
    QString scope(records::Scope scope) const;
    QString role(records::PlaceRole role) const;
    QString status(geocode::Status status) const;
    /// "Title, no. 12/BC-UBND, issuer, 15 April 2022"; the id for a source that is not there.
    QString source(const std::string& id, const std::vector<records::Source>& sources) const;
    /// The same, short: its number or title, and the line.
    QString sourceLine(const records::Record& record,
                       const std::vector<records::Source>& sources) const;
    QString day(Date date) const; ///< "15/4/2022", "15 April 2022"

    Language language() const { return m_language; }

private:
    Language m_language;
};

} // namespace terroir::viewer

#include "plugin/viewer/record_words.hpp"

#include "core/base/number.hpp"
#include "core/records/fields.hpp"
#include "core/theme/page_words.hpp"
#include "core/theme/vocabulary.hpp"
#include "plugin/viewer/strings.hpp"

#include <QStringList>

#include <algorithm>

namespace terroir::viewer {

namespace {

const records::Source* find(const std::vector<records::Source>& sources, const std::string& id) {
    const auto at = std::find_if(sources.begin(), sources.end(),
                                 [&](const records::Source& source) { return source.id == id; });
    return at == sources.end() ? nullptr : &*at;
}

} // namespace

QString RecordWords::subject(const records::Record& record) const {
    QStringList names;
    for (const std::string& name : record.subjects)
        names.append(toQString(name));
    return names.isEmpty() ? toQString(record.subjectAsWritten) : names.join(QLatin1String(", "));
}

QString RecordWords::kind(const records::Record& record) const {
    const records::KindInfo* known = records::findKind(record.kind);
    QString text = toQString(known != nullptr ? known->name.in(m_language) : record.kind);
    if (!record.category.empty())
        text += QStringLiteral(": ") +
                toQString(
                    theme::categoryName(record.category, std::vector{record.kind}).in(m_language));
    return text;
}

QString RecordWords::indicator(const records::Record& record) const {
    const auto& all = theme::indicators();
    const auto at = std::find_if(all.begin(), all.end(), [&](const theme::Indicator& one) {
        return one.id == record.indicator;
    });
    return toQString(at == all.end() ? record.indicator : at->name.in(m_language));
}

QString RecordWords::value(const records::Record& record) const {
    if (!record.value)
        return {};
    QString text = toQString(formatNumber(*record.value, m_language));
    if (record.valueMax)
        text += QStringLiteral(" – ") + toQString(formatNumber(*record.valueMax, m_language));
    else if (record.qualifier == records::Qualifier::AtLeast)
        text.prepend(QStringLiteral("≥ "));
    else if (record.qualifier == records::Qualifier::About)
        text.prepend(QStringLiteral("~ "));
    if (!record.unit.empty())
        text += QLatin1Char(' ') + toQString(record.unit);
    return text;
}

QString RecordWords::period(const records::Record& record) const {
    if (!record.periodAsWritten.empty())
        return toQString(record.periodAsWritten);
    const Period& period = record.period;
    if (period.from.isOpen() && period.to.isOpen())
        return {};
    if (period.to.isOpen())
        return tr("since %1").arg(day(period.from));
    const Date last = period.to.previousDay();
    if (period.from.isOpen())
        return tr("until %1").arg(day(last));
    return period.from == last ? day(last) : day(period.from) + QStringLiteral(" – ") + day(last);
}

QString RecordWords::places(const records::Record& record) const {
    QStringList names;
    for (const records::Place& place : record.places)
        if (!place.text.empty())
            names.append(toQString(place.text));
    return names.join(QLatin1String("; "));
}

QString RecordWords::scope(records::Scope scope) const {
    switch (scope) {
    case records::Scope::Part:
        return tr("a part of a total");
    case records::Scope::Aggregate:
        return tr("a total");
    case records::Scope::Shared:
        return tr("one value for several places or subjects");
    case records::Scope::Repeat:
        return tr("said before, not counted again");
    case records::Scope::None:
        return tr("without a value");
    case records::Scope::Own:
        break;
    }
    return {};
}

QString RecordWords::role(records::PlaceRole role) const {
    switch (role) {
    case records::PlaceRole::Coverage:
        return tr("covers");
    case records::PlaceRole::NameComponent:
        return tr("in the name only");
    case records::PlaceRole::Territory:
        return tr("territory of the document");
    case records::PlaceRole::Location:
        break;
    }
    return tr("place");
}

QString RecordWords::status(geocode::Status status) const {
    switch (status) {
    case geocode::Status::Matched:
        return tr("matched");
    case geocode::Status::Ambiguous:
        return tr("ambiguous");
    case geocode::Status::Unmatched:
        break;
    }
    return tr("unmatched");
}

QString RecordWords::source(const std::string& id,
                            const std::vector<records::Source>& sources) const {
    const records::Source* source = find(sources, id);
    if (source == nullptr)
        return toQString(id);
    QStringList parts{toQString(source->title)};
    if (!source->number.empty())
        parts.append(tr("no. %1").arg(toQString(source->number)));
    if (!source->issuer.empty())
        parts.append(toQString(source->issuer));
    if (const std::string date = theme::dateInWords(source->date, m_language); !date.empty())
        parts.append(toQString(date));
    return parts.join(QLatin1String(", "));
}

QString RecordWords::sourceLine(const records::Record& record,
                                const std::vector<records::Source>& sources) const {
    const records::Source* source = find(sources, record.source);
    const QString name = toQString(source == nullptr        ? record.source
                                   : source->number.empty() ? source->title
                                                            : source->number);
    return record.line.empty() ? name : tr("%1, line %2").arg(name, toQString(record.line));
}

QString RecordWords::day(Date date) const {
    if (m_language == Language::English)
        return toQString(theme::dateInWords(date.toString(), m_language));
    return QStringLiteral("%1/%2/%3").arg(date.day()).arg(date.month()).arg(date.year());
}

} // namespace terroir::viewer

#include "plugin/viewer/details_text.hpp"

#include "core/base/number.hpp"
#include "core/join/area.hpp"
#include "core/session/unit_choice.hpp"
#include "core/text/vietnamese.hpp"
#include "core/theme/page_words.hpp"
#include "plugin/viewer/strings.hpp"

#include <algorithm>
#include <map>

namespace terroir::viewer {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

QString html(const QString& text) {
    return text.toHtmlEscaped();
}
QString html(const std::string& text) {
    return toQString(text).toHtmlEscaped();
}

QString heading(const QString& text) {
    return QStringLiteral("<h4>%1</h4>").arg(html(text));
}

/// A line of a table of two columns; none for an empty value, which is rich text.
QString line(const QString& name, const QString& value) {
    return value.isEmpty()
               ? QString()
               : QStringLiteral("<tr><td>%1:&nbsp;</td><td>%2</td></tr>").arg(html(name), value);
}

QString table(const QString& lines) {
    return lines.isEmpty()
               ? QString()
               : QStringLiteral("<table cellspacing=\"0\" cellpadding=\"1\">%1</table>").arg(lines);
}

QString list(const QStringList& items) {
    return items.isEmpty()
               ? QString()
               : QStringLiteral("<ul><li>%1</li></ul>").arg(items.join(QLatin1String("</li><li>")));
}

} // namespace

DetailsText::DetailsText(ContentsPtr contents, FiguresPtr figures, Language language)
    : m_contents(std::move(contents)), m_figures(std::move(figures)), m_words(language),
      m_day(m_figures == nullptr ? Date::today() : m_figures->evaluated.asOf) {}

QString DetailsText::number(double value, int decimals) const {
    return toQString(formatNumber(value, m_words.language(), decimals));
}

QString DetailsText::link(UnitIndex unit) const {
    return QStringLiteral("<a href=\"unit:%1\">%2</a>")
        .arg(html(m_contents->gazetteer->unit(unit).uid),
             html(session::describeNear(*m_contents->gazetteer, unit, m_day)));
}

QString DetailsText::workspace() const {
    std::map<std::string, int> counts;
    for (const records::Record& record : *m_contents->records)
        ++counts[record.source];
    QString text = QStringLiteral("<h3>%1</h3>").arg(html(pathText(m_contents->file.filename())));
    text += QStringLiteral("<p>%1</p>")
                .arg(html(tr("%n record(s)", nullptr, int(m_contents->records->size()))));
    text += heading(tr("Documents"));
    QStringList items;
    for (const records::Source& source : *m_contents->sources)
        items.append(QStringLiteral("<a href=\"source:%1\">%2</a><br>%3")
                         .arg(html(source.id),
                              html(m_words.source(source.id, *m_contents->sources)),
                              html(tr("%n record(s)", nullptr, counts[source.id]))));
    text += items.isEmpty()
                ? html(tr("No document yet: import a table to have figures to look at."))
                : list(items);
    return text + QStringLiteral("<p>%1</p>")
                      .arg(html(tr("Click a unit on the map, or search for one, to see what is "
                                   "known about it.")));
}

QString DetailsText::unit(UnitIndex unit) const {
    const std::string name = m_contents->gazetteer->unit(unit).fullName();
    const UnitIndex parent = m_contents->gazetteer->parentAt(unit, m_day);
    QString text = QStringLiteral("<h3>%1</h3>").arg(html(text::capitalize(name)));
    if (parent != noUnit)
        text += QStringLiteral("<p>%1</p>").arg(link(parent));
    return text + facts(unit) + mapFigures(unit) + notAttributed(unit) + succession(unit) +
           aliases(unit);
}

QString DetailsText::facts(UnitIndex index) const {
    const gazetteer::Unit& unit = m_contents->gazetteer->unit(index);
    QString lines = line(tr("Type"), html(unit.type)) + line(tr("Code"), html(unit.code)) +
                    line(tr("Key"), html(unit.uid));
    const bool isOld = unit.valid.from <= gazetteer::firstDay;
    QString valid = isOld ? tr("before %1").arg(m_words.day(gazetteer::firstDay))
                          : m_words.day(unit.valid.from);
    valid += QStringLiteral(" – ") +
             (unit.valid.to.isOpen() ? tr("in force") : m_words.day(unit.valid.to.previousDay()));
    if (!unit.valid.contains(m_day))
        valid += QStringLiteral("; ") + tr("not on the map's day, %1").arg(m_words.day(m_day));
    lines += line(tr("Period"), html(valid));
    if (unit.areaKm2) {
        QString area = tr("%1 km²").arg(number(*unit.areaKm2));
        if (!unit.areaSource.empty())
            area += QStringLiteral(" (%1)").arg(toQString(unit.areaSource));
        lines += line(tr("Area"), html(area));
    }
    if (unit.population)
        lines += line(tr("Population"), html(number(*unit.population, 0)));
    lines += line(tr("Source of the unit"), html(unit.source));
    return table(lines);
}

QString DetailsText::mapFigures(UnitIndex unit) const {
    if (m_figures == nullptr)
        return {};
    const theme::EvaluatedTheme& evaluated = m_figures->evaluated;
    const theme::PageWords words(evaluated, *m_contents->gazetteer);
    QString text = heading(toQString(evaluated.theme.title.in(evaluated.language)) +
                           QStringLiteral(", ") + m_words.day(evaluated.asOf));
    if (std::find(evaluated.units.begin(), evaluated.units.end(), unit) == evaluated.units.end())
        return text + html(tr("The map has no figures by units of this level and place."));
    QString lines;
    for (const theme::EvaluatedLayer& layer : evaluated.layers) {
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            const auto cell = layer.series[i].cells.find(unit);
            const theme::Series& series = layer.layer->series[i];
            QString value = html(words.noData());
            if (cell != layer.series[i].cells.end())
                value = QStringLiteral("<b>%1</b> %2")
                            .arg(html(words.value(cell->second.value, cell->second.lowerBound,
                                                  cell->second.approximate)),
                                 html(theme::unitOf(layer.series[i], series, evaluated.language)));
            lines += line(toQString(series.label.in(evaluated.language)), value);
        }
    }
    return text + table(lines);
}

/// Values that may be this unit's, or partly: of several units with it, of one above it, or of some
/// below it.
QString DetailsText::notAttributed(UnitIndex unit) const {
    if (m_figures == nullptr)
        return {};
    const gazetteer::Gazetteer& gazetteer = *m_contents->gazetteer;
    const theme::EvaluatedTheme& evaluated = m_figures->evaluated;
    const theme::PageWords words(evaluated, gazetteer);
    const join::Area area(gazetteer, unit, m_day);
    const auto concerns = [&](UnitIndex place) {
        return area.holds(place) ||
               gazetteer.ancestorAt(unit, gazetteer.unit(place).level, m_day) == place;
    };
    QStringList items;
    for (const theme::EvaluatedLayer& layer : evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            for (const join::NotAttributed& value : layer.series[i].notAttributed) {
                if (std::none_of(value.places.begin(), value.places.end(), concerns))
                    continue;
                const theme::Series& series = layer.layer->series[i];
                items.append(
                    QStringLiteral("%1: <b>%2</b> %3<br>%4 (%5)")
                        .arg(html(series.label.in(evaluated.language)),
                             html(words.value(value.value, value.lowerBound)),
                             html(theme::unitOf(layer.series[i], series, evaluated.language)),
                             html(words.notAttributedPlace(value)),
                             html(words.notAttributedReason(value))));
            }
    return items.isEmpty() ? QString()
                           : heading(toQString(words.notAttributedHeading())) + list(items);
}

QString DetailsText::succession(UnitIndex unit) const {
    const gazetteer::Gazetteer& gazetteer = *m_contents->gazetteer;
    QString text;
    QStringList before, after;
    for (const gazetteer::Succession* event : gazetteer.predecessors(unit))
        before.append(eventLine(*event, event->predecessor));
    for (const gazetteer::Succession* event : gazetteer.successors(unit))
        after.append(eventLine(*event, event->successor));
    if (!before.isEmpty())
        text += heading(tr("Made from")) + list(before);
    if (!after.isEmpty())
        text += heading(tr("Became")) + list(after);
    return text;
}

QString DetailsText::eventLine(const gazetteer::Succession& event, UnitIndex other) const {
    QStringList parts{m_words.day(event.date)};
    if (!event.decree.empty())
        parts.append(toQString(event.decree));
    if (event.kind == "whole")
        parts.append(tr("the whole"));
    else if (event.kind == "part" || event.kind == "split")
        parts.append(tr("a part"));
    else if (event.kind == "rename")
        parts.append(tr("renamed"));
    if (event.areaShare && event.kind != "rename" && event.kind != "whole")
        parts.append(tr("%1 % of the area").arg(number(*event.areaShare * 100, 1)));
    return link(other) + QStringLiteral("<br>") + html(parts.join(QStringLiteral(" · ")));
}

QString DetailsText::aliases(UnitIndex unit) const {
    QStringList names;
    for (const std::string& name : m_contents->gazetteer->aliasesOf(unit))
        names.append(html(name));
    return names.isEmpty() ? QString()
                           : heading(tr("Other names")) +
                                 QStringLiteral("<p>%1</p>").arg(names.join(QLatin1String("; ")));
}

QString DetailsText::record(const records::Record& record) const {
    QString text = QStringLiteral("<h4>%1</h4>").arg(html(m_words.subject(record)));
    QString value = html(m_words.value(record));
    if (!record.valueAsWritten.empty())
        value += QStringLiteral(" (%1)").arg(
            html(tr("written “%1”").arg(toQString(record.valueAsWritten))));
    const QString source =
        html(m_words.source(record.source, *m_contents->sources)) +
        (record.line.empty()
             ? QString()
             : QStringLiteral("; ") + html(tr("line %1").arg(toQString(record.line))));
    text += table(line(tr("As written"), html(record.subjectAsWritten)) +
                  line(tr("Kind"), html(m_words.kind(record))) +
                  line(record.value ? m_words.indicator(record) : tr("Value"),
                       value.isEmpty() ? QString() : QStringLiteral("<b>%1</b>").arg(value)) +
                  line(tr("What the value is"), html(m_words.scope(record.scope))) +
                  line(tr("Period"), html(m_words.period(record))) +
                  line(tr("Holder"), html(record.holder)) + line(tr("Source"), source) +
                  line(tr("Facts"), html(record.facts)) + line(tr("Note"), html(record.note)) +
                  line(tr("Record"), html(record.id)));
    QStringList places;
    for (const records::Place& place : record.places)
        places.append(this->place(place, record.lookupDate));
    return text + (places.isEmpty()
                       ? QStringLiteral("<p>%1</p>").arg(html(tr("No place is given.")))
                       : heading(tr("Places")) + list(places));
}

QString DetailsText::place(const records::Place& place, Date day) const {
    QString text = QStringLiteral("%1: %2 – %3")
                       .arg(html(m_words.role(place.role)),
                            place.text.empty() ? html(tr("(none written)"))
                                               : QStringLiteral("“%1”").arg(html(place.text)),
                            html(m_words.status(place.status)));
    const UnitIndex unit =
        place.status == geocode::Status::Matched ? m_contents->gazetteer->find(place.uid) : noUnit;
    if (unit != noUnit)
        text += QStringLiteral("<br><a href=\"unit:%1\">%2</a> (%3)")
                    .arg(html(place.uid),
                         html(session::describeNear(*m_contents->gazetteer, unit, day)),
                         html(m_words.day(day)));
    else if (!place.candidates.empty())
        text +=
            QStringLiteral("<br>") + html(tr("candidates: %1").arg(toQString(place.candidates)));
    return text;
}

} // namespace terroir::viewer

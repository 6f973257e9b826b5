#include "core/figures/details.hpp"

#include "core/base/number.hpp"
#include "core/figures/newest_years.hpp"
#include "core/figures/page_words.hpp"
#include "core/gazetteer/code_words.hpp"
#include "core/gazetteer/territory.hpp"
#include "core/gazetteer/versions.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace terroir::figures {

using gazetteer::noUnit;
using gazetteer::UnitIndex;

namespace {

std::string html(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '&')
            escaped += "&amp;";
        else if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else if (c == '"')
            escaped += "&quot;";
        else
            escaped += c;
    }
    return escaped;
}

std::string subheading(std::string_view text) {
    return "<h4>" + html(text) + "</h4>";
}

/// A line of a table of two columns; none for an empty value, which is rich text.
std::string line(std::string_view name, const std::string& value) {
    return value.empty() ? std::string()
                         : fmt::format("<tr><td>{}:&nbsp;</td><td>{}</td></tr>", html(name), value);
}

std::string table(const std::string& lines) {
    return lines.empty() ? std::string()
                         : "<table cellspacing=\"0\" cellpadding=\"1\">" + lines + "</table>";
}

std::string list(const std::vector<std::string>& items) {
    return items.empty() ? std::string()
                         : fmt::format("<ul><li>{}</li></ul>", fmt::join(items, "</li><li>"));
}

std::string paragraph(const std::string& text) {
    return "<p>" + text + "</p>";
}

} // namespace

Details::Details(workspace::SnapshotPtr contents, const figures::EvaluatedTheme* figures, Date day,
                 Language language)
    : m_contents(std::move(contents)), m_figures(figures), m_day(day), m_words(language),
      m_say(language) {}

std::string Details::number(double value, int decimals) const {
    return formatNumber(value, m_words.language(), decimals);
}

std::string Details::recordCount(std::size_t count) const {
    return number(double(count)) + m_say(" bản ghi", count == 1 ? " record" : " records");
}

std::string Details::link(UnitIndex unit) const {
    return fmt::format("<a href=\"unit:{}\">{}</a>", html(m_contents->gazetteer->unit(unit).uid),
                       html(describeNear(*m_contents->gazetteer, unit, m_day)));
}

std::string Details::workspace() const {
    std::map<std::string, std::size_t> counts;
    for (const records::Record& record : *m_contents->records)
        ++counts[record.source];
    std::vector<std::string> items;
    for (const records::Source& source : *m_contents->sources)
        items.push_back(fmt::format("<a href=\"source:{}\">{}</a><br>{}", html(source.id),
                                    html(m_words.source(source.id, *m_contents->sources)),
                                    recordCount(counts[source.id])));
    return "<h3>" + html(m_contents->file.filename().string()) + "</h3>" +
           paragraph(recordCount(m_contents->records->size())) +
           subheading(m_say("Tài liệu", "Documents")) +
           (items.empty() ? m_say("Chưa có tài liệu nào: hãy nhập một bảng số liệu để xem.",
                                  "No document yet: import a table to have figures to look at.")
                          : list(items)) +
           paragraph(m_say("Bấm vào một đơn vị trên bản đồ, hoặc tìm tên đơn vị, để xem các thông "
                           "tin về đơn vị ấy.",
                           "Click a unit on the map, or search for one, to see what is known "
                           "about it."));
}

std::string Details::unit(UnitIndex unit) const {
    return heading(unit) + about(unit);
}

std::string Details::heading(UnitIndex unit) const {
    const std::string name = m_contents->gazetteer->unit(unit).fullName();
    const UnitIndex parent = m_contents->gazetteer->parentAt(unit, m_day);
    return "<h3>" + html(text::capitalize(name)) + "</h3>" +
           (parent == noUnit ? std::string() : paragraph(link(parent)));
}

std::string Details::about(UnitIndex unit) const {
    return facts(unit) + mapFigures(unit) + leftOut(unit) + notAttributed(unit) + succession(unit) +
           aliases(unit);
}

std::string Details::facts(UnitIndex index) const {
    const gazetteer::Unit& unit = m_contents->gazetteer->unit(index);
    const bool isOld = unit.valid.from <= gazetteer::firstDay;
    std::string valid = isOld ? m_say("trước ", "before ") + m_words.day(gazetteer::firstDay)
                              : m_words.day(unit.valid.from);
    valid += " – " + (unit.valid.to.isOpen() ? m_say("nay còn hiệu lực", "in force")
                                             : m_words.day(unit.valid.to.previousDay()));
    if (!unit.valid.contains(m_day))
        valid += m_say("; không có hiệu lực vào ngày của bản đồ, ", "; not on the map's day, ") +
                 m_words.day(m_day);
    std::string area;
    if (unit.areaKm2) {
        area = number(*unit.areaKm2) + " km²";
        if (!unit.areaSource.empty())
            area +=
                " (" + gazetteer::areaSourceInWords(unit.areaSource).in(m_words.language()) + ")";
    }
    return table(line(m_say("Loại", "Type"), html(unit.type)) +
                 line(m_say("Mã", "Code"), html(unit.code)) +
                 line(m_say("Mã kèm năm bắt đầu", "Code and first year"), html(unit.uid)) +
                 line(m_say("Hiệu lực", "Period"), html(valid)) +
                 line(m_say("Diện tích", "Area"), html(area)) +
                 line(m_say("Dân số", "Population"),
                      unit.population ? number(*unit.population, 0) : std::string()) +
                 line(m_say("Nguồn của đơn vị", "Source of the unit"),
                      html(gazetteer::unitSourceInWords(unit.source).in(m_words.language()))));
}

std::string Details::mapFigures(UnitIndex unit) const {
    if (m_figures == nullptr)
        return {};
    const figures::EvaluatedTheme& evaluated = *m_figures;
    const figures::PageWords words(evaluated, *m_contents->gazetteer);
    const std::string text = subheading(evaluated.theme.title.in(evaluated.language) + ", " +
                                        m_words.day(evaluated.asOf));
    if (std::find(evaluated.units.begin(), evaluated.units.end(), unit) == evaluated.units.end())
        return text + m_say("Bản đồ không có số liệu theo đơn vị ở cấp và địa bàn này.",
                            "The map has no figures by units of this level and place.");
    std::string lines;
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i) {
            const auto cell = layer.series[i].cells.find(unit);
            const theme::Series& series = layer.layer->series[i];
            lines +=
                line(series.label.in(evaluated.language),
                     cell == layer.series[i].cells.end()
                         ? html(words.noData())
                         : fmt::format(
                               "<b>{}</b> {}",
                               html(words.value(cell->second.value, cell->second.lowerBound,
                                                cell->second.approximate)),
                               html(figures::unitOf(layer.series[i], series, evaluated.language))));
        }
    return text + table(lines);
}

/// What is said of the unit and is not in its figures.
std::string Details::leftOut(UnitIndex unit) const {
    if (m_figures == nullptr)
        return {};
    const records::CompactRecords& records = *m_contents->compactRecords;
    const figures::PageWords words(*m_figures, *m_contents->gazetteer);
    std::vector<std::string> items;
    for (const figures::EvaluatedLayer& layer : m_figures->layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            for (const figures::LeftOut& one : layer.series[i].leftOut) {
                const std::optional<double>& value = records[one.record].value;
                if (one.unit != unit || !value ||
                    one.reason == figures::LeftOut::Reason::NotInForce)
                    continue;
                const theme::Series& series = layer.layer->series[i];
                const auto period = records::periodOf(records, one.record, *m_contents->sources);
                const auto years = period ? yearSpanOf(*period) : std::nullopt;
                items.push_back(
                    fmt::format("{}: {} {}{}", html(series.label.in(m_figures->language)),
                                html(words.value(*value)),
                                html(figures::unitOf(layer.series[i], series, m_figures->language)),
                                years ? m_say(" (năm ", " (") + std::to_string(years->last) + ")"
                                      : std::string()));
            }
    return items.empty() ? std::string()
                         : subheading(m_say("Số liệu không cộng: của kỳ khác, hoặc âm",
                                            "Figures not added: of other times, or below zero")) +
                               list(items);
}

/// Values that may be this unit's, or partly: of several units with it, of one above it, or of some
/// below it.
std::string Details::notAttributed(UnitIndex unit) const {
    if (m_figures == nullptr)
        return {};
    const gazetteer::Gazetteer& gazetteer = *m_contents->gazetteer;
    const figures::EvaluatedTheme& evaluated = *m_figures;
    const figures::PageWords words(evaluated, gazetteer);
    const gazetteer::Territory area(gazetteer, unit, m_day);
    const auto concerns = [&](UnitIndex place) {
        return area.holds(place) ||
               gazetteer.ancestorAt(unit, gazetteer.unit(place).level, m_day) == place;
    };
    std::vector<std::string> items;
    for (const figures::EvaluatedLayer& layer : evaluated.layers)
        for (std::size_t i = 0; i < layer.series.size(); ++i)
            for (const figures::NotAttributed& value : layer.series[i].notAttributed) {
                if (std::none_of(value.places.begin(), value.places.end(), concerns))
                    continue;
                const theme::Series& series = layer.layer->series[i];
                items.push_back(fmt::format(
                    "{}: <b>{}</b> {}<br>{} ({})", html(series.label.in(evaluated.language)),
                    html(words.value(value.value, value.lowerBound)),
                    html(figures::unitOf(layer.series[i], series, evaluated.language)),
                    html(words.notAttributedPlace(value)), html(words.notAttributedReason(value))));
            }
    return items.empty() ? std::string() : subheading(words.notAttributedHeading()) + list(items);
}

std::string Details::succession(UnitIndex unit) const {
    const gazetteer::Gazetteer& gazetteer = *m_contents->gazetteer;
    std::vector<std::string> before, after;
    for (const gazetteer::Succession* event : gazetteer.predecessors(unit))
        before.push_back(eventLine(*event, event->predecessor));
    for (const gazetteer::Succession* event : gazetteer.successors(unit))
        after.push_back(eventLine(*event, event->successor));
    std::string text;
    if (!before.empty())
        text += subheading(m_say("Hình thành từ", "Made from")) + list(before);
    if (!after.empty())
        text += subheading(m_say("Trở thành", "Became")) + list(after);
    return text;
}

std::string Details::eventLine(const gazetteer::Succession& event, UnitIndex other) const {
    std::vector<std::string> parts{m_words.day(event.date)};
    if (!event.decree.empty())
        parts.push_back(event.decree);
    if (!event.kind.empty())
        parts.push_back(gazetteer::successionInWords(event.kind).in(m_words.language()));
    if (event.areaShare && event.kind != "rename" && event.kind != "whole")
        parts.push_back(number(*event.areaShare * 100, 1) +
                        m_say(" % diện tích", " % of the area"));
    return link(other) + "<br>" + html(fmt::format("{}", fmt::join(parts, " · ")));
}

std::string Details::aliases(UnitIndex unit) const {
    const std::vector<std::string> names = m_contents->gazetteer->aliasesOf(unit);
    return names.empty() ? std::string()
                         : subheading(m_say("Tên gọi khác", "Other names")) +
                               paragraph(html(fmt::format("{}", fmt::join(names, "; "))));
}

std::string Details::record(const records::Record& record) const {
    std::string value = html(m_words.value(record));
    if (!record.valueAsWritten.empty())
        value +=
            html(fmt::format(" ({} “{}”)", m_say("nguồn viết", "written"), record.valueAsWritten));
    std::string source = m_words.source(record.source, *m_contents->sources);
    if (!record.line.empty())
        source += "; " + records::lineInWords(record.line).in(m_words.language());
    std::vector<std::string> places;
    for (const records::Place& place : record.places)
        places.push_back(this->place(place, record.lookupDate));
    std::string details;
    for (const records::Detail& detail : record.details)
        details += line(text::capitalize(m_words.detail(detail)), html(detail.text));
    return subheading(m_words.subject(record)) +
           table(line(m_say("Nguồn viết", "As written"), html(record.subjectAsWritten)) +
                 line(m_say("Loại", "Kind"), html(m_words.kind(record))) +
                 line(record.value ? m_words.indicator(record) : m_say("Giá trị", "Value"),
                      value.empty() ? std::string() : "<b>" + value + "</b>") +
                 line(m_say("Cách tính giá trị", "What the value is"),
                      html(m_words.scope(record.scope))) +
                 line(m_say("Thời kỳ", "Period"), html(m_words.period(record))) +
                 line(m_say("Tình trạng", "Status"), html(m_words.state(record.state))) +
                 line(m_say("Chủ thể", "Holder"), html(record.holder)) + details +
                 line(m_say("Nguồn", "Source"), html(source)) +
                 line(m_say("Dữ kiện gốc", "Facts"), html(record.facts)) +
                 line(m_say("Ghi chú", "Note"),
                      html(records::noteOf(record).in(m_words.language()))) +
                 line(m_say("Bản ghi", "Record"), html(record.id))) +
           (places.empty() ? paragraph(m_say("Không ghi nơi nào.", "No place is given."))
                           : subheading(m_say("Địa danh", "Places")) + list(places));
}

std::string Details::place(const records::Place& place, Date day) const {
    const std::string text = fmt::format("{}: {} – {}", html(m_words.role(place.role)),
                                         place.text.empty() ? m_say("(không ghi)", "(none written)")
                                                            : "“" + html(place.text) + "”",
                                         html(m_words.status(place.status)));
    const UnitIndex unit =
        place.status == geocode::Status::Matched ? m_contents->gazetteer->find(place.uid) : noUnit;
    if (unit != noUnit)
        return text + fmt::format("<br><a href=\"unit:{}\">{}</a> ({})", html(place.uid),
                                  html(describeNear(*m_contents->gazetteer, unit, day)),
                                  html(m_words.day(day)));
    if (!place.candidates.empty())
        return text + "<br>" + m_say("ứng viên: ", "candidates: ") + html(place.candidates);
    return text;
}

} // namespace terroir::figures

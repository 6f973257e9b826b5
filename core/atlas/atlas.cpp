#include "core/atlas/atlas.hpp"

#include "core/base/day_words.hpp"
#include "core/base/number.hpp"
#include "core/geometry/mercator.hpp"
#include "core/map/frame_parts.hpp"
#include "core/map/ink.hpp"
#include "core/map/layout_words.hpp"
#include "core/map/logo.hpp"
#include "core/map/page_layout.hpp"
#include "core/records/record_words.hpp"
#include "core/text/vietnamese.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <span>

namespace terroir::atlas {

using figures::EvaluatedTheme;
using gazetteer::Level;

namespace {

constexpr double roughMetres = 1000;

/// EPSG:3857: where the land of the units lies.
geometry::Box areaOf(workspace::Workspace& workspace, const EvaluatedTheme& theme) {
    const geometry::Box lonLat = map::landBoxOf(boundaries::shapesOf(
        workspace.file(), workspace.gazetteer(), theme.units, theme.asOf, roughMetres));
    geometry::Box box;
    if (!lonLat.isEmpty()) {
        box.expand(geometry::toMercator(geometry::Point{lonLat.minX, lonLat.minY}));
        box.expand(geometry::toMercator(geometry::Point{lonLat.maxX, lonLat.maxY}));
    }
    return box;
}

/// With the units above it, in the language of the theme.
std::string describe(UnitIndex unit, const EvaluatedTheme& theme,
                     const gazetteer::Gazetteer& gazetteer) {
    const figures::PageWords words(theme, gazetteer);
    std::string text;
    for (UnitIndex at = unit; at != noUnit; at = gazetteer.parentAt(at, theme.asOf))
        text += (text.empty() ? "" : ", ") + words.nameOf(at);
    return text;
}

/// The ids in a column of a table.
void addIds(const Table& table, std::string_view column, std::set<std::string>& ids) {
    const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                                 [&](const Column& one) { return one.name == column; });
    for (const std::vector<Value>& row : table.rows)
        if (const std::string id = textOf(row[std::size_t(at - table.columns.begin())]);
            !id.empty())
            ids.insert(id);
}

/// Whether the layer has a figure of the unit, alone or together with others.
bool saysOf(const figures::EvaluatedLayer& layer, UnitIndex unit) {
    return std::any_of(
               layer.series.begin(), layer.series.end(),
               [&](const figures::Figures& series) { return series.cells.contains(unit); }) ||
           std::any_of(layer.shared.begin(), layer.shared.end(), [&](const auto& shared) {
               return std::binary_search(shared.first.begin(), shared.first.end(), unit);
           });
}

} // namespace

Atlas::Atlas(workspace::Workspace& workspace, std::vector<EvaluatedTheme> themes,
             const figures::Profiles& profiles, const map::Page& page,
             const map::MeasureText& measure, AtlasOptions options)
    : m_workspace(workspace), m_profiles(profiles), m_page(page), m_measure(measure),
      m_type(measure, map::typeScale(page)), m_options(std::move(options)),
      m_area(areaOf(workspace, themes.front())), m_unitFill{map::ink::plainFill},
      m_input{m_workspace,
              m_page,
              m_measure,
              m_type,
              m_data,
              m_area,
              m_unitFill,
              [this](UnitIndex unit) {
                  return std::binary_search(m_shown.begin(), m_shown.end(), unit);
              }} {
    for (EvaluatedTheme& theme : themes)
        m_themes.push_back(std::make_unique<AtlasTheme>(workspace, std::move(theme)));
    m_data.gazetteer = &workspace.gazetteer();
    m_data.shapes.missing = m_themes.front()->shapes.missing();
    m_data.sources = workspace.sources();
    if (!page.layout.logo.empty())
        m_logo = map::readLogo(page.layout.logo);
    m_title = m_options.title;
    if (m_title.empty()) {
        const EvaluatedTheme& first = m_themes.front()->evaluated;
        const std::string area =
            first.within != noUnit
                ? describe(first.within, first, workspace.gazetteer())
                : figures::PageWords(first, workspace.gazetteer()).provincesOf(first.units);
        m_title = Words(language())("Tập bản đồ: ", "Atlas: ") + area;
    }
    addEntries();
    addLargerSections();
    addEmpty();
    addDocuments();
    plan();
}

Atlas::~Atlas() = default;

Language Atlas::language() const {
    return m_themes.front()->evaluated.language;
}

bool Atlas::anyApproximate() const {
    return m_themes.front()->shapes.approximate().units > 0;
}

std::string Atlas::nameOf(UnitIndex unit) const {
    return text::capitalize(
        figures::PageWords(m_themes.front()->evaluated, m_workspace.gazetteer()).nameOf(unit));
}

void Atlas::addEntries() {
    const Words say(language());
    const std::vector<FlowColumn> columns = profileColumns(language());
    for (const UnitIndex unit : m_themes.front()->evaluated.units) {
        figures::Profile profile = m_profiles.ownOf(unit);
        std::vector<UnitIndex> larger = m_profiles.largerOf(profile);
        addLarger(larger);
        if (profile.isEmpty() && !m_options.withEmpty) {
            m_empty.push_back({unit, std::move(larger)});
            continue;
        }
        const Table table = figures::profileTable(profile, m_profiles, m_workspace, language());
        const std::vector<FlowRow> rows = profileRows(table, language());
        const std::string title =
            say("Hồ sơ ", "Profile: ") +
            figures::PageWords(m_themes.front()->evaluated, m_workspace.gazetteer()).nameOf(unit);
        for (const figures::ProfileRecord& record : profile.records)
            m_printed.insert(record.record);
        Entry entry{unit,
                    std::move(profile.totals),
                    profile.records.size(),
                    profile.count(figures::ProfilePart::Shared),
                    std::move(larger),
                    {},
                    {},
                    0};
        if (!rows.empty())
            entry.tables = flowTable(title, title + say(" (tiếp)", " (continued)"), columns, rows,
                                     sheetBoxes(m_page, m_type).body, m_type);
        addIds(table, "source", m_documents);
        m_entries.push_back(std::move(entry));
        m_shown.push_back(unit);
    }
    std::sort(m_shown.begin(), m_shown.end());
    addThemes();
}

/// A map of a theme that has nothing of the unit, alone or together with others, says what its
/// neighbours' maps say. A theme without any figure is with all.
void Atlas::addThemes() {
    for (std::size_t theme = 0; theme < m_themes.size(); ++theme) {
        const EvaluatedTheme& evaluated = m_themes[theme]->evaluated;
        const auto hasFigures = [&](UnitIndex unit) {
            return std::any_of(
                evaluated.layers.begin(), evaluated.layers.end(),
                [&](const figures::EvaluatedLayer& layer) { return saysOf(layer, unit); });
        };
        const bool isOfAny =
            std::any_of(m_entries.begin(), m_entries.end(),
                        [&](const Entry& entry) { return hasFigures(entry.unit); });
        for (Entry& entry : m_entries)
            if (!isOfAny || hasFigures(entry.unit))
                entry.themes.push_back(theme);
    }
    for (Entry& entry : m_entries)
        if (entry.themes.empty())
            entry.themes.push_back(0);
}

std::vector<UnitIndex> Atlas::parentsOf(UnitIndex unit) const {
    const EvaluatedTheme& theme = m_themes.front()->evaluated;
    std::vector<UnitIndex> parents;
    for (const Level level : {Level::District, Level::Province})
        if (level < theme.level)
            if (const UnitIndex parent =
                    m_workspace.gazetteer().ancestorAt(unit, level, theme.asOf);
                parent != noUnit)
                parents.push_back(parent);
    return parents;
}

void Atlas::addSection(const std::string& title, const std::vector<FlowColumn>& columns,
                       const std::vector<FlowRow>& rows, UnitIndex larger) {
    if (rows.empty())
        return;
    const Words say(language());
    m_sections.push_back({title, larger,
                          flowTable(title, title + say(" (tiếp)", " (continued)"), columns, rows,
                                    sheetBoxes(m_page, m_type).body, m_type),
                          0});
}

std::string Atlas::nameOfLarger(UnitIndex unit) const {
    const EvaluatedTheme& theme = m_themes.front()->evaluated;
    std::string name = figures::PageWords(theme, m_workspace.gazetteer()).nameOf(unit);
    if (m_workspace.gazetteer().unit(unit).valid.contains(theme.asOf))
        return name;
    const std::string last = records::RecordWords(language())
                                 .day(m_workspace.gazetteer().unit(unit).valid.to.previousDay());
    return Words(language())(fmt::format("{} cũ (đến {})", name, last),
                             fmt::format("the former {} (until {})", name, last));
}

/// Whether the unit is larger than the area of the atlas: of a district's, its province.
bool Atlas::isBeyond(UnitIndex larger) const {
    const UnitIndex within = m_themes.front()->evaluated.within;
    const gazetteer::Gazetteer& gazetteer = m_workspace.gazetteer();
    return within != noUnit && gazetteer.unit(larger).level < gazetteer.unit(within).level;
}

/// "Chỉ biết của cả tỉnh Lai Châu, không in ở đây: 267 bản ghi (terroir table --profile …)." What
/// also names a unit of the atlas is printed there.
std::string Atlas::beyondInWords() const {
    const Words say(language());
    std::string text;
    for (const UnitIndex larger : m_larger)
        if (isBeyond(larger)) {
            const std::span<const figures::ProfileRecord> known = m_profiles.ofLarger(larger);
            const auto count = std::count_if(known.begin(), known.end(),
                                             [&](const figures::ProfileRecord& record) {
                                                 return !m_printed.contains(record.record);
                                             });
            if (count == 0)
                continue;
            const std::string command = fmt::format(
                "terroir table --profile \"{}\"", m_workspace.gazetteer().unit(larger).fullName());
            text += (text.empty() ? "" : " ") +
                    say(fmt::format("Chỉ biết của cả {}, không in ở đây: {} bản ghi ({}).",
                                    nameOfLarger(larger), count, command),
                        fmt::format("Known only of the whole of {}, not printed here: {} records "
                                    "({}).",
                                    nameOfLarger(larger), count, command));
        }
    return text;
}

void Atlas::addLarger(const std::vector<UnitIndex>& larger) {
    for (const UnitIndex one : larger)
        if (std::find(m_larger.begin(), m_larger.end(), one) == m_larger.end())
            m_larger.push_back(one);
}

/// Once for all the units that lie in it.
void Atlas::addLargerSections() {
    for (const UnitIndex larger : m_larger) {
        if (isBeyond(larger))
            continue;
        const std::span<const figures::ProfileRecord> known = m_profiles.ofLarger(larger);
        for (const figures::ProfileRecord& record : known)
            m_printed.insert(record.record);
        const figures::Profile profile{larger, {}, {known.begin(), known.end()}};
        const Table table = figures::profileTable(profile, m_profiles, m_workspace, language());
        addIds(table, "source", m_documents);
        addSection(Words(language())("Số liệu chỉ biết của cả ", "Known only of the whole of ") +
                       nameOfLarger(larger),
                   profileColumns(language()), profileRows(table, language()), larger);
    }
}

/// An answer, too: of these nothing is known.
void Atlas::addEmpty() {
    const Words say(language());
    const gazetteer::Gazetteer& gazetteer = m_workspace.gazetteer();
    const EvaluatedTheme& theme = m_themes.front()->evaluated;
    const figures::PageWords words(theme, gazetteer);
    std::vector<FlowRow> rows;
    for (const auto& [unit, largerOnes] : m_empty) {
        const gazetteer::Unit& of = gazetteer.unit(unit);
        std::vector<std::string> before;
        for (const gazetteer::Succession* event : gazetteer.predecessors(unit))
            if (gazetteer.unit(event->predecessor).level == of.level)
                before.push_back(words.nameOf(event->predecessor));
        std::vector<std::string> larger;
        larger.reserve(largerOnes.size());
        for (const UnitIndex one : largerOnes)
            larger.push_back(nameOfLarger(one));
        const UnitIndex parent = gazetteer.parentAt(unit, theme.asOf);
        rows.push_back({{},
                        0,
                        {nameOf(unit), of.code, parent == noUnit ? std::string() : nameOf(parent),
                         of.areaKm2 ? formatNumber(*of.areaKm2, language()) : std::string(),
                         fmt::format("{}", fmt::join(before, ", ")),
                         fmt::format("{}", fmt::join(larger, "; "))}});
    }
    addSection(say("Chưa có số liệu riêng: ", "Nothing is known of these: ") +
                   words.unitCount(m_empty.size()),
               {{say("Đơn vị", "Unit"), 1.2},
                {say("Mã", "Code"), 0.5},
                {say("Thuộc", "In"), 1},
                {"km²", 0.5},
                {say("Hình thành từ", "Made from"), 2.2},
                {say("Chỉ có số liệu của cả", "Known only of the whole of"), 2}},
               rows);
}

void Atlas::addDocuments() {
    const Words say(language());
    std::vector<FlowRow> rows;
    for (const records::Source& source : m_workspace.sources())
        if (m_documents.contains(source.id))
            rows.push_back({{},
                            0,
                            {source.id, source.title, source.number, source.issuer,
                             dateInWords(source.date, language())}});
    addSection(say("Tài liệu", "Documents"),
               {{say("Mã", "Id"), 0.5},
                {say("Tên tài liệu", "Title"), 2.6},
                {say("Số, ký hiệu", "Number"), 1},
                {say("Cơ quan ban hành", "Issuer"), 1.4},
                {say("Ngày", "Date"), 0.8}},
               rows);
}

/// Numbers the sheets; the contents are as long as their lines, whatever stands in them.
void Atlas::plan() {
    addContents();
    m_planned = {{Kind::Cover, 0, 0}};
    for (std::size_t i = 0; i < contentsSheetCount(m_input, m_contents.size()); ++i)
        m_planned.push_back({Kind::Contents, i, 0});
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        m_entries[i].first = m_planned.size();
        for (std::size_t map = 0; map < m_entries[i].themes.size(); ++map)
            m_planned.push_back({Kind::Map, i, map});
        for (std::size_t part = 0; part < m_entries[i].tables.size(); ++part)
            m_planned.push_back({Kind::Table, i, part});
    }
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        m_sections[i].first = m_planned.size();
        for (std::size_t part = 0; part < m_sections[i].tables.size(); ++part)
            m_planned.push_back({Kind::Section, i, part});
    }
    addContents();
}

void Atlas::addContents() {
    m_contents.clear();
    std::set<UnitIndex> parents;
    for (const Entry& entry : m_entries)
        if (const auto above = parentsOf(entry.unit); !above.empty())
            parents.insert(above.front());
    UnitIndex last = noUnit;
    for (const Entry& entry : m_entries) {
        const auto above = parentsOf(entry.unit);
        if (parents.size() > 1 && !above.empty() && above.front() != last) {
            last = above.front();
            m_contents.push_back({nameOf(last), 0, true, noUnit});
        }
        m_contents.push_back({nameOf(entry.unit), entry.first, false, entry.unit});
    }
    for (const Section& section : m_sections)
        m_contents.push_back({section.title, section.first, false, noUnit});
}

std::vector<std::string> Atlas::about() const {
    const Words say(language());
    const EvaluatedTheme& first = m_themes.front()->evaluated;
    const figures::PageWords words(first, m_workspace.gazetteer());
    std::vector<std::string> titles;
    for (const auto& theme : m_themes)
        titles.push_back(figures::PageWords(theme->evaluated, m_workspace.gazetteer()).title());
    std::vector<std::string> lines{fmt::format("{}", fmt::join(titles, "; ")), words.subtitle()};
    std::string counts =
        say(fmt::format("{} có số liệu riêng", words.unitCount(m_entries.size())),
            fmt::format("{} with figures of their own", words.unitCount(m_entries.size())));
    if (m_options.withEmpty)
        counts = words.unitCount(m_entries.size());
    if (!m_empty.empty())
        counts += say(fmt::format("; {} chưa có", words.unitCount(m_empty.size())),
                      fmt::format("; {} without", words.unitCount(m_empty.size())));
    lines.push_back(counts + ".");
    if (std::string beyond = beyondInWords(); !beyond.empty())
        lines.push_back(std::move(beyond));
    const map::Layout& layout = m_page.layout;
    if (const std::string& note = layout.note.in(language()); !note.empty())
        lines.push_back(map::noteHeading(language()) + ": " + note);
    if (std::string imprint = map::imprintWords(
            layout, {}, m_page.madeOn ? map::madeOnWords(*m_page.madeOn, language()) : "",
            language());
        !imprint.empty())
        lines.push_back(std::move(imprint));
    return lines;
}

/// What is known of larger units is told once, on sheets of its own.
std::vector<SheetLine> Atlas::leadsOf(const Entry& entry) const {
    const Words say(language());
    std::vector<SheetLine> leads;
    const std::size_t themes = entry.themes.size();
    if (entry.records > 0) {
        std::string text = say(
            fmt::format("Hồ sơ: {} bản ghi, trang {}", entry.records, entry.first + themes + 1),
            fmt::format("Profile: {} records, page {}", entry.records, entry.first + themes + 1));
        if (entry.shared > 0)
            text += say(fmt::format("; trong đó {} chung với nơi khác", entry.shared),
                        fmt::format("; {} of them shared with others", entry.shared));
        leads.push_back({std::move(text), entry.first + themes});
    }
    const std::vector<UnitIndex>& above = entry.larger;
    for (const Section& section : m_sections)
        if (section.larger != noUnit &&
            std::find(above.begin(), above.end(), section.larger) != above.end())
            leads.push_back(
                {fmt::format("{}: {} {}", section.title, say("ở trang", "page"), section.first + 1),
                 section.first});
    return leads;
}

Sheet Atlas::tableSheet(const std::vector<map::Group>& tables, std::size_t part,
                        const std::string& title) const {
    Sheet sheet;
    sheet.scene.widthMm = m_page.widthMm;
    sheet.scene.heightMm = m_page.heightMm;
    sheet.scene.title = title;
    sheet.scene.groups.push_back(tables[part]);
    return sheet;
}

Sheet Atlas::compose(const Planned& planned) {
    switch (planned.kind) {
    case Kind::Cover: {
        Sheet sheet =
            coverSheet(m_input, *m_themes.front(), {m_title, about(), m_logo}, m_contents);
        sheet.bookmark = m_title;
        return sheet;
    }
    case Kind::Contents: {
        Sheet sheet = contentsSheet(m_input, m_contents, planned.of, language());
        if (planned.of == 0)
            sheet.bookmark = sheet.scene.title;
        return sheet;
    }
    case Kind::Map: {
        const Entry& entry = m_entries[planned.of];
        Sheet sheet = unitSheet(m_input, *m_themes[entry.themes[planned.part]], entry.unit,
                                entry.totals, leadsOf(entry));
        if (planned.part == 0)
            sheet.bookmark = nameOf(entry.unit);
        return sheet;
    }
    case Kind::Table: {
        const Entry& entry = m_entries[planned.of];
        return tableSheet(entry.tables, planned.part, nameOf(entry.unit));
    }
    default: {
        const Section& section = m_sections[planned.of];
        Sheet sheet = tableSheet(section.tables, planned.part, section.title);
        if (planned.part == 0)
            sheet.bookmark = section.title;
        return sheet;
    }
    }
}

Sheet Atlas::sheet(std::size_t index) {
    const Words say(language());
    const Planned& planned = m_planned[index];
    Sheet sheet = compose(planned);
    const EvaluatedTheme& theme = m_themes.front()->evaluated;
    sheet.scene.language = language() == Language::English ? "en" : "vi";
    SheetFrame frame;
    frame.title = planned.kind == Kind::Cover ? std::string("terroir") : m_title;
    frame.day = say("Đơn vị hành chính ngày ", "Units of ") +
                records::RecordWords(language()).day(theme.asOf);
    frame.project = m_options.project;
    if (planned.kind != Kind::Cover)
        frame.toContents = say("về bản đồ mục lục", "to the map of contents");
    frame.number = index + 1;
    frame.of = size();
    addFrame(sheet, frame, m_page, m_type);
    return sheet;
}

} // namespace terroir::atlas

#include "plugin/viewer/profile_page.hpp"

#include "core/atlas/profile_rows.hpp"
#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/number.hpp"
#include "core/figures/column_words.hpp"
#include "core/figures/unit_profile.hpp"
#include "core/gazetteer/code_words.hpp"
#include "core/records/record_words.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/viewer/strings.hpp"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <set>

namespace terroir::viewer {

namespace {

/// The translators' name for the texts of this file.
struct Profile {
    Q_DECLARE_TR_FUNCTIONS(terroir::viewer::Profile)
};

/// Writes the rich text and the plain one at once.
class PageWriter {
public:
    void heading(int level, const QString& words, const QString& anchor = {}) {
        const QString name =
            anchor.isEmpty() ? QString() : QStringLiteral("<a name=\"%1\"></a>").arg(anchor);
        html += QStringLiteral("<h%1>%2%3</h%1>").arg(level).arg(name, words.toHtmlEscaped());
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + words + u'\n';
    }

    void paragraph(const QString& words) { paragraph(words.toHtmlEscaped(), words); }
    void paragraph(const QString& rich, const QString& plain) {
        html += QStringLiteral("<p>%1</p>").arg(rich);
        text += plain + u'\n';
    }

    /// Columns that are empty in every row are left out.
    void table(const std::vector<atlas::FlowColumn>& columns,
               const std::vector<std::vector<std::string>>& rows) {
        std::vector<std::size_t> shown;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (std::any_of(rows.begin(), rows.end(),
                            [i](const auto& row) { return !row[i].empty(); }))
                shown.push_back(i);
        const double whole =
            std::accumulate(shown.begin(), shown.end(), 0.0,
                            [&](double sum, std::size_t i) { return sum + columns[i].share; });
        html += QLatin1String("<table width=\"99%\" cellpadding=\"3\" cellspacing=\"0\" "
                              "border=\"1\" style=\"border-collapse: collapse; border-style: "
                              "solid; border-color: #b0b0b0\"><thead><tr>");
        QStringList plain;
        int left = 100; // of the width
        for (const std::size_t i : shown) {
            const QString words = toQString(columns[i].heading);
            const int width = int(100 * columns[i].share / whole);
            left -= width;
            html += QStringLiteral("<th align=\"left\" width=\"%1%\">%2</th>")
                        .arg(i == shown.back() ? width + left : width)
                        .arg(words.toHtmlEscaped());
            plain += words;
        }
        html += QLatin1String("</tr></thead>");
        text += plain.join(u'\t') + u'\n';
        for (const std::vector<std::string>& row : rows) {
            plain.clear();
            html += QLatin1String("<tr>");
            for (const std::size_t i : shown) {
                const QString words = toQString(row[i]);
                html += QStringLiteral("<td>%1</td>").arg(words.toHtmlEscaped());
                plain += words.simplified();
            }
            html += QLatin1String("</tr>");
            text += plain.join(u'\t') + u'\n';
        }
        html += QLatin1String("</table>");
    }

    QString html, text;
};

class PageMaker {
public:
    PageMaker(const Table& profile, const std::vector<records::Source>& sources, Language language)
        : m_profile(profile), m_sources(sources), m_language(language) {}

    ProfilePage make(const QStringList& remarks) {
        const std::vector<Value>* unit = rowsOf("unit").empty() ? nullptr : rowsOf("unit").front();
        if (unit == nullptr)
            return {};
        const QString title = toQString(text::capitalize(code(*unit, "subject")));
        m_page.heading(2, title);
        addFacts(*unit);
        for (const QString& remark : remarks)
            m_page.paragraph(remark);
        QStringList names;
        for (const std::vector<Value>* row : rowsOf("alias"))
            names += toQString(code(*row, "subject"));
        if (!names.isEmpty())
            m_page.paragraph(Profile::tr("Other names: %1").arg(names.join(QStringLiteral(", "))));
        addEvents("before", Profile::tr("Made from:"));
        addEvents("after", Profile::tr("Became:"));
        addTotals();
        addRecords();
        addDocuments();
        return {title, m_page.html, m_page.text};
    }

private:
    using Row = std::vector<Value>;

    std::vector<const Row*> rowsOf(std::string_view name) const {
        std::vector<const Row*> rows;
        for (const Row& row : m_profile.rows)
            if (code(row, "row") == name)
                rows.push_back(&row);
        return rows;
    }

    const Value& at(const Row& row, std::string_view column) const {
        const auto found = std::find_if(m_profile.columns.begin(), m_profile.columns.end(),
                                        [&](const Column& one) { return one.name == column; });
        return row[std::size_t(found - m_profile.columns.begin())];
    }
    std::string code(const Row& row, std::string_view column) const {
        return textOf(at(row, column));
    }
    std::string words(const Row& row, std::string_view column) const {
        const Value& value = at(row, column);
        if (const auto* number = std::get_if<double>(&value))
            return formatNumber(*number, m_language);
        return figures::cellInWords(column, textOf(value), m_language);
    }
    /// "≥ 2,28 ha"
    std::string amount(const Row& row) const {
        const std::string sign = code(row, "qualifier");
        return (sign == ">="  ? "≥ "
                : sign == "~" ? "~ "
                              : "") +
               words(row, "value") + ' ' + words(row, "unit");
    }

    void addFacts(const Row& unit) {
        const QString uid = toQString(code(unit, "id"));
        QStringList facts{Profile::tr("Code: %1").arg(uid.section(u'@', 0, 0))};
        if (!code(unit, "value").empty())
            facts += Profile::tr("Area: %1").arg(toQString(amount(unit)));
        if (const std::string note = code(unit, "note"); !note.empty())
            facts += toQString(text::capitalize(note));
        if (const std::string from = words(unit, "valid_from"); !from.empty())
            facts += Profile::tr("Since %1").arg(toQString(from));
        if (const std::string until = words(unit, "valid_until"); !until.empty())
            facts += Profile::tr("Until %1").arg(toQString(until));
        if (const std::string decree = code(unit, "document"); !decree.empty())
            facts += toQString(decree);
        m_page.paragraph(facts.join(QStringLiteral(" · ")));
    }

    /// "Hình thành từ: xã Sơn Bình, huyện Tam Đường (nhập vào, 1/7/2025, 1670/NQ-UBTVQH15)"
    void addEvents(std::string_view name, const QString& words) {
        QStringList rich, plain;
        for (const Row* row : rowsOf(name)) {
            QStringList facts;
            for (const std::string& fact :
                 {gazetteer::successionInWords(code(*row, "kind")).in(m_language),
                  code(*row, "note"), this->words(*row, "valid_from"), code(*row, "document")})
                if (!fact.empty())
                    facts += toQString(fact);
            const QString unit = toQString(code(*row, "subject"));
            const QString end = QStringLiteral(" (%1)").arg(facts.join(QStringLiteral(", ")));
            plain += unit + end;
            rich += QStringLiteral("<a href=\"unit:%1\">%2</a>%3")
                        .arg(toQString(code(*row, "id")).toHtmlEscaped(), unit.toHtmlEscaped(),
                             end.toHtmlEscaped());
        }
        if (!plain.isEmpty())
            m_page.paragraph(words.toHtmlEscaped() + u' ' + rich.join(QStringLiteral("; ")),
                             words + u' ' + plain.join(QStringLiteral("; ")));
    }

    void addTotals() {
        std::vector<std::vector<std::string>> rows;
        for (const Row* row : rowsOf("total"))
            rows.push_back({code(*row, "subject"), amount(*row), code(*row, "document")});
        m_page.heading(3, Profile::tr("Figures"));
        if (rows.empty())
            return m_page.paragraph(Profile::tr("No theme adds up a figure here."));
        m_page.table({{Profile::tr("Figure of a theme").toStdString(), 2},
                      {Profile::tr("Value").toStdString(), 0.8},
                      {Profile::tr("Document, lines").toStdString(), 2}},
                     rows);
    }

    /// A heading for each way in which records concern the unit, with links to them before.
    void addRecords() {
        QStringList links, counts;
        for (const figures::ProfilePart part : figures::allProfileParts()) {
            const auto name = figures::toString(part);
            const std::size_t count = rowsOf(name).size();
            if (count == 0)
                continue;
            const QString words = headingOf(part, count);
            counts += words;
            links += QStringLiteral("<a href=\"#%1\">%2</a>")
                         .arg(toQString(name), words.toHtmlEscaped());
        }
        m_page.heading(3, Profile::tr("Records"));
        if (counts.isEmpty())
            return m_page.paragraph(Profile::tr("No record concerns this unit."));
        m_page.paragraph(links.join(QStringLiteral(" · ")), counts.join(QStringLiteral("; ")));
        for (const figures::ProfilePart part : figures::allProfileParts())
            addPart(part);
        if (m_left > 0)
            m_page.paragraph(Profile::tr(
                "%n further record(s) are not shown; “Save…” as CSV writes all.", nullptr, m_left));
    }

    QString headingOf(figures::ProfilePart part, std::size_t count) const {
        return QStringLiteral("%1 (%2)").arg(
            toQString(text::capitalize(figures::inWords(part).in(m_language))),
            toQString(formatNumber(double(count), m_language)));
    }

    void addPart(figures::ProfilePart part) {
        Table rows{m_profile.columns, {}};
        for (const Row* row : rowsOf(figures::toString(part)))
            rows.rows.push_back(*row);
        if (rows.rows.empty())
            return;
        m_page.heading(3, headingOf(part, rows.rows.size()), toQString(figures::toString(part)));
        const auto room = std::size_t(maxProfileRows - m_shown);
        if (rows.rows.size() > room) {
            m_left += int(rows.rows.size() - room);
            rows.rows.resize(room);
        }
        m_shown += int(rows.rows.size());
        std::string kind;
        std::vector<std::vector<std::string>> cells;
        const auto endKind = [&] {
            if (cells.empty())
                return;
            m_page.heading(4, QStringLiteral("%1 (%2)").arg(toQString(kind)).arg(cells.size()));
            m_page.table(atlas::profileColumns(m_language), cells);
            cells.clear();
        };
        for (atlas::FlowRow& row : atlas::profileRows(rows, m_language))
            if (row.cells.empty()) {
                endKind();
                kind = row.heading;
            } else {
                cells.push_back(std::move(row.cells));
            }
        endKind();
    }

    /// What the records call by an id or a number.
    void addDocuments() {
        std::set<std::string> ids;
        for (const figures::ProfilePart part : figures::allProfileParts())
            for (const Row* row : rowsOf(figures::toString(part)))
                ids.insert(code(*row, "source"));
        ids.erase(std::string());
        if (ids.empty())
            return;
        const records::RecordWords words(m_language);
        std::vector<std::vector<std::string>> rows;
        for (const std::string& id : ids)
            rows.push_back({id, words.source(id, m_sources)});
        m_page.heading(3, Profile::tr("Documents"));
        m_page.table(
            {{Profile::tr("Id").toStdString(), 1}, {Profile::tr("Document").toStdString(), 6}},
            rows);
    }

    const Table& m_profile;
    const std::vector<records::Source>& m_sources;
    Language m_language;
    PageWriter m_page;
    int m_shown = 0, m_left = 0;
};

} // namespace

ProfilePage profilePage(const Table& profile, const std::vector<records::Source>& sources,
                        const QStringList& remarks, Language language) {
    return PageMaker(profile, sources, language).make(remarks);
}

UnitProfile unitProfile(workspace::Workspace& workspace, const ProfileRequest& request) {
    const gazetteer::Gazetteer& gazetteer = workspace.gazetteer();
    const gazetteer::UnitIndex unit = gazetteer.find(request.unit);
    if (unit == gazetteer::noUnit)
        throw InputError(localText("Đơn vị '{}' không còn trong không gian làm việc.",
                                   "The unit '{}' is no longer in the workspace.", request.unit));
    figures::UnitProfile found = figures::unitProfile(
        workspace, request.themes, {unit, request.day, request.only}, request.language);
    QStringList remarks;
    if (found.day == request.day)
        remarks += Profile::tr("Profile on the units of %1.")
                       .arg(toQString(records::RecordWords(request.language).day(found.day)));
    for (const LocalText& remark : found.remarks)
        remarks += toQString(text::capitalize(remark.in(request.language)));
    UnitProfile made{std::move(found.table), {}};
    made.page = profilePage(made.table, workspace.sources(), remarks, request.language);
    return made;
}

} // namespace terroir::viewer

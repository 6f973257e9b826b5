#include "plugin/viewer/report_row_model.hpp"

#include "core/base/number.hpp"
#include "core/extract/row_words.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/viewer/report_marks.hpp"
#include "plugin/viewer/strings.hpp"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

namespace terroir::viewer {

using extract::cellOf;
using extract::Choice;

ReportRowModel::ReportRowModel(const ReportRows& rows, Language language, QObject* parent)
    : QAbstractTableModel(parent), m_source(rows), m_language(language) {
    connect(&rows, &ReportRows::changed, this, &ReportRowModel::follow);
    connect(&rows, &ReportRows::storedChanged, this, [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0, Decision), index(int(m_rows.size()) - 1, Decision));
    });
    follow();
}

void ReportRowModel::follow() {
    const ReportRows::Rows& now = m_source.rows();
    if (now.size() != m_rows.size()) {
        beginResetModel();
        m_rows = now;
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < now.size(); ++i)
        if (now[i] != m_rows[i]) {
            m_rows[i] = now[i];
            emit dataChanged(index(int(i), 0), index(int(i), ColumnCount - 1));
        }
}

int ReportRowModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReportRowModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ReportRowModel::decisionOf(std::size_t row) const {
    const QString choice = m_rows[row]->choice == Choice::Accept         ? tr("✓ accepted")
                           : m_rows[row]->choice == Choice::Refuse       ? tr("✗ refused")
                           : extract::needsAttention(m_rows[row]->cells) ? tr("! to do")
                                                                         : tr("to do");
    const bool isStopped = row < m_source.rows().size() && m_source.rows()[row] == m_rows[row] &&
                           m_source.sentenceOn(row) != LocalText();
    return isStopped ? tr("%1 (!)").arg(choice) : choice;
}

QString ReportRowModel::textOf(std::size_t row, int column) const {
    const extract::ReviewCells& cells = m_rows[row]->cells;
    const auto coded = [&](std::string_view name) {
        return toQString(extract::codeInWords(name, cellOf(cells, name)).in(m_language));
    };
    switch (column) {
    case Decision:
        return decisionOf(row);
    case Subject:
        return toQString(cellOf(cells, "subject"));
    case Value:
        return toQString(extract::valueInWords(cells, m_language));
    case Kind:
        return coded("kind");
    case Place: {
        const QString names = toQString(cellOf(cells, "place_names"));
        return names.isEmpty() ? tr("no place known")
               : cellOf(cells, "place_role") == "location"
                   ? names
                   : QStringLiteral("%1 (%2)").arg(names, coded("place_role"));
    }
    default: {
        const auto number = parsePlainNumber(cellOf(cells, "confidence"));
        return number ? toQString(formatFixed(*number, m_language, 2)) : QString();
    }
    }
}

QStringList ReportRowModel::remarksOn(std::size_t row) const {
    QStringList all;
    if (const LocalText sentence = m_source.sentenceOn(row); sentence != LocalText())
        all.append(toQString(extract::forForm(sentence).in(m_language)));
    for (const LocalText& remark : extract::remarksOn(m_source.rows()[row]->cells))
        all.append(toQString(remark.in(m_language)));
    return all;
}

QVariant ReportRowModel::data(const QModelIndex& index, int role) const {
    const auto row = std::size_t(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(textOf(row, index.column()));
    case Qt::DecorationRole:
        return index.column() == Kind ? QVariant(colourOfKind(cellOf(m_rows[row]->cells, "kind"),
                                                              QGuiApplication::palette()))
                                      : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(m_rows[row]->choice == Choice::Accept);
        font.setStrikeOut(m_rows[row]->choice == Choice::Refuse && index.column() != Decision);
        return font;
    }
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter) |
               int(index.column() == Confidence ? Qt::AlignRight : Qt::AlignLeft);
    default:
        return {};
    }
}

QVariant ReportRowModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Decision:
        return tr("Decision");
    case Subject:
        return tr("Subject");
    case Value:
        return tr("Value");
    case Kind:
        return tr("Kind");
    case Place:
        return tr("Places");
    default:
        return tr("Confidence");
    }
}

ReportRowFilter::ReportRowFilter(const ReportRows& rows, QObject* parent)
    : QSortFilterProxyModel(parent), m_rows(rows) {}

void ReportRowFilter::show(Which which) {
    m_which = which;
    invalidateFilter();
}

void ReportRowFilter::search(const QString& words) {
    m_words = text::fold(words.trimmed().toStdString());
    invalidateFilter();
}

bool ReportRowFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto at = std::size_t(row);
    if (at >= m_rows.rows().size())
        return false;
    const ReportRow& one = *m_rows.rows()[at];
    const bool isShown = m_which == All || (m_which == Open && one.choice == Choice::Open) ||
                         (m_which == Accepted && one.choice == Choice::Accept) ||
                         (m_which == Refused && one.choice == Choice::Refuse) ||
                         (m_which == NotStored && !m_rows.isStored(at)) ||
                         (m_which == Attention && (extract::needsAttention(one.cells) ||
                                                   m_rows.sentenceOn(at) != LocalText()));
    if (!isShown || m_words.empty())
        return isShown;
    std::string words(cellOf(one.cells, "text"));
    for (int column = 0; column < ReportRowModel::ColumnCount; ++column)
        words += '\n' + sourceModel()->index(row, column, parent).data().toString().toStdString();
    return text::fold(words).find(m_words) != std::string::npos;
}

} // namespace terroir::viewer

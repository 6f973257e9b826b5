#include "plugin/viewer/selection_bar.hpp"

#include "core/base/number.hpp"
#include "core/base/output_file.hpp"
#include "core/figures/selection_sum.hpp"
#include "core/geometry/table_writer.hpp"
#include "plugin/viewer/later.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/strings.hpp"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace terroir::viewer {

namespace {

constexpr int widestTextInLetters = 90;

Table tableOf(const FiguresPtr& figures, const std::vector<gazetteer::UnitIndex>& units) {
    const Snapshot& contents = *figures->contents;
    return figures::unitsTable(figures->evaluated, units, *contents.gazetteer,
                               *contents.compactRecords, *contents.sources);
}

/// With tabs, as spreadsheets take it.
QString tabbed(const Table& table, Language language) {
    QString text;
    const auto addLine = [&](const auto& cells, auto textOfCell) {
        QStringList line;
        for (const auto& cell : cells)
            line.append(toQString(textOfCell(cell))
                            .replace(QLatin1Char('\t'), QLatin1Char(' '))
                            .replace(QLatin1Char('\n'), QLatin1Char(' ')));
        text += line.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    addLine(table.columns, [](const Column& column) { return column.name; });
    for (const auto& row : table.rows)
        addLine(row, [&](const Value& value) {
            const double* number = std::get_if<double>(&value);
            return number == nullptr ? textOf(value) : formatNumber(*number, language);
        });
    return text;
}

} // namespace

SelectionBar::SelectionBar(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("selectionSum"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const auto add = [this](const char* name, const QString& text, const QString& tip, auto work) {
        auto* button = named(new QToolButton(this), name, tip);
        button->setText(text);
        button->setToolTip(tip);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, work);
        return button;
    };
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->addWidget(m_text);
    layout->addWidget(add("selectionCopy", tr("Copy"),
                          tr("Copy the figures of the selected units and their sum"),
                          [this] { copy(); }));
    layout->addWidget(add("selectionExport", tr("Export…"),
                          tr("Write the figures of the selected units and their sum to a file"),
                          [this] { exportWithDialog(); }));
    layout->addWidget(add("selectionClear", tr("Clear"), tr("Select nothing"),
                          [this] { m_desk.selectUnit(gazetteer::noUnit, Desk::Zoom::No); }));
    connect(&desk, &Desk::selectionChanged, this, &SelectionBar::follow);
    connect(&desk, &Desk::figuresChanged, this, &SelectionBar::follow);
    connect(&desk, &Desk::activeMapChanged, this, &SelectionBar::follow);
    follow();
}

void SelectionBar::follow() {
    const FiguresPtr figures = m_desk.activeFigures();
    const std::vector<gazetteer::UnitIndex> units = m_desk.selectedUnits();
    setVisible(units.size() > 1 && figures != nullptr);
    if (units.size() < 2 || figures == nullptr)
        return;
    runLater(
        m_desk, this,
        [figures, units](workspace::Workspace&) {
            const gazetteer::Gazetteer& gazetteer = *figures->contents->gazetteer;
            QStringList lines;
            for (const std::string& line : figures::sumLines(figures->evaluated, units, gazetteer))
                lines.append(toQString(line));
            return QStringList{
                toQString(figures::selectedCount(figures->evaluated, units.size(), gazetteer)),
                lines.join(QStringLiteral("; ")), lines.join(QLatin1Char('\n'))};
        },
        [this, figures, units](const QStringList& texts) {
            if (figures != m_desk.activeFigures() || units != m_desk.selectedUnits())
                return;
            const QString text = tr("%1 selected – %2").arg(texts[0], texts[1]);
            m_text->setText(fontMetrics().elidedText(
                text, Qt::ElideRight, widestTextInLetters * fontMetrics().averageCharWidth()));
            m_text->setToolTip(plainToolTip(tr("%1 selected – %2").arg(texts[0], texts[2])));
            m_text->setAccessibleName(text);
            emit shown();
        });
}

void SelectionBar::copy() {
    const FiguresPtr figures = m_desk.activeFigures();
    if (figures == nullptr)
        return;
    runLater(
        m_desk, this,
        [figures, units = m_desk.selectedUnits()](workspace::Workspace&) {
            return tabbed(tableOf(figures, units), figures->evaluated.language);
        },
        [this](const QString& text) {
            QGuiApplication::clipboard()->setText(text);
            emit m_desk.said(tr("The selected units were copied with their sum."));
        });
}

void SelectionBar::exportTo(const std::filesystem::path& file) {
    const FiguresPtr figures = m_desk.activeFigures();
    if (figures == nullptr)
        return;
    m_desk.jobs().start(
        tr("Export"),
        [figures, file, units = m_desk.selectedUnits()](const Progress&) {
            OutputFile output(file, Overwrite::Allow);
            geometry::writeTable(tableOf(figures, units), output.path());
            output.commit();
        },
        [&desk = m_desk, file](const QString& failure) {
            emit desk.said(failure.isEmpty() ? tr("The table is in '%1'.").arg(pathText(file))
                                             : failure);
        });
}

void SelectionBar::exportWithDialog() {
    const FiguresPtr figures = m_desk.activeFigures();
    if (figures == nullptr)
        return;
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export the selected units"),
        toQString(figures->evaluated.theme.id) + QStringLiteral(".xlsx"),
        tr("Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv)"));
    if (!file.isEmpty())
        exportTo(toPath(file));
}

} // namespace terroir::viewer

#include "plugin/viewer/table_panel.hpp"

#include "core/base/output_file.hpp"
#include "core/figures/selection_sum.hpp"
#include "core/geometry/table_writer.hpp"
#include "plugin/viewer/column_menu.hpp"
#include "plugin/viewer/figure_model.hpp"
#include "plugin/viewer/figure_order.hpp"
#include "plugin/viewer/later.hpp"
#include "plugin/viewer/strings.hpp"
#include "plugin/viewer/table_view.hpp"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace terroir::viewer {

namespace {

constexpr int widestColumnInLetters = 45;

void write(const Table& table, const std::filesystem::path& file) {
    OutputFile output(file, Overwrite::Allow);
    if (file.extension() == ".json")
        return output.write(toJson(table));
    geometry::writeTable(table, output.path());
    output.commit();
}

} // namespace

TablePanel::TablePanel(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    setObjectName(QStringLiteral("table"));
    makeWidgets();
    makeMenu();
    connect(&desk, &Desk::contentsChanged, this, &TablePanel::follow);
    connect(&desk, &Desk::figuresChanged, this, &TablePanel::follow);
    connect(&desk, &Desk::activeMapChanged, this, &TablePanel::follow);
    connect(&desk, &Desk::selectionChanged, this, &TablePanel::showSelection);
    follow();
}

void TablePanel::makeWidgets() {
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("tableFilter"));
    m_filter->setPlaceholderText(tr("Filter units…"));
    m_filter->setAccessibleName(tr("Filter units"));
    m_filter->setClearButtonEnabled(true);
    m_onlyWithData = new QCheckBox(tr("Only rows &with data"), this);
    m_onlyWithData->setObjectName(QStringLiteral("tableOnlyWithData"));
    m_onlyWithData->setToolTip(tr("Hide the units of which nothing is known"));
    m_filter->setToolTip(tr("Units whose name, code or parent has these letters; select several "
                            "rows for their sum"));
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("tableCount"));
    m_count->setTextFormat(Qt::PlainText);
    auto* line = new QHBoxLayout;
    line->addWidget(m_filter, 1);
    line->addWidget(m_onlyWithData);
    line->addWidget(m_count);
    line->setContentsMargins(4, 4, 4, 0);

    m_model = new FigureModel(m_desk.language(), this);
    m_order = new FigureOrder(this);
    m_order->setSourceModel(m_model);
    m_table = makeTableView(m_order, "tableView", tr("Figures of the map"), this);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(FigureModel::Code, Qt::AscendingOrder);
    offerColumns(*m_table, {}, {FigureModel::Row});
    m_notice = new QLabel(this);
    m_notice->setObjectName(QStringLiteral("tableNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);

    m_sum = new QLabel(this);
    m_sum->setObjectName(QStringLiteral("tableSum"));
    m_sum->setTextFormat(Qt::PlainText);
    m_sum->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 40);
    line->insertWidget(1, m_sum, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_notice, 1);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_order->setWanted(text);
        m_table->scrollToTop();
        count();
    });
    connect(m_onlyWithData, &QCheckBox::toggled, this, [this](bool on) {
        m_order->setOnlyWithData(on);
        m_table->scrollToTop();
        count();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TablePanel::takeRows);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const auto unit = m_model->unitOf(m_order->mapToSource(index).row());
        if (unit != gazetteer::noUnit)
            m_desk.selectUnit(unit, Desk::Zoom::Yes);
    });
}

void TablePanel::makeMenu() {
    const auto add = [this](const char* name, const QString& text, auto work) {
        auto* action = new QAction(text, m_table);
        action->setObjectName(QLatin1String(name));
        m_table->addAction(action);
        connect(action, &QAction::triggered, this, work);
        return action;
    };
    QAction* copy = add("tableCopy", tr("&Copy"), [this] { this->copy(Header::No); });
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    add("tableCopyWithHeader", tr("Copy with &header"), [this] { this->copy(Header::Yes); });
    add("tableExport", tr("&Export…"), [this] { exportWithDialog(); });
    const auto addForUnit = [&](const char* name, const QString& text, auto wanted) {
        add(name, text, [this, wanted] {
            const QModelIndex index = m_table->currentIndex();
            const auto unit = index.isValid() ? m_model->unitOf(m_order->mapToSource(index).row())
                                              : gazetteer::noUnit;
            if (unit != gazetteer::noUnit)
                emit(this->*wanted)(unit);
        });
    };
    addForUnit("tableProfile", tr("&Profile of the unit…"), &TablePanel::profileWanted);
    addForUnit("tableAddRecord", tr("&Add a record here…"), &TablePanel::addRecordWanted);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void TablePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    follow();
}

/// A panel that nobody sees makes no table.
void TablePanel::follow() {
    const FiguresPtr figures = m_desk.activeFigures();
    if (figures == nullptr || figures->evaluated.units.empty()) {
        m_asked.reset();
        m_model->setRows(nullptr);
        setNotice(m_desk.contents() == nullptr
                      ? tr("No workspace is open. Open one or make a new one in the menu File.")
                  : figures == nullptr ? QString()
                  : !m_desk.limits().isEmpty()
                      ? tr("No record of this theme is within the filter. Clear the filter, or "
                           "choose another theme.")
                      : tr("There are no figures for this theme in the workspace. Import a table, "
                           "or choose another theme or area."));
        return;
    }
    if (figures == m_asked || !isVisible())
        return;
    m_asked = figures;
    runLater(
        m_desk, this,
        [figures](workspace::Workspace&) {
            return std::make_shared<const FigureRows>(figureRowsOf(figures));
        },
        [this](std::shared_ptr<const FigureRows> rows) {
            if (rows->figures != m_asked)
                return;
            m_model->setRows(std::move(rows));
            setNotice({});
            sizeColumns();
            showSelection();
            emit shown();
        });
}

void TablePanel::setNotice(const QString& notice) {
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    m_table->setVisible(notice.isEmpty());
    count();
}

void TablePanel::count() {
    std::vector<gazetteer::UnitIndex> units;
    for (int row = 0; row < m_order->rowCount(); ++row)
        if (const auto unit = m_model->unitOf(m_order->mapToSource(m_order->index(row, 0)).row());
            unit != gazetteer::noUnit)
            units.push_back(unit);
    m_count->setText(m_model->rowCount() == 0 ? QString()
                                              : tr("%n unit(s)", nullptr, int(units.size())));
    m_sum->clear();
    if (m_asked == nullptr || m_model->rowCount() == 0 ||
        units.size() == m_asked->evaluated.units.size())
        return; // the total of all stands in the table
    runLater(
        m_desk, this,
        [figures = m_asked, units](workspace::Workspace&) {
            QStringList lines;
            for (const std::string& line :
                 figures::sumLines(figures->evaluated, units, *figures->contents->gazetteer))
                lines.append(toQString(line));
            return lines;
        },
        [this, figures = m_asked, request = ++m_sumRequest](const QStringList& lines) {
            if (figures != m_asked || request != m_sumRequest)
                return;
            m_sum->setText(tr("These units: %1").arg(lines.join(QStringLiteral("; "))));
            m_sum->setToolTip(plainToolTip(
                tr("The figures of the units in the table together, each value once. The row "
                   "“Total” is that of all units of the map.")));
            emit summed();
        });
}

void TablePanel::sizeColumns() {
    hideColumns(*m_table);
    fitColumns(*m_table, widestColumnInLetters, m_model->columnCount() - 2);
}

void TablePanel::showSelection() {
    if (m_isOwnSelection)
        return;
    m_isOwnSelection = true;
    QItemSelection rows;
    QModelIndex first;
    for (const gazetteer::UnitIndex unit : m_desk.selectedUnits())
        if (const int row = m_model->rowOf(unit); row >= 0)
            if (const QModelIndex index =
                    m_order->mapFromSource(m_model->index(row, FigureModel::Name));
                index.isValid()) {
                rows.select(index, index);
                first = first.isValid() ? first : index;
            }
    QItemSelectionModel& selection = *m_table->selectionModel();
    if (first.isValid()) {
        selection.setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        selection.select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_table->scrollTo(first);
    } else {
        selection.clear();
    }
    m_isOwnSelection = false;
}

void TablePanel::takeRows() {
    if (m_isOwnSelection)
        return;
    std::vector<gazetteer::UnitIndex> units;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows(FigureModel::Name))
        if (const gazetteer::UnitIndex unit = m_model->unitOf(m_order->mapToSource(index).row());
            unit != gazetteer::noUnit)
            units.push_back(unit);
    std::sort(units.begin(), units.end());
    if (units.empty() || units == m_desk.selectedUnits())
        return;
    m_isOwnSelection = true;
    m_desk.selectUnits(std::move(units));
    m_isOwnSelection = false;
}

void TablePanel::copy(Header header) {
    QGuiApplication::clipboard()->setText(copiedRows(*m_table, header));
}

void TablePanel::exportTo(const std::filesystem::path& file) {
    const FiguresPtr figures = m_desk.activeFigures();
    if (figures == nullptr)
        return;
    m_desk.jobs().start(
        tr("Export"),
        [figures, file](const Progress&) {
            const Snapshot& contents = *figures->contents;
            write(figures::figureTable(figures->evaluated, *contents.gazetteer,
                                       *contents.compactRecords, *contents.sources),
                  file);
        },
        [&desk = m_desk, file](const QString& failure) {
            emit desk.said(failure.isEmpty() ? tr("The table is in '%1'.").arg(pathText(file))
                                             : failure);
        });
}

void TablePanel::exportWithDialog() {
    const FiguresPtr figures = m_desk.activeFigures();
    if (figures == nullptr)
        return;
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export the table"),
        toQString(figures->evaluated.theme.id) + QStringLiteral(".xlsx"),
        tr("Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv);;JSON (*.json)"));
    if (!file.isEmpty())
        exportTo(toPath(file));
}

} // namespace terroir::viewer

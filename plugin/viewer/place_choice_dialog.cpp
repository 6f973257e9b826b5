#include "plugin/viewer/place_choice_dialog.hpp"

#include "core/gazetteer/versions.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/strings.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace terroir::viewer {

using gazetteer::noUnit;

namespace {

constexpr std::size_t maxFound = 200;

} // namespace

PlaceChoiceDialog::PlaceChoiceDialog(Desk& desk, std::vector<workspace::RowPlace> places,
                                     QWidget* parent)
    : QDialog(parent), m_desk(desk), m_contents(desk.contents()), m_places(std::move(places)),
      m_index(*m_contents->gazetteer, {}, {}) {
    setObjectName(QStringLiteral("placeChoice"));
    setWindowTitle(tr("Which place is it?"));
    auto* lines = new QVBoxLayout(this);
    m_place = named(new QComboBox(this), "place", tr("The place as written"));
    for (const workspace::RowPlace& place : m_places)
        m_place->addItem(toQString(place.key));
    lines->addWidget(m_place);
    m_rows = named(new QLabel(this), "rows", tr("How many rows have this place"));
    m_rows->setWordWrap(true);
    m_rows->setTextFormat(Qt::PlainText);
    lines->addWidget(m_rows);
    m_search = named(new QLineEdit(this), "unitSearch", tr("Search a unit"));
    m_search->setPlaceholderText(tr("Search: name with its parents, or code"));
    m_search->setClearButtonEnabled(true);
    lines->addWidget(m_search);
    m_found = named(new QLabel(this), "found", tr("What the list shows"));
    m_found->setTextFormat(Qt::PlainText);
    lines->addWidget(m_found);
    m_units = named(new QListWidget(this), "units", tr("Units"));
    m_units->setAlternatingRowColors(true);
    lines->addWidget(m_units, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* asRead = named(buttons->addButton(tr("As it is &read"), QDialogButtonBox::ResetRole),
                         "asRead", tr("Take the choice back"));
    m_choose = named(buttons->addButton(tr("C&hoose"), QDialogButtonBox::AcceptRole), "chooseUnit",
                     tr("Choose the unit for all these rows"));
    m_choose->setDefault(true);
    lines->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 24);

    connect(m_place, &QComboBox::currentIndexChanged, this, &PlaceChoiceDialog::showPlace);
    connect(m_search, &QLineEdit::textChanged, this, &PlaceChoiceDialog::listUnits);
    connect(m_units, &QListWidget::currentRowChanged, this,
            [this](int row) { m_choose->setEnabled(row >= 0); });
    connect(m_units, &QListWidget::itemDoubleClicked, this, &PlaceChoiceDialog::choose);
    connect(buttons, &QDialogButtonBox::accepted, this, &PlaceChoiceDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(asRead, &QPushButton::clicked, this, [this] {
        m_unit.clear();
        accept();
    });
    // What is not settled comes first.
    const auto open = std::find_if(m_places.begin(), m_places.end(),
                                   [](const auto& place) { return place.uid.empty(); });
    if (open != m_places.end())
        m_place->setCurrentIndex(static_cast<int>(open - m_places.begin()));
    showPlace();
    m_search->setFocus();
}

const workspace::RowPlace& PlaceChoiceDialog::current() const {
    return m_places[static_cast<std::size_t>(m_place->currentIndex())];
}

void PlaceChoiceDialog::showPlace() {
    m_rows->setText(tr("What is chosen holds for %n row(s) with this place.", nullptr,
                       static_cast<int>(current().rows)));
    const auto near = std::find_if(current().candidates.begin(), current().candidates.end(),
                                   [](const auto& candidate) { return candidate.unit != noUnit; });
    m_province = near == current().candidates.end() ? std::string() : provinceOf(near->unit);
    m_search->clear();
    listUnits();
}

std::string PlaceChoiceDialog::provinceOf(gazetteer::UnitIndex unit) const {
    const gazetteer::Gazetteer& gazetteer = *m_contents->gazetteer;
    const gazetteer::UnitIndex province = gazetteer.ancestorAt(
        unit, gazetteer::Level::Province, dayOf(gazetteer.unit(unit), current().day));
    return province == noUnit ? std::string() : gazetteer.unit(province).code;
}

void PlaceChoiceDialog::listUnits() {
    m_units->clear();
    const QString text = m_search->text().trimmed();
    if (text.isEmpty()) {
        for (const workspace::ShownCandidate& candidate : current().candidates)
            if (candidate.unit != noUnit)
                addUnit(toQString(candidate.name), candidate.uid);
        m_found->setText(m_units->count() == 0 ? tr("No unit is near to it; search one.")
                                               : tr("It may be:"));
    } else {
        const gazetteer::Gazetteer& gazetteer = *m_contents->gazetteer;
        auto hits = m_index.find(text.toStdString(), current().day, maxFound, m_desk.language());
        // Of many units of one name those of the province that the row is near to come first.
        std::stable_partition(hits.begin(), hits.end(), [&](const search::Hit& hit) {
            return hit.unit != noUnit && provinceOf(hit.unit) == m_province;
        });
        for (const search::Hit& hit : hits)
            if (hit.unit != noUnit)
                addUnit(toQString(describeNear(gazetteer, hit.unit, current().day)),
                        gazetteer.unit(hit.unit).uid);
        m_found->setText(m_units->count() == 0 ? tr("Nothing is called “%1”.").arg(text)
                                               : tr("Found:"));
    }
    m_units->setCurrentRow(m_units->count() == 1 ? 0 : -1);
    m_choose->setEnabled(m_units->currentRow() >= 0);
}

void PlaceChoiceDialog::addUnit(const QString& name, const std::string& uid) {
    auto* item = new QListWidgetItem(name, m_units);
    item->setData(Qt::UserRole, toQString(uid));
    QFont font;
    font.setBold(uid == current().uid);
    item->setFont(font);
}

void PlaceChoiceDialog::choose() {
    const QListWidgetItem* item = m_units->currentItem();
    if (item == nullptr)
        return;
    m_unit = item->data(Qt::UserRole).toString().toStdString();
    accept();
}

} // namespace terroir::viewer

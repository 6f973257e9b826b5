#include "plugin/viewer/filter_bar.hpp"

#include "core/records/vocabulary.hpp"
#include "core/text/vietnamese.hpp"
#include "plugin/viewer/day_edit.hpp"
#include "plugin/viewer/force_dialog.hpp"
#include "plugin/viewer/later.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <set>

namespace terroir::viewer {

using records::Limits;

namespace {

constexpr std::size_t mostNames = 2000; ///< more are typed, not chosen
constexpr int longestChip = 42;         ///< letters

QStringList namesIn(const records::CompactRecords& records, FilterBar::Name name) {
    std::set<records::CompactRecords::Text> texts;
    for (std::size_t i = 0; i < records.size(); ++i)
        if (name == FilterBar::Name::Holder)
            texts.insert(records[i].holder);
        else
            texts.insert(records.subjects(i).begin(), records.subjects(i).end());
    std::vector<std::pair<std::string, std::string>> names; ///< with their keys
    if (texts.size() > mostNames)
        return {};
    for (const auto text : texts)
        if (const std::string_view shown = records.text(text); !shown.empty())
            names.emplace_back(text::sortKey(shown), shown);
    std::sort(names.begin(), names.end());
    QStringList out;
    for (const auto& [key, shown] : names)
        out.append(toQString(shown));
    return out;
}

/// The categories of the records that a theme shows, of any records where it does not say.
std::vector<std::string> categoriesOf(const theme::Theme& theme,
                                      const records::CompactRecords& records) {
    std::set<records::CompactRecords::Text> texts;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto kind = records.text(records[i].kind);
        for (const theme::Layer& layer : theme.layers)
            for (const theme::Series& series : layer.series)
                if (const auto& kinds = series.selection.kinds;
                    kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end())
                    texts.insert(records[i].category);
    }
    std::vector<std::string> out;
    for (const auto text : texts)
        if (!records.text(text).empty())
            out.emplace_back(records.text(text));
    return out;
}

} // namespace

FilterBar::FilterBar(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk) {
    m_add = named(new QToolButton(this), "addFilter", tr("Filter"));
    m_add->setText(tr("Filter"));
    m_add->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    m_add->setToolTip(
        tr("Show only one product, holder, source, category or state, or what "
           "is in force on a day: on the map, in the table, the chart and the list of "
           "records"));
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_menu = new QMenu(m_add);
    m_menu->setObjectName(QStringLiteral("filterMenu"));
    m_add->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(4);
    m_clear = named(new QToolButton(this), "clearFilter", tr("Clear the filter"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Show all records again"));
    m_clear->setAutoRaise(true);
    connect(m_clear, &QToolButton::clicked, this, [this] { m_desk.limit({}); });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->addWidget(m_add);
    layout->addLayout(m_chips);
    layout->addWidget(m_clear);
    layout->addStretch(1);
    connect(&desk, &Desk::specChanged, this, &FilterBar::follow);
    connect(&desk, &Desk::activeMapChanged, this, &FilterBar::follow);
    connect(&desk, &Desk::contentsChanged, this, &FilterBar::follow);
    follow();
}

void FilterBar::follow() {
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const Limits all = m_desk.limits();
    m_add->setEnabled(m_desk.contents() != nullptr && m_desk.hasSpec(m_desk.activeMap()));
    const auto addList = [&](auto Limits::*member) {
        for (const auto& one : all.*member) {
            Limits shown, without = all;
            (shown.*member).push_back(one);
            std::erase(without.*member, one);
            addChip(shown, without);
        }
    };
    const auto addText = [&](std::string Limits::*member) {
        if ((all.*member).empty())
            return;
        Limits shown, without = all;
        shown.*member = std::exchange(without.*member, {});
        addChip(shown, without);
    };
    addList(&Limits::sources);
    addList(&Limits::kinds);
    addText(&Limits::subject);
    addText(&Limits::holder);
    addList(&Limits::categories);
    addList(&Limits::states);
    if (all.force) {
        Limits shown, without = all;
        shown.force = std::exchange(without.force, std::nullopt);
        addChip(shown, without);
    }
    m_clear->setVisible(m_chips->count() > 1);
}

void FilterBar::addChip(const Limits& shown, const Limits& without) {
    const SnapshotPtr& contents = m_desk.contents();
    const std::vector<records::Source> none;
    QString words =
        viewer::said(records::inWords(shown, contents == nullptr ? none : *contents->sources));
    auto* chip = named(new QToolButton(this), "filterChip", tr("Remove the filter: %1").arg(words));
    chip->setToolTip(plainToolTip(tr("Remove the filter: %1").arg(words)));
    if (words.size() > longestChip)
        words = words.left(longestChip - 1) + QStringLiteral("…");
    words.replace(QLatin1Char('&'), QStringLiteral("&&"));
    chip->setText(words + QStringLiteral("  ×"));
    chip->setStyleSheet(QStringLiteral("QToolButton { background: #dce8f8; color: #10305c; border: "
                                       "1px solid #7aa2dc; border-radius: 8px; padding: 2px 7px; } "
                                       "QToolButton:focus { border: 2px solid #145ac8; }"));
    connect(chip, &QToolButton::clicked, this, [this, without] { m_desk.limit(without); });
    m_chips->addWidget(chip);
    chip->show();
}

void FilterBar::addChoices(const QString& title,
                           const std::vector<std::pair<std::string, QString>>& all,
                           std::vector<std::string> Limits::*member) {
    QMenu* menu = m_menu->addMenu(title);
    menu->setEnabled(!all.empty());
    const Limits now = m_desk.limits();
    for (const auto& [id, name] : all) {
        QString text = name;
        QAction* action = menu->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        const auto& chosen = now.*member;
        action->setChecked(std::find(chosen.begin(), chosen.end(), id) != chosen.end());
        connect(action, &QAction::triggered, this, [this, id = id, member](bool on) {
            Limits limits = m_desk.limits();
            if (on)
                (limits.*member).push_back(id);
            else
                std::erase(limits.*member, id);
            m_desk.limit(limits);
        });
    }
}

void FilterBar::addStates() {
    QMenu* menu = m_menu->addMenu(tr("&State"));
    const Limits now = m_desk.limits();
    using records::State;
    for (const State state :
         {State::Done, State::Ongoing, State::Planned, State::Proposed, State::Withdrawn}) {
        QAction* action = menu->addAction(viewer::said(records::nameOfState(state)));
        action->setCheckable(true);
        action->setChecked(std::find(now.states.begin(), now.states.end(), state) !=
                           now.states.end());
        connect(action, &QAction::triggered, this, [this, state](bool on) {
            Limits limits = m_desk.limits();
            if (on)
                limits.states.push_back(state);
            else
                std::erase(limits.states, state);
            m_desk.limit(limits);
        });
    }
}

/// How what was granted stands: on the day of the map, or of what is chosen already.
void FilterBar::addForce() {
    const std::optional<records::ForceWanted> now = m_desk.limits().force;
    const FiguresPtr figures = m_desk.activeFigures();
    const Date day = now ? now->day : figures == nullptr ? Date::today() : figures->evaluated.asOf;
    QMenu* menu = m_menu->addMenu(tr("In &force"));
    menu->addSection(DayEdit::textOf(day));
    for (const records::ForceWanted& wanted : ForceDialog::usual(day)) {
        QAction* action = menu->addAction(ForceDialog::nameOf(wanted));
        action->setCheckable(true);
        action->setChecked(now == wanted);
        connect(action, &QAction::triggered, this, [this, wanted](bool on) {
            Limits limits = m_desk.limits();
            limits.force = on ? std::optional(wanted) : std::nullopt;
            m_desk.limit(limits);
        });
    }
    menu->addSeparator();
    menu->addAction(tr("Another &day or time…"), this,
                    [this, now, day] { askForce(now.value_or(ForceDialog::usual(day).front())); });
}

void FilterBar::askForce(const records::ForceWanted& shown) {
    ForceDialog dialog(shown, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    Limits limits = m_desk.limits();
    limits.force = dialog.wanted();
    m_desk.limit(limits);
}

void FilterBar::fillMenu() {
    m_menu->clear();
    const SnapshotPtr& contents = m_desk.contents();
    if (contents == nullptr || !m_desk.hasSpec(m_desk.activeMap()))
        return;
    m_menu->addAction(tr("&Product…"), this, [this] { askName(Name::Subject); });
    m_menu->addAction(tr("&Holder…"), this, [this] { askName(Name::Holder); });
    std::vector<std::pair<std::string, QString>> sources, categories;
    for (const records::Source& source : *contents->sources)
        sources.emplace_back(source.id,
                             toQString(records::nameOfSource(source.id, *contents->sources)));
    const std::vector<std::string> kinds = records::kindIds();
    for (const std::string& id :
         categoriesOf(m_desk.spec(m_desk.activeMap()).theme, *contents->compactRecords))
        categories.emplace_back(id, viewer::said(records::categoryName(id, kinds)));
    std::sort(categories.begin(), categories.end(), [](const auto& a, const auto& b) {
        return text::compare(a.second.toStdString(), b.second.toStdString()) < 0;
    });
    addChoices(tr("S&ource"), sources, &Limits::sources);
    addChoices(tr("&Category"), categories, &Limits::categories);
    addStates();
    addForce();
}

void FilterBar::askName(Name name) {
    const SnapshotPtr contents = m_desk.contents();
    runLater(
        m_desk, this,
        [contents, name](workspace::Workspace&) {
            return namesIn(*contents->compactRecords, name);
        },
        [this, name](const QStringList& known) { typeName(name, known); });
}

void FilterBar::typeName(Name name, const QStringList& known) {
    std::string Limits::*const member = name == Name::Subject ? &Limits::subject : &Limits::holder;
    const QString what = name == Name::Subject ? tr("Product, crop or animal") : tr("Holder");
    QDialog dialog(this);
    dialog.setObjectName(QStringLiteral("filterName"));
    dialog.setWindowTitle(tr("Filter"));
    auto* box = named(new QComboBox(&dialog), "filterNames", what);
    box->setEditable(true);
    box->addItems(known);
    box->setToolTip(tr("Whole words; without diacritics they are found with and without them"));
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->setEditText(toQString(m_desk.limits().*member));
    box->setMinimumContentsLength(36);
    box->lineEdit()->selectAll();
    auto* form = new QFormLayout(&dialog);
    form->addRow(what, box);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    form->addRow(buttons);
    if (dialog.exec() != QDialog::Accepted)
        return;
    Limits limits = m_desk.limits();
    limits.*member = box->currentText().trimmed().toStdString();
    m_desk.limit(limits);
}

} // namespace terroir::viewer

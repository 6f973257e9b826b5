#include "plugin/viewer/place_completer.hpp"

#include "core/gazetteer/versions.hpp"
#include "plugin/viewer/strings.hpp"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStringListModel>

namespace terroir::viewer {

namespace {

constexpr std::size_t maxOffered = 30;
constexpr qsizetype fewestLetters = 2;

/// Where the place that is being typed begins.
qsizetype beginOfLast(const QString& text) {
    return text.lastIndexOf(u';') + 1;
}

} // namespace

PlaceCompleter::PlaceCompleter(Desk& desk, QLineEdit* edit)
    : QObject(edit), m_language(desk.language()), m_contents(desk.contents()),
      m_index(*m_contents->gazetteer, {}, {}), m_edit(edit) {
    m_found = new QStringListModel(this);
    m_completer = new QCompleter(m_found, this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(8);
    m_completer->setWidget(edit);
    m_completer->popup()->setObjectName(QStringLiteral("placesOffered"));
    m_completer->popup()->setAccessibleName(tr("Places"));
    connect(edit, &QLineEdit::textEdited, this, &PlaceCompleter::offer);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this,
            &PlaceCompleter::take);
}

void PlaceCompleter::offer() {
    const QString text = m_edit->text();
    const QString last = text.mid(beginOfLast(text)).trimmed();
    QStringList names;
    if (last.size() >= fewestLetters)
        for (const search::Hit& hit :
             m_index.find(last.toStdString(), m_day, maxOffered, m_language))
            if (hit.unit != gazetteer::noUnit)
                names.append(
                    toQString(gazetteer::describeNear(*m_contents->gazetteer, hit.unit, m_day)));
    names.removeDuplicates();
    m_found->setStringList(names);
    if (names.isEmpty() || (names.size() == 1 && names.front() == last))
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void PlaceCompleter::take(const QString& unit) {
    const QString text = m_edit->text();
    const QString before = text.left(beginOfLast(text));
    m_edit->setText(before.isEmpty() ? unit : before + u' ' + unit);
    emit m_edit->textEdited(m_edit->text());
    m_completer->popup()->hide();
}

} // namespace terroir::viewer

#include "plugin/viewer/day_edit.hpp"

#include "core/base/day_text.hpp"
#include "plugin/viewer/strings.hpp"

#include <QKeyEvent>

namespace terroir::viewer {

DayEdit::DayEdit(QWidget* parent) : QLineEdit(parent) {
    setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00/00/0000")) +
                    2 * fontMetrics().averageCharWidth() + 8);
    setMaximumWidth(minimumWidth() + 2 * fontMetrics().averageCharWidth());
    setPlaceholderText(tr("day/month/year"));
    mark({});
    connect(this, &QLineEdit::editingFinished, this, &DayEdit::take);
    connect(this, &QLineEdit::textEdited, this, [this] { mark({}); });
}

QString DayEdit::textOf(Date day) {
    return QStringLiteral("%1/%2/%3")
        .arg(day.day(), 2, 10, QLatin1Char('0'))
        .arg(day.month(), 2, 10, QLatin1Char('0'))
        .arg(day.year());
}

std::optional<Date> DayEdit::day() const {
    return parseDayText(text().trimmed().toStdString());
}

void DayEdit::setDay(Date day) {
    m_shown = day;
    setText(textOf(day));
    mark({});
}

void DayEdit::take() {
    const std::optional<Date> typed = day();
    if (!typed) {
        const QString sentence =
            tr("'%1' is no day; write it as day/month/year, such as 31/12/2024.").arg(text());
        mark(sentence);
        emit refused(sentence);
        return;
    }
    const bool isOther = *typed != m_shown;
    setDay(*typed);
    if (isOther)
        emit dayChosen(*typed);
}

void DayEdit::mark(const QString& sentence) {
    setStyleSheet(sentence.isEmpty()
                      ? QString()
                      : QStringLiteral("QLineEdit { background: #fde4e1; color: #7a1408; }"));
    setToolTip(sentence.isEmpty() ? tr("A day, such as 31/12/2024; Enter shows the units of it")
                                  : plainToolTip(sentence));
}

void DayEdit::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && text() != textOf(m_shown))
        return setDay(m_shown);
    QLineEdit::keyPressEvent(event);
}

} // namespace terroir::viewer

#pragma once

#include "core/base/date.hpp"

#include <QLineEdit>

#include <optional>

namespace terroir::viewer {

/// A day as Vietnamese write it, 31/12/2024, typed or set. What is no day is marked and said, and
/// changes nothing.
class DayEdit final : public QLineEdit {
    Q_OBJECT
public:
    explicit DayEdit(QWidget* parent = nullptr);

    /// Nothing where the text is none.
    std::optional<Date> day() const;
    void setDay(Date day);
    static QString textOf(Date day);

signals:
    /// A person typed another one and left the field or pressed Enter.
    void dayChosen(terroir::Date day);
    void refused(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take();
    void mark(const QString& sentence);

    Date m_shown = Date::today();
};

} // namespace terroir::viewer

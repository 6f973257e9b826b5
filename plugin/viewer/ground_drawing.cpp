#include "plugin/viewer/ground_drawing.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/geometry/mercator.hpp"
#include "core/records/record_ground.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace terroir::viewer {

GroundDrawing::GroundDrawing(Language language, QWidget* pane)
    : QFrame(pane), m_language(language) {
    setObjectName(QStringLiteral("groundDrawing"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_words = named(new QLabel(this), "drawnWords", tr("What is drawn"));
    m_words->setTextFormat(Qt::PlainText);
    auto* buttons = new QHBoxLayout;
    const auto addButton = [&](const char* name, const QString& text, const QString& tip,
                               void (GroundDrawing::*press)()) {
        auto* button = named(new QPushButton(text, this), name, tip);
        button->setToolTip(tip);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, press);
        buttons->addWidget(button);
        return button;
    };
    addButton("drawBack", tr("Last corner back"), tr("Take the last corner back (Backspace)"),
              &GroundDrawing::removeLast);
    m_another = addButton("drawAnother", tr("One more"), tr("Close this one and begin another"),
                          &GroundDrawing::endPart);
    m_done = addButton("drawDone", tr("Done"),
                       tr("Back to the form with what is drawn (Enter, double click)"),
                       &GroundDrawing::finish);
    addButton("drawCancel", tr("Cancel"), tr("Back to the form, nothing drawn (Esc)"),
              &GroundDrawing::cancel);
    buttons->addStretch(1);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(8, 4, 8, 4);
    lines->addWidget(m_words);
    lines->addLayout(buttons);
    hide();
}

void GroundDrawing::begin(GroundSketch sketch, Take take) {
    cancel();
    m_sketch = std::make_shared<GroundSketch>(std::move(sketch));
    m_take = std::move(take);
    m_escape = new QShortcut(Qt::Key_Escape, window());
    connect(m_escape, &QShortcut::activated, this, &GroundDrawing::cancel);
    showWords();
    show();
}

void GroundDrawing::addCorner(geometry::Point mercator) {
    if (m_sketch == nullptr)
        return;
    m_sketch->add(geometry::fromMercator(mercator));
    showWords();
}

void GroundDrawing::removeLast() {
    if (m_sketch != nullptr && m_sketch->removeLast())
        showWords();
}

void GroundDrawing::endPart() {
    if (m_sketch != nullptr && m_sketch->endPart())
        showWords();
}

void GroundDrawing::finish() {
    if (m_sketch == nullptr || !m_sketch->isWhole())
        return; // what is missing stands in the strip
    bool repaired = false;
    try {
        geometry::Ground ground = m_sketch->sound(repaired);
        end(std::move(ground), repaired);
    } catch (const Error& error) {
        m_words->setText(viewer::said(error));
    }
}

void GroundDrawing::cancel() {
    if (m_sketch != nullptr)
        end(std::nullopt, false);
}

void GroundDrawing::showWords() {
    m_words->setText(words());
    m_another->setEnabled(m_sketch->isWhole());
    m_done->setEnabled(m_sketch->isWhole());
    emit changed();
}

/// How large it is, or what is still missing.
QString GroundDrawing::words() const {
    const bool isZone = m_sketch->shape() == GroundSketch::Shape::Zone;
    if (!m_sketch->isWhole()) {
        const auto corners = m_sketch->corners().size();
        if (corners > 0)
            return (isZone ? tr("%1 of at least %2 corners of a zone")
                           : tr("%1 of at least %2 corners of a line"))
                .arg(corners)
                .arg(m_sketch->fewestCorners());
        return isZone ? tr("Click the corners of the zone; a double click ends it.")
                      : tr("Click the corners of the line; a double click ends it.");
    }
    try {
        bool repaired = false;
        const geometry::Ground ground = m_sketch->sound(repaired);
        QString words = toQString(records::groundWords(ground).in(m_language));
        if (isZone)
            words =
                tr("%1, %2 km around")
                    .arg(words,
                         toQString(formatNumber(records::groundKilometres(ground), m_language)));
        return repaired ? tr("%1 – its sides cross").arg(words) : words;
    } catch (const Error& error) {
        return viewer::said(error);
    }
}

void GroundDrawing::end(std::optional<geometry::Ground> ground, bool repaired) {
    m_sketch.reset();
    std::exchange(m_escape, nullptr)->deleteLater();
    hide();
    emit changed();
    std::exchange(m_take, {})(std::move(ground), repaired);
}

} // namespace terroir::viewer

#include "plugin/viewer/ground_field.hpp"

#include "core/base/user_name.hpp"
#include "core/geometry/coordinate_reader.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/strings.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace terroir::viewer {

GroundField::GroundField(Language language, QWidget* parent)
    : QWidget(parent), m_language(language) {
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    auto* line = new QHBoxLayout;
    lines->addLayout(line);
    auto* label = new QLabel(tr("&Position:"), this);
    m_coordinates = named(new QLineEdit(this), "coordinates", tr("Coordinates"));
    m_coordinates->setPlaceholderText(tr("22.36, 103.71"));
    m_coordinates->setToolTip(tr("Latitude and longitude of the farm, zone or model itself"));
    label->setBuddy(m_coordinates);
    auto* pick = named(new QPushButton(tr("Set on the &map…"), this), "pickPoint",
                       tr("Set the position on the map"));
    m_noGround =
        named(new QPushButton(tr("No po&sition"), this), "noGround", tr("Take the position away"));
    auto* draw = named(new QPushButton(tr("Dra&w…"), this), "drawGround",
                       tr("Draw zones or lines on the map"));
    draw->setToolTip(tr("Draw the zones or lines of the record on the map, corner by corner"));
    auto* drawMenu = new QMenu(draw);
    drawMenu->setObjectName(QStringLiteral("drawMenu"));
    draw->setMenu(drawMenu);
    connect(drawMenu, &QMenu::aboutToShow, this, [this, drawMenu] { fillDrawMenu(drawMenu); });
    pick->setToolTip(tr("Click the point on the map where the record lies"));
    m_noGround->setToolTip(tr("The record then lies in its commune, nowhere more precisely"));
    for (QPushButton* button : {pick, draw, m_noGround})
        button->setAutoDefault(false);
    line->addWidget(label);
    line->addWidget(m_coordinates, 1);
    line->addWidget(pick);
    line->addWidget(draw);
    line->addWidget(m_noGround);
    m_words = named(new QLabel(this), "groundWords", tr("Where the record lies"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    lines->addWidget(m_words);
    connect(m_coordinates, &QLineEdit::textEdited, this, &GroundField::takeCoordinates);
    connect(pick, &QPushButton::clicked, this, &GroundField::pointWanted);
    connect(m_noGround, &QPushButton::clicked, this, [this] { set(std::nullopt); });
    showWords();
}

/// What is there is kept, or another thing takes its place: said before anything is drawn.
void GroundField::fillDrawMenu(QMenu* menu) {
    menu->clear();
    using Shape = GroundSketch::Shape;
    const geometry::Ground now = m_ground ? m_ground->shape : geometry::Ground();
    const auto add = [&](const char* name, const QString& text, const GroundSketch& sketch) {
        QAction* action = menu->addAction(text, this, [this, sketch] {
            m_adds = !sketch.kept().isEmpty();
            emit drawingWanted(sketch);
        });
        action->setObjectName(QLatin1String(name));
    };
    if (!now.polygons.empty())
        add("addZones", tr("&Add zones…"), GroundSketch(Shape::Zone, now));
    if (!now.lines.empty())
        add("addLines", tr("&Add lines…"), GroundSketch(Shape::Line, now));
    add("drawZones", now.isEmpty() ? tr("&Zones…") : tr("Replace by &zones…"),
        GroundSketch(Shape::Zone));
    add("drawLines", now.isEmpty() ? tr("&Lines…") : tr("Replace by &lines…"),
        GroundSketch(Shape::Line));
}

void GroundField::showWords() {
    const bool isPoint = m_ground && m_ground->shape.points.size() == 1;
    if (!m_coordinates->hasFocus() || !m_ground)
        m_coordinates->setText(isPoint ? QStringLiteral("%1, %2")
                                             .arg(m_ground->shape.points.front().y, 0, 'f', 6)
                                             .arg(m_ground->shape.points.front().x, 0, 'f', 6)
                                       : QString());
    m_noGround->setEnabled(m_ground.has_value());
    m_words->setText(m_ground
                         ? toQString(records::groundWords(m_ground->shape).in(m_language) + ", " +
                                     records::accuracyWords(m_ground->accuracy).in(m_language))
                         : QString());
    m_words->setVisible(m_ground.has_value());
}

void GroundField::begin(std::optional<records::RecordGround> ground) {
    m_ground = std::move(ground);
    showWords();
}

void GroundField::set(std::optional<records::RecordGround> ground, bool repaired) {
    m_isOther = true;
    m_isWrong = false;
    m_isMended = repaired;
    m_ground = std::move(ground);
    showWords();
    emit changed();
}

QString GroundField::problem() const {
    return m_isWrong ? tr("“%1” is no point of Vietnam; write latitude and longitude like 22.36, "
                          "103.71.")
                           .arg(m_coordinates->text().trimmed())
                     : QString();
}

void GroundField::setPoint(geometry::Point lonLat) {
    m_coordinates->clearFocus();
    set(records::RecordGround{{{lonLat}, {}, {}}, records::Accuracy::Drawn, userName()});
}

void GroundField::setDrawn(geometry::Ground shape, bool repaired) {
    m_coordinates->clearFocus();
    auto accuracy = records::Accuracy::Drawn;
    if (m_ground && m_adds) // of what is kept and what is drawn the less sure one
        accuracy = std::max(accuracy, m_ground->accuracy);
    set(records::RecordGround{std::move(shape), accuracy, userName()}, repaired);
}

void GroundField::takeCoordinates() {
    const std::string text = m_coordinates->text().trimmed().toStdString();
    if (text.empty()) {
        // Nothing stood there where zones or lines were drawn: they stay.
        const bool isPoint = m_ground && m_ground->shape.points.size() == 1;
        return set(isPoint ? std::nullopt : m_ground);
    }
    const auto [latitude, longitude] = geometry::splitCoordinates(text);
    const geometry::ReadPoint read =
        geometry::CoordinateReader("EPSG:4326").read(longitude, latitude);
    m_isWrong = !read.lonLat;
    if (read.lonLat)
        set(records::RecordGround{
            {{*read.lonLat}, {}, {}}, records::Accuracy::Coordinates, userName()});
    else
        emit changed();
}

} // namespace terroir::viewer

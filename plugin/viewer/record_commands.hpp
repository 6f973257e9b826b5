#pragma once

#include "core/geometry/point.hpp"
#include "core/records/edit_record.hpp"
#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/ground_sketch.hpp"

#include <QObject>

#include <functional>
#include <optional>
#include <string>
#include <vector>

class QAction;
class QMenu;

namespace terroir::viewer {

class RecordDialog;

/// What a person does to records: the panels and menus ask, this does it.
class RecordCommands final : public QObject {
    Q_OBJECT
public:
    RecordCommands(Desk& desk, QWidget* window);

    /// Into the menu "Edit".
    void addTo(QMenu* menu);

    /// A form for a new record, with these texts in it.
    void add(const records::FieldTexts& texts = {});
    /// One in the unit: its name is in the field for the place.
    void addIn(gazetteer::UnitIndex unit);
    /// A form for the record as it is now.
    void edit(const std::string& id);
    /// One edit, which is said with how to take it back.
    void remove(const std::vector<std::string>& ids);
    void showHistory(const std::string& id);

    void showAttachments(const std::string& id);

    /// Who asks a person for a point of the map: the next click, or none.
    using TakePoint = std::function<void(std::optional<geometry::Point> lonLat)>;
    /// And for zones or lines.
    using TakeGround = std::function<void(std::optional<geometry::Ground> ground, bool repaired)>;
    /// What the map does for the form of a record.
    struct OfMap {
        std::function<void(const TakePoint& take)> pick;
        std::function<void(const GroundSketch& sketch, const TakeGround& take)> draw;
        std::function<void(gazetteer::UnitIndex unit)> bringIntoSight;
    };
    void setMap(OfMap map) { m_map = std::move(map); }
    /// A zone is drawn first; then the form for a new record opens with it.
    void addDrawn();

private:
    void open(RecordDialog* form);
    static QString drawingHelp();

    Desk& m_desk;
    QWidget* m_window;
    OfMap m_map;
    QAction* m_add = nullptr;
};

} // namespace terroir::viewer

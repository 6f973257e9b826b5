#pragma once

#include "core/records/record_form.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/ground_sketch.hpp"
#include "plugin/viewer/latest_run.hpp"

#include <QDialog>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace terroir::viewer {

class GroundField;
class PlaceCompleter;

/// A form for one record, a new one or one to be changed. What is typed goes through the door of
/// the import at once, without being stored: what it refuses or doubts stands below the fields
/// before anything is.
class RecordDialog final : public QDialog {
    Q_OBJECT
public:
    /// A new record of that kind (empty: the one that was added last), with these texts.
    RecordDialog(Desk& desk, const std::string& kind, const records::FieldTexts& texts,
                 QWidget* parent = nullptr);
    /// The record as it is now, and where it lies.
    RecordDialog(Desk& desk, records::Record record, std::optional<records::RecordGround> ground,
                 QWidget* parent = nullptr);

    /// The texts that were written, or written otherwise than they were.
    records::FieldTexts texts() const;
    /// Where the record lies.
    GroundField& ground() { return *m_ground; }
    /// Where it lies by what is typed; noUnit when that is not known.
    gazetteer::UnitIndex unit() const { return m_typedUnit; }

signals:
    /// A point is to be clicked on the map.
    void pointWanted();
    /// Zones or lines are to be drawn on the map.
    void drawingWanted(const terroir::viewer::GroundSketch& sketch);
    /// The door has answered to the texts as they are.
    void checked();

private:
    struct Input {
        records::FormField field;
        QWidget* widget = nullptr; ///< a line or a box with one
        QLineEdit* edit = nullptr;
        bool isMain = false;       ///< not folded away
        std::string before;        ///< its text when the form was opened
    };

    RecordDialog(Desk& desk, std::optional<records::Record> record, QWidget* parent);
    void makeTop();
    void showKind(const std::string& kind, const records::FieldTexts& texts);
    void addField(const records::FormField& field, const std::string& text, QFormLayout& form);
    void orderTabs();
    void offerKnown();
    std::string textOf(const Input& input) const;
    records::Source source() const;
    void checkSoon();
    void check();
    void takeVerdict(const records::EditedRecord& made);
    void refuse(const QString& sentence);
    void save();
    void store();
    QString placesOf(const records::Record& made);

    Desk& m_desk;
    SnapshotPtr m_contents; ///< whose names are offered
    std::optional<records::Record> m_record; ///< to be changed
    std::string m_kind;
    GroundField* m_ground = nullptr;
    gazetteer::UnitIndex m_typedUnit = gazetteer::noUnit;
    std::vector<Input> m_inputs;
    LatestRun m_check, m_known;
    QTimer m_soon;
    bool m_isFine = false, m_isDoubted = false;
    bool m_wantsToSave = false; ///< asked for before the door has answered
    bool m_isSaving = false;
    QComboBox *m_kinds = nullptr, *m_sources = nullptr;
    QWidget* m_fields = nullptr;
    QVBoxLayout* m_fieldLines = nullptr;
    QLabel *m_verdict = nullptr, *m_unit = nullptr;
    QToolButton* m_more = nullptr;
    QPushButton* m_save = nullptr;
    PlaceCompleter* m_places = nullptr;
};

} // namespace terroir::viewer

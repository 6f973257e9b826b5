#pragma once

#include "core/records/edit_record.hpp"
#include "core/workspace/record_edits.hpp"
#include "plugin/qgis/desk.hpp"

#include <QDialog>

#include <optional>
#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace terroir::qgis {

/// A record's fields to write into, each as into a cell of a table: those of the kind's template
/// and what the record says besides. Closes when the core has taken them; what it refuses is said in
/// the form, where all stays as it was written.
class RecordForm final : public QDialog {
    Q_OBJECT
public:
    /// Null: a new record, of the kind that is chosen in the form.
    RecordForm(Desk& desk, const records::Record* record, QWidget* parent);

private:
    void showFields();
    void save();
    void taken();
    std::string kind() const;
    /// The selected features of QGIS's active layer.
    void takeSelected();
    void readGround();
    void showGround();
    /// What differs from what the record says.
    records::FieldTexts written() const;

    Desk& m_desk;
    std::optional<records::Record> m_record;
    records::FieldTexts m_before;
    QComboBox* m_kind = nullptr;
    QFormLayout* m_lines = nullptr;
    QLabel *m_problem = nullptr, *m_where = nullptr;
    QPushButton* m_noGround = nullptr;
    std::optional<records::RecordGround> m_groundBefore;
    workspace::GroundChange m_ground;
    QDialogButtonBox* m_buttons = nullptr;
    std::vector<std::pair<std::string, QLineEdit*>> m_fields;
    struct Outcome;
    std::shared_ptr<Outcome> m_outcome; ///< of the save that is under way
};

} // namespace terroir::qgis

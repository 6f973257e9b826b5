#pragma once

#include "core/records/corrections.hpp"

#include <QDialog>

#include <string>
#include <utility>
#include <vector>

class QLineEdit;

namespace terroir::viewer {

/// The cells of one row of a table, each to be put right; what the file says stands under it.
class RowCellsDialog final : public QDialog {
    Q_OBJECT
public:
    RowCellsDialog(const records::RowName& row, const std::vector<records::RowCell>& cells,
                   QWidget* parent = nullptr);

    /// What each cell says now.
    std::vector<std::pair<records::RowCell, std::string>> texts() const;

private:
    std::vector<std::pair<records::RowCell, QLineEdit*>> m_edits;
};

} // namespace terroir::viewer

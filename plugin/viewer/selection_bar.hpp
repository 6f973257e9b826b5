#pragma once

#include "plugin/viewer/desk.hpp"

#include <QWidget>

class QLabel;

namespace terroir::viewer {

/// Shown while several units are selected: how many, their figures together, and what can be done
/// with them.
class SelectionBar final : public QWidget {
    Q_OBJECT
public:
    explicit SelectionBar(Desk& desk, QWidget* parent = nullptr);

    /// The selected units with their figures and the sum; .xlsx, .ods, .csv.
    void exportTo(const std::filesystem::path& file);

signals:
    void shown(); ///< the sum of what is selected is there

private:
    void follow();
    void copy();
    void exportWithDialog();

    Desk& m_desk;
    QLabel* m_text = nullptr;
};

} // namespace terroir::viewer

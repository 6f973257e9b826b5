#pragma once

#include "plugin/viewer/desk.hpp"

#include <QAbstractListModel>

namespace terroir::viewer {

/// The themes by title in the order of the Vietnamese alphabet, one's own marked as such.
class ThemeListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole };

    explicit ThemeListModel(Desk& desk, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// -1 when there is none.
    int rowOf(const std::string& id) const;
    const theme::Theme& theme(int row) const { return *m_order[static_cast<std::size_t>(row)]; }

private:
    void sort();
    bool isOwn(const theme::Theme& theme) const;

    Desk& m_desk;
    std::vector<const theme::Theme*> m_order;
};

} // namespace terroir::viewer

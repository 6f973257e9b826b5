#pragma once

#include "core/search/search_index.hpp"

#include <QAbstractListModel>

#include <vector>

namespace terroir::viewer {

/// What a search found, for a list.
class HitModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        DetailRole = Qt::UserRole, ///< second line
        KindRole,                  ///< "commune", "product"
        MatchedRole,               ///< QList<QPair<int, int>>: from and length, in QChars
    };

    using QAbstractListModel::QAbstractListModel;
    void setHits(std::vector<search::Hit> hits,
                 std::shared_ptr<const gazetteer::Gazetteer> gazetteer);
    const search::Hit& hit(int row) const { return m_hits[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString kindOf(const search::Hit& hit) const;

    std::vector<search::Hit> m_hits;
    std::shared_ptr<const gazetteer::Gazetteer> m_gazetteer;
};

} // namespace terroir::viewer

#pragma once

#include <QStyledItemDelegate>

namespace terroir::viewer {

/// Paints a row of a HitModel: the name with what matches in bold, its kind at the right, the
/// second line in a quiet colour.
class HitDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace terroir::viewer

#include "plugin/viewer/hit_delegate.hpp"

#include "plugin/viewer/hit_model.hpp"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace terroir::viewer {

namespace {

constexpr float quietOpacity = 0.65F;

int margin(const QStyleOptionViewItem& option) {
    return option.fontMetrics.height() / 3;
}

/// One line of text with some of it in bold, cut at the right.
void drawMatched(QPainter& painter, const QRect& rect, const QString& text,
                 const QList<QPair<int, int>>& matched, const QFont& font) {
    QTextLayout layout(text, font);
    QList<QTextLayout::FormatRange> formats;
    for (const auto& [from, length] : matched) {
        QTextLayout::FormatRange format;
        format.start = from;
        format.length = length;
        format.format.setFontWeight(QFont::Bold);
        formats.append(format);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(100'000);
    layout.endLayout();
    painter.save();
    painter.setClipRect(rect);
    layout.draw(&painter, rect.topLeft());
    painter.restore();
}

} // namespace

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                        const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QString text = std::exchange(option.text, QString());
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink =
        option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor quiet = ink;
    quiet.setAlphaF(quietOpacity);
    const int space = margin(option), height = option.fontMetrics.height();
    QRect first = option.rect.adjusted(2 * space, space, -2 * space, 0);
    first.setHeight(height);
    painter->setPen(quiet);
    painter->setFont(option.font);
    const QString kind = index.data(HitModel::KindRole).toString();
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, kind);
    const QRect second = first.translated(0, height);
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(HitModel::DetailRole).toString(),
                                                    Qt::ElideRight, second.width()));
    painter->setPen(ink);
    drawMatched(
        *painter, first.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(kind) - 2 * space, 0),
        text, index.data(HitModel::MatchedRole).value<QList<QPair<int, int>>>(), option.font);
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.fontMetrics.averageCharWidth() * 40,
            2 * option.fontMetrics.height() + 2 * margin(option)};
}

} // namespace terroir::viewer

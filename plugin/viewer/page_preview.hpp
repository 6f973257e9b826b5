#pragma once

#include "core/map/part_places.hpp"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace terroir::viewer {

/// A composed page as it is shown.
struct ShownPage {
    QImage image;
    map::Page page;
    std::vector<map::PlacedPart> parts;
};

/// Shows a page, as large as there is room for. Legend, table, note, locator and logo can be
/// dragged to the places that map::placesFor() offers, which show themselves meanwhile; Esc leaves
/// the part where it was.
class PagePreview final : public QWidget {
    Q_OBJECT
public:
    explicit PagePreview(QWidget* parent = nullptr);

    void showPage(ShownPage page);
    void clear() { showPage({}); }
    const QImage& image() const { return m_shown.image; }
    const map::Page& page() const { return m_shown.page; }
    /// Where a point of the page stands in the widget, and back.
    QPointF toWidget(geometry::Point mm) const;
    geometry::Point toPage(QPointF pixel) const;

signals:
    /// The layout of the page with the part where it was dropped.
    void moved(const terroir::map::Layout& layout);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF sheet() const; ///< of the page, in the widget
    QRectF toWidget(const geometry::Box& mm) const;
    const map::PlacedPart* partAt(QPointF pixel) const;
    void point(QPointF pixel);
    void letGo();

    ShownPage m_shown;
    std::optional<map::PlacedPart> m_pointed; ///< under the pointer
    bool m_isDragged = false;                 ///< what is pointed at
    QPointF m_from, m_at;
    std::vector<map::PartPlace> m_places; ///< for what is dragged
};

} // namespace terroir::viewer

#include "plugin/viewer/map_canvas.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

namespace terroir::viewer {

class TestMapCanvas final : public QObject {
    Q_OBJECT

    static constexpr geometry::Box tamDuong{11'490'000, 2'530'000, 11'540'000, 2'580'000};

    static void wheel(MapCanvas& canvas, QPointF at, int delta) {
        QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &event);
    }
    static void show(MapCanvas& canvas) {
        canvas.resize(800, 600);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        canvas.showBox(tamDuong);
    }

private slots:
    void a_box_is_shown_whole_and_in_the_middle() {
        MapCanvas canvas;
        show(canvas);
        const geometry::Box seen = canvas.view().box(canvas.size());
        QVERIFY(seen.minX < tamDuong.minX && seen.maxX > tamDuong.maxX);
        QVERIFY(seen.minY < tamDuong.minY && seen.maxY > tamDuong.maxY);
        QCOMPARE(canvas.view().centre.x, 11'515'000.0);
        // Not much larger: the height decides, with a margin.
        QVERIFY(seen.height() < 1.1 * tamDuong.height());
    }

    void a_box_given_before_the_canvas_has_a_size_is_shown_when_it_has_one() {
        MapCanvas canvas;
        canvas.showBox(tamDuong);
        canvas.resize(400, 300);
        canvas.show();
        QVERIFY(QTest::qWaitForWindowExposed(&canvas));
        QCOMPARE(canvas.view().centre.y, 2'555'000.0);
        const double scale = canvas.view().metresPerPixel;
        canvas.resize(800, 600);
        QTRY_COMPARE(canvas.view().metresPerPixel, scale / 2); // still all of it
    }

    void the_wheel_keeps_the_place_under_the_cursor() {
        MapCanvas canvas;
        show(canvas);
        const QPointF cursor(123, 456);
        const geometry::Point before = canvas.view().toMercator(cursor, canvas.size());
        const double scale = canvas.view().metresPerPixel;
        wheel(canvas, cursor, 240);
        QVERIFY(canvas.view().metresPerPixel < scale);
        const geometry::Point after = canvas.view().toMercator(cursor, canvas.size());
        QVERIFY(std::abs(after.x - before.x) < 0.01 && std::abs(after.y - before.y) < 0.01);
        wheel(canvas, cursor, -240);
        QVERIFY(std::abs(canvas.view().metresPerPixel - scale) < 1e-6);
    }

    void dragging_moves_the_map_with_the_hand_and_is_no_click() {
        MapCanvas canvas;
        show(canvas);
        QSignalSpy clicked(&canvas, &MapCanvas::clicked);
        const geometry::Point grabbed = canvas.view().toMercator({300, 300}, canvas.size());
        QTest::mousePress(&canvas, Qt::LeftButton, {}, {300, 300});
        QTest::mouseMove(&canvas, {340, 320});
        QTest::mouseMove(&canvas, {400, 350});
        QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {400, 350});
        const geometry::Point held = canvas.view().toMercator({400, 350}, canvas.size());
        QVERIFY(std::abs(held.x - grabbed.x) < 0.01 && std::abs(held.y - grabbed.y) < 0.01);
        QCOMPARE(clicked.count(), 0);
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, {10, 20});
        QCOMPARE(clicked.count(), 1);
    }

    void shift_and_drag_goes_to_a_box_and_back_comes_from_it() {
        MapCanvas canvas;
        show(canvas);
        const View before = canvas.view();
        const geometry::Point middle = before.toMercator({300, 225}, canvas.size());
        QTest::mousePress(&canvas, Qt::LeftButton, Qt::ShiftModifier, {200, 150});
        QTest::mouseMove(&canvas, {300, 200});
        QTest::mouseMove(&canvas, {400, 300});
        QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::ShiftModifier, {400, 300});
        QVERIFY(canvas.view().metresPerPixel < before.metresPerPixel / 3);
        QVERIFY(std::abs(canvas.view().centre.x - middle.x) < 2 * before.metresPerPixel);
        QVERIFY(canvas.hasBack());
        canvas.back();
        QVERIFY(canvas.view() == before);
        QVERIFY(canvas.hasForward());
        canvas.forward();
        QVERIFY(canvas.view().metresPerPixel < before.metresPerPixel / 3);
    }

    void keys_move_and_scale_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<double>("east");
        QTest::addColumn<double>("north");
        QTest::addColumn<double>("larger");
        QTest::newRow("left") << int(Qt::Key_Left) << -1.0 << 0.0 << 1.0;
        QTest::newRow("right") << int(Qt::Key_Right) << 1.0 << 0.0 << 1.0;
        QTest::newRow("up") << int(Qt::Key_Up) << 0.0 << 1.0 << 1.0;
        QTest::newRow("down") << int(Qt::Key_Down) << 0.0 << -1.0 << 1.0;
        QTest::newRow("plus") << int(Qt::Key_Plus) << 0.0 << 0.0 << 1.5;
        QTest::newRow("minus") << int(Qt::Key_Minus) << 0.0 << 0.0 << 1 / 1.5;
    }
    void keys_move_and_scale() {
        QFETCH(int, key);
        QFETCH(double, east);
        QFETCH(double, north);
        QFETCH(double, larger);
        MapCanvas canvas;
        show(canvas);
        const View before = canvas.view();
        QTest::keyClick(&canvas, static_cast<Qt::Key>(key));
        const View& after = canvas.view();
        const auto sign = [](double value) { return value > 1 ? 1.0 : value < -1 ? -1.0 : 0.0; };
        QCOMPARE(sign(after.centre.x - before.centre.x), east);
        QCOMPARE(sign(after.centre.y - before.centre.y), north);
        QVERIFY(std::abs(before.metresPerPixel / after.metresPerPixel - larger) < 1e-9);
    }

    void the_scale_stays_within_limits() {
        MapCanvas canvas;
        show(canvas);
        for (int i = 0; i < 200; ++i)
            canvas.zoomIn();
        QVERIFY(canvas.view().metresPerPixel >= 0.2);
        for (int i = 0; i < 400; ++i)
            canvas.zoomOut();
        QVERIFY(canvas.view().metresPerPixel <= 20'000);
    }

    void pictures_are_requested_while_the_map_moves() {
        MapCanvas canvas;
        show(canvas);
        QSignalSpy requested(&canvas, &MapCanvas::pictureRequested);
        wheel(canvas, {100, 100}, 120);
        QVERIFY(requested.wait(2000));
        const auto request = requested.last().front().value<PictureRequest>();
        QVERIFY(request.view == canvas.view());
        QVERIFY(request.size.width() > canvas.width()); // with a margin to move into
    }

    void a_marker_is_clicked_instead_of_the_map() {
        MapCanvas canvas;
        show(canvas);
        const geometry::Point at = canvas.view().toMercator({200, 200}, canvas.size());
        canvas.setMarkers({{at, QStringLiteral("1"), 7}});
        QSignalSpy marker(&canvas, &MapCanvas::markerClicked), map(&canvas, &MapCanvas::clicked);
        QTest::mouseClick(&canvas, Qt::LeftButton, {}, {203, 198});
        QCOMPARE(marker.count(), 1);
        QCOMPARE(marker.front().front().toInt(), 7);
        QCOMPARE(map.count(), 0);
    }
};

} // namespace terroir::viewer

using terroir::viewer::TestMapCanvas;
TERROIR_VIEWER_TEST_MAIN(TestMapCanvas)
#include "test_map_canvas.moc"

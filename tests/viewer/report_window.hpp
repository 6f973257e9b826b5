#pragma once

#include "core/extract/review.hpp"
#include "plugin/viewer/main_window.hpp"
#include "plugin/viewer/report_pane.hpp"
#include "plugin/viewer/report_text.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <string>

namespace terroir::viewer {

inline constexpr int patienceMs = 60'000;

inline constexpr const char* report =
    "UBND HUYỆN TAM ĐƯỜNG\nSố: 31/BC-UBND\nTam Đường, ngày 12 tháng 10 năm 2023\nBÁO CÁO\n"
    "Xã Bản Bo, xã Khun Há có 5 mô hình khuyến nông. Xã Tả Lèng có 7 cơ sở chăn nuôi.\n"
    "Xã Sơn Bình có 9 nhiệm vụ khoa học và công nghệ.\n"
    "Hợp tác xã Hương Trà trồng chè Kim Tuyên từ nhiều năm nay.\n";

template <typename W>
W* find(QWidget& parent, const char* name) {
    return parent.findChild<W*>(QLatin1String(name));
}

/// A window with the report in it.
class OpenWindow {
public:
    explicit OpenWindow(Language language = Language::English) : sandbox(language) {
        if (!sandbox.open())
            return;
        window = std::make_unique<MainWindow>(sandbox.desk());
        window->resize(1366, 768);
        window->show();
        m_isReady = QTest::qWaitForWindowExposed(window.get());
    }
    bool isReady() const { return m_isReady; }

    bool read(const QByteArray& text = report, const QString& name = QStringLiteral("bc.txt")) {
        pane().open({toPath(sandbox.write(name, text)), {}});
        return waitForReport();
    }
    bool waitForReport() {
        return QTest::qWaitFor([this] { return pane().isOpen(); }, patienceMs) &&
               sandbox.waitForJobs() && waitForWorker();
    }
    /// Until what was asked of the map's thread is answered.
    bool waitForWorker() {
        auto isDone = std::make_shared<bool>(false);
        sandbox.desk().worker().run([isDone](workspace::Workspace&) {
            QMetaObject::invokeMethod(
                qApp, [isDone] { *isDone = true; }, Qt::QueuedConnection);
        });
        return QTest::qWaitFor([isDone] { return *isDone; }, patienceMs);
    }
    bool waitUntilStored() {
        return QTest::qWaitFor([this] { return pane().rows().unstored() == 0; }, patienceMs) &&
               sandbox.waitForJobs();
    }

    ReportPane& pane() { return window->report(); }
    const ReportRows::Rows& rows() { return pane().rows().rows(); }
    QTableView& view() { return *find<QTableView>(*window, "proposals"); }
    ReportText& text() { return *find<ReportText>(*window, "reportText"); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&view(), Qt::Key(key), modifiers);
    }
    void click(const char* action) {
        for (QToolButton* button : window->findChildren<QToolButton*>())
            if (button->defaultAction() != nullptr &&
                button->defaultAction()->objectName() == QLatin1String(action))
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(action);
    }
    QString counts() { return find<QLabel>(*window, "reportCounts")->text(); }
    QString remarks() { return find<QLabel>(*window, "reportRemarks")->text(); }
    QString cell(int row, int column) {
        return view().model()->index(row, column).data().toString();
    }
    std::string cellAt(std::size_t row, const char* column) {
        return std::string(extract::cellOf(rows()[row]->cells, column));
    }
    QDialog* form() { return find<QDialog>(*window, "reportRowDialog"); }
    void undo() { find<QAction>(*window, "undo")->trigger(); }

    Sandbox sandbox;
    std::unique_ptr<MainWindow> window;

private:
    bool m_isReady = false;
};

} // namespace terroir::viewer

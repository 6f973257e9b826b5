// How the viewer feels: from the start of the process to the first drawn map, the memory it takes,
// and the frames while a map is moved and enlarged.
//
//   bench_viewer WORKSPACE [THEME] [WIDTHxHEIGHT]
//
// Frames are what the person sees: from the event that moves the map to the end of its painting.
// For all communes of the country, import their polygons into the workspace first.

#include "core/base/language.hpp"
#include "core/figures/theme_figures.hpp"
#include "plugin/viewer/main_window.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

namespace {

using namespace terroir;
using namespace terroir::viewer;

/// Seconds since the process was started, by the kernel's clock (to a hundredth).
double sinceStart() {
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    text.erase(0, text.rfind(')') + 2);
    std::vector<std::string> fields;
    std::string field;
    for (const char c : text)
        if (c == ' ')
            fields.push_back(std::exchange(field, {}));
        else
            field += c;
    const double started = std::stod(fields.at(19)) / double(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9 - started;
}

double megabytes(const char* key) {
    std::ifstream file("/proc/self/status");
    std::string line;
    while (std::getline(file, line))
        if (line.starts_with(key))
            return std::stod(line.substr(line.find_first_of("0123456789"))) / 1024;
    return 0;
}

double quantile(std::vector<double> values, double q) {
    std::sort(values.begin(), values.end());
    return values.empty()
               ? 0
               : values[std::min(values.size() - 1, std::size_t(q * double(values.size())))];
}

bool waitForPicture(MapPane& map, int timeoutMs = 60000) {
    bool shown = false;
    const auto connection =
        QObject::connect(&map, &MapPane::pictureShown, [&shown] { shown = true; });
    const bool came = QTest::qWaitFor([&shown] { return shown; }, timeoutMs);
    QObject::disconnect(connection);
    return came;
}

/// One gesture of `count` events sixty times a second; the time that each takes until it is
/// painted, in milliseconds.
std::vector<double> framesOf(MapCanvas& canvas, int count, const std::function<void(int)>& send) {
    std::vector<double> frames;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer timer;
        timer.start();
        send(i);
        canvas.repaint();
        QCoreApplication::processEvents();
        const double ms = double(timer.nsecsElapsed()) / 1e6;
        frames.push_back(ms);
        if (ms < 16.6)
            QThread::usleep(static_cast<unsigned long>((16.6 - ms) * 1000));
    }
    return frames;
}

void report(const char* what, const std::vector<double>& frames) {
    fmt::print("{:<34} p50 {:6.2f} ms   p95 {:6.2f} ms   max {:6.2f} ms   ({} frames)\n", what,
               quantile(frames, 0.5), quantile(frames, 0.95), quantile(frames, 1), frames.size());
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "Usage: bench_viewer WORKSPACE [THEME] [WIDTHxHEIGHT]\n");
        return 2;
    }
    QStandardPaths::setTestModeEnabled(true);
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("terroir-bench"));
    Desk desk(Language::Vietnamese);
    MainWindow window(desk);
    MainWindow::Start start;
    start.theme = argc > 2 ? QString::fromUtf8(argv[2]) : QStringLiteral("livestock");
    if (start.theme.endsWith(QLatin1String("@country"))) {
        start.theme.chop(8);
        start.within = QStringLiteral("country");
        start.asOf = QStringLiteral("2025-07-01");
    }
    window.setStart(start);
    desk.open(argv[1]);
    QSize size(1366, 768);
    if (argc > 3)
        std::sscanf(argv[3], "%dx%d", &size.rwidth(), &size.rheight());
    window.resize(size);
    window.show();
    if (!waitForPicture(window.mapArea())) {
        fmt::print(stderr, "There was no picture within a minute.\n");
        return 1;
    }
    window.mapArea().canvas(0).repaint();
    fmt::print("start to first drawn map             {:.2f} s, {:.0f} MB resident\n", sinceStart(),
               megabytes("VmRSS:"));

    MapCanvas& canvas = window.mapArea().canvas(0);
    const QPointF middle(canvas.width() / 2.0, canvas.height() / 2.0);
    const auto wheel = [&](int delta) {
        QWheelEvent event(middle, canvas.mapToGlobal(middle), {}, {0, delta}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &event);
    };
    fmt::print("canvas {}x{}, {} units\n", canvas.width(), canvas.height(),
               desk.figures(0)->evaluated.units.size());
    report("enlarge, 2.5 s", framesOf(canvas, 150, [&](int) { wheel(12); }));
    QTest::mousePress(&canvas, Qt::LeftButton, {}, middle.toPoint());
    report("move, 5 s", framesOf(canvas, 300, [&](int i) {
               const QPoint at = middle.toPoint() + QPoint(int(200 * std::sin(i / 20.0)),
                                                           int(150 * std::cos(i / 17.0)));
               QTest::mouseMove(&canvas, at, 0);
           }));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, middle.toPoint());
    report("reduce, 2.5 s", framesOf(canvas, 150, [&](int) { wheel(-12); }));

    std::vector<double> pictures;
    for (int i = 0; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        desk.worker().requestPicture(0, canvas.pictureRequest());
        waitForPicture(window.mapArea());
        pictures.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    report("a picture of the whole map", pictures);
    fmt::print("memory at the end                    {:.0f} MB resident, {:.0f} MB peak\n",
               megabytes("VmRSS:"), megabytes("VmHWM:"));
    return 0;
}

#pragma once

#include "core/theme/read_theme.hpp"
#include "core/workspace/new_workspace.hpp"
#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/strings.hpp"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace terroir::viewer::testing {

inline constexpr int longestWaitMs = 30'000;

/// A workspace of the packaged data in a folder of the test's own, made once per test program.
inline std::filesystem::path packagedWorkspace() {
    static const QTemporaryDir folder;
    static const std::filesystem::path file = [] {
        QStandardPaths::setTestModeEnabled(true);
        const std::filesystem::path made = toPath(folder.filePath(QStringLiteral("t.sqlite")));
        workspace::makeWorkspace(made, TERROIR_SOURCE_DIR "/data", true);
        return made;
    }();
    return file;
}

/// A desk that has the packaged workspace open and shows a theme.
class OpenDesk {
public:
    explicit OpenDesk(const char* theme, theme::Settings settings = {},
                      Language language = Language::English)
        : desk(language) {
        QSignalSpy contents(&desk, &Desk::contentsChanged);
        desk.open(packagedWorkspace());
        QVERIFY(contents.wait(longestWaitMs));
        show(theme, std::move(settings));
    }

    void show(const char* theme, theme::Settings settings = {}) {
        QSignalSpy figures(&desk, &Desk::figuresChanged);
        desk.startWith({theme::findTheme(desk.themes(), theme), std::move(settings)});
        QVERIFY(figures.wait(longestWaitMs));
    }

    gazetteer::UnitIndex unit(const char* uid) const {
        return desk.contents()->gazetteer->find(uid);
    }
    /// The uid of the selected unit; empty for none.
    QString selected() const {
        const gazetteer::UnitIndex unit = desk.selectedUnit();
        return unit == gazetteer::noUnit ? QString()
                                         : toQString(desk.contents()->gazetteer->unit(unit).uid);
    }

    Desk desk;
};

} // namespace terroir::viewer::testing

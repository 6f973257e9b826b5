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

/// A workbench that has the packaged workspace open and shows a theme.
class OpenDesk {
public:
    explicit OpenDesk(const char* theme, theme::Settings settings = {},
                      Language language = Language::English)
        : workbench(language) {
        QSignalSpy contents(&workbench, &Desk::contentsChanged);
        workbench.open(packagedWorkspace());
        QVERIFY(contents.wait(longestWaitMs));
        show(theme, std::move(settings));
    }

    void show(const char* theme, theme::Settings settings = {}) {
        QSignalSpy figures(&workbench, &Desk::figuresChanged);
        workbench.startWith({theme::findTheme(workbench.themes(), theme), std::move(settings)});
        QVERIFY(figures.wait(longestWaitMs));
    }

    gazetteer::UnitIndex unit(const char* uid) const {
        return workbench.contents()->gazetteer->find(uid);
    }
    /// The uid of the selected unit; empty for none.
    QString selected() const {
        const gazetteer::UnitIndex unit = workbench.selectedUnit();
        return unit == gazetteer::noUnit
                   ? QString()
                   : toQString(workbench.contents()->gazetteer->unit(unit).uid);
    }

    Desk workbench;
};

} // namespace terroir::viewer::testing

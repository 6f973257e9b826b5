#include "core/store/change_recorder.hpp"
#include "core/workspace/table_import.hpp"
#include "plugin/viewer/strings.hpp"
#include "tests/viewer/sandbox.hpp"

#include <QApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <unistd.h>

#include <cstdio>

namespace terroir::viewer {

namespace {

constexpr int patienceMs = 60'000;
constexpr int rows = 400;

records::ImportOptions trialOptions() {
    records::ImportOptions options;
    options.kind = "trial";
    options.source.id = "bang";
    options.source.title = "Bảng";
    options.source.territory = "tỉnh Lai Châu";
    return options;
}

/// What the child does: everything of an import but the commit, then it waits to be killed.
/// `spills`: SQLite has written into the file already, the old pages are in its journal.
[[noreturn]] void importAndWait(const QString& file, const QString& table, bool spills) {
    workspace::Workspace workspace(toPath(file), store::Mode::ReadWrite, store::Spatial::Yes);
    store::Database& database = workspace.file().database();
    database.execute(spills ? "PRAGMA cache_size=5" : "PRAGMA cache_spill=OFF");
    if (spills)
        database.execute("PRAGMA cache_spill=5"); // more changes than stay in memory
    const store::ChangeRecorder recorder(database);
    const workspace::TableImport taken =
        workspace::readImport(readCsv(toPath(table)), trialOptions(), workspace);
    workspace::storeImport(taken, workspace, [] {
        std::puts("in the middle");
        std::fflush(stdout);
        for (;;)
            ::pause();
    });
    std::exit(1);
}

std::vector<std::string> idsIn(const QString& file) {
    workspace::Workspace workspace(toPath(file), store::Mode::ReadOnly);
    std::vector<std::string> ids;
    for (const records::Record& record : workspace.records())
        ids.push_back(record.id);
    return ids;
}

} // namespace

class KilledImportTest final : public QObject {
    Q_OBJECT
private slots:
    void the_workspace_opens_again_with_all_that_it_had_data() {
        QTest::addColumn<QString>("how");
        QTest::newRow("nothing is in the file yet") << "kept";
        QTest::newRow("half of it is in the file") << "spilt";
    }
    void the_workspace_opens_again_with_all_that_it_had() {
        QFETCH(QString, how);
        const Sandbox sandbox;
        const QString opened = sandbox.path(QStringLiteral("terroir.sqlite"));
        QByteArray table = "Cây trồng,Xã,Huyện,Tỉnh,Diện tích (ha)\n";
        for (int i = 0; i < rows; ++i)
            table += "Lúa " + QByteArray::number(i) + ",Bản Bo,Tam Đường,Lai Châu,1\n";
        const QString file = sandbox.write(QStringLiteral("t.csv"), table);
        const std::vector<std::string> before = idsIn(opened);
        const QByteArray bytesBefore = contentOf(opened);

        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--import"), opened, file, how});
        QVERIFY(child.waitForReadyRead(patienceMs));
        QCOMPARE(child.readAllStandardOutput().trimmed(), QByteArray("in the middle"));
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished(patienceMs));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QCOMPARE(contentOf(opened) != bytesBefore, how == QLatin1String("spilt"));

        QVERIFY(idsIn(opened) == before);
        workspace::Workspace workspace(toPath(opened), store::Mode::ReadWrite, store::Spatial::Yes);
        QVERIFY(!records::hasSource(workspace.file(), "bang"));
        QCOMPARE(workspace.file().database().queryText("PRAGMA integrity_check").value_or(""),
                 std::string("ok"));
        // And the import can be done after all.
        workspace::storeImport(
            workspace::readImport(readCsv(toPath(file)), trialOptions(), workspace), workspace);
        QCOMPARE(workspace.records().size(), before.size() + rows);
    }
};

} // namespace terroir::viewer

int main(int argc, char** argv) {
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == QLatin1String("--import"))
        terroir::viewer::importAndWait(arguments[2], arguments[3],
                                       arguments[4] == QLatin1String("spilt"));
    terroir::viewer::KilledImportTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_killed_import.moc"

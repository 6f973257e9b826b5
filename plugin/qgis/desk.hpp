#pragma once

#include "core/base/date.hpp"
#include "core/records/records_by_unit.hpp"
#include "core/search/search_index.hpp"
#include "core/theme/theme.hpp"
#include "core/workspace/snapshot.hpp"
#include "plugin/qgis/job.hpp"

#include <QObject>
#include <qgis.h>

#include <filesystem>
#include <memory>
#include <vector>

class QgisInterface;

namespace terroir::qgis {

/// What is in the open workspace, with what finds things in it. Immutable; read by every thread.
struct Library {
    workspace::SnapshotPtr contents;
    std::shared_ptr<const geocode::Geocoder> geocoder;
    std::shared_ptr<const search::SearchIndex> search;
    std::shared_ptr<const records::RecordsByUnit> places;
};
using LibraryPtr = std::shared_ptr<const Library>;

/// What the plugin's windows are about: the open workspace, the day whose units are meant, the
/// themes, the unit that is looked at. They tell it what a person wants and follow its signals.
/// Lives on the GUI thread.
class Desk final : public QObject {
    Q_OBJECT
public:
    explicit Desk(QgisInterface& qgis, QObject* parent = nullptr);

    QgisInterface& qgis() { return m_qgis; }
    Jobs& jobs() { return m_jobs; }

    // The workspace. `file` is chosen for the next start of QGIS, too, once it could be opened.
    void open(const std::filesystem::path& file);
    /// From the packaged data, then opens it.
    void create(const std::filesystem::path& file, bool replace);
    /// Null before one is open.
    const LibraryPtr& library() const { return m_library; }
    /// Runs `edit` with a workspace open for writing, on another thread; then reads again.
    /// Everything or nothing is up to `edit`. When that fails it is said, nothing has changed, and
    /// `failed` is called.
    void edit(const QString& title,
              std::function<void(workspace::Workspace&, const Progress&)> edit,
              std::function<void()> failed = {});
    /// Reads the open workspace again: another program may have written into it.
    void readAnew();

    /// The day whose units are looked for and shown.
    Date asOf() const { return m_asOf; }
    void setAsOf(Date day);

    /// Packaged ones and one's own.
    const std::vector<theme::Theme>& themes() const { return m_themes; }
    void readThemes();

    /// The unit whose records are shown; empty: none. A uid, for it outlives the library.
    const std::string& selectedUnit() const { return m_selectedUnit; }
    void selectUnit(const std::string& uid);
    /// Records to show together, of a product, a holder or a document; by index.
    void selectRecords(const QString& title, std::vector<std::size_t> records);

    /// Into QGIS's message bar and log.
    void say(const QString& sentence, Qgis::MessageLevel level = Qgis::MessageLevel::Info);

signals:
    /// Another workspace, or the same after an edit.
    void libraryChanged();
    void asOfChanged();
    void themesChanged();
    void unitSelected(const QString& uid);
    void recordsSelected(const QString& title, const std::vector<std::size_t>& records);

private:
    /// A library that was read for the file that is wanted now; what was asked for before it and
    /// came later is not shown, but read again.
    void take(const std::filesystem::path& file, int request, const LibraryPtr& library);

    QgisInterface& m_qgis;
    LibraryPtr m_library;
    std::filesystem::path m_wanted; ///< the workspace that was asked for last
    int m_requests = 0;             ///< so many libraries were asked for
    int m_taken = 0;                ///< the request of m_library
    Date m_asOf = Date::today();
    std::vector<theme::Theme> m_themes;
    std::string m_selectedUnit;
    Jobs m_jobs; ///< last: its jobs end before the rest goes
};

} // namespace terroir::qgis

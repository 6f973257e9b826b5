#include "core/workspace/new_workspace.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_place.hpp"
#include "core/records/packaged.hpp"
#include "core/store/workspace_file.hpp"

namespace terroir::workspace {

namespace {

void report(const Progress& progress, double share, const LocalText& what) {
    if (progress && !progress(share, what))
        throw Error(localText("Không gian làm việc chưa được tạo; tệp vẫn như cũ.",
                              "The workspace was not made; the file is as it was."));
}

void addRecords(store::WorkspaceFile& workspace, const std::filesystem::path& data,
                NewWorkspace& counts) {
    const auto gazetteer = gazetteer::Gazetteer::load(workspace);
    const geocode::Geocoder geocoder(gazetteer);
    store::Transaction transaction(workspace.database());
    const records::Packaged loaded = records::loadPackaged(workspace, data, geocoder, gazetteer);
    transaction.commit();
    counts.sources = loaded.sources.size();
    counts.records = loaded.records.size();
    counts.doubtful = loaded.doubtful.size();
}

} // namespace

NewWorkspace makeWorkspace(const std::filesystem::path& file,
                           const std::filesystem::path& dataFolder, bool withRecords,
                           const Progress& progress) {
    requireRoomBehind(file, "-journal");
    NewWorkspace counts;
    report(progress, 0, {"đơn vị hành chính", "units"});
    store::WorkspaceFile workspace = store::WorkspaceFile::create(file);
    counts.built = gazetteer::buildFromData(workspace, dataFolder);
    report(progress, 0.6, {"bản ghi", "records"});
    if (withRecords)
        addRecords(workspace, dataFolder, counts);
    report(progress, 1, {"bản ghi", "records"});
    return counts;
}

} // namespace terroir::workspace

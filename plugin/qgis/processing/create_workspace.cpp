#include "core/base/folders.hpp"
#include "core/base/local_text.hpp"
#include "core/base/output_file.hpp"
#include "core/workspace/new_workspace.hpp"
#include "core/workspace/own_work.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsprocessingfeedback.h>

#include <filesystem>

namespace terroir::qgis {

namespace {

namespace fs = std::filesystem;

const QString withRecords = QStringLiteral("RECORDS");
const QString discard = QStringLiteral("DISCARD");

class CreateWorkspaceAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new CreateWorkspaceAlgorithm; }

    void initAlgorithm(const QVariantMap&) override {
        add(new QgsProcessingParameterBoolean(
                withRecords, said("Cùng số liệu có sẵn", "With the packaged records"), true),
            said("Không chọn: chỉ danh mục hành chính.", "When it is off, the gazetteer alone."));
        addAdvanced(
            new QgsProcessingParameterBoolean(
                discard,
                said("Bỏ dữ liệu tự nhập trong tệp cũ", "Discard own work in the old file"), false),
            said("Tệp đã có số liệu, ranh giới hay địa danh do người dùng xác nhận chỉ bị thay khi "
                 "chọn "
                 "mục này.",
                 "A file that holds imported records, boundaries or decisions is replaced only "
                 "with this."));
        add(new QgsProcessingParameterFileDestination(
                outputName, said("Không gian làm việc", "Workspace"),
                said("Không gian làm việc terroir (*.sqlite)", "terroir workspaces (*.sqlite)")),
            said("Tệp SpatiaLite mới; tệp chỉ có dữ liệu có sẵn thì được thay.",
                 "The new SpatiaLite file; one that holds packaged data only is replaced."));
        addNumberOutput("UNITS", "số đơn vị hành chính", "administrative units");
        addNumberOutput("RECORD_COUNT", "số bản ghi", "records");
    }

protected:
    const AlgorithmSheet& sheet() const override {
        static const AlgorithmSheet sheet = {
            "createworkspace",
            AlgorithmSheet::Workspace,
            {"Tạo không gian làm việc", "Create a workspace"},
            {"Tạo tệp dữ liệu của terroir từ danh mục hành chính có ngày và các số liệu đi kèm, "
             "để nhập thêm số liệu, ranh giới và xác nhận địa danh.",
             "Makes terroir's data file from the dated gazetteer and the packaged records, to "
             "take in own records, boundaries and decisions."},
            "OUTPUT=lai-chau.sqlite",
            "không gian làm việc,tạo,workspace,create,spatialite"};
        return sheet;
    }

    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override {
        const QString destination = parameterAsFileOutput(parameters, outputName, context);
        const fs::path file = fromQt(destination), data = dataFolder({});
        std::error_code ignored;
        if (fs::exists(file, ignored) && !parameterAsBool(parameters, discard, context))
            refuseToLose(file, data);
        OutputFile target(file, Overwrite::Allow);
        workspace::NewWorkspace made;
        writeAside(target, [&](const fs::path& aside) {
            made = workspace::makeWorkspace(aside, data,
                                            parameterAsBool(parameters, withRecords, context),
                                            progressOf(feedback));
        });
        feedback.pushInfo(
            said("%1 đơn vị, %2 bản ghi từ %3 tài liệu.", "%1 units, %2 records from %3 documents.")
                .arg(made.built.units)
                .arg(made.records)
                .arg(made.sources));
        return {{outputName, destination},
                {QStringLiteral("UNITS"), qulonglong(made.built.units)},
                {QStringLiteral("RECORD_COUNT"), qulonglong(made.records)}};
    }

private:
    static void refuseToLose(const fs::path& file, const fs::path& data) {
        const std::string own = workspace::ownWorkIn(file, data, words());
        if (!own.empty())
            throw InputError(localText(
                "'{}' có {}; tệp được giữ nguyên. Chọn tệp khác, hoặc DISCARD để bỏ.",
                "'{}' holds {}; it is left as it is. Choose another file, or DISCARD to give "
                "that up.",
                file.string(), own));
    }
};

} // namespace

QgsProcessingAlgorithm* makeCreateWorkspaceAlgorithm() {
    return new CreateWorkspaceAlgorithm;
}

} // namespace terroir::qgis

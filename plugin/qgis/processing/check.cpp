#include "core/records/check.hpp"

#include "core/records/accepted_findings.hpp"
#include "plugin/qgis/processing/algorithms.hpp"
#include "plugin/qgis/processing/documented_algorithm.hpp"
#include "plugin/qgis/processing/parameter_names.hpp"
#include "plugin/qgis/text.hpp"

#include <qgsprocessingfeedback.h>

#include <algorithm>

namespace terroir::qgis {

namespace {

const QString all = QStringLiteral("ALL");

class CheckAlgorithm final : public DocumentedAlgorithm {
public:
    QgsProcessingAlgorithm* createInstance() const override { return new CheckAlgorithm; }

    void initAlgorithm(const QVariantMap&) override {
        addWorkspace();
        add(new QgsProcessingParameterBoolean(
                all, said("Cả những điều chỉ để biết", "Also what is only good to know"), false),
            said("Ghi cả mức info vào bảng.", "Puts the severity info into the table, too."));
        add(new QgsProcessingParameterFeatureSink(
                outputName, said("Những điều cần xem", "Findings"), compat::anyVector),
            said("Một dòng một điều: severity (error, warning, info), rule, record, sentence, key.",
                 "A row for each: severity (error, warning, info), rule, record, sentence, key."));
        addNumberOutput("ERRORS", "số lỗi", "number of errors");
        addNumberOutput("WARNINGS", "số cảnh báo", "number of warnings");
        addNumberOutput("INFOS", "số điều cần biết", "number of things good to know");
    }

protected:
    const AlgorithmSheet& sheet() const override {
        static const AlgorithmSheet sheet = {
            "check",
            AlgorithmSheet::Workspace,
            {"Soát số liệu", "Check the records"},
            {"Tìm trong không gian làm việc: tổng, tỷ lệ, danh sách không khớp, bản ghi trùng, giá "
             "trị vô lý, địa danh ngoài địa bàn, địa danh chưa rõ. Những điều đã chấp nhận "
             "(terroir "
             "check --accept) không hiện.",
             "Looks in the workspace for totals, shares and lists that do not fit, duplicates, "
             "impossible values, places outside their area, places that are not settled. What was "
             "accepted (terroir check --accept) is left out."},
            "OUTPUT=can-xem.csv",
            "soát,kiểm tra,trùng,tổng,check,duplicates,totals,quality"};
        return sheet;
    }

    QVariantMap run(const QVariantMap& parameters, QgsProcessingContext& context,
                    QgsProcessingFeedback& feedback) override {
        const auto workspace = openToRead(parameters, context, feedback);
        std::vector<Issue> findings = records::check(workspace->records(), workspace->sources(),
                                                     workspace->geocoder(), workspace->gazetteer());
        records::checkGround(workspace->file(), workspace->records(), findings);
        records::removeAccepted(findings, records::loadAcceptedFindings(workspace->file()));
        const auto count = [&](Severity severity) {
            return qlonglong(
                std::count_if(findings.begin(), findings.end(),
                              [&](const Issue& finding) { return finding.severity == severity; }));
        };
        const qlonglong errors = count(Severity::Error), warnings = count(Severity::Warning),
                        infos = count(Severity::Info);
        feedback.pushInfo(said("%1 lỗi, %2 cảnh báo, %3 điều cần biết.",
                               "%1 errors, %2 warnings, %3 good to know.")
                              .arg(errors)
                              .arg(warnings)
                              .arg(infos));
        const bool withInfos = parameterAsBool(parameters, all, context);
        if (!withInfos)
            std::erase_if(findings,
                          [](const Issue& one) { return one.severity == Severity::Info; });
        const Table table = records::findingRows(findings, words().language());
        return {{outputName, writeTable(parameters, outputName, context, table)},
                {QStringLiteral("ERRORS"), errors},
                {QStringLiteral("WARNINGS"), warnings},
                {QStringLiteral("INFOS"), infos}};
    }
};

} // namespace

QgsProcessingAlgorithm* makeCheckAlgorithm() {
    return new CheckAlgorithm;
}

} // namespace terroir::qgis

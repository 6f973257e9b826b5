#pragma once

#include "core/base/date.hpp"
#include "core/gazetteer/gazetteer.hpp"
#include "plugin/qgis/processing/algorithm.hpp"
#include "plugin/qgis/processing/choice_parameter.hpp"
#include "plugin/qgis/processing/result_sink.hpp"

#include <qgsprocessingparameters.h>

#include <memory>
#include <optional>
#include <string>

namespace terroir::qgis {

/// What an algorithm says about itself.
struct AlgorithmSheet {
    enum Group { Places, Figures, Themes, Workspace };
    const char* id;
    Group group;
    LocalText name;
    LocalText purpose;   ///< sentences; a line break makes a paragraph
    const char* example; ///< parameters of `qgis_process run terroir:ID --`
    const char* tags;    ///< separated by commas, Vietnamese and English
};

/// An algorithm whose help is made of its sheet and of what its parameters say about themselves, so
/// that none is forgotten.
class DocumentedAlgorithm : public Algorithm {
public:
    QString name() const final;
    QString displayName() const final;
    QString group() const final;
    QString groupId() const final;
    QStringList tags() const final;
    QString shortHelpString() const final;
    /// Takes days as session::parseDayText() does, and says of days and choices what may stand
    /// there.
    bool checkParameterValues(const QVariantMap& parameters, QgsProcessingContext& context,
                              QString* problem = nullptr) const override;

protected:
    virtual const AlgorithmSheet& sheet() const = 0;

    /// Adds a parameter that says what it is for.
    void add(QgsProcessingParameterDefinition* parameter, const QString& help);
    /// The same, among those that are folded away in the dialog.
    void addAdvanced(QgsProcessingParameterDefinition* parameter, const QString& help);
    // Parameters that mean the same wherever they are.
    void addLevel(const QString& defaultLevel); ///< empty: optional, any level
    void addAsOf();
    void addWithin();
    void addKind(bool isOptional);
    void addNumberOutput(const char* name, const char* vi, const char* en);

    /// The optional parameter WORKSPACE, with its help.
    void addWorkspace();
    /// The same, where something is written into it.
    void addWorkspaceToWrite();

    std::string text(const QVariantMap& parameters, const QString& name,
                     QgsProcessingContext& context) const;
    /// The id of a ChoiceParameter that is chosen; empty: none.
    QString chosen(const QVariantMap& parameters, const QString& name,
                   QgsProcessingContext& context) const;
    QStringList allChosen(const QVariantMap& parameters, const QString& name,
                          QgsProcessingContext& context) const;
    std::optional<Date> day(const QVariantMap& parameters, const QString& name,
                            QgsProcessingContext& context);
    /// AS_OF, else today.
    Date asOf(const QVariantMap& parameters, QgsProcessingContext& context);
    /// UsageError for a day before the list of units begins.
    static void requireListed(Date date);
    /// UsageError for a level that does not exist on the day: districts since 2025-07-01.
    static void requireUnits(const gazetteer::Gazetteer& gazetteer, gazetteer::Level level,
                             Date date);
    std::optional<gazetteer::Level> level(const QVariantMap& parameters,
                                          QgsProcessingContext& context) const;
    /// WITHIN as a unit; noUnit when it is empty.
    gazetteer::UnitIndex within(const QVariantMap& parameters, QgsProcessingContext& context,
                                workspace::Workspace& workspace, Date asOf) const;
    /// Error when there is no such layer.
    std::unique_ptr<QgsProcessingFeatureSource>
    source(const QVariantMap& parameters, const QString& name, QgsProcessingContext& context) const;
    /// An empty one for an optional output that is not asked for; Error for a place that cannot be
    /// written. A table of its own keys: what stood in a column `fid` may stand there twice now.
    ResultSink sink(const QVariantMap& parameters, const QString& name,
                    QgsProcessingContext& context, const QgsFields& fields,
                    compat::Wkb geometry = compat::noGeometry,
                    const QgsCoordinateReferenceSystem& crs = {}) const;
    /// A whole table into an output; see fieldsOf().
    QString writeTable(const QVariantMap& parameters, const QString& name,
                       QgsProcessingContext& context, const Table& table,
                       const QStringList& numbers = {}) const;
};

/// Into the results, unless the output was not asked for.
inline void insertGiven(QVariantMap& results, const QString& name, const QString& destination) {
    if (!destination.isEmpty())
        results.insert(name, destination);
}

} // namespace terroir::qgis

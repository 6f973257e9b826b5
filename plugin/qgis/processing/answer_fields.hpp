#pragma once

#include "core/geocode/answer_columns.hpp"

#include <QStringList>
#include <qgsattributes.h>
#include <qgsfields.h>

namespace terroir::qgis {

/// The fields of an answer after those of the input, with numbers as numbers and days as days.
class AnswerFields {
public:
    /// `sharesAreNumbers`: each row speaks of one unit, so its share is one number.
    AnswerFields(const QgsFields& input, const geocode::Cells& header, bool sharesAreNumbers,
                 bool withBoundary);

    const QgsFields& all() const { return m_all; }
    /// "status is written to status_2", where the input has such a field.
    const QStringList& renamed() const { return m_renamed; }
    QgsAttributes attributes(const QgsAttributes& input, const geocode::Cells& cells,
                             const QVariant& boundary) const;

private:
    enum class Kind { Text, Number, Whole, Day, Share, Estimated, Boundary };
    struct Column {
        Kind kind;
        std::size_t cell;
    };
    void add(const char* name, Kind kind, std::size_t cell = 0);

    QgsFields m_all;
    int m_inputCount;
    std::vector<Column> m_columns;
    QStringList m_renamed;
};

} // namespace terroir::qgis

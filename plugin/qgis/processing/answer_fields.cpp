#include "plugin/qgis/processing/answer_fields.hpp"

#include "plugin/qgis/compat.hpp"
#include "plugin/qgis/speech.hpp"
#include "plugin/qgis/text.hpp"

#include <QDate>

namespace terroir::qgis {

namespace {

bool isEstimate(const std::string& share) {
    return share.starts_with('~');
}

QVariant numberOf(const std::string& text) {
    bool isNumber = false;
    const double number = toQt(text).toDouble(&isNumber);
    return isNumber ? QVariant(number) : QVariant();
}

QVariant dayOf(const std::string& text) {
    const QDate day = QDate::fromString(toQt(text), Qt::ISODate);
    return day.isValid() ? QVariant(day) : QVariant();
}

} // namespace

AnswerFields::AnswerFields(const QgsFields& input, const geocode::Cells& header,
                           bool sharesAreNumbers, bool withBoundary)
    : m_all(input), m_inputCount(input.count()) {
    for (std::size_t cell = 0; cell < header.size(); ++cell) {
        const std::string& name = header[cell];
        if (name == "share" && sharesAreNumbers) {
            add("share", Kind::Share, cell);
            add("share_estimated", Kind::Estimated, cell);
        } else {
            add(name.c_str(),
                name == "score" ? Kind::Number
                : name == "start" || name == "end" || name == "line" || name == "group"
                    ? Kind::Whole
                : name == "valid_from" || name == "valid_to" ? Kind::Day
                                                             : Kind::Text,
                cell);
        }
    }
    if (withBoundary)
        add("boundary", Kind::Boundary);
}

/// Names of fields differ by more than case in most formats.
void AnswerFields::add(const char* name, Kind kind, std::size_t cell) {
    const QString wanted = QString::fromLatin1(name);
    QString free = wanted;
    for (int n = 2; m_all.lookupField(free) >= 0; ++n)
        free = QStringLiteral("%1_%2").arg(wanted).arg(n);
    if (free != wanted)
        m_renamed.append(said("Lớp vào đã có trường '%1': kết quả ghi vào '%2'.",
                              "The input has a field '%1': the answer is in '%2'.")
                             .arg(wanted, free));
    switch (kind) {
    case Kind::Number:
    case Kind::Share:
        m_all.append(compat::realField(free));
        break;
    case Kind::Whole:
        m_all.append(compat::wholeField(free));
        break;
    case Kind::Day:
        m_all.append(compat::dateField(free));
        break;
    case Kind::Estimated:
        m_all.append(compat::yesNoField(free));
        break;
    default:
        m_all.append(compat::textField(free));
    }
    m_columns.push_back({kind, cell});
}

QgsAttributes AnswerFields::attributes(const QgsAttributes& input, const geocode::Cells& cells,
                                       const QVariant& boundary) const {
    QgsAttributes all = input;
    all.resize(m_inputCount);
    all.reserve(m_all.count());
    for (const Column& column : m_columns) {
        const std::string& cell = cells[column.cell];
        switch (column.kind) {
        case Kind::Boundary:
            all.append(boundary);
            break;
        case Kind::Number:
            all.append(numberOf(cell));
            break;
        case Kind::Whole:
            all.append(cell.empty() ? QVariant() : QVariant(toQt(cell).toLongLong()));
            break;
        case Kind::Share:
            all.append(numberOf(isEstimate(cell) ? cell.substr(1) : cell));
            break;
        case Kind::Estimated:
            all.append(cell.empty() ? QVariant() : QVariant(isEstimate(cell)));
            break;
        case Kind::Day:
            all.append(dayOf(cell));
            break;
        case Kind::Text:
            all.append(cell.empty() ? QVariant() : QVariant(toQt(cell)));
        }
    }
    return all;
}

} // namespace terroir::qgis

#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <optional>

namespace terroir::viewer {

/// What a reader sees on the pages of a PDF; none where there is no program to read it.
inline std::optional<QStringList> pagesOf(const QString& pdf) {
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"),
                 {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    if (!reader.waitForStarted() || !reader.waitForFinished(60'000))
        return std::nullopt;
    return QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f', Qt::SkipEmptyParts);
}

} // namespace terroir::viewer

#include "core/records/record_writer.hpp"

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace terroir::records {

namespace {

/// Before anything is prepared for it.
store::Database& withDetails(store::WorkspaceFile& workspace) {
    workspace.addRecordDetail();
    return workspace.database();
}

} // namespace

RecordWriter::RecordWriter(store::WorkspaceFile& workspace)
    : m_workspace(workspace),
      m_record(withDetails(workspace).prepare(
          "INSERT INTO record VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
          "?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING")),
      m_subject(workspace.database().prepare("INSERT INTO record_subject VALUES(?, ?, ?)")),
      m_place(workspace.database().prepare(
          "INSERT INTO record_place VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_detail(workspace.database().prepare("INSERT INTO record_detail VALUES(?, ?, ?, ?)")) {}

void RecordWriter::insert(const Record& record) {
    m_record.bind(1, record.id).bind(2, record.kind);
    m_record.bindTextOrNull(3, record.subjectAsWritten).bindTextOrNull(4, record.category);
    m_record.bindTextOrNull(5, record.indicator).bind(6, record.value).bind(7, record.valueMax);
    m_record.bindTextOrNull(8, record.unit).bind(9, toString(record.qualifier));
    m_record.bindTextOrNull(10, record.valueAsWritten).bind(11, toString(record.scope));
    m_record.bindTextOrNull(12, record.group).bind(13, toString(record.state));
    m_record.bindTextOrNull(14, record.periodAsWritten);
    m_record.bindTextOrNull(15, record.period.from.toString());
    m_record.bindTextOrNull(16, record.period.to.toString());
    m_record.bindTextOrNull(17, record.holder).bind(18, record.source);
    m_record.bindTextOrNull(19, record.line).bindTextOrNull(20, record.facts);
    m_record.bindTextOrNull(21, record.note).bind(22, record.lookupDate.toString());
    m_record.run();
    if (m_workspace.database().changes() == 0)
        failExisting(record);
    for (std::size_t i = 0; i < record.subjects.size(); ++i)
        m_subject.bind(1, record.id).bind(2, std::int64_t(i)).bind(3, record.subjects[i]).run();
    for (std::size_t i = 0; i < record.places.size(); ++i)
        insertPlace(record, i);
    for (std::size_t i = 0; i < record.details.size(); ++i)
        m_detail.bind(1, record.id)
            .bind(2, std::int64_t(i))
            .bind(3, record.details[i].field)
            .bind(4, record.details[i].text)
            .run();
    if (record.ground) {
        if (!m_hasGround)
            m_workspace.addRecordGround();
        m_hasGround = true;
        insertGround(m_workspace, record.id, *record.ground);
    }
}

void RecordWriter::keepDoubts(const ImportReport& report,
                              const std::set<std::string, std::less<>>& settled) {
    store::Statement keep = m_workspace.database().prepare(
        "INSERT INTO record_detail SELECT id, (SELECT COALESCE(MAX(seq) + 1, 0) FROM record_detail "
        "WHERE record = id), ?, ? FROM record WHERE id = ?");
    for (const RowReport& row : report.rows) {
        if (row.outcome != RowOutcome::Doubtful || row.row == 0)
            continue;
        const std::string why = row.sentence->vi + " / " + row.sentence->en;
        for (std::string_view ids = row.record; !ids.empty();) {
            const std::size_t end = std::min(ids.find("; "), ids.size());
            if (settled.find(ids.substr(0, end)) == settled.end())
                keep.bind(1, doubtField).bind(2, why).bind(3, ids.substr(0, end)).run();
            ids.remove_prefix(std::min(end + 2, ids.size()));
        }
    }
}

void RecordWriter::insertPlace(const Record& record, std::size_t seq) {
    const Place& place = record.places[seq];
    m_place.bind(1, record.id).bind(2, std::int64_t(seq)).bind(3, toString(place.role));
    m_place.bindTextOrNull(4, place.text).bindTextOrNull(5, place.context);
    m_place.bindTextOrNull(6, place.level ? gazetteer::toString(*place.level) : std::string_view());
    m_place.bind(7, geocode::toString(place.status)).bindTextOrNull(8, place.uid);
    m_place.bind(9, place.score).bindTextOrNull(10, place.candidates);
    m_place.bindTextOrNull(11, place.reasons).run();
}

void RecordWriter::failExisting(const Record& record) {
    store::Statement former =
        m_workspace.database().prepare("SELECT source FROM record WHERE id = ?");
    former.bind(1, record.id);
    throw StoreError(localText(
        "Bản ghi '{}' đã có trong '{}' (nguồn '{}'); hãy đặt mã khác cho dòng này, hoặc xóa nguồn "
        "ấy trước.",
        "The record '{}' is already in '{}' (source '{}'); give the row another id, or remove that "
        "source first.",
        record.id, m_workspace.file().string(), former.step() ? former.text(0) : std::string()));
}

} // namespace terroir::records

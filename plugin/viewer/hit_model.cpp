#include "plugin/viewer/hit_model.hpp"

#include "core/gazetteer/code_words.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

namespace terroir::viewer {

namespace {

QList<QPair<int, int>> matchedOf(const search::Hit& hit) {
    QList<QPair<int, int>> ranges;
    const std::string_view text = hit.text;
    for (const search::TextRange& range : hit.matched) {
        const auto from = toQString(text.substr(0, range.from)).size();
        const auto length = toQString(text.substr(range.from, range.to - range.from)).size();
        ranges.append({static_cast<int>(from), static_cast<int>(length)});
    }
    return ranges;
}

} // namespace

void HitModel::setHits(std::vector<search::Hit> hits,
                       std::shared_ptr<const gazetteer::Gazetteer> gazetteer) {
    beginResetModel();
    m_hits = std::move(hits);
    m_gazetteer = std::move(gazetteer);
    endResetModel();
}

int HitModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant HitModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const search::Hit& one = hit(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return toQString(one.text);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(toQString(one.text), kindOf(one), toQString(one.detail));
    case DetailRole:
        return toQString(one.detail);
    case KindRole:
        return kindOf(one);
    case MatchedRole:
        return QVariant::fromValue(matchedOf(one));
    default:
        return {};
    }
}

QString HitModel::kindOf(const search::Hit& hit) const {
    switch (hit.kind) {
    case search::Kind::Subject:
        return tr("product");
    case search::Kind::Holder:
        return tr("holder");
    case search::Kind::Source:
        return tr("document");
    case search::Kind::Unit:
        break;
    }
    return viewer::said(gazetteer::typeInWords(m_gazetteer->unit(hit.unit).type));
}

} // namespace terroir::viewer

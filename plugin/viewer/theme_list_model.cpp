#include "plugin/viewer/theme_list_model.hpp"

#include "core/text/vietnamese.hpp"
#include "plugin/viewer/strings.hpp"

#include <algorithm>

namespace terroir::viewer {

ThemeListModel::ThemeListModel(Desk& desk, QObject* parent)
    : QAbstractListModel(parent), m_desk(desk) {
    connect(&desk, &Desk::themesChanged, this, [this] {
        beginResetModel();
        sort();
        endResetModel();
    });
    sort();
}

void ThemeListModel::sort() {
    m_order.clear();
    for (const theme::Theme& theme : m_desk.themes())
        m_order.push_back(&theme);
    const Language language = m_desk.language();
    std::stable_sort(m_order.begin(), m_order.end(), [&](const auto* a, const auto* b) {
        return text::compare(a->title.in(language), b->title.in(language)) < 0;
    });
}

int ThemeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

bool ThemeListModel::isOwn(const theme::Theme& theme) const {
    return theme.file.parent_path() == Desk::ownThemesFolder();
}

QVariant ThemeListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const theme::Theme& shown = theme(index.row());
    const QString title = toQString(shown.title.in(m_desk.language()));
    switch (role) {
    case Qt::DisplayRole:
        return isOwn(shown) ? tr("%1 (own)").arg(title) : title;
    case Qt::ToolTipRole:
        return plainToolTip(title + QLatin1Char('\n') +
                            toQString(shown.description.in(m_desk.language())));
    case IdRole:
        return toQString(shown.id);
    default:
        return {};
    }
}

int ThemeListModel::rowOf(const std::string& id) const {
    const auto found = std::find_if(m_order.begin(), m_order.end(),
                                    [&](const auto* theme) { return theme->id == id; });
    return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
}

} // namespace terroir::viewer

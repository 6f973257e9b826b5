#pragma once

#include "core/base/language.hpp"
#include "core/gazetteer/gazetteer.hpp"

#include <QDialog>

#include <string>
#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace terroir::viewer {

/// Asks for the province whose maps a person makes: typed, with or without diacritics, or chosen.
class ProvinceDialog final : public QDialog {
    Q_OBJECT
public:
    /// The provinces of today.
    ProvinceDialog(const gazetteer::Gazetteer& gazetteer, Language language,
                   const std::string& chosen, QWidget* parent);

    /// The uid when it was accepted; empty: no province.
    const std::string& province() const { return m_province; }

private:
    void find(const QString& text);
    void take();

    struct Entry {
        std::string uid, folded;
        QString name;
    };
    std::vector<Entry> m_all;
    std::string m_province;
    QLineEdit* m_edit = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_choose = nullptr;
};

/// What was chosen in any session before; kept with the settings of the program.
std::string storedProvince();
void storeProvince(const std::string& uid);
/// Whether the person was asked already, and chose one or skipped it.
bool wasAskedForProvince();

} // namespace terroir::viewer

#pragma once

#include "plugin/viewer/desk.hpp"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace terroir::viewer {

/// What the active map, its table and chart and the list of records are narrowed to: a button that
/// adds a limit and a chip for each that there is, which takes it away when it is pressed.
class FilterBar final : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(Desk& desk, QWidget* parent = nullptr);

    /// Names of things, or of holders, of all records, in the order of the alphabet.
    enum class Name { Subject, Holder };

private:
    void follow();
    void fillMenu();
    void addChoices(const QString& title, const std::vector<std::pair<std::string, QString>>& all,
                    std::vector<std::string> records::Limits::*member);
    void addStates();
    void addForce();
    void askForce(const records::ForceWanted& shown);
    /// Asks for a name, with those that there are to choose from.
    void askName(Name name);
    void typeName(Name name, const QStringList& known);
    void addChip(const records::Limits& shown, const records::Limits& without);

    Desk& m_desk;
    QToolButton *m_add = nullptr, *m_clear = nullptr;
    QMenu* m_menu = nullptr;
    QHBoxLayout* m_chips = nullptr;
};

} // namespace terroir::viewer

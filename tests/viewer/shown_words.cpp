#include "tests/viewer/shown_words.hpp"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTextBrowser>

namespace terroir::viewer {

namespace {

/// A part that Qt made for a widget of its own.
bool isInner(const QWidget& widget) {
    return widget.objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<QAbstractSpinBox*>(widget.parentWidget()) != nullptr ||
           qobject_cast<QComboBox*>(widget.parentWidget()) != nullptr ||
           qobject_cast<QTabBar*>(widget.parentWidget()) != nullptr ||
           widget.inherits("QComboBoxPrivateContainer");
}

QList<const QWidget*> widgetsOf(const QWidget& window) {
    QList<const QWidget*> widgets{&window};
    for (const QWidget* widget : window.findChildren<QWidget*>())
        if (qobject_cast<const QMenu*>(widget) == nullptr && widget->window() == &window)
            widgets.append(widget);
    return widgets;
}

QList<const QMenu*> menusOf(const QWidget& window) {
    QList<const QMenu*> menus;
    for (const QMenu* menu : window.findChildren<QMenu*>())
        menus.append(menu);
    return menus;
}

void addHeaders(const QAbstractItemModel* model, QStringList& texts) {
    for (int column = 0; model != nullptr && column < model->columnCount(); ++column)
        texts.append(model->headerData(column, Qt::Horizontal).toString());
}

QStringList wordsOfWidget(const QWidget& widget) {
    QStringList texts{widget.windowTitle(), widget.toolTip(), widget.whatsThis(),
                      widget.accessibleName(), widget.accessibleDescription()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        texts.append(label->text());
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        texts.append(button->text());
    if (const auto* box = qobject_cast<const QGroupBox*>(&widget))
        texts.append(box->title());
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget))
        texts.append(edit->placeholderText());
    if (const auto* text = qobject_cast<const QTextBrowser*>(&widget))
        texts.append(text->toPlainText().split(u'\n'));
    if (const auto* spin = qobject_cast<const QSpinBox*>(&widget))
        texts.append({spin->prefix(), spin->suffix(), spin->specialValueText()});
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget))
        for (int i = 0; i < combo->count(); ++i)
            texts.append({combo->itemText(i), combo->itemData(i, Qt::ToolTipRole).toString()});
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            texts.append(tabs->tabText(i));
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
        view != nullptr && qobject_cast<const QHeaderView*>(&widget) == nullptr)
        addHeaders(view->model(), texts);
    for (const QAction* action : widget.actions())
        texts.append({action->text(), action->toolTip()});
    return texts;
}

QString mnemonicTextOf(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->buddy() == nullptr ? QString() : label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    if (const auto* box = qobject_cast<const QGroupBox*>(&widget))
        return box->title();
    return {};
}

void addMnemonic(const QString& text, QStringList& texts) {
    if (!QKeySequence::mnemonic(text).isEmpty())
        texts.append(text);
}

} // namespace

QStringList wordsOf(const QWidget& window) {
    QStringList texts;
    for (const QWidget* widget : widgetsOf(window))
        texts.append(wordsOfWidget(*widget));
    for (const QMenu* menu : menusOf(window))
        texts.append(wordsOfWidget(*menu) << menu->title());
    texts.removeDuplicates();
    texts.removeAll(QString());
    return texts;
}

QMap<QString, QStringList> mnemonicsOf(const QWidget& window) {
    QMap<QString, QStringList> found;
    QStringList& together = found[QStringLiteral("window")];
    for (const QWidget* widget : widgetsOf(window)) {
        addMnemonic(mnemonicTextOf(*widget), together);
        const bool isBar = qobject_cast<const QMenuBar*>(widget) != nullptr;
        for (const QAction* action : widget->actions())
            addMnemonic(action->text(),
                        isBar ? together : found[QStringLiteral("of ") + widget->objectName()]);
    }
    for (const QMenu* menu : menusOf(window))
        for (const QAction* action : menu->actions())
            addMnemonic(action->text(), found[QStringLiteral("menu ") + menu->title() +
                                              menu->parentWidget()->objectName()]);
    return found;
}

QStringList tiplessIn(const QWidget& window) {
    QStringList tipless;
    for (const QWidget* widget : widgetsOf(window)) {
        const bool isControl = widget->inherits("QAbstractButton") ||
                               widget->inherits("QComboBox") || widget->inherits("QLineEdit") ||
                               widget->inherits("QAbstractSpinBox") ||
                               widget->inherits("QAbstractSlider");
        // OK and Cancel say it themselves.
        if (isControl && (widget->focusPolicy() & Qt::TabFocus) != 0 && !isInner(*widget) &&
            qobject_cast<const QDialogButtonBox*>(widget->parentWidget()) == nullptr &&
            widget->toolTip().isEmpty())
            tipless.append(QLatin1String(widget->metaObject()->className()) + u' ' +
                           widget->objectName());
    }
    return tipless;
}

QStringList namelessIn(const QWidget& window) {
    QStringList nameless;
    for (const QWidget* widget : widgetsOf(window)) {
        if (widget == &window || (widget->focusPolicy() & Qt::TabFocus) == 0 || isInner(*widget) ||
            widget->focusProxy() != nullptr)
            continue;
        // The bar of docks of which only one is open: there is nothing on it.
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget);
            tabs != nullptr && (tabs->count() == 0 || tabs->isHidden()))
            continue;
        QAccessibleInterface* heard =
            QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
        if (heard == nullptr || heard->text(QAccessible::Name).trimmed().isEmpty())
            nameless.append(QLatin1String(widget->metaObject()->className()) + u' ' +
                            widget->objectName());
    }
    return nameless;
}

} // namespace terroir::viewer

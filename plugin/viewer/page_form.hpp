#pragma once

#include "plugin/viewer/desk.hpp"
#include "plugin/viewer/map_page.hpp"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QTabWidget;

namespace terroir::viewer {

/// What a person sets for a page: its file and paper, the layout with the words of a department,
/// and what stands beside the map. Everything that `terroir map` can be told.
class PageForm final : public QWidget {
    Q_OBJECT
public:
    PageForm(Desk& desk, const MapSpec& spec, PagePurpose purpose, QWidget* parent = nullptr);

    /// What is set now. UsageError for a file that is no map and for a scale that is none.
    MapPage page() const;
    QString file() const;
    void setFile(const QString& file);
    /// Its parts, and its paper; words that it does not have stay.
    void takeLayout(const map::Layout& layout);

signals:
    void changed();
    /// Why a layout cannot be read.
    void failed(const QString& sentence);

private:
    QFormLayout* addTab(const QString& title);
    void makePaper(QFormLayout& form);
    void makeDrawing(QFormLayout& form);
    void makeWords(QFormLayout& form);
    void makeParts(QFormLayout& form);
    QComboBox* box(const char* name, const QString& what);
    QSpinBox* spin(const char* name, const QString& what, int least, int most, int value);
    QLineEdit* line(const char* name, const QString& what);
    QCheckBox* check(const char* name, const QString& text, const QString& what, QFormLayout& form);
    void listLayouts();
    void chooseLayout();
    void saveLayout();
    void browseFile();
    void browseLogo();
    void suggestSize();
    void showPaper(const map::Layout& layout);
    void updateFields();
    bool isPixels() const;
    map::Layout layoutNow() const;
    void tell();

    Desk& m_desk;
    MapSpec m_spec;
    PagePurpose m_purpose;
    map::Layout m_layout; ///< that was chosen, with the parts that were moved since
    bool m_sizeIsChosen = false;
    bool m_isFilling = false; ///< nothing is told meanwhile

    QTabWidget* m_tabs = nullptr;
    QLineEdit *m_file = nullptr, *m_title = nullptr, *m_department = nullptr, *m_author = nullptr,
              *m_number = nullptr, *m_logo = nullptr, *m_scale = nullptr;
    QPlainTextEdit* m_note = nullptr;
    QComboBox *m_layouts = nullptr, *m_size = nullptr, *m_orientation = nullptr,
              *m_painter = nullptr, *m_language = nullptr, *m_legend = nullptr, *m_grid = nullptr,
              *m_logoAt = nullptr;
    QSpinBox *m_width = nullptr, *m_height = nullptr, *m_dpi = nullptr;
    QCheckBox *m_histogram = nullptr, *m_ratio = nullptr, *m_projection = nullptr,
              *m_locator = nullptr, *m_table = nullptr, *m_day = nullptr;
};

} // namespace terroir::viewer

#include "plugin/viewer/page_form.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/map/known_layouts.hpp"
#include "core/map/page_extent.hpp"
#include "plugin/viewer/named.hpp"
#include "plugin/viewer/save_layout_dialog.hpp"
#include "plugin/viewer/speech.hpp"
#include "plugin/viewer/strings.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>

namespace terroir::viewer {

namespace {

const QString ofLayout = QStringLiteral("layout"); ///< the paper that a layout has, of no name

struct NamedPaper {
    QString name;
    bool isPortrait = false;
};

std::optional<NamedPaper> nameOf(double widthMm, double heightMm) {
    for (const char* const name : {"A4", "A3", "A2", "A1", "A0"})
        for (const bool isPortrait : {false, true})
            if (const map::Page page = map::parsePaper(name, !isPortrait);
                page.widthMm == widthMm && page.heightMm == heightMm)
                return NamedPaper{QLatin1String(name), isPortrait};
    return std::nullopt;
}

std::string textOf(const QLineEdit* line) {
    return line->text().trimmed().toStdString();
}

void select(QComboBox* box, int value) {
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

PageForm::PageForm(Desk& desk, const MapSpec& spec, PagePurpose purpose, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_spec(spec), m_purpose(purpose) {
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("pageTabs"));
    m_tabs->setAccessibleName(tr("What is set for the page"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->addWidget(m_tabs);
    QFormLayout* page = addTab(tr("Page"));
    makePaper(*page);
    makeDrawing(*page);
    makeWords(*addTab(tr("Words")));
    makeParts(*addTab(tr("Beside the map")));
    takeLayout({});
}

QFormLayout* PageForm::addTab(const QString& title) {
    auto* tab = new QWidget(m_tabs);
    m_tabs->addTab(tab, title);
    auto* form = new QFormLayout(tab);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

QComboBox* PageForm::box(const char* name, const QString& what) {
    auto* made = named(new QComboBox(this), name, what);
    made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    made->setMinimumContentsLength(14);
    connect(made, &QComboBox::currentIndexChanged, this, &PageForm::tell);
    return made;
}

QSpinBox* PageForm::spin(const char* name, const QString& what, int least, int most, int value) {
    auto* made = named(new QSpinBox(this), name, what);
    made->setRange(least, most);
    made->setValue(value);
    made->setKeyboardTracking(false);
    connect(made, &QSpinBox::valueChanged, this, &PageForm::tell);
    return made;
}

QLineEdit* PageForm::line(const char* name, const QString& what) {
    auto* made = named(new QLineEdit(this), name, what);
    connect(made, &QLineEdit::textChanged, this, &PageForm::tell);
    return made;
}

QCheckBox* PageForm::check(const char* name, const QString& text, const QString& what,
                           QFormLayout& form) {
    auto* made = named(new QCheckBox(text, this), name, what);
    connect(made, &QCheckBox::toggled, this, &PageForm::tell);
    form.addRow(made);
    return made;
}

void PageForm::makePaper(QFormLayout& form) {
    const bool isFile = m_purpose == PagePurpose::File;
    m_file = line("file", tr("File to write"));
    auto* browse = named(new QPushButton(tr("&Browse…"), this), "browse", tr("Choose the file"));
    browse->setAutoDefault(false);
    m_file->setVisible(isFile);
    browse->setVisible(isFile);
    connect(browse, &QPushButton::clicked, this, &PageForm::browseFile);
    if (isFile) {
        m_file->setText(toQString(m_spec.theme.id) + QStringLiteral(".pdf"));
        auto* row = new QHBoxLayout;
        row->addWidget(m_file);
        row->addWidget(browse);
        form.addRow(tr("&File (.png, .pdf, .svg):"), row);
        static_cast<QLabel*>(form.labelForField(row))->setBuddy(m_file);
    }
    m_layouts = box("layout", tr("Layout of the page"));
    connect(m_layouts, &QComboBox::activated, this, &PageForm::chooseLayout);
    auto* save = named(new QPushButton(tr("&Keep…"), this), "saveLayout",
                       tr("Keep the layout as it is now under a name, for the command line, too"));
    save->setAutoDefault(false);
    connect(save, &QPushButton::clicked, this, &PageForm::saveLayout);
    auto* row = new QHBoxLayout;
    row->addWidget(m_layouts, 1);
    row->addWidget(save);
    form.addRow(tr("La&yout:"), row);
    static_cast<QLabel*>(form.labelForField(row))->setBuddy(m_layouts);
    listLayouts();
    m_size = box("size", tr("Paper or pixels"));
    if (isFile)
        m_size->addItem(tr("Pixels"), QString());
    for (const char* paper : {"A4", "A3", "A2", "A1", "A0"})
        m_size->addItem(QLatin1String(paper), QLatin1String(paper));
    m_size->setCurrentText(QStringLiteral("A4"));
    form.addRow(tr("&Size:"), m_size);
    connect(m_size, &QComboBox::activated, this, [this] { m_sizeIsChosen = true; });
    m_orientation = box("orientation", tr("Paper on its side or upright"));
    m_orientation->addItem(tr("landscape"));
    m_orientation->addItem(tr("portrait"));
    form.addRow(tr("&Orientation:"), m_orientation);
    m_width = spin("width", tr("Width in pixels"), 200, 20000, 1600);
    m_height = spin("height", tr("Height in pixels"), 200, 20000, 1200);
    m_dpi = spin("dpi", tr("Pixels per inch"), 0, 1200, 0);
    m_dpi->setSpecialValueText(tr("automatic (paper 300, pixels 144)"));
    if (isFile) {
        form.addRow(tr("&Width:"), m_width);
        form.addRow(tr("&Height:"), m_height);
        form.addRow(tr("&dpi:"), m_dpi);
    } else {
        for (QSpinBox* one : {m_width, m_height, m_dpi})
            one->hide();
    }
    connect(m_file, &QLineEdit::textChanged, this, [this] {
        suggestSize();
        tell();
    });
}

void PageForm::makeDrawing(QFormLayout& form) {
    const Language language = m_desk.language();
    m_painter = box("painter", tr("How the map is drawn"));
    for (const paint::LoadedPlugin& plugin : m_desk.plugins().plugins())
        for (const plugin::PainterInfo& info : plugin.painters)
            if (m_painter->findData(info.id) < 0)
                m_painter->addItem(language == Language::English ? info.nameEn : info.nameVi,
                                   info.id);
    m_painter->setCurrentIndex(std::max(0, m_painter->findData(toQString(m_spec.theme.painter))));
    form.addRow(tr("Pai&nter:"), m_painter);
    m_language = box("language", tr("Language of the map"));
    m_language->addItem(QString::fromUtf8("Tiếng Việt"), static_cast<int>(Language::Vietnamese));
    m_language->addItem(QStringLiteral("English"), static_cast<int>(Language::English));
    select(m_language, static_cast<int>(language));
    form.addRow(tr("&Language:"), m_language);
}

void PageForm::makeWords(QFormLayout& form) {
    m_title = line("title", tr("Title of the map"));
    form.addRow(tr("&Title:"), m_title);
    m_department = line("department", tr("Department, at the head of the page"));
    form.addRow(tr("Department:"), m_department);
    m_author = line("author", tr("Who made the map"));
    form.addRow(tr("Made by:"), m_author);
    m_number = line("fileNumber", tr("Number of the file, at the head of the page"));
    form.addRow(tr("File number:"), m_number);
    m_note = named(new QPlainTextEdit(this), "note", tr("A note beside the legend"));
    m_note->setToolTip(tr("A note beside the legend"));
    m_note->setTabChangesFocus(true);
    m_note->setMaximumHeight(5 * fontMetrics().lineSpacing());
    connect(m_note, &QPlainTextEdit::textChanged, this, &PageForm::tell);
    form.addRow(tr("Note:"), m_note);
    m_logo = line("logo", tr("Logo, a PNG or SVG file"));
    m_logo->setClearButtonEnabled(true);
    auto* browse = named(new QPushButton(tr("Choose…"), this), "browseLogo", tr("Choose a logo"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &PageForm::browseLogo);
    auto* row = new QHBoxLayout;
    row->addWidget(m_logo);
    row->addWidget(browse);
    form.addRow(tr("Logo:"), row);
    static_cast<QLabel*>(form.labelForField(row))->setBuddy(m_logo);
    m_logoAt = box("logoAt", tr("Where the logo stands"));
    m_logoAt->addItem(tr("at the left"), static_cast<int>(map::LogoPlace::Left));
    m_logoAt->addItem(tr("at the right"), static_cast<int>(map::LogoPlace::Right));
    form.addRow(tr("Logo stands:"), m_logoAt);
    m_day = check("day", tr("Say the day on which the map is made"), tr("At the foot of the page"),
                  form);
}

void PageForm::makeParts(QFormLayout& form) {
    m_scale = line("scale", tr("Exact scale on paper, such as 1:50000"));
    m_scale->setPlaceholderText(tr("as large as there is room for"));
    form.addRow(tr("Scale (1:50000):"), m_scale);
    m_grid = box("grid", tr("Lines of coordinates over the map"));
    m_grid->addItem(tr("none"), static_cast<int>(map::Grid::None));
    m_grid->addItem(tr("longitude and latitude"), static_cast<int>(map::Grid::Graticule));
    m_grid->addItem(tr("VN-2000, kilometres"), static_cast<int>(map::Grid::Vn2000));
    form.addRow(tr("Grid:"), m_grid);
    m_legend = box("legendPlace", tr("Where the legend stands; it can be dragged on the preview"));
    m_legend->addItem(tr("by the paper"), static_cast<int>(map::LegendPlace::Automatic));
    m_legend->addItem(tr("right of the map"), static_cast<int>(map::LegendPlace::Right));
    m_legend->addItem(tr("left of the map"), static_cast<int>(map::LegendPlace::Left));
    m_legend->addItem(tr("below the map"), static_cast<int>(map::LegendPlace::Below));
    form.addRow(tr("Legend:"), m_legend);
    m_locator = check("locator", tr("Locator: where the map lies"),
                      tr("A small map of the province or the country"), form);
    m_table =
        check("table", tr("Table of the figures"), tr("As many rows as there is room for"), form);
    m_histogram = check("histogram", tr("Add a histogra&m of the figures"),
                        tr("How the figures spread, beside the legend"), form);
    m_histogram->setChecked(m_spec.theme.histogram);
    m_ratio = check("ratio", tr("1:N over the scale bar"), tr("The scale as a ratio"), form);
    m_projection = check("projection", tr("Projection, at the foot"),
                         tr("In which projection the map is drawn"), form);
}

void PageForm::listLayouts() {
    const QString chosen = m_layouts->currentData().toString();
    const QSignalBlocker quiet(m_layouts);
    m_layouts->clear();
    m_layouts->addItem(tr("none"), QString());
    const map::KnownLayouts known = map::knownLayouts();
    for (const map::Layout& layout : known.layouts) {
        const QString name = toQString(layout.name.in(m_desk.language()));
        const QString id = toQString(layout.id);
        m_layouts->addItem(map::isOwnLayout(layout.id) ? tr("%1 (own)").arg(name) : name, id);
    }
    m_layouts->setCurrentIndex(std::max(0, m_layouts->findData(chosen)));
    if (!known.problems.empty())
        QMetaObject::invokeMethod(
            this, [this, problem = viewer::said(known.problems.back())] { emit failed(problem); },
            Qt::QueuedConnection);
}

void PageForm::chooseLayout() {
    const std::string id = m_layouts->currentData().toString().toStdString();
    try {
        takeLayout(id.empty() ? map::Layout() : map::findLayout(id));
        emit changed();
    } catch (const Error& error) {
        emit failed(viewer::said(error));
    }
}

void PageForm::takeLayout(const map::Layout& layout) {
    m_isFilling = true;
    const Language language = m_desk.language();
    const QString title = toQString(m_spec.theme.title.in(language));
    const QString own = toQString(layout.title.in(language));
    m_title->setPlaceholderText(
        own.isEmpty() ? title : QString(own).replace(QLatin1String("{title}"), title));
    const auto fill = [](QLineEdit* line, const std::string& text) {
        if (!text.empty())
            line->setText(toQString(text));
    };
    fill(m_department, layout.department);
    fill(m_author, layout.author);
    fill(m_number, layout.fileNumber);
    fill(m_logo, layout.logo.string());
    if (const std::string& note = layout.note.in(language); !note.empty())
        m_note->setPlainText(toQString(note));
    select(m_legend, static_cast<int>(layout.legend));
    select(m_grid, static_cast<int>(layout.grid));
    select(m_logoAt, static_cast<int>(layout.logoAt));
    m_ratio->setChecked(layout.ratio);
    m_projection->setChecked(layout.projection);
    m_locator->setChecked(layout.locator);
    m_table->setChecked(layout.table);
    m_day->setChecked(layout.day);
    showPaper(layout);
    m_layout = layout;
    m_isFilling = false;
    updateFields();
}

/// The layout's, by its name where it has one; a layout without leaves what was chosen.
void PageForm::showPaper(const map::Layout& layout) {
    if (const int at = m_size->findData(ofLayout); at >= 0)
        m_size->removeItem(at);
    if (layout.widthMm <= 0)
        return;
    if (const auto paper = nameOf(layout.widthMm, layout.heightMm)) {
        m_size->setCurrentIndex(m_size->findData(paper->name));
        m_orientation->setCurrentIndex(paper->isPortrait ? 1 : 0);
    } else {
        const Language language = m_desk.language();
        m_size->addItem(tr("%1 × %2 mm")
                            .arg(toQString(formatNumber(layout.widthMm, language)),
                                 toQString(formatNumber(layout.heightMm, language))),
                        ofLayout);
        m_size->setCurrentIndex(m_size->count() - 1);
    }
    m_sizeIsChosen = true;
}

void PageForm::saveLayout() {
    map::Layout layout = layoutNow();
    if (!layout.logo.empty())
        layout.logo = std::filesystem::absolute(layout.logo);
    SaveLayoutDialog dialog(m_desk, layout, m_layouts->currentData().toString().toStdString(),
                            this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    listLayouts();
    m_layouts->setCurrentIndex(m_layouts->findData(toQString(dialog.id())));
    chooseLayout();
}

void PageForm::browseFile() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the map"), m_file->text(),
                                                      tr("Maps (*.pdf *.png *.svg)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty())
        setFile(file);
}

void PageForm::browseLogo() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a logo"), m_logo->text(),
                                                      tr("Pictures (*.png *.svg)"));
    if (!file.isEmpty())
        m_logo->setText(file);
}

QString PageForm::file() const {
    return m_file->text();
}

void PageForm::setFile(const QString& file) {
    m_file->setText(file);
}

bool PageForm::isPixels() const {
    return m_size->currentData().toString().isEmpty();
}

/// Pixels for a PNG and A4 for the others, as the command line, until a person chooses.
void PageForm::suggestSize() {
    if (m_purpose == PagePurpose::File && !m_sizeIsChosen) {
        const QSignalBlocker quiet(m_size);
        const bool isPng = m_file->text().endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
        m_size->setCurrentIndex(isPng ? 0 : m_size->findData(QStringLiteral("A4")));
    }
}

void PageForm::updateFields() {
    m_orientation->setEnabled(!isPixels() && m_size->currentData().toString() != ofLayout);
    m_width->setEnabled(isPixels());
    m_height->setEnabled(isPixels());
    m_logoAt->setEnabled(!m_logo->text().trimmed().isEmpty());
}

void PageForm::tell() {
    if (m_isFilling || m_projection == nullptr) // it is being made
        return;
    updateFields();
    emit changed();
}

map::Layout PageForm::layoutNow() const {
    map::Layout layout = m_layout;
    layout.legend = static_cast<map::LegendPlace>(m_legend->currentData().toInt());
    layout.grid = static_cast<map::Grid>(m_grid->currentData().toInt());
    layout.logoAt = static_cast<map::LogoPlace>(m_logoAt->currentData().toInt());
    layout.ratio = m_ratio->isChecked();
    layout.projection = m_projection->isChecked();
    layout.locator = m_locator->isChecked();
    layout.table = m_table->isChecked();
    layout.day = m_day->isChecked();
    layout.department = textOf(m_department);
    layout.author = textOf(m_author);
    layout.fileNumber = textOf(m_number);
    layout.logo = textOf(m_logo);
    const std::string note = m_note->toPlainText().simplified().toStdString();
    if (note != m_layout.note.in(m_desk.language()))
        layout.note = {note, note};
    const QString size = m_size->currentData().toString();
    if (size.isEmpty()) {
        layout.widthMm = layout.heightMm = 0;
    } else if (size != ofLayout) {
        const map::Page paper =
            map::parsePaper(size.toStdString(), m_orientation->currentIndex() == 0);
        layout.widthMm = paper.widthMm;
        layout.heightMm = paper.heightMm;
    }
    return layout;
}

MapPage PageForm::page() const {
    MapPage page;
    page.spec = m_spec;
    if (m_painter->count() > 0)
        page.spec.theme.painter = m_painter->currentData().toString().toStdString();
    page.spec.theme.histogram = m_histogram->isChecked();
    page.language = static_cast<Language>(m_language->currentData().toInt());
    page.title = textOf(m_title);
    page.layout = layoutNow();
    if (const std::string scale = textOf(m_scale); !scale.empty())
        page.scale = map::parseScale(scale);
    page.page.dpi = m_dpi->value();
    if (isPixels()) {
        page.page.size = std::to_string(m_width->value()) + 'x' + std::to_string(m_height->value());
    } else if (m_size->currentData().toString() == ofLayout) {
        page.page.widthMm = page.layout.widthMm;
        page.page.heightMm = page.layout.heightMm;
    } else {
        page.page.paper = m_size->currentData().toString().toStdString();
        page.page.portrait = m_orientation->currentIndex() == 1;
    }
    if (m_purpose == PagePurpose::File)
        page.format = paint::imageFormatOf(toPath(m_file->text()));
    return page;
}

} // namespace terroir::viewer

#pragma once

#include "core/search/search_index.hpp"
#include "plugin/viewer/desk.hpp"

#include <QWidget>

#include <memory>

class QFrame;
class QLabel;
class QLineEdit;
class QListView;

namespace terroir::viewer {

class HitModel;

/// Where to type for places, products, holders and documents: hits under it as one types.
class SearchBox final : public QWidget {
    Q_OBJECT
public:
    explicit SearchBox(Desk& desk, QWidget* parent = nullptr);
    ~SearchBox() override;

    /// Whether there is something to search in.
    bool isReady() const { return m_searched != nullptr; }

public slots:
    /// Takes the keyboard, what is typed so far selected.
    void begin();

signals:
    void ready();
    /// Coordinates were typed: degrees, and what to call the place.
    void placeTyped(terroir::geometry::Point lonLat, const QString& label);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// The index with what it refers to.
    struct Searched {
        std::shared_ptr<const gazetteer::Gazetteer> gazetteer;
        std::shared_ptr<const geocode::Geocoder> geocoder;
        std::shared_ptr<const std::vector<records::Record>> records;
        search::SearchIndex index;
    };

    void makeIndex();
    void find();
    /// Whether the text is coordinates, which are said below it.
    bool findPlace(const QString& text);
    void showList(const QString& notice);
    void hideList();
    bool takeKey(int key);
    void take(int row);

    Desk& m_desk;
    std::shared_ptr<const Searched> m_searched;
    QLineEdit* m_edit = nullptr;
    QFrame* m_popup = nullptr; ///< of the window, under the edit
    QListView* m_list = nullptr;
    QLabel* m_notice = nullptr;
    HitModel* m_model = nullptr;
    std::optional<geometry::Point> m_place; ///< typed as coordinates; degrees
    QString m_placeLabel;
};

} // namespace terroir::viewer

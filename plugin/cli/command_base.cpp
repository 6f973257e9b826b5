#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/base_map/base_layers.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace terroir::cli {

namespace {

class BaseCommand final : public Command {
public:
    std::string name() const override { return "base"; }
    LocalText summary() const override {
        return {"Nền bản đồ: địa hình, sông, đường, đô thị từ tệp của bạn",
                "The base map: relief, rivers, roads, towns from files of yours"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir base add do-cao.asc",
                "terroir base add song-suoi.geojson --credit \"Sở TN&MT\"",
                "terroir base add osm.geojson --as roads --credit \"© OpenStreetMap "
                "contributors\"",
                "terroir base list", "terroir base remove song-suoi"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.require_subcommand(1, 1);
        setupAdd(app, words);
        m_list = app.add_subcommand("list", words("Xem các lớp nền", "List the base layers"));
        m_list->fallthrough();
        m_remove = app.add_subcommand("remove", words("Bỏ một lớp nền; tệp vẫn còn",
                                                      "Take a base layer out; its file stays"));
        m_remove->fallthrough();
        m_remove->add_option("NAME", m_name, words("tên lớp nền", "name of the layer"))->required();
    }

    void run(Context& context) override {
        if (m_list->parsed())
            list(context);
        else if (m_remove->parsed())
            remove(context);
        else
            add(context);
    }

private:
    void setupAdd(CLI::App& app, const Words& words) {
        m_add = app.add_subcommand(
            "add", words("Thêm ảnh hoặc lớp điểm, đường, vùng làm nền; tệp ở nguyên chỗ cũ",
                         "Add a raster or a layer of points, lines or areas; the file stays where "
                         "it is"));
        m_add->fallthrough();
        m_add
            ->add_option("FILE", m_file,
                         words("tệp mà GDAL đọc được: GeoTIFF, GPKG, Shapefile, GeoJSON, …",
                               "a file that GDAL reads: GeoTIFF, GPKG, Shapefile, GeoJSON, …"))
            ->required();
        m_add
            ->add_option(
                "--layer", m_choice.layer,
                words("lớp trong tệp, khi có nhiều lớp", "layer of the file, where it has several"))
            ->type_name("NAME");
        m_add
            ->add_option("--as", m_role,
                         words(fmt::format("loại: {} (mặc định: theo nội dung và tên tệp)",
                                           fmt::join(base_map::roleWords(), ", ")),
                               fmt::format("what it is: {} (default: by its content and name)",
                                           fmt::join(base_map::roleWords(), ", "))))
            ->type_name("WORD");
        m_add
            ->add_option("--name", m_choice.name,
                         words("tên lớp nền (mặc định: tên tệp)",
                               "name of the layer (default: that of the file)"))
            ->type_name("NAME");
        m_add
            ->add_option("--labels", m_choice.nameField,
                         words("trường ghi tên đô thị", "field with the names of towns"))
            ->type_name("FIELD");
        m_add
            ->add_option("--credit", m_choice.credit,
                         words("nguồn và giấy phép, in trên mỗi bản đồ",
                               "source and licence, printed on each map"))
            ->type_name("TEXT");
    }

    void add(Context& context) {
        if (!m_role.empty()) {
            m_choice.role = base_map::parseRole(m_role);
            if (!m_choice.role)
                throw UsageError(localText("Không có loại nền '{}'; các loại là {}.",
                                           "There is no base layer of the kind '{}'; the kinds are "
                                           "{}.",
                                           m_role, fmt::join(base_map::roleWords(), ", ")));
        }
        const std::vector<base_map::BaseLayer> layers =
            base_map::describeBaseLayers(m_file, m_choice);
        Workspace workspace = context.open(store::Mode::ReadWrite);
        store::Transaction transaction(workspace.file().database());
        for (const base_map::BaseLayer& layer : layers)
            base_map::addBaseLayer(workspace.file(), layer);
        transaction.commit();
        context.isCommitted = true;
        for (const base_map::BaseLayer& layer : layers)
            context.note(
                localText("Đã thêm lớp nền '{}': {}. Bản đồ ghi nguồn của nó là '{}'{}.",
                          "Added the base layer '{}': {}. Maps give '{}' as its source{}.",
                          layer.name, base_map::roleName(layer.role),
                          layer.credit.empty() ? layer.file.filename().string() : layer.credit,
                          layer.credit.empty() ? localText(" (muốn ghi khác: --credit)",
                                                           " (to print something else: --credit)")
                                               : LocalText()));
    }

    static void list(Context& context) {
        Workspace workspace = context.open(store::Mode::ReadOnly);
        const auto layers = base_map::baseLayers(workspace.file());
        print(context, base_map::baseLayerRows(layers, context.words.language()));
        if (layers.empty())
            context.note(base_map::noBaseLayers());
    }

    void remove(Context& context) const {
        Workspace workspace = context.open(store::Mode::ReadWrite);
        base_map::removeBaseLayer(workspace.file(), m_name);
        context.isCommitted = true;
        context.note(localText("Đã bỏ lớp nền '{}'; tệp của nó vẫn còn.",
                               "Took the base layer '{}' out; its file stays.", m_name));
    }

    CLI::App *m_add = nullptr, *m_list = nullptr, *m_remove = nullptr;
    std::string m_file, m_role, m_name;
    base_map::BaseLayerChoice m_choice;
};

} // namespace

std::unique_ptr<Command> makeBaseCommand() {
    return std::make_unique<BaseCommand>();
}

} // namespace terroir::cli

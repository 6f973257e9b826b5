#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/held.hpp"
#include "core/boundaries/report.hpp"
#include "core/geometry/vn2000.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/print_table.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

class BoundariesCommand final : public Command {
public:
    std::string name() const override { return "boundaries"; }
    LocalText summary() const override {
        return {"Nhập, xem, bỏ ranh giới hành chính chính thức",
                "Take, list, remove official administrative boundaries"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir boundaries import ranh-gioi-xa.shp --valid-from 01/07/2025",
                "terroir boundaries import ranh-gioi-xa.geojson --level xa --code ma --name ten "
                "--valid-from 2025-07-01",
                "terroir boundaries list",
                "terroir boundaries remove --level xa --valid-from 01/07/2025"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.require_subcommand(1, 1);
        setupImport(app, words);
        m_list = app.add_subcommand(
            "list", words("Xem những ranh giới đã nhập", "List the boundaries that were imported"));
        m_list->fallthrough();
        setupRemove(app, words);
    }

    void run(Context& context) override {
        if (m_list->parsed())
            list(context);
        else if (m_remove->parsed())
            remove(context);
        else
            import(context);
    }

private:
    void setupImport(CLI::App& app, const Words& words) {
        m_import = app.add_subcommand(
            "import", words("Nhập đa giác từ tệp GIS (mọi định dạng mà GDAL đọc được)",
                            "Take polygons from a GIS file (any format that GDAL reads)"));
        m_import->fallthrough();
        m_import
            ->add_option("FILE", m_file,
                         words("tệp đa giác, thư mục hoặc ZIP có nhiều tệp",
                               "file with polygons, a folder or a ZIP of several"))
            ->required();
        m_import
            ->add_option(
                "--layer", m_options.layer,
                words("lớp trong tệp (mặc định: mọi lớp)", "layer of the file (default: all)"))
            ->type_name("NAME");
        m_import
            ->add_option("--code", m_options.codeField,
                         words("trường mã đơn vị", "field with the unit code"))
            ->type_name("FIELD");
        m_import
            ->add_option("--name", m_options.nameField,
                         words("trường tên đơn vị", "field with the unit name"))
            ->type_name("FIELD");
        m_import
            ->add_option("--level", m_level,
                         words("cấp: tinh, huyen, xa (mặc định: theo mã)",
                               "level: province, district, commune (default: by the codes)"))
            ->type_name("LEVEL");
        m_import
            ->add_option("--crs", m_options.crs,
                         words("hệ tọa độ của tệp khi tệp không ghi hoặc ghi sai: EPSG:…, "
                               "vn2000:105°45' (kinh tuyến trục), vn2000-noi-bo:105°45' (chưa "
                               "tính chuyển từ WGS 84)",
                               "coordinate system of the file where it says none or a wrong one: "
                               "EPSG:…, vn2000:105°45' (central meridian), vn2000-noi-bo:105°45' "
                               "(made of WGS 84 without the shift of the datum)"))
            ->type_name("CRS");
        m_import
            ->add_option(
                "--valid-from", m_validFrom,
                words("ranh giới của các đơn vị có hiệu lực vào ngày này, viết 01/07/2025 hoặc "
                      "2025-07-01 (mặc định: tìm theo mã, tên và diện tích)",
                      "boundaries of the units valid on this day, written 2025-07-01 or "
                      "01/07/2025 (default: found by codes, names and areas)"))
            ->type_name("DAY");
    }

    void setupRemove(CLI::App& app, const Words& words) {
        m_remove = app.add_subcommand(
            "remove", words("Bỏ ranh giới đã nhập", "Remove boundaries that were imported"));
        m_remove->fallthrough();
        m_remove
            ->add_option("--level", m_level,
                         words("chỉ cấp này: tinh, huyen, xa",
                               "only this level: province, district, commune"))
            ->type_name("LEVEL");
        m_remove
            ->add_option("--valid-from", m_validFrom,
                         words("chỉ các đơn vị có hiệu lực vào ngày này",
                               "only of units in force on this day"))
            ->type_name("DAY");
        m_remove
            ->add_option("--source", m_source,
                         words("chỉ những gì nhập từ tệp này, ghi như trong danh sách",
                               "only what came from this file, as it is listed"))
            ->type_name("FILE");
        m_remove
            ->add_option("--layer", m_options.layer,
                         words("chỉ những gì nhập từ lớp này", "only what came from this layer"))
            ->type_name("NAME");
        m_remove->add_flag("--all", m_all, words("mọi ranh giới", "all boundaries"));
    }

    static void list(Context& context) {
        Workspace workspace = context.open(store::Mode::ReadOnly);
        const auto held = boundaries::heldBoundaries(workspace.file(), workspace.gazetteer());
        print(context, boundaries::heldRows(held));
        if (held.empty())
            context.note(
                LocalText{"Chưa có ranh giới nào; nhập bằng 'terroir boundaries import'.",
                          "There are none; import some with 'terroir boundaries import'."});
    }

    void remove(Context& context) const {
        boundaries::BoundaryChoice choice;
        if (!m_level.empty())
            choice.level = requireLevel(m_level);
        if (!m_validFrom.empty())
            choice.day = requireDayOfUnits(m_validFrom, "--valid-from");
        choice.file = m_source;
        choice.layer = m_options.layer;
        if (choice.isEmpty() != m_all)
            throw UsageError(LocalText{
                "Hãy ghi những ranh giới cần bỏ (--level, --valid-from, --source, --layer), hoặc "
                "--all.",
                "Say which boundaries to remove (--level, --valid-from, --source, --layer), or "
                "--all."});
        Workspace workspace = context.open(store::Mode::ReadWrite, store::Spatial::Yes);
        const std::size_t removed = boundaries::removeBoundaries(
            workspace.file(), workspace.gazetteer(), {&choice, 1}, context.progress());
        context.isCommitted = true;
        print(context, boundaries::heldRows(
                           boundaries::heldBoundaries(workspace.file(), workspace.gazetteer())));
        context.note(localText("Đã bỏ {} ranh giới; trên đây là những gì còn lại.",
                               "Removed {} boundaries; above is what is left.", removed));
    }

    void import(Context& context) const {
        boundaries::ImportOptions options = m_options;
        options.crs = geometry::systemNamed(m_options.crs);
        if (!m_level.empty())
            options.level = requireLevel(m_level);
        if (!m_validFrom.empty())
            options.validFrom = requireDayOfUnits(m_validFrom, "--valid-from");
        if (!std::filesystem::is_directory(m_file))
            requireFile(m_file);
        Workspace workspace = context.open(store::Mode::ReadWrite, store::Spatial::Yes);
        context.step(localText("Đọc đa giác từ '{}'", "Reading polygons from '{}'", m_file));
        const boundaries::ImportResult result = boundaries::importBoundaries(
            workspace.file(), workspace.gazetteer(), m_file, options, context.progress());
        context.isCommitted = true;
        context.step(localText("Đã đọc {} đa giác, {} khớp", "Read {} polygons, {} matched",
                               result.read, result.matched));
        print(context, boundaries::boundaryRows(result, workspace.gazetteer(), context.words));
        context.note(boundaries::boundarySummary(result, context.words));
        if (const auto meridian = geometry::meridianOf(options.crs))
            context.note(localText(
                "Tọa độ được tính chuyển từ VN-2000 sang WGS 84. Nếu tệp là \"VN-2000 nội bộ\" thì "
                "ranh giới lệch 200–300 m; khi đó hãy nhập lại với --crs \"vn2000-noi-bo:{}\".",
                "The coordinates were shifted from VN-2000 to WGS 84. If the file was made of WGS "
                "84 "
                "without the shift, the boundaries are 200 to 300 m off; import it again then with "
                "--crs \"vn2000-noi-bo:{}\".",
                geometry::meridianText(*meridian)));
        for (const boundaries::LayerReport& layer : result.layers)
            if (layer.refusal != LocalText())
                context.failure = InputError(
                    m_file, 0, "",
                    localText(
                        "không phải lớp nào cũng được nhập; hãy nhập riêng từng lớp bị bỏ qua "
                        "(--layer) sau khi sửa như đã nêu.",
                        "not every layer was taken; import those that were left out one by "
                        "one (--layer), corrected as it says."));
    }

    boundaries::ImportOptions m_options;
    std::string m_file, m_level, m_validFrom, m_source;
    bool m_all = false;
    CLI::App *m_import = nullptr, *m_list = nullptr, *m_remove = nullptr;
};

} // namespace

std::unique_ptr<Command> makeBoundariesCommand() {
    return std::make_unique<BoundariesCommand>();
}

} // namespace terroir::cli

#include "core/base/error.hpp"
#include "core/base/local_text.hpp"
#include "core/boundaries/boundaries.hpp"
#include "core/boundaries/report.hpp"
#include "core/workspace/workspace.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/options.hpp"
#include "plugin/cli/result_table.hpp"

#include <CLI/CLI.hpp>

namespace terroir::cli {

namespace {

class BoundariesCommand final : public Command {
public:
    std::string name() const override { return "boundaries"; }
    LocalText summary() const override {
        return {"Nhập ranh giới hành chính chính thức", "Take official administrative boundaries"};
    }
    std::vector<std::string> examples() const override {
        return {"terroir boundaries import ranh-gioi-xa.shp --valid-from 01/07/2025",
                "terroir boundaries import ranh-gioi-xa.geojson --level xa --code ma --name ten "
                "--valid-from 2025-07-01"};
    }

    void setup(CLI::App& app, const Words& words) override {
        app.require_subcommand(1, 1);
        CLI::App* import = app.add_subcommand(
            "import", words("Nhập đa giác từ tệp GIS (mọi định dạng mà GDAL đọc được)",
                            "Take polygons from a GIS file (any format that GDAL reads)"));
        import->fallthrough();
        import->add_option("FILE", m_file, words("tệp đa giác", "file with polygons"))->required();
        import->add_option("--layer", m_options.layer, words("lớp trong tệp", "layer of the file"))
            ->type_name("NAME");
        import
            ->add_option("--code", m_options.codeField,
                         words("trường mã đơn vị", "field with the unit code"))
            ->type_name("FIELD");
        import
            ->add_option("--name", m_options.nameField,
                         words("trường tên đơn vị", "field with the unit name"))
            ->type_name("FIELD");
        import
            ->add_option("--level", m_level,
                         words("cấp: tinh, huyen, xa (mặc định: theo mã)",
                               "level: province, district, commune (default: by the codes)"))
            ->type_name("LEVEL");
        import
            ->add_option(
                "--valid-from", m_validFrom,
                words("ranh giới của các đơn vị có hiệu lực vào ngày này, viết 01/07/2025 hoặc "
                      "2025-07-01 (mặc định: hôm nay)",
                      "boundaries of the units valid on this day, written 2025-07-01 or "
                      "01/07/2025 (default: today)"))
            ->type_name("DAY");
    }

    void run(Context& context) override {
        boundaries::ImportOptions options = m_options;
        if (!m_level.empty())
            options.level = requireLevel(m_level);
        if (!m_validFrom.empty())
            options.validFrom = requireDay(m_validFrom, "--valid-from");
        requireFile(m_file);
        Workspace workspace = context.open(store::Mode::ReadWrite, store::Spatial::Yes);
        context.step(localText("Đọc đa giác từ '{}'", "Reading polygons from '{}'", m_file));
        const boundaries::ImportResult result = boundaries::importBoundaries(
            workspace.file(), workspace.gazetteer(), m_file, options, context.progress());
        context.isCommitted = result.matched > 0;
        context.step(localText("Đã đọc {} đa giác, {} khớp", "Read {} polygons, {} matched",
                               result.read, result.matched));
        if (result.matched == 0)
            context.failure = InputError(
                m_file, 0, "",
                localText("không đa giác nào khớp với một đơn vị, nên không có ranh giới nào được "
                          "nhập; hãy xem lại --code, --name, --level và --valid-from.",
                          "no polygon matches a unit, so no boundary was taken; check --code, "
                          "--name, --level and --valid-from."));
        print(context, boundaries::boundaryRows(result, workspace.gazetteer(), context.words));
        context.note(boundaries::boundarySummary(result, context.words));
    }

private:
    boundaries::ImportOptions m_options;
    std::string m_file, m_level, m_validFrom;
};

} // namespace

std::unique_ptr<Command> makeBoundariesCommand() {
    return std::make_unique<BoundariesCommand>();
}

} // namespace terroir::cli

#include "core/base/error.hpp"
#include "plugin/cli/command.hpp"
#include "plugin/cli/place_input.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace terroir::cli {

namespace {

class ConvertCommand final : public Command {
public:
    std::string name() const override { return "convert"; }
    LocalText summary() const override {
        return {"Chuyển địa danh trong bảng sang đơn vị hành chính của một ngày khác",
                "Take the place names of a table to the administrative units of another day"};
    }
    std::string example() const override {
        return "terroir convert diem.csv --columns \"tinh,huyen,xa\" --as-of 2025-06-30 -o "
               "diem-moi.csv";
    }

    void setup(CLI::App& app, const Words& words) override {
        m_input.bind(app, words);
        app.add_option(
               "--to", m_to,
               words("ngày của các đơn vị cần chuyển sang (mặc định: hôm nay). Cột share là phần "
                     "diện tích của đơn vị tìm thấy; '~' đứng trước là ước lượng",
                     "the day of the units to convert to (default: today). The column share is the "
                     "part of the found unit's area; '~' in front of it: an estimate"))
            ->type_name("YYYY-MM-DD");
        app.add_flag("--explode", m_explode,
                     words("mỗi đơn vị mới một dòng, thay vì nối bằng '|'",
                           "a row for each new unit instead of joining them with '|'"));
    }

    void run(Context& context) override {
        m_input.check();
        const Date to = day();
        Session session(context.workspaceFile, store::Mode::ReadOnly);
        const session::ConversionAnswer answer(session.gazetteer(), to, m_explode);
        const TableGeocoder::Counts counts = m_input.run(context, session, answer);
        if (!m_input.saysWhen())
            context.note(context.words(
                "Tên được tra theo đơn vị của hôm nay trước; nếu bảng cũ hơn, hãy cho biết ngày, "
                "ví dụ --as-of 2025-06-30.",
                "Names were looked up among the units of today first; for an older table give its "
                "day, such as --as-of 2025-06-30."));
        if (!m_input.isTable())
            return;
        context.note(sentenceOf(counts, context.words));
        if (counts.partial > 0)
            context.note(context.words(
                fmt::format("{} dòng khớp nhưng danh mục không cho biết đơn vị ngày {}; xem cột "
                            "reasons.",
                            counts.partial, to.toString()),
                fmt::format("Of {} matched rows the gazetteer does not say what they are on {}; "
                            "see the column reasons.",
                            counts.partial, to.toString())));
    }

private:
    Date day() const {
        if (m_to.empty())
            return Date::today();
        const Date date = requireDate(m_to, "--to");
        if (date < gazetteer::firstDay)
            throw UsageError(fmt::format(
                "--to '{}' is before {}, when the list of units begins; choose a later day.", m_to,
                gazetteer::firstDay.toString()));
        return date;
    }

    PlaceInput m_input;
    std::string m_to;
    bool m_explode = false;
};

} // namespace

std::unique_ptr<Command> makeConvertCommand() {
    return std::make_unique<ConvertCommand>();
}

} // namespace terroir::cli

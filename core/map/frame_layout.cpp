#include "core/map/frame_layout.hpp"

#include <algorithm>
#include <cstddef>

namespace terroir::map {

namespace {

using geometry::Box;

constexpr double gapMm = 2;                         // on A4, like all here
constexpr double besideMm = 8, aboveMm = 13;        ///< of a frame, not filled by its map
constexpr double minWidthMm = 34, minHeightMm = 30; ///< for name and scale bar

/// How large a frame's map is at one millimetre to the kilometre.
struct Extent {
    double along = 0, across = 0;
};

/// Parts in lines one after another: a line runs along x (rows) or y (columns).
struct Lines {
    bool areRows = true;
    std::vector<std::size_t> ends; ///< the part after the last of each line
};

/// Along and across a line: sizes of the box and what a frame needs beside its map.
struct Measures {
    double along, across, besideAlong, besideAcross, minAlong, minAcross, gap;
};

Measures measuresOf(bool areRows, const Box& box, const Typesetter& type, geometry::Point margin) {
    const double beside = type.mm(besideMm) + 2 * margin.x, above = type.mm(aboveMm) + 2 * margin.y;
    const double width = type.mm(minWidthMm) + 2 * margin.x;
    const double height = type.mm(minHeightMm) + 2 * margin.y, gap = type.mm(gapMm);
    return areRows ? Measures{box.width(), box.height(), beside, above, width, height, gap}
                   : Measures{box.height(), box.width(), above, beside, height, width, gap};
}

std::vector<Extent> extentsOf(const std::vector<FramePart>& parts, bool areRows) {
    std::vector<Extent> extents;
    for (const FramePart& part : parts) {
        const double width = part.enlarged * part.widthKm, height = part.enlarged * part.heightKm;
        extents.push_back(areRows ? Extent{width, height} : Extent{height, width});
    }
    return extents;
}

/// Sizes of frames at a scale; of lines across, of the frames along their line.
struct Sizes {
    std::vector<double> lines, frames;
    double longest = 0, across = 0; ///< with gaps
};

Sizes sizesAt(double scale, const Lines& lines, const std::vector<Extent>& extents,
              const Measures& measures) {
    Sizes sizes;
    std::size_t at = 0;
    for (const std::size_t end : lines.ends) {
        double across = 0, along = 0;
        for (; at < end; ++at) {
            sizes.frames.push_back(
                std::max(measures.minAlong, scale * extents[at].along + measures.besideAlong));
            across = std::max(across, scale * extents[at].across + measures.besideAcross);
            along += sizes.frames.back() + measures.gap;
        }
        sizes.lines.push_back(std::max(across, measures.minAcross));
        sizes.longest = std::max(sizes.longest, along - measures.gap);
        sizes.across += sizes.lines.back() + measures.gap;
    }
    sizes.across -= measures.gap;
    return sizes;
}

/// The largest scale at which the lines fit; by halving, because frames have a least size.
double largestScale(const Lines& lines, const std::vector<Extent>& extents,
                    const Measures& measures) {
    double fits = 0, tooLarge = 1000;
    for (int step = 0; step < 50; ++step) {
        const double middle = (fits + tooLarge) / 2;
        const Sizes sizes = sizesAt(middle, lines, extents, measures);
        (sizes.longest <= measures.along && sizes.across <= measures.across ? fits : tooLarge) =
            middle;
    }
    return fits;
}

std::vector<Box> boxesOf(const Lines& lines, const Sizes& sizes, const Measures& measures,
                         const Box& box) {
    std::vector<Box> boxes;
    const double gapsAcross = measures.gap * double(lines.ends.size() - 1);
    const double widerLines = (measures.across - gapsAcross) / (sizes.across - gapsAcross);
    std::size_t at = 0;
    double across = 0;
    for (std::size_t line = 0; line < lines.ends.size(); ++line) {
        double sum = 0;
        for (std::size_t i = at; i < lines.ends[line]; ++i)
            sum += sizes.frames[i];
        const double gaps = measures.gap * double(lines.ends[line] - at - 1);
        const double wider = (measures.along - gaps) / sum;
        const double height = widerLines * sizes.lines[line];
        double along = 0;
        for (; at < lines.ends[line]; ++at) {
            const double length = wider * sizes.frames[at];
            boxes.push_back(lines.areRows
                                ? Box{box.minX + along, box.minY + across,
                                      box.minX + along + length, box.minY + across + height}
                                : Box{box.minX + across, box.minY + along,
                                      box.minX + across + height, box.minY + along + length});
            along += length + measures.gap;
        }
        across += height + measures.gap;
    }
    return boxes;
}

} // namespace

std::vector<Box> frameBoxes(const std::vector<FramePart>& parts, const Box& box,
                            const Typesetter& type, geometry::Point margin) {
    std::vector<Box> best;
    double bestScale = -1;
    // Every way to break the parts into lines: after part i or not, a bit each.
    const std::size_t ways = std::size_t(1) << (parts.size() - 1);
    for (const bool areRows : {true, false}) {
        const Measures measures = measuresOf(areRows, box, type, margin);
        const std::vector<Extent> extents = extentsOf(parts, areRows);
        for (std::size_t way = 0; way < ways; ++way) {
            Lines lines{areRows, {}};
            for (std::size_t i = 0; i + 1 < parts.size(); ++i)
                if ((way >> i & 1) != 0)
                    lines.ends.push_back(i + 1);
            lines.ends.push_back(parts.size());
            const Sizes least = sizesAt(0, lines, extents, measures);
            if (least.longest > measures.along || least.across > measures.across)
                continue; // no room for names and scale bars
            const double scale = largestScale(lines, extents, measures);
            if (scale <= bestScale)
                continue;
            bestScale = scale;
            best = boxesOf(lines, sizesAt(scale, lines, extents, measures), measures, box);
        }
    }
    return best;
}

} // namespace terroir::map

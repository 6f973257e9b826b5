// Draws a map as SVG: areas in steps of the grid, symbols and names in pixels above them.
const lettersPx = { name: 12.5, value: 12.5, figure: 11.5 };
const fontFamily = '"Open Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const measuring = document.createElement('canvas').getContext('2d');

function widthOf(words, size, isBold) {
  measuring.font = `${isBold ? 600 : 400} ${size}px ${fontFamily}`;
  return measuring.measureText(words).width;
}

/** Boxes of what lies on the map, found by place. */
class Obstacles {
  constructor() { this.cells = new Map(); }
  static cell = 64;
  *around(box) {
    for (let x = Math.floor(box[0] / Obstacles.cell); x <= Math.floor(box[2] / Obstacles.cell); ++x)
      for (let y = Math.floor(box[1] / Obstacles.cell); y <= Math.floor(box[3] / Obstacles.cell); ++y)
        yield x + 100000 * y;
  }
  add(box, owner) {
    for (const cell of this.around(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push([box, owner]);
    }
  }
  isFree(box, owner) {
    for (const cell of this.around(box))
      for (const [other, its] of this.cells.get(cell) ?? [])
        if (its !== owner && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] &&
            other[1] < box[3]) return false;
    return true;
  }
}

function slicePath(radius, from, to) {
  const point = (share) => `${radius * Math.sin(2 * Math.PI * share)} ${
    -radius * Math.cos(2 * Math.PI * share)}`;
  return `M0 0L${point(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}z`;
}

/** Whether dark letters are read better on a colour (relative luminance, WCAG 2). */
function isLightColour(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => (parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.3;
}

class Drawing {
  constructor(svg) {
    this.svg = svg;
    this.hatches = svgElement('defs');
    this.ground = svgElement('g', { class: 'ground' });
    this.symbols = svgElement('g', { class: 'symbols' });
    this.spots = svgElement('g', { class: 'spots' });
    this.labels = svgElement('g', { class: 'labels' });
    svg.append(this.hatches, this.ground, this.symbols, this.spots, this.labels);
  }

  show(map) {
    this.map = map;
    this.ground.replaceChildren();
    this.hatches.replaceChildren();
    this.addAreas();
    this.addSymbols();
  }

  addAreas() {
    const { map } = this, ground = map.ground;
    const layer = (name, ...children) => {
      const made = svgElement('g', { class: name }, ...children);
      this.ground.append(made);
      return made;
    };
    const outline = (number) => svgElement('path', { d: pathOf(shapes[number]) });
    layer('context', ...ground.context.map(outline));
    const paints = map.fills.map((fill, i) => this.paintOf(fill, i));
    this.units = map.units.map((unit, row) => {
      if (unit.shape === undefined) return null;
      const path = outline(unit.shape);
      path.setAttribute('fill', paints[unit.fill]);
      path.row = row;
      return path;
    });
    layer('units', ...this.units);
    this.ground.classList.toggle('many', map.units.length > 400);
    layer('parents', ...ground.parents.map(outline));
    layer('tops', ...ground.tops.map(outline));
    const border = ground.border.map((number) => pathOfLine(lines[number])).join('');
    layer('border', svgElement('path', { class: 'band', d: border }),
      svgElement('path', { class: 'line', d: border }));
    layer('groups', ...map.groups.map((group) => svgElement('path', {
      d: group.outline !== undefined ? pathOf(shapes[group.outline])
        : pathAround((group.units ?? []).map((row) => map.units[row].shape)
          .filter((number) => number !== undefined)),
    })));
    layer('records', ...(map.records?.shapes ?? []).map(([colour, isOpen, ...rings]) =>
      svgElement('path', {
        d: rings.map((ring) => `M${ring.join(' ')}${isOpen ? '' : 'z'}`).join(''),
        stroke: map.colours[colour], 'stroke-width': isOpen ? 2.4 : 1.4,
        fill: isOpen ? 'none' : map.colours[colour], 'fill-opacity': 0.27,
      })));
    this.marked = layer('marked');
    layer('dots', ...this.dotPaths());
  }

  /** Each colour in several parts, one above the other: none lies on all others. */
  dotPaths() {
    const { size, points } = this.map.dots ?? { points: [] }, parts = 12, made = [];
    const length = 3 * Math.ceil(points.length / 3 / parts);
    for (let from = 0; from < points.length; from += length) {
      const byColour = new Map(), end = Math.min(from + length, points.length);
      for (let i = from; i < end; i += 3) {
        const colour = this.map.colours[points[i + 2]];
        byColour.set(colour, `${byColour.get(colour) ?? ''}M${points[i]} ${points[i + 1]}h0`);
      }
      for (const [stroke, d] of byColour)
        made.push(svgElement('path', { d, stroke: '#fff', 'stroke-width': size * pixelsPerMm + 0.6 }),
          svgElement('path', { d, stroke, 'stroke-width': size * pixelsPerMm }));
    }
    return made;
  }

  /** Where records lie by themselves; many close to each other are one circle with their number. */
  placeSpots(view) {
    const side = 24, crowds = new Map(), colours = this.map.colours;
    for (const [x, y, colour] of this.map.records?.points ?? []) {
      // Squares are counted on the ground, so that they stay when the map moves.
      const key = `${Math.floor(x * view.scale / side)} ${Math.floor(y * view.scale / side)}`;
      if (!crowds.has(key)) crowds.set(key, []);
      crowds.get(key).push([...view.toScreen(x, y), colour]);
    }
    const single = [], several = [];
    for (const points of crowds.values()) {
      if (points.every(([x, y]) => x < -side || y < -side || x > view.width + side ||
          y > view.height + side)) continue;
      if (points.length < 4) {
        single.push(...points.map(([cx, cy, colour]) =>
          svgElement('circle', { cx, cy, r: 3.6, fill: colours[colour] })));
        continue;
      }
      const [x, y] = [0, 1].map((i) => points.reduce((sum, point) => sum + point[i], 0) / points.length);
      const counts = new Map();
      for (const [, , colour] of points) counts.set(colour, (counts.get(colour) ?? 0) + 1);
      const slices = [...counts].flatMap(([colour, count]) => [count, colour]);
      const disc = svgElement('g', { transform: `translate(${x} ${y})` },
        this.symbolPicture({ radius: side / 2, x: 0, slices }));
      if (counts.size > 1) disc.append(svgElement('circle', { r: 0.37 * side, fill: '#fff' }));
      const isDark = counts.size === 1 && !isLightColour(colours[points[0][2]]);
      const count = svgElement('text', { y: 4, fill: isDark ? '#fff' : '#1c1c1e' });
      count.textContent = points.length;
      disc.append(count);
      several.push(disc);
    }
    this.spots.replaceChildren(...single, ...several);
  }

  paintOf(fill, number) {
    if (!fill.hatch) return fill.fill;
    const id = `hatch${number}`;
    this.hatches.append(svgElement('pattern',
      { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
      svgElement('rect', { width: 6, height: 6, fill: fill.fill }),
      svgElement('path', { d: 'M-1 1L1 -1M0 6L6 0M5 7L7 5', stroke: fill.hatch, 'stroke-width': 1 })));
    return `url(#${id})`;
  }

  addSymbols() {
    const { map } = this;
    this.bundles = [...map.units, ...map.groups].map((thing) => this.bundleOf(thing))
      .filter((bundle) => bundle !== null);
    const size = (bundle) => bundle.symbols.reduce((sum, one) => sum + one.radius ** 2, 0);
    this.bundles.sort((a, b) => size(b) - size(a)); // small ones above large ones
    this.symbols.replaceChildren(...this.bundles.map((bundle) => bundle.picture));
    this.inked = Math.PI * this.bundles.reduce((sum, bundle) => sum + size(bundle), 0);
  }

  /** The symbols of a unit or a group, side by side, in pixels around its place. */
  bundleOf(thing) {
    if (!thing.symbols || !thing.at) return null;
    const symbols = thing.symbols.map(([size, figure, kind, slices, shape, times]) => {
      const radius = size / 2 * pixelsPerMm, isBar = kind === 2;
      return { radius, half: isBar ? barMm / 2 * pixelsPerMm : radius * (times ?? 1), figure,
        isHollow: kind === 1, isBar, slices, shape, times };
    });
    const gap = 1.5, width = symbols.reduce((sum, one) => sum + 2 * one.half + gap, -gap);
    const radius = Math.max(...symbols.map((one) => one.radius));
    let x = -width / 2;
    const picture = svgElement('g');
    for (const symbol of symbols) {
      symbol.x = x + symbol.half;
      picture.append(symbol.isBar ? this.barPicture(symbol, radius)
        : symbol.times ? this.shapePicture(symbol) : this.symbolPicture(symbol));
      x += 2 * symbol.half + gap;
    }
    return { thing, symbols, picture, width, radius };
  }

  /** Its parts from the ground line upwards. */
  barPicture({ radius, half, x, slices }, ground) {
    const bar = svgElement('g');
    let sum = 0, y = ground;
    for (let i = 0; i < slices.length; i += 2) sum += slices[i];
    for (let i = 0; i < slices.length; i += 2) {
      const height = 2 * radius * slices[i] / sum;
      y -= height;
      bar.append(svgElement('rect', { x: x - half, y, width: 2 * half, height,
        fill: this.map.colours[slices[i + 1]], stroke: '#fff', 'stroke-width': 0.6 }));
    }
    return bar;
  }

  /** So many shapes in a row, with a white rim. */
  shapePicture({ radius, half, x, slices, shape, times }) {
    const row = svgElement('g'), d = this.map.pictures[shape];
    for (const rim of [{ fill: 'none', stroke: '#fff', 'stroke-width': 1.6 },
      { fill: this.map.colours[slices[1]] }])
      for (let i = 0; i < times; ++i)
        row.append(svgElement('path', { d, 'fill-rule': 'evenodd', ...rim, transform:
          `translate(${x - half + 2 * radius * i} ${-radius}) scale(${2 * radius / pictureSide})` }));
    return row;
  }

  symbolPicture({ radius, x, isHollow, slices }) {
    const colour = this.map.colours;
    if (slices.length === 2) {
      const hollow = { fill: '#fff', stroke: colour[slices[1]], 'stroke-width': 2,
        'stroke-dasharray': '4 2' };
      const full = { fill: colour[slices[1]], stroke: '#fff', 'stroke-width': 0.8 };
      return svgElement('circle', { cx: x, r: Math.max(radius - (isHollow ? 1 : 0), 0.3),
        ...(isHollow ? hollow : full) });
    }
    const pie = svgElement('g', { transform: `translate(${x} 0)` });
    let sum = 0, from = 0;
    for (let i = 0; i < slices.length; i += 2) sum += slices[i];
    for (let i = 0; i < slices.length; i += 2) {
      const to = from + slices[i] / sum;
      pie.append(svgElement('path', { d: slicePath(radius, from, Math.min(to, from + 0.99999)),
        fill: colour[slices[i + 1]], stroke: '#fff', 'stroke-width': 0.8 }));
      from = to;
    }
    return pie;
  }

  /** Few symbols are larger where there is room; all are smaller where they bury each other. */
  factorIn(view) {
    const isFew = this.bundles.length <= 40;
    const share = 0.04 * view.width * view.height / Math.max(this.inked, 1);
    let factor = Math.min(Math.sqrt(share * view.scale / view.fitted), isFew ? 1.8 : 1);
    if (this.bundles.length <= 300)
      while (factor > 0.4 && this.buriedShare(view.scale, factor) > (factor > 1 ? 0 : 0.15))
        factor *= 0.9;
    return Math.max(factor, 0.25);
  }

  /** How much of the symbols lies under others. */
  buriedShare(scale, factor) {
    const places = this.bundles.map(({ thing, width }) =>
      [thing.at[0] * scale, thing.at[1] * scale, width / 2 * factor]);
    let all = 0, buried = 0;
    places.forEach(([x, y, radius], i) => {
      all += radius ** 2;
      for (let j = 0; j < i; ++j) {
        const [otherX, otherY, other] = places[j];
        const apart = Math.hypot(x - otherX, y - otherY), least = Math.min(radius, other);
        if (apart < radius + other)
          buried += least ** 2 * Math.min(1, (radius + other - apart) / (2 * least));
      }
    });
    return all > 0 ? buried / all : 0;
  }

  place(view) {
    this.svg.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
    this.ground.setAttribute('transform', view.transform);
    for (const hatch of this.hatches.children)
      hatch.setAttribute('patternTransform', `scale(${1 / view.scale})`);
    this.factor = this.factorIn(view);
    for (const bundle of this.bundles) {
      const [x, y] = view.toScreen(bundle.thing.at[0], bundle.thing.at[1]);
      bundle.at = [x, y];
      bundle.picture.setAttribute('transform', `translate(${x} ${y}) scale(${this.factor})`);
    }
    this.placeSpots(view);
  }

  /** Names and figures, the most important first; none lies on another or on a symbol. */
  placeLabels(view, taken) {
    const { factor } = this;
    const obstacles = new Obstacles(), made = [], bundleOf = new Map();
    for (const box of taken) obstacles.add(box, {});
    for (const bundle of this.bundles) {
      const [x, y] = bundle.at, half = bundle.width / 2 * factor, radius = bundle.radius * factor;
      obstacles.add([x - half, y - radius, x + half, y + radius], bundle.thing);
      bundleOf.set(bundle.thing, bundle);
    }
    const isOwn = (thing) => thing.value || thing.symbols;
    const isFew = this.map.units.length <= 60;
    const room = (thing) => thing.at[2] * view.scale;
    const ranked = [
      ...this.map.units.filter(isOwn).sort((a, b) => this.weight(b) - this.weight(a)),
      ...this.map.groups,
      ...this.map.ground.sea,
      ...(this.areSmall(view) ? this.map.parents : []),
      ...this.map.units.filter((unit) => !isOwn(unit)).sort((a, b) => room(b) - room(a)),
    ].filter((thing) => thing.at);
    for (const thing of ranked) {
      const [x, y] = view.toScreen(thing.at[0], thing.at[1]);
      if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
      const isMain = isOwn(thing) || thing.figures;
      for (const label of this.labelsOf(thing, bundleOf.get(thing), x, y)) {
        const width = label.box[2] - label.box[0];
        const most = isMain ? isFew ? 7 : 4.5 : 2.4;
        const isFree = label.isFigure && this.bundles.length <= 100;
        if (thing.at[2] && width > most * room(thing) && !isFree) continue;
        if (label.box[0] < 1 || label.box[2] > view.width - 1 || label.box[1] < 1 ||
            label.box[3] > view.height - 1 || !obstacles.isFree(label.box, thing)) continue;
        obstacles.add(label.box, {});
        made.push(...label.texts.map(([words, tx, ty, kind]) => {
          const line = svgElement('text', { x: tx, y: ty, class: `${kind} ${isMain ? '' : 'quiet'}`.trim() });
          line.textContent = words;
          return line;
        }));
        break;
      }
    }
    this.labels.replaceChildren(...made);
  }

  /** Whether names of units would find no room. */
  areSmall(view) {
    const radii = this.map.units.filter((unit) => unit.at).map((unit) => unit.at[2])
      .sort((a, b) => a - b);
    return radii.length > 0 && radii[radii.length >> 1] * view.scale < 12;
  }

  weight(unit) {
    const symbols = (unit.symbols ?? []).reduce((sum, [diameter]) => sum + diameter ** 2, 0);
    return symbols + (unit.value ? 1 : 0) + (unit.at ? unit.at[2] / 1e7 : 0);
  }

  /** Ways to write a label, the best first: name with figures, beside symbols or in the area. */
  labelsOf(thing, bundle, x, y) {
    const { factor } = this, name = text(thing.name), value = thing.value ? text(thing.value) : '';
    const block = (lines, middle) => {
      const height = 14, top = middle - lines.length * height / 2;
      const half = Math.max(...lines.map(([words, kind]) =>
        widthOf(words, lettersPx[kind], kind !== 'name'))) / 2 + 1;
      return {
        box: [x - half, top, x + half, top + lines.length * height],
        texts: lines.map(([words, kind], i) => [words, x, top + i * height + 11, kind]),
      };
    };
    if (!bundle) {
      const lines = [[name, 'name']];
      return value ? [block([...lines, [value, 'value']], y), block([[value, 'value']], y)]
        : [block(lines, y)];
    }
    const radius = bundle.radius * factor;
    const inside = this.figuresInside(bundle, x, y);
    if (inside) {
      const box = [x, y, x, y];
      return [block([[name, 'name']], y + radius + 9), block([[name, 'name']], y - radius - 9),
        { box, texts: [], isFigure: true }]
        .map((label) => ({ ...label, texts: [...label.texts, ...inside] }));
    }
    const figures = this.figuresOf(bundle, x, y + radius);
    const under = block([[name, 'name']], y + radius + 22);
    const below = block([[name, 'name']], y + radius + 9);
    const above = block([[name, 'name']], y - radius - 9);
    const join = (a, b) => ({
      box: [Math.min(a.box[0], b.box[0]), Math.min(a.box[1], b.box[1]),
        Math.max(a.box[2], b.box[2]), Math.max(a.box[3], b.box[3])],
      texts: [...a.texts, ...b.texts],
    });
    return [...(figures ? [join(figures, under), join(above, figures)] : []), below, above,
      ...(figures ? [{ ...figures, isFigure: true }] : [])];
  }

  /** The figures within the symbols; null where one does not fit. */
  figuresInside(bundle, x, y) {
    const texts = [];
    for (const symbol of bundle.symbols) {
      const words = text(symbol.figure), radius = symbol.radius * this.factor;
      if (Math.hypot(widthOf(words, lettersPx.figure, true), 9) > 1.9 * radius ||
          symbol.slices.length > 2 || symbol.times) return null;
      const isLight = symbol.isHollow || isLightColour(this.map.colours[symbol.slices[1]]);
      texts.push([words, x + symbol.x * this.factor, y + 4, isLight ? 'figure' : 'figure inverse']);
    }
    return texts;
  }

  /** The figures of symbols, each below its own; null where they have no room beside each other. */
  figuresOf(bundle, x, y) {
    const texts = [], height = 13;
    let end = -Infinity, left = Infinity;
    for (const symbol of bundle.symbols) {
      const words = text(symbol.figure), half = widthOf(words, lettersPx.figure, true) / 2;
      const middle = x + symbol.x * this.factor;
      if (middle - half < end) return null;
      end = middle + half + 2;
      left = Math.min(left, middle - half);
      texts.push([words, middle, y + 11, 'figure']);
    }
    return { box: [left, y, end, y + height], texts };
  }

  /** Outlines around units that were chosen or found. */
  mark(rows) {
    this.marked.replaceChildren(...rows.filter((row) => this.units[row])
      .map((row) => svgElement('path', { d: this.units[row].getAttribute('d') })));
  }
}

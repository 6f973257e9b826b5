// The legend, row by row as core made it.
const swatch = { width: 28, height: 16 };

function sampleOf(sample) {
  const line = { stroke: sample.line ?? 'none', 'stroke-width': (sample.width ?? 0) * pixelsPerMm,
    'stroke-dasharray': sample.dashed ? '4 2.5' : null };
  const picture = svgElement('svg', { width: swatch.width, height: swatch.height, class: 'sample',
    'aria-hidden': 'true' });
  if (sample.shape) {
    const [d, width, height] = sample.shape;
    picture.setAttribute('width', Math.max(swatch.width, width * pixelsPerMm));
    picture.append(svgElement('path', { d, fill: sample.fill, 'fill-rule': 'evenodd', transform:
      `translate(${Math.max(0, (swatch.width - width * pixelsPerMm) / 2)} ${
        Math.max(0, (swatch.height - height * pixelsPerMm) / 2)}) scale(${pixelsPerMm})` }));
    return picture;
  }
  if (sample.radius) {
    picture.append(svgElement('circle', { cx: swatch.width / 2, cy: swatch.height / 2,
      r: Math.min(sample.radius * pixelsPerMm, swatch.height / 2 - 1),
      fill: sample.fill ?? 'none', ...line }));
    return picture;
  }
  const box = { x: 1, y: 1, width: swatch.width - 2, height: swatch.height - 2 };
  picture.append(svgElement('rect', { ...box, fill: sample.fill ?? 'none', ...line }));
  if (sample.hatch) {
    let d = '';
    for (let x = -swatch.height; x < swatch.width; x += 5)
      d += `M${Math.max(x, 1)} ${swatch.height - 1 - Math.max(1 - x, 0)}L${
        Math.min(x + swatch.height - 2, swatch.width - 1)} ${
        Math.max(1, 1 + x + swatch.height - 2 - (swatch.width - 1))}`;
    picture.append(svgElement('path', { d, stroke: sample.hatch, 'stroke-width': 1 }));
  }
  return picture;
}

/** Nested circles on one line, each with its value; as large as on the map. */
function circlesPicture(circles, factor) {
  const radius = (mm) => mm * pixelsPerMm * factor, biggest = radius(circles[0][0]);
  const lineHeight = 15, ground = Math.max(2 * biggest, lineHeight * (circles.length - 1)) + 8;
  const textX = 2 * biggest + 18;
  const picture = svgElement('svg', { class: 'circles', role: 'img',
    'aria-label': circles.map(([, value]) => value).join('; '), width: textX + 90 });
  let textY = 0;
  for (const [mm, value] of circles) {
    const own = radius(mm), top = ground - 2 * own;
    textY = Math.max(textY, top, 7);
    const words = svgElement('text', { x: textX, y: textY + 4 });
    words.textContent = value;
    picture.append(svgElement('circle', { cx: biggest + 1, cy: ground - own, r: own, fill: '#fff',
      stroke: '#5c5e62' }), svgElement('path', { d: `M${biggest + 1} ${top}L${textX - 8} ${textY}L${
      textX - 3} ${textY}`, fill: 'none', stroke: '#8a8a88', 'stroke-width': 0.7 }), words);
    textY += lineHeight;
  }
  picture.setAttribute('height', Math.max(ground + 4, textY - lineHeight / 2 + 4));
  return picture;
}

/** Bars on one line, each under its value; as long as on the map. */
function barsPicture(bars, factor) {
  const length = (mm) => mm * pixelsPerMm * factor, column = 64, head = 16;
  const ground = head + Math.max(...bars.map(([mm]) => length(mm)));
  const half = barMm / 2 * pixelsPerMm * factor, right = column * bars.length;
  const picture = svgElement('svg', { class: 'circles', role: 'img',
    'aria-label': bars.map(([, value]) => value).join('; '), width: right, height: ground + 4 });
  bars.forEach(([mm, value], i) => {
    const middle = column * (i + 0.5), top = ground - length(mm);
    const words = svgElement('text', { x: middle, y: top - 4, 'text-anchor': 'middle' });
    words.textContent = value;
    picture.append(svgElement('rect', { x: middle - half, y: top, width: 2 * half,
      height: length(mm), fill: '#fff', stroke: '#5c5e62' }), words);
  });
  picture.append(svgElement('path', { d: `M0 ${ground}L${right} ${ground}`, stroke: '#5c5e62' }));
  return picture;
}

/** Pictures on one line, each under its value; as large as on the map. */
function picturesPicture(pictures, factor) {
  const px = (mm) => mm * pixelsPerMm * factor, head = 16, gap = 14;
  const ground = head + Math.max(...pictures.map(([, , height]) => px(height)));
  const picture = svgElement('svg', { class: 'circles', role: 'img',
    'aria-label': pictures.map(([, , , value]) => value).join('; '), height: ground + 4 });
  let right = 0;
  for (const [d, width, height, value] of pictures) {
    const column = Math.max(px(width), 9 * value.length), middle = right + column / 2;
    const words = svgElement('text', { x: middle, y: ground - px(height) - 4, 'text-anchor': 'middle' });
    words.textContent = value;
    picture.append(svgElement('path', { d, fill: '#5c5e62', 'fill-rule': 'evenodd', transform:
      `translate(${middle - px(width) / 2} ${ground - px(height)}) scale(${pixelsPerMm * factor})` }), words);
    right += column + gap;
  }
  picture.setAttribute('width', right);
  picture.append(svgElement('path', { d: `M0 ${ground}L${right - gap} ${ground}`, stroke: '#5c5e62' }));
  return picture;
}

/** The square of two figures, as core laid it out. */
function squarePicture({ height, swatches, words }) {
  const px = (mm) => mm * pixelsPerMm;
  const picture = svgElement('svg', { class: 'circles', role: 'img', width: '100%',
    height: px(height) + 4, 'aria-label': words.map(([, , said]) => said).join('; ') });
  for (const [x, y, width, high, fill] of swatches)
    picture.append(svgElement('rect', { x: px(x), y: px(y), width: px(width), height: px(high), fill,
      stroke: '#fff' }));
  const anchors = { l: 'start', c: 'middle', r: 'end' };
  for (const [x, y, said, align, fill] of words) {
    const text = svgElement('text', { x: px(x), y: px(y), 'text-anchor': anchors[align], fill });
    text.textContent = said;
    picture.append(text);
  }
  return picture;
}

const markNames = { b: 'bold', i: 'italic', q: 'quiet', n: 'notice' };

function showLegend(place, map, factor) {
  const rows = map.legend[language === 'en' ? 1 : 0];
  place.replaceChildren(...rows.map((row) => {
    if (row.gap) return element('div', { class: 'gap' });
    if (row.circles) return circlesPicture(row.circles, factor);
    if (row.square) return squarePicture(row.square);
    if (row.pictures) return picturesPicture(row.pictures, factor);
    if (row.bars) return barsPicture(row.bars, factor);
    const words = (row.texts ?? []).map(([said, marks]) => {
      const part = element('span', { class: [...marks].map((mark) => markNames[mark]).join(' ') });
      part.textContent = said;
      return part;
    });
    const spaced = words.flatMap((part, i) => (i ? [' ', part] : [part]));
    if (row.heading) return element('h3', {}, ...spaced);
    return element('div', { class: row.sample ? 'entry' : 'words' },
      row.sample ? sampleOf(row.sample) : null, element('span', {}, ...spaced));
  }));
}

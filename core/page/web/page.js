// The page: which theme, day and unit are shown, and what the reader does.
const state = { theme: 0, day: 0, row: null, map: null };
const view = new View(), drawing = new Drawing(byId('drawing'));
const mapElement = byId('map'), tip = byId('tip');
const table = new FigureTable(byId('figures'), (row) => choose(row, { isMoved: true }));
const searchBox = new SearchBox(byId('search'), byId('hits'), found);

function say(words) {
  byId('said').textContent = words;
}

/* What is shown */

function mapsOfTheme() {
  return data.themes[state.theme].maps;
}

function showMap({ isSameGround = false } = {}) {
  const map = state.map = mapsOfTheme()[state.day];
  drawing.show(map);
  table.show(map);
  searchBox.show(map);
  if (!isSameGround || view.scale === view.fitted) fitAll();
  legendFactor = 0;
  showTexts();
  close();
  redraw();
}

function showTexts() {
  const { map } = state;
  document.documentElement.lang = language;
  const put = (id, words) => { byId(id).textContent = words; };
  document.title = text(map.title);
  put('title', text(map.title));
  put('subtitle', text(map.subtitle));
  put('sources', text(map.sources));
  put('notice', map.approximateLong ? text(map.approximateLong) : '');
  put('approximate', map.approximate ? text(map.approximate) : '');
  byId('approximate').hidden = !map.approximate;
  put('themeLabel', word('theme'));
  put('dayLabel', word('day'));
  put('legendHeading', word('legend'));
  put('tableHeading', word('table'));
  put('tableHint', word('tableHint'));
  put('toTable', word('toTable'));
  put('mapKeys', word('mapKeys'));
  put('print', word('print'));
  put('language', word('language'));
  byId('language').lang = language === 'en' ? 'vi' : 'en';
  for (const id of ['zoomIn', 'zoomOut', 'zoomAll']) {
    byId(id).setAttribute('aria-label', word(id));
    byId(id).title = word(id);
  }
  byId('search').placeholder = word('search');
  byId('search').title = word('searchHint');
  byId('search').setAttribute('aria-label', `${word('search')} (${word('searchHint')})`);
  mapElement.setAttribute('aria-label', `${word('map')}: ${text(map.title)}. ${text(map.subtitle)}`);
  const themes = byId('theme');
  themes.replaceChildren(...data.themes.map((theme, number) => {
    const option = element('option', { value: number });
    option.textContent = text(theme.title);
    option.title = text(theme.description);
    return option;
  }));
  themes.value = state.theme;
  byId('themeField').hidden = data.themes.length < 2;
  showDay();
}

function showDay() {
  const days = mapsOfTheme(), slider = byId('day');
  slider.max = days.length - 1;
  slider.value = state.day;
  slider.setAttribute('aria-valuetext', text(state.map.dayText));
  byId('dayText').textContent = text(state.map.dayText);
  byId('dayField').hidden = days.length < 2;
}

function fitAll() {
  const { box } = state.map.ground;
  byId('failure').hidden = Boolean(box);
  if (!box) byId('failure').textContent = word('emptyMap');
  view.fitAll(box ?? [0, 0, 1, 1]);
}

/* Drawing: the ground at once, names when the map stands still */

let isAsked = false, labelTimer = 0, legendFactor = 0;
function redraw() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    drawing.place(view);
    drawing.labels.replaceChildren();
    showFurniture();
    if (legendFactor !== drawing.factor) showLegendNow();
    clearTimeout(labelTimer);
    labelTimer = setTimeout(placeNames, 60);
  });
}

function placeNames() {
  clearTimeout(labelTimer);
  drawing.placeLabels(view, boxesOnMap());
}

/** Where buttons, scale bar and note lie over the map. */
function boxesOnMap() {
  const map = mapElement.getBoundingClientRect();
  return [...mapElement.querySelectorAll('#furniture, #approximate, .zoom')].map((part) => {
    const box = part.getBoundingClientRect();
    return [box.left - map.left, box.top - map.top, box.right - map.left, box.bottom - map.top];
  });
}

function showLegendNow() {
  legendFactor = drawing.factor;
  showLegend(byId('legend'), state.map, legendFactor);
}

function showFurniture() {
  const longest = Math.min(120, view.width / 4), metres = longest * view.metresPerPixel;
  const power = 10 ** Math.floor(Math.log10(metres));
  const length = [5, 2, 1].map((n) => n * power).find((n) => n <= metres * 1.0001);
  const bar = element('span', { class: 'bar' }), words = element('span'), north = element('b');
  bar.style.width = `${length / view.metresPerPixel}px`;
  words.textContent = length < 1000 ? `${length} m` : `${length / 1000} km`;
  north.textContent = `${text(state.map.north)} ↑`;
  byId('furniture').replaceChildren(north, bar, words);
}

/* Units */

function rowAt(clientX, clientY) {
  return document.elementFromPoint(clientX, clientY)?.row ?? null;
}

function choose(row, { isMoved = false, isFocused = isMoved } = {}) {
  const { map } = state;
  state.row = row;
  const unit = map.units[row];
  drawing.mark([row]);
  showDetails(byId('details'), map, row, () => close({ isFocused: true }));
  if (isMoved && unit?.at) {
    const wide = 5 * Math.max(unit.at[2], 1);
    view.fit([unit.at[0] - wide, unit.at[1] - wide, unit.at[0] + wide, unit.at[1] + wide]);
    view.scale = Math.min(Math.max(view.scale, view.fitted), 30 * view.fitted);
    redraw();
  }
  if (isFocused) {
    state.back = document.activeElement;
    byId('detailsName').focus({ preventScroll: true });
  }
  const aside = document.querySelector('aside');
  if (aside.scrollHeight > aside.clientHeight) aside.scrollTop = 0;
  else if (isFocused) byId('details').scrollIntoView({ block: 'nearest' });
  say(word('chosen', summaryOf(row)));
}

function summaryOf(row) {
  const pairs = figurePairs(state.map, row);
  return [text(state.map.rows[row].place),
    ...(pairs.length ? pairs.map(([name, said]) => `${name}: ${said}`) : [word('noData')])].join('; ');
}

function close({ isFocused = false } = {}) {
  byId('details').hidden = true;
  state.row = null;
  drawing.mark([]);
  hideTip();
  if (isFocused) (state.back?.isConnected ? state.back : mapElement).focus({ preventScroll: true });
}

/** What was searched for: one unit, or all units with a subject. */
function found(entry) {
  if (!entry.isSubject) return choose(entry.rows[0], { isMoved: true, isFocused: false });
  close();
  const places = entry.rows.map((row) => state.map.units[row]).filter((unit) => unit.at);
  drawing.mark(entry.rows);
  if (places.length) {
    const xs = places.map((unit) => unit.at[0]), ys = places.map((unit) => unit.at[1]);
    const around = 4 * Math.max(...places.map((unit) => unit.at[2]));
    view.fit([Math.min(...xs) - around, Math.min(...ys) - around, Math.max(...xs) + around,
      Math.max(...ys) + around]);
    view.scale = Math.max(view.scale, view.fitted);
    redraw();
  }
  say(word('chosen', entry.rows.map((row) => text(state.map.rows[row].place)).join('; ')));
}

function showTip(row, clientX, clientY) {
  const heading = element('b');
  heading.textContent = text(state.map.rows[row].place);
  const pairs = figurePairs(state.map, row);
  const none = element('div');
  none.textContent = word('noData');
  tip.replaceChildren(heading, ...(pairs.length ? pairs.map(([name, said]) => {
    const line = element('div'), value = element('strong');
    value.textContent = said;
    line.append(`${name}: `, value);
    return line;
  }) : [none]));
  tip.hidden = false;
  const box = mapElement.getBoundingClientRect();
  const [x, y] = [clientX - box.left, clientY - box.top];
  tip.style.left = `${Math.max(4, Math.min(x + 14, box.width - tip.offsetWidth - 4))}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > box.height ? Math.max(4, y - tip.offsetHeight - 12)
    : y + 18}px`;
}

function hideTip() {
  tip.hidden = true;
}

/* Mouse, pen and fingers */

const pointers = new Map();
let isDragged = false;

mapElement.addEventListener('pointerdown', (event) => {
  if (event.target.closest('button') || event.button > 0) return;
  pointers.set(event.pointerId, [event.clientX, event.clientY]);
  isDragged = pointers.size > 1;
});
window.addEventListener('pointermove', (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) return hover(event);
  const now = [event.clientX, event.clientY];
  if (!isDragged && Math.hypot(now[0] - before[0], now[1] - before[1]) < 5) return undefined;
  isDragged = true;
  hideTip();
  if (pointers.size === 2) pinch(event.pointerId, before, now);
  else view.move(now[0] - before[0], now[1] - before[1]);
  pointers.set(event.pointerId, now);
  redraw();
  return undefined;
});
function pinch(id, before, now) {
  const other = [...pointers].find(([its]) => its !== id)[1];
  const distance = (point) => Math.max(Math.hypot(point[0] - other[0], point[1] - other[1]), 1);
  const box = mapElement.getBoundingClientRect();
  view.move((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
  view.zoom(distance(now) / distance(before), (now[0] + other[0]) / 2 - box.left,
    (now[1] + other[1]) / 2 - box.top);
}
function release(event) {
  if (!pointers.delete(event.pointerId) || pointers.size || isDragged ||
      event.type === 'pointercancel') return;
  const row = rowAt(event.clientX, event.clientY);
  if (row !== null) choose(row);
  else close();
}
window.addEventListener('pointerup', release);
window.addEventListener('pointercancel', release);
function hover(event) {
  if (event.pointerType !== 'mouse') return;
  const row = mapElement.contains(event.target) ? event.target.row : undefined;
  if (row === undefined) hideTip();
  else showTip(row, event.clientX, event.clientY);
}
mapElement.addEventListener('wheel', (event) => {
  event.preventDefault();
  const box = mapElement.getBoundingClientRect();
  view.zoom(Math.exp(-Math.sign(event.deltaY) * Math.min(Math.abs(event.deltaY), 100) / 300),
    event.clientX - box.left, event.clientY - box.top);
  hideTip();
  redraw();
}, { passive: false });
mapElement.addEventListener('dblclick', (event) => {
  if (event.target.closest('button')) return;
  const box = mapElement.getBoundingClientRect();
  view.zoom(2, event.clientX - box.left, event.clientY - box.top);
  redraw();
});

/* Keys */

const steps = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
mapElement.addEventListener('keydown', (event) => {
  if (event.target !== mapElement || event.ctrlKey || event.altKey || event.metaKey) return;
  if (steps[event.key]) view.move(...steps[event.key].map((direction) => 70 * direction));
  else if (event.key === '+' || event.key === '=') view.zoom(1.5);
  else if (event.key === '-' || event.key === '_') view.zoom(1 / 1.5);
  else if (event.key === '0' || event.key === 'Home') fitAll();
  else if (event.key === 'Enter' || event.key === ' ') chooseMiddle();
  else return;
  event.preventDefault();
  redraw();
  if (event.key !== 'Enter' && event.key !== ' ') requestAnimationFrame(() => {
    const row = middleRow();
    if (row !== null) say(summaryOf(row));
  });
});
function middleRow() {
  const box = mapElement.getBoundingClientRect();
  return rowAt(box.left + box.width / 2, box.top + box.height / 2);
}
function chooseMiddle() {
  const row = middleRow();
  if (row !== null) choose(row, { isFocused: true });
}
window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !byId('details').hidden) close({ isFocused: true });
});

/* Buttons and choices */

const onClick = (id, act) => byId(id).addEventListener('click', act);
onClick('zoomIn', () => { view.zoom(1.6); redraw(); });
onClick('zoomOut', () => { view.zoom(1 / 1.6); redraw(); });
onClick('zoomAll', () => { fitAll(); redraw(); });
onClick('print', () => window.print());
addEventListener('beforeprint', placeNames); // a sheet does not wait for them
onClick('language', () => {
  language = language === 'en' ? 'vi' : 'en';
  const { row } = state;
  showMap({ isSameGround: true });
  if (row !== null) choose(row);
});
byId('theme').addEventListener('change', (event) => {
  const day = state.map.day;
  state.theme = Number(event.target.value);
  const same = mapsOfTheme().findIndex((map) => map.day === day);
  state.day = same >= 0 ? same : data.themes[state.theme].first;
  showMap();
});
byId('day').addEventListener('input', (event) => {
  state.day = Number(event.target.value);
  showMap({ isSameGround: true });
  say(text(state.map.subtitle));
});

/* Size and start */

function resize() {
  const box = mapElement.getBoundingClientRect(), isWhole = view.scale === view.fitted;
  view.setSize(box.width, box.height);
  if (isWhole) fitAll();
  redraw();
}

try {
  state.day = data.themes[0].first;
  const box = mapElement.getBoundingClientRect();
  view.setSize(box.width, box.height);
  showMap();
  new ResizeObserver(resize).observe(mapElement);
  document.body.classList.add('ready');
} catch (error) {
  byId('failure').hidden = false;
  byId('failure').textContent = word('failed', String(error.message));
  throw error;
}

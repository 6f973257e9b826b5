// What buttons and keys do.
const panels = ['proposals', 'leftOpen', 'gone'];
const filters = {
  all: () => true,
  open: (at) => choiceOf(at) === '',
  attention: needsAttention,
  accepted: (at) => choiceOf(at) === 'accept',
  refused: (at) => choiceOf(at) === 'refuse',
};

function say(words) { byId('said').textContent = words; }

function showPanel(name) {
  for (const panel of panels) {
    byId(panel).hidden = panel !== name;
    byId(`${panel}Tab`).setAttribute('aria-selected', String(panel === name));
  }
}

function showCount() {
  const count = (choice) => data.rows.filter((row, at) => choiceOf(at) === choice).length;
  byId('count').textContent = word('count', count('accept'), count('refuse'), count(''));
  byId('undo').disabled = steps.length === 0;
  for (const id of ['accept', 'refuse', 'change']) byId(id).disabled = chosen < 0;
}

/** Chooses a proposal and brings it into view, in the other half or in both. */
function choose(at, where) {
  const before = chosen;
  if (at !== before && before >= 0) items[before].querySelector('form')?.remove();
  chosen = at;
  showPanel('proposals');
  if (items[at].hidden) {
    byId('filter').value = 'all';
    byId('search').value = '';
    filterList();
  }
  const groups = [before, at].map((one) => (one >= 0 ? cell(one, 'group') : ''));
  data.rows.forEach((row, one) => {
    if (one === at || one === before || (cell(one, 'group') && groups.includes(cell(one, 'group'))))
      showItem(one);
  });
  if (where !== 'list') marks[at][0]?.scrollIntoView({ block: 'center' });
  if (where !== 'text') items[at].scrollIntoView({ block: 'nearest' });
  showCount();
}

function chooseOpen(at) {
  showPanel('leftOpen');
  data.leftOpen.forEach((one, i) => showOpenMark(i, i === at));
  openMarks[at][0]?.scrollIntoView({ block: 'center' });
  const rows = byId('leftOpen').querySelectorAll('.item');
  rows.forEach((row, i) => row.classList.toggle('chosen', i === at));
  rows[at]?.scrollIntoView({ block: 'nearest' });
}

/** The next one that is shown and passes the test; the one that is chosen when there is none. */
function move(step, test = () => true) {
  for (let at = chosen < 0 ? (step > 0 ? 0 : data.rows.length - 1) : chosen + step;
    at >= 0 && at < data.rows.length; at += step)
    if (!items[at].hidden && test(at)) return choose(at, 'both');
  return undefined;
}

function decide(choice) {
  if (chosen < 0) return;
  setCells(chosen, { decision: choiceOf(chosen) === choice ? '' : choice });
  items[chosen].querySelector('form')?.remove();
  refresh(chosen);
  showCount();
  if (choiceOf(chosen) !== '') move(1, (at) => choiceOf(at) === '');
}

function undo() {
  const at = undoStep();
  if (at === undefined) return;
  refresh(at);
  choose(at, 'both');
}

function filterList() {
  const [name, kind] = byId('filter').value.split(':');
  const words = folded(byId('search').value.trim());
  let shown = 0;
  data.rows.forEach((row, at) => {
    const fits = name === 'kind' ? cell(at, 'kind') === kind : filters[name](at);
    items[at].hidden = !(fits && (words === '' || folded(items[at].textContent).includes(words) ||
      folded(cell(at, 'text')).includes(words)));
    shown += items[at].hidden ? 0 : 1;
  });
  byId('none').hidden = shown > 0;
}

function save() {
  const name = `${data.file.replace(/\.[^.]*$/, '') || 'terroir'}-de-xuat.csv`;
  const address = URL.createObjectURL(new Blob([csvText()], { type: 'text/csv' }));
  const link = element('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  savedSteps = steps.length;
  say(word('saved', name));
}

/** A list of plain rows: what was left open, what is gone. */
function drawPlain(panel, hint, rows) {
  byId(panel).replaceChildren(element('p', { class: 'where' }, word(hint)),
    element('ol', { class: 'plain' }, ...rows));
}

function drawOthers() {
  drawPlain('leftOpen', 'leftOpenHint', data.leftOpen.map((one, at) => {
    const [start, end] = one.span;
    const around = `${data.text.slice(Math.max(0, start - 60), end + 60).replace(/\s+/g, ' ')}`;
    const row = element('li', { class: 'item' },
      element('div', { class: 'what' }, element('span', { class: 'figure' }, one.words)),
      element('div', { class: 'where' }, `${word('line', one.line)}: … ${around} …`));
    row.addEventListener('click', () => chooseOpen(at));
    return row;
  }));
  drawPlain('gone', 'goneHint', data.gone.map((one) => element('li', { class: 'item' },
    element('div', { class: 'what' },
      element('span', { class: 'figure' }, `${shownNumber(one.value)} ${one.unit}`),
      element('span', { class: 'subject' }, one.subject),
      element('span', { class: `tag ${familyOf(one.kind)}` }, codeWord('kind', one.kind))),
    element('div', { class: 'where' }, `${one.record}, ${word('line', one.line)}: ${one.words}`))));
  data.leftOpen.forEach((one, at) => showOpenMark(at, false));
}

function drawFilter() {
  const before = byId('filter').value || 'all';
  const kinds = [...new Set(data.rows.map((row, at) => cell(at, 'kind')))];
  byId('filter').replaceChildren(
    ...Object.keys(filters).map((name) => element('option', { value: name },
      name === 'all' ? word('all') : name === 'open' ? word('open') : name === 'attention'
        ? word('attention') : name === 'accepted' ? word('accepted') : word('refused'))),
    ...kinds.map((kind) => element('option', { value: `kind:${kind}` }, codeWord('kind', kind))));
  byId('filter').value = before;
  byId('filter').setAttribute('aria-label', word('show'));
}

/** Everything that has words, in the language that is shown. */
function drawWords() {
  document.documentElement.lang = language;
  for (const [id, name] of [['accept', 'accept'], ['refuse', 'refuse'], ['change', 'change'],
    ['undo', 'undo'], ['previous', 'previous'], ['next', 'next'], ['save', 'save'],
    ['print', 'print'], ['language', 'language'], ['keys', 'keys'], ['none', 'none']])
    byId(id).textContent = word(name);
  byId('about').textContent = text(data.about);
  byId('text').setAttribute('aria-label', word('text'));
  byId('search').setAttribute('placeholder', word('search'));
  byId('search').setAttribute('aria-label', word('search'));
  byId('proposalsTab').textContent = `${word('proposals')} (${data.rows.length})`;
  byId('leftOpenTab').textContent = `${word('leftOpen')} (${data.leftOpen.length})`;
  byId('goneTab').textContent = `${word('gone')} (${data.gone.length})`;
  byId('goneTab').hidden = data.gone.length === 0;
  for (const sheet of document.querySelectorAll('.pageBreak'))
    sheet.textContent = word('page', sheet.getAttribute('data-page'));
  drawFilter();
  drawOthers();
  showCount();
}

const keys = {
  j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1),
  a: () => decide('accept'), r: () => decide('refuse'), Delete: () => decide('refuse'),
  u: undo, e: () => chosen >= 0 && openForm(chosen), s: save,
};
document.addEventListener('keydown', (event) => {
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (isTyping && event.key === 'Escape') event.target.blur();
  if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !isTyping) {
    event.preventDefault();
    return undo();
  }
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const action = keys[event.key] || keys[event.key.toLowerCase()];
  if (!action) return undefined;
  event.preventDefault();
  return action();
});
for (const [id, action] of [['accept', () => decide('accept')], ['refuse', () => decide('refuse')],
  ['undo', undo], ['previous', () => move(-1)], ['next', () => move(1)],
  ['change', () => openForm(chosen)], ['save', save], ['print', () => window.print()]])
  byId(id).addEventListener('click', action);
for (const panel of panels) byId(`${panel}Tab`).addEventListener('click', () => showPanel(panel));
byId('filter').addEventListener('change', filterList);
byId('search').addEventListener('input', filterList);
byId('language').addEventListener('click', () => {
  language = language === 'en' ? 'vi' : 'en';
  drawList();
  drawWords();
  filterList();
});
window.addEventListener('beforeunload', (event) => {
  if (isSaved()) return;
  say(word('unsaved'));
  event.preventDefault();
});

drawText();
drawList();
drawWords();
showPanel('proposals');
const asked = data.rows.findIndex((row, at) => choiceOf(at) === '');
if (asked >= 0) choose(asked, 'both');

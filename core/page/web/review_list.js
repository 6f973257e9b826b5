// The proposals at the right, and what can be changed of the one that is chosen.
const items = [];
let chosen = -1;

const signs = { accept: '✓', refuse: '✕', '': '' };
const valueWords = (at) => {
  const value = shownNumber(cell(at, 'value'));
  if (value === '') return '';
  const max = shownNumber(cell(at, 'value_max'));
  const sign = { '>=': '≥ ', '~': '≈ ' }[cell(at, 'qualifier')] || '';
  return `${sign}${value}${max && ` – ${max}`} ${cell(at, 'unit')}`;
};

function notesOf(at) {
  const notes = [];
  const note = (words, isNotice) => notes.push(
    element('span', isNotice ? { class: 'notice' } : {}, words));
  note((cell(at, 'page') ? `${word('onPage', cell(at, 'page'))}, ` : '') +
       word('line', cell(at, 'line')));
  if (cell(at, 'holder'))
      note(cell(at, 'holder'));
  if (cell(at, 'value_scope') !== 'own' && cell(at, 'value_scope') !== 'none')
    note(codeWord('scope', cell(at, 'value_scope')));
  if (cell(at, 'group')) note(word('group', cell(at, 'group')));
  if (cell(at, 'status') !== 'reported') note(codeWord('status', cell(at, 'status')), true);
  const confidence = shownNumber(cell(at, 'confidence'));
  const basis = cell(at, 'basis').split(';').filter(Boolean)
    .map((code) => codeWord('basis', code)).join(', ');
  if (Number(cell(at, 'confidence')) < 0.6) note(word('low', `${confidence}, ${basis}`), true);
  else if (Number(cell(at, 'confidence')) < 0.8 && basis) note(word('confidence', `${confidence}, ${basis}`));
  else note(word('confidence', confidence));
  if (cell(at, 'change') === 'new') note(word('new'), true);
  if (cell(at, 'change') === 'changed') note(word('changed', cell(at, 'was')), true);
  if (cell(at, 'stands_in')) note(word('standsIn', cell(at, 'stands_in')), true);
  if (isEdited(at)) note(word('edited'));
  return notes;
}

function drawItem(at) {
  const kind = cell(at, 'kind');
  const names = cell(at, 'place_names');
  const role = cell(at, 'place_role');
  items[at].replaceChildren(
    element('div', { class: 'what' },
      element('span', { class: 'sign' }, signs[choiceOf(at)] || ''),
      element('span', { class: 'figure' }, valueWords(at)),
      element('span', { class: 'subject' }, cell(at, 'subject')),
      element('span', { class: `tag ${familyOf(kind)}` }, codeWord('kind', kind))),
    element('div', { class: 'where' },
      names ? `${names}${role === 'location' ? '' : ` (${codeWord('role', role)})`}` : word('noPlace')),
    element('div', { class: 'notes' }, ...notesOf(at)));
}

function showItem(at) {
  const group = chosen >= 0 ? cell(chosen, 'group') : '';
  items[at].className = ['item', choiceOf(at), at === chosen ? 'chosen' : '',
    group && cell(at, 'group') === group && at !== chosen ? 'together' : ''].join(' ').trim();
  items[at].setAttribute('aria-current', String(at === chosen));
  showMark(at, at === chosen);
}

function refresh(at) {
  drawItem(at);
  showItem(at);
}

const chooser = (list, at, name) => {
  const codes = Object.keys(data.codes[list]);
  if (!codes.includes(cell(at, name))) codes.unshift(cell(at, name));
  return codes.map((code) => [code, codeWord(list, code)]);
};

function selectOf(at, name, options) {
  const select = element('select', {}, ...options.map(([code, words]) =>
    element('option', code === cell(at, name) ? { value: code, selected: '' } : { value: code }, words)));
  select.addEventListener('change', () => changeCells(at, { [name]: select.value }));
  return select;
}

function inputOf(at, name, shown, take) {
  const input = element('input', { type: 'text', value: shown });
  input.addEventListener('change', () => {
    const cells = take(input.value);
    input.setAttribute('aria-invalid', String(cells === null));
    if (cells === null) say(word('badValue', input.value));
    else changeCells(at, cells);
  });
  return input;
}

function numberOf(at, name) {
  return inputOf(at, name, shownNumber(cell(at, name)), (written) => {
    const plain = plainNumber(written);
    return plain === null ? null : { [name]: plain };
  });
}

/** The form of the chosen one, at its foot. Other places than were read lose their codes. */
function openForm(at) {
  const field = (name, input, size = '') =>
    element('label', size ? { class: size } : {}, word(name), input);
  const plain = (name) => inputOf(at, name, cell(at, name), (written) => ({ [name]: written.trim() }));
  const places = inputOf(at, 'place_names', cell(at, 'place_names'), (written) =>
    ({ place_names: written.trim(), place_codes: '' }));
  const holder =
      inputOf(at, 'holder', cell(at, 'holder'),
              (written) => ({holder : written.trim(), holder_start : '', holder_end : ''}));
  const signsOf = [['=', '='], ['>=', '≥'], ['~', '≈'], ['range', '–'], ['implied', 'implied'], ['none', '']];
  const back = element('button', { type: 'button' }, word('asRead'));
  back.addEventListener('click', () => {
    const cells = {};
    data.columns.forEach((name, c) => { if (name !== 'decision') cells[name] = given[at][c]; });
    changeCells(at, cells);
    openForm(at);
  });
  const form =
      element('form', {}, field('kind', selectOf(at, 'kind', chooser('kind', at, 'kind'))),
              field('subject', plain('subject'), 'wide'), field('value', numberOf(at, 'value')),
              field('valueMax', numberOf(at, 'value_max')), field('unit', plain('unit')),
              field('place', places, 'whole'), field('holder', holder, 'whole'),
              field('role', selectOf(at, 'place_role', chooser('role', at, 'place_role'))),
              field('scope', selectOf(at, 'value_scope', chooser('scope', at, 'value_scope'))),
              field('status', selectOf(at, 'status', chooser('status', at, 'status'))),
              field('qualifier', selectOf(at, 'qualifier', signsOf)), back);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', (event) => event.stopPropagation());
  items[at].querySelector('form')?.remove();
  items[at].append(form);
  form.querySelector('input').focus({ preventScroll: true });
  items[at].scrollIntoView({ block: 'nearest' });
}

/** Draws an item again under its form, which stays open. */
function changeCells(at, cells) {
  say('');
  setCells(at, cells);
  const form = items[at].querySelector('form');
  refresh(at);
  if (form) items[at].append(form);
  showCount();
}

function drawList() {
  byId('list').replaceChildren(...data.rows.map((row, at) => {
    items[at] = element('li', {});
    items[at].addEventListener('click', () => choose(at, 'text'));
    return items[at];
  }));
  data.rows.forEach((row, at) => refresh(at));
}

// What is known of one row: figures, and the records that they come from.
function pairsList(pairs) {
  const list = element('dl');
  for (const [name, said] of pairs) {
    const heading = element('dt'), value = element('dd');
    heading.textContent = name;
    value.textContent = said;
    list.append(heading, value);
  }
  return list;
}

/** A record: its subject, then pairs of a heading and what stands under it. */
function recordElement(number) {
  const fields = data.records[number], heading = element('h4');
  heading.textContent = text(fields[0]);
  const pairs = [];
  for (let i = 1; i < fields.length; i += 2) pairs.push([text(fields[i]), text(fields[i + 1])]);
  return element('article', { class: 'record' }, heading, pairsList(pairs));
}

function recordsPart(headingName, numbers) {
  if (!numbers.length) return null;
  const heading = element('h3');
  heading.textContent = word(headingName, String(numbers.length));
  if (!data.records) heading.textContent = word('tooManyRecords', String(numbers.length));
  return element('div', {}, heading, ...(data.records ? numbers.map(recordElement) : []));
}

/** Of a unit, what it has together with others is among its figures, and labelled as that. */
function figurePairs(map, number) {
  const pairs = figuresOfRow(map, number);
  if (number < map.units.length)
    for (const group of groupsOfRow(map, number))
      for (const figure of group.figures ?? [])
        pairs.push([word('together', text(group.list)), text(figure)]);
  return pairs;
}

function showDetails(place, map, number, close) {
  const row = map.rows[number], isUnit = number < map.units.length;
  const heading = element('h2', { id: 'detailsName', tabindex: -1 }), button = element('button',
    { type: 'button', class: 'close' });
  heading.textContent = text(row.place);
  button.textContent = '×';
  button.setAttribute('aria-label', word('close'));
  button.addEventListener('click', close);
  const parentAt = map.columns.findIndex((column) => column.id === 'parent');
  const noteAt = map.columns.findIndex((column) => column.id === 'note');
  const lines = [row.cells[parentAt], isUnit ? map.units[number].detail ?? 0 : 0, row.cells[noteAt]]
    .filter((one) => one !== 0).map((one) => {
      const line = element('p', { class: 'quiet' });
      line.textContent = text(one);
      return line;
    });
  const pairs = figurePairs(map, number);
  const figures = pairs.length ? pairsList(pairs) : element('p');
  if (!pairs.length) figures.textContent = word('noData');
  figures.classList.add('figures');
  const own = [...(row.records ?? [])];
  if (isUnit) for (const group of groupsOfRow(map, number)) own.push(...(group.records ?? []));
  const records = [...new Set(own)];
  const none = element('p', { class: 'quiet' });
  none.textContent = word('noRecords');
  place.replaceChildren(button, heading, ...lines, figures,
    ...[recordsPart('records', records) ?? none,
      isUnit ? recordsPart('leftOut', map.units[number].leftOut ?? []) : null].filter(Boolean));
  place.hidden = false;
}

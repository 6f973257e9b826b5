// Finds units, and subjects of records, by words or their beginnings, with or without diacritics.
const maxHits = 12;

function wordsIn(said) {
  return folded(said).split(/[^\p{L}\p{N}]+/u).filter((one) => one !== '');
}

function searchEntries(map) {
  const parentAt = map.columns.findIndex((column) => column.id === 'parent');
  const codeAt = map.columns.findIndex((column) => column.id === 'code');
  const entries = map.units.map((unit, row) => ({
    name: text(map.rows[row].place), around: text(map.rows[row].cells[parentAt]),
    code: text(map.rows[row].cells[codeAt]), rows: [row],
  }));
  const subjects = new Map();
  const note = (record, row) => {
    if (!data.records) return;
    const name = text(data.records[record][0]);
    if (!subjects.has(name)) subjects.set(name, new Set());
    subjects.get(name).add(row);
  };
  map.units.forEach((unit, row) => {
    for (const record of map.rows[row].records ?? []) note(record, row);
  });
  for (const group of map.groups)
    for (const record of group.records ?? []) for (const row of group.units ?? []) note(record, row);
  for (const [name, rows] of subjects)
    entries.push({ name, around: word('subjects'), code: '', rows: [...rows], isSubject: true });
  for (const entry of entries) {
    entry.own = wordsIn(entry.name);
    entry.all = [...entry.own, ...wordsIn(entry.around), entry.code];
    entry.exact = entry.name.toLowerCase();
  }
  return entries;
}

/** Every typed word begins a word of the name or of what it lies in. Own names first, then whole
 * words, then marks as they were typed. */
function hitsFor(entries, typed) {
  const words = wordsIn(typed), exact = typed.trim().toLowerCase();
  if (!words.length) return [];
  const hits = [];
  for (const entry of entries) {
    if (!words.every((one) => entry.all.some((other) => other.startsWith(one)))) continue;
    const isOwn = words.every((one) => entry.own.some((other) => other.startsWith(one)));
    const isWhole = words.every((one) => entry.all.includes(one));
    const rank = (isOwn ? 0 : 4) + (isWhole ? 0 : 2) + (entry.exact.includes(exact) ? 0 : 1);
    hits.push({ entry, rank });
  }
  hits.sort((a, b) => a.rank - b.rank || collator.compare(a.entry.name, b.entry.name));
  return hits.map((hit) => hit.entry);
}

class SearchBox {
  constructor(input, list, found) {
    [this.input, this.list, this.found] = [input, list, found];
    input.addEventListener('input', () => this.update());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
  }
  show(map) {
    this.entries = searchEntries(map);
    this.input.value = '';
    this.close();
  }
  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
  update() {
    const typed = this.input.value;
    this.hits = hitsFor(this.entries, typed);
    this.at = this.hits.length ? 0 : -1;
    if (!wordsIn(typed).length) return this.close();
    const shown = this.hits.slice(0, maxHits).map((entry, i) => {
      const name = element('b'), around = element('span');
      name.textContent = entry.name;
      around.textContent = entry.around;
      const item = element('li', { role: 'option', id: `hit${i}` }, name, ' ', around);
      item.addEventListener('pointerdown', (event) => {
        event.preventDefault();
        this.take(entry);
      });
      return item;
    });
    const none = element('li', { class: 'none' });
    none.textContent = word('foundNone', typed.trim());
    this.list.replaceChildren(...(shown.length ? shown : [none]));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    say(shown.length ? word('found', String(this.hits.length)) : none.textContent);
    this.mark();
  }
  mark() {
    [...this.list.children].forEach((item, i) =>
      item.setAttribute('aria-selected', String(i === this.at)));
    if (this.at >= 0) {
      this.input.setAttribute('aria-activedescendant', `hit${this.at}`);
      this.list.children[this.at].scrollIntoView({ block: 'nearest' });
    }
  }
  key(event) {
    const count = Math.min(this.hits?.length ?? 0, maxHits);
    if (event.key === 'Escape' && !this.list.hidden) {
      event.stopPropagation();
      this.close();
    } else if (event.key === 'Enter' && !this.list.hidden && this.at >= 0) {
      this.take(this.hits[this.at]);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count) {
      this.at = (this.at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
      this.mark();
    } else {
      return;
    }
    event.preventDefault();
  }
  take(entry) {
    this.input.value = entry.name;
    this.close();
    this.found(entry);
  }
}

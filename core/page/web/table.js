// The figures as a table that can be sorted. Rows of units first, then the others of the table.
const rowsAtOnce = 400;
const collator = new Intl.Collator('vi', { numeric: true });

class FigureTable {
  constructor(table, choose) {
    this.table = table;
    this.choose = choose;
  }

  show(map) {
    this.map = map;
    this.numbered = map.columns.map((column, at) => ({ ...column, at }))
      .filter((column) => column.isNumber);
    const isFilled = (at) => map.rows.some((row) => row.cells[at] !== 0);
    const shown = (id) => map.columns.map((column, at) => ({ ...column, at }))
      .filter((column) => column.id === id && isFilled(column.at));
    const known = this.numbered.filter((column) => isFilled(column.at));
    this.columns = [...shown('parent'), ...(known.length ? known : this.numbered), ...shown('mark'), ...shown('sources'),
      ...shown('note'), ...shown('code')];
    const first = this.columns.find((column) => column.isNumber);
    this.sorting = first ? { at: first.at, isDown: true } : null;
    this.limit = rowsAtOnce;
    this.draw();
  }

  numberOf(row, at) {
    return row.numbers?.[this.numbered.findIndex((column) => column.at === at)] ?? null;
  }

  /** The numbers of the rows in the order that is shown. */
  order() {
    const { rows, units } = this.map;
    const own = [...units.keys()];
    if (this.sorting) {
      const { at, isDown } = this.sorting, sign = isDown ? -1 : 1;
      const isNumber = this.numbered.some((column) => column.at === at);
      own.sort((a, b) => {
        if (!isNumber) {
          const words = (row) => text(at < 0 ? rows[row].place : rows[row].cells[at]);
          return sign * collator.compare(words(a), words(b));
        }
        const [x, y] = [this.numberOf(rows[a], at), this.numberOf(rows[b], at)];
        if (x === null && y === null) return Boolean(rows[b].numbers) - Boolean(rows[a].numbers);
        if (x === null || y === null) return (x === null) - (y === null); // unknown ones last
        return sign * (x - y);
      });
    }
    return [...own, ...[...rows.keys()].slice(units.length)];
  }

  draw() {
    const heading = (name, at, isNumber) => {
      const button = element('button', { type: 'button' });
      button.textContent = name;
      const isSorted = this.sorting?.at === at;
      button.addEventListener('click', () => {
        this.sorting = { at, isDown: isSorted ? !this.sorting.isDown : Boolean(isNumber) };
        this.draw();
        this.table.querySelector(`th[data-at="${at}"] button`).focus();
      });
      return element('th', { scope: 'col', 'data-at': at, class: isNumber ? 'number' : null,
        'aria-sort': isSorted ? (this.sorting.isDown ? 'descending' : 'ascending') : null }, button);
    };
    const head = element('tr', {}, heading(word('place'), -1, false),
      ...this.columns.map((column) => heading(text(column.name), column.at, column.isNumber)));
    const order = this.order(), { units } = this.map;
    // The rows that are no units are always there: totals, and what belongs to no single unit.
    const cut = order.slice(0, Math.min(this.limit, units.length));
    const body = element('tbody', {}, ...[...cut, ...order.slice(units.length)]
      .map((row) => this.rowOf(row)));
    this.table.replaceChildren(element('thead', {}, head), body);
    if (units.length > this.limit) this.addMore(body, cut.length);
  }

  addMore(body, shown) {
    const button = element('button', { type: 'button' });
    button.textContent = `${shown} / ${this.map.units.length} …`;
    button.addEventListener('click', () => {
      this.limit *= 4;
      this.draw();
    });
    const cell = element('td', { colspan: this.columns.length + 1 }, button);
    body.insertBefore(element('tr', { class: 'more' }, cell), body.children[shown]);
  }

  rowOf(number) {
    const row = this.map.rows[number], isUnit = number < this.map.units.length;
    const name = isUnit || row.records ? element('button', { type: 'button' })
      : element('span');
    name.textContent = text(row.place);
    if (isUnit || row.records) name.addEventListener('click', () => this.choose(number));
    const made = element('tr', { class: isUnit ? null : 'other' },
      element('th', { scope: 'row' }, name));
    for (const column of this.columns) {
      const cell = element('td', { class: column.isNumber ? 'number' : column.id });
      cell.textContent = text(row.cells[column.at]);
      made.append(cell);
    }
    made.rowNumber = number;
    return made;
  }
}

/** The figures of a row in words: [[heading, figure], …]. */
function figuresOfRow(map, number) {
  const row = map.rows[number], out = [];
  map.columns.forEach((column, at) => {
    if (column.isNumber && row.cells[at] !== 0) out.push([text(column.name), text(row.cells[at])]);
  });
  const mark = map.columns.findIndex((column) => column.id === 'mark');
  if (out.length === 1 && row.cells[mark] !== 0) out[0][1] = `${text(row.cells[mark])} ${out[0][1]}`;
  else if (row.cells[mark] !== 0) out.push([text(map.columns[mark].name), text(row.cells[mark])]);
  return out;
}

const groupsOfRow = (map, number) =>
  map.groups.filter((group) => (group.units ?? []).includes(number));

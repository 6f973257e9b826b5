// What is proposed, and what a person has said of it. The rows are those of the CSV, which is all
// that is ever saved.
const columnAt = new Map(data.columns.map((name, at) => [name, at]));
const given = data.rows.map((row) => [...row]);
const steps = []; // [row, cells before], the newest last
let savedSteps = 0;

const cell = (at, name) => data.rows[at][columnAt.get(name)];
const choiceOf = (at) => cell(at, 'decision');
const codeWord = (list, code) => (code in data.codes[list] ? text(data.codes[list][code]) : code);
const isEdited = (at) => data.rows[at].some((value, c) =>
  value !== given[at][c] && data.columns[c] !== 'decision');

/** Changes cells of a row, as one step that can be taken back. */
function setCells(at, cells) {
  const before = [...data.rows[at]];
  for (const [name, value] of Object.entries(cells)) data.rows[at][columnAt.get(name)] = value;
  if (before.some((value, c) => value !== data.rows[at][c])) steps.push([at, before]);
}

/** Takes the newest step back; its row, or undefined. */
function undoStep() {
  const step = steps.pop();
  if (!step) return undefined;
  data.rows[step[0]] = step[1];
  if (savedSteps > steps.length) savedSteps = -1; // what was saved is not what is shown
  return step[0];
}
const isSaved = () => savedSteps === steps.length;

const shownNumber = (plain) => plain === '' ? '' : Number(plain).toLocaleString(
  language === 'en' ? 'en-US' : 'vi-VN', { maximumFractionDigits: 6 });

/** A number as people write it, as the CSV has it; null for what is none. */
function plainNumber(written) {
  const words = written.trim().replace(/\s+/g, '');
  if (words === '') return '';
  const [group, decimal] = language === 'en' ? [',', '.'] : ['.', ','];
  const pattern = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$|^\\d+(\\${decimal}\\d+)?$`);
  let plain = words;
  if (pattern.test(words)) plain = words.split(group).join('').replace(decimal, '.');
  else if (!/^\d+\.\d+$/.test(words)) return null;
  // A point before three digits could be one of thousands to who reads the file.
  return /^\d+\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}

const needsAttention = (at) => Number(cell(at, 'confidence')) < 0.6 || cell(at, 'change') !== '' ||
  cell(at, 'stands_in') !== '';

/** RFC 4180; what a spreadsheet would take for a formula gets an apostrophe, as terroir writes it. */
function csvCell(value) {
  const isFormula = /^[=+\-@\t\r\n]/.test(value) && value.length > 1 &&
    !/^[+-]?\d+([.,]\d+)?$/.test(value) && !/^>?=$/.test(value);
  const safe = isFormula ? `'${value}` : value;
  return /[",;\n\r\t]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
const csvText = () => `${[data.columns, ...data.rows].map((row) =>
  row.map(csvCell).join(',')).join('\n')}\n`;

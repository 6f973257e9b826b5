// The page's data, its texts in the language that is shown, and elements made of texts. Texts become
// elements only through textContent: nothing in them is ever read as HTML.
const data = JSON.parse(document.getElementById('data').textContent);
let language = data.language;

const byId = (id) => document.getElementById(id);

/** A text of the page by its number. */
function text(number) {
  const found = data.texts[number];
  return typeof found === 'string' ? found : found[language === 'en' ? 1 : 0];
}

/** A word of the page's own, with values put in for %1, %2. */
function word(name, ...values) {
  return values.reduce((sentence, value, i) => sentence.replace(`%${i + 1}`, () => value),
    text(data.words[name]));
}

function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== null) made.setAttribute(name, value);
  for (const child of children)
    if (child !== null) made.append(child);
  return made;
}
const element = (tag, attributes = {}, ...children) =>
  fill(document.createElement(tag), attributes, children);
const svgElement = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

/** Letters without diacritics in lower case, y as i: "Tam Đường" and "tam duong" are alike. */
function folded(words) {
  return words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replace(/đ/g, 'd').replace(/y/g, 'i');
}

// The text at the left: a line each, with the phrases that proposals rest on.
const families = {
  growing: ['model', 'trial', 'planting', 'production_zone', 'soil_sample'],
  granted: ['certification', 'title', 'geographical_indication', 'ocop', 'packing_house'],
  animals: ['livestock', 'aquaculture'],
  research: ['st_task', 'enterprise_technology', 'initiative'],
  works: ['infrastructure', 'inspection', 'measurement', 'border_marker'],
  people: ['training', 'organisation'],
};
const familyOf = (kind) => Object.keys(families).find((name) => families[name].includes(kind)) || 'other';

const marks = data.spans.map(() => []); // elements of each proposal
const openMarks = data.leftOpen.map(() => []);

/** Which spans touch [start, end), of spans in the order of their starts. */
function spansWithin(spans, start, end, first) {
  const found = [];
  for (let i = first; i < spans.length && spans[i].start < end; ++i)
    if (spans[i].end > start) found.push(spans[i]);
  return found;
}

function markOf(span, words) {
  const mark = element('mark', {}, words);
  (span.isOpen ? openMarks : marks)[span.at].push(mark);
  mark.addEventListener('click', () => (span.isOpen ? chooseOpen(span.at) : choose(span.at, 'list')));
  return mark;
}

/** A line in pieces: each belongs to the shortest phrase over it, and to the others as well. */
function fillLine(line, start, end, spans) {
  const cuts = new Set([start, end]);
  for (const span of spans)
    for (const at of [span.start, span.end]) if (at > start && at < end) cuts.add(at);
  const ordered = [...cuts].sort((a, b) => a - b);
  for (let i = 0; i + 1 < ordered.length; ++i) {
    const [from, to] = [ordered[i], ordered[i + 1]];
    const words = data.text.slice(from, to);
    const over = spans.filter((span) => span.start <= from && span.end >= to)
      .sort((a, b) => (a.end - a.start) - (b.end - b.start));
    if (over.length === 0) {
      line.append(words);
      continue;
    }
    const mark = markOf(over[0], words);
    for (const other of over.slice(1)) (other.isOpen ? openMarks : marks)[other.at].push(mark);
    line.append(mark);
  }
}

function drawText() {
  const spans = [
    ...data.spans.map(([start, end], at) => ({ start, end, at, isOpen: false })),
    ...data.leftOpen.map(({ span: [start, end] }, at) => ({ start, end, at, isOpen: true })),
  ].sort((a, b) => a.start - b.start);
  const reach = []; // the furthest end of all spans up to here
  spans.forEach((span, i) => reach.push(Math.max(span.end, i > 0 ? reach[i - 1] : 0)));
  const all = document.createDocumentFragment();
  let first = 0;
  let start = 0;
  let page = 0;
  data.text.split('\n').forEach((words, number) => {
    const end = start + words.length;
    for (; page < data.pages.length && data.pages[page] <= start; ++page)
      all.append(element('div', { class: 'pageBreak', 'data-page': page + 1 }));
    while (first < spans.length && reach[first] <= start) ++first;
    const body = element('span');
    fillLine(body, start, end, spansWithin(spans, start, end, first));
    all.append(element('div', { class: 'line' },
      element('span', { class: 'number' }, String(number + 1)), body));
    start = end + 1;
  });
  byId('text').replaceChildren(all);
}

/** The colours and lines of the phrases of a proposal. */
function showMark(at, isChosen) {
  const choice = choiceOf(at);
  for (const mark of marks[at])
    mark.className = [familyOf(cell(at, 'kind')), choice, isChosen ? 'chosen' : ''].join(' ').trim();
}

function showOpenMark(at, isChosen) {
  for (const mark of openMarks[at])
    if (!mark.className || mark.className.startsWith('unread'))
      mark.className = isChosen ? 'unread chosen' : 'unread';
}

// Outlines as core/page/outlines.hpp writes them: numbers in five bits a character.
class NumberReader {
  static digits = new Map([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    .map((character, value) => [character.charCodeAt(0), value]));

  constructor(encoded) {
    this.encoded = encoded;
    this.at = 0;
  }
  get isAtEnd() { return this.at >= this.encoded.length; }
  next() {
    let number = 0, base = 1;
    for (;;) {
      const digit = NumberReader.digits.get(this.encoded.charCodeAt(this.at++));
      number += (digit % 32) * base;
      if (digit < 32) return number;
      base *= 32;
    }
  }
  nextSigned() {
    const number = this.next();
    return number % 2 ? -(number + 1) / 2 : number / 2;
  }
}

/** Lines, each a flat list x, y, x, y, … of steps of the grid. */
function readLines(encoded) {
  const reader = new NumberReader(encoded), lines = [];
  let x = 0, y = 0;
  while (!reader.isAtEnd) {
    const line = new Int32Array(2 * reader.next());
    for (let i = 0; i < line.length; i += 2) {
      line[i] = x += reader.nextSigned();
      line[i + 1] = y += reader.nextSigned();
    }
    lines.push(line);
  }
  return lines;
}

/** Shapes, each a list of rings; a ring is a list of 2 × arc, + 1 when it is walked backwards. */
function readShapes(encoded) {
  const reader = new NumberReader(encoded), shapes = [];
  let last = 0;
  while (!reader.isAtEnd) {
    const rings = [];
    for (let count = reader.next(); count > 0; --count) {
      const uses = [];
      for (let left = reader.next(); left > 0; --left) uses.push(last += reader.nextSigned());
      rings.push(uses);
    }
    shapes.push(rings);
  }
  return shapes;
}

const arcs = readLines(data.arcs), shapes = readShapes(data.shapes), lines = readLines(data.lines);

function appendPoints(parts, line, isReversed, isContinued) {
  const points = line.length / 2;
  for (let i = isContinued ? 1 : 0; i < points; ++i) {
    const at = 2 * (isReversed ? points - 1 - i : i);
    parts.push(parts.length ? 'L' : 'M', line[at], ' ', line[at + 1]);
  }
}

/** The path of a shape, as SVG has it. */
function pathOf(rings) {
  let path = '';
  for (const uses of rings) {
    const parts = [];
    uses.forEach((use, i) => appendPoints(parts, arcs[use >> 1], use % 2 === 1, i > 0));
    path += parts.join('') + 'z';
  }
  return path;
}

function pathOfLine(line) {
  const parts = [];
  appendPoints(parts, line, false, false);
  return parts.join('');
}

/** The path around several shapes: the arcs that only one of them has. */
function pathAround(numbers) {
  const seen = new Map();
  for (const number of numbers)
    for (const uses of shapes[number])
      for (const use of uses) seen.set(use >> 1, !seen.get(use >> 1));
  let path = '';
  for (const [arc, isOutside] of seen) if (isOutside) path += pathOfLine(arcs[arc]);
  return path;
}

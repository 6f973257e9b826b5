// What of the grid is on the screen.
const pixelsPerMm = 96 / 25.4;
/** Of the square that paths of pictures lie in. */
const pictureSide = 24;
const barMm = 2.2; // as wide as bars are on a page
const earthRadius = 6378137; // metres, of spherical Mercator

class View {
  constructor() {
    this.width = this.height = 1;
    this.x = this.y = 0; // of the grid, in the middle
    this.scale = this.fitted = 1; // pixels for a step
  }
  setSize(width, height) {
    [this.width, this.height] = [Math.max(width, 1), Math.max(height, 1)];
  }
  /** Shows a box [x, y, x, y] of steps. */
  fit(box, margin = 24) {
    const room = (size) => Math.max(size - 2 * margin, size / 2);
    this.scale = Math.min(room(this.width) / Math.max(box[2] - box[0], 1),
      room(this.height) / Math.max(box[3] - box[1], 1));
    [this.x, this.y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  }
  fitAll(box) {
    this.fit(box);
    this.fitted = this.scale;
    this.box = box;
  }
  move(pixelsX, pixelsY) {
    this.x -= pixelsX / this.scale;
    this.y -= pixelsY / this.scale;
    if (!this.box) return;
    this.x = Math.min(Math.max(this.x, this.box[0]), this.box[2]);
    this.y = Math.min(Math.max(this.y, this.box[1]), this.box[3]);
  }
  /** Enlarges around a place of the screen. */
  zoom(factor, screenX = this.width / 2, screenY = this.height / 2) {
    const before = this.scale;
    this.scale = Math.min(Math.max(before * factor, this.fitted / 2), this.fitted * 60);
    const shift = 1 / before - 1 / this.scale;
    this.x += (screenX - this.width / 2) * shift;
    this.y += (screenY - this.height / 2) * shift;
  }
  toScreen(x, y) {
    return [(x - this.x) * this.scale + this.width / 2, (y - this.y) * this.scale + this.height / 2];
  }
  get transform() {
    const [x, y] = this.toScreen(0, 0);
    return `translate(${x} ${y}) scale(${this.scale})`;
  }
  /** On the ground, in the middle of the screen. */
  get metresPerPixel() {
    const [, north, step] = data.grid;
    return step / this.scale / Math.cosh((north - this.y * step) / earthRadius);
  }
}

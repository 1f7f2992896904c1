// Draws the add-in's icons: `node excel-addin/drawIcons.mjs` writes them to excel-addin/icons/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const SIZES = [16, 32, 64, 80, 128];
/** Each pixel is the mean of so many by so many points. */
const POINTS = 6;
// These stand out on the white, grey and black ribbons of Excel alike.
const BLUE = [43, 124, 211];
const GREEN = [30, 158, 106];
const CLEAR = [0, 0, 0, 0];

/** Rows of a table, as fractions of the icon's side: left, top, right, bottom. */
const TABLE = [
  [0.06, 0.1, 0.94, 0.26],
  [0.06, 0.38, 0.94, 0.5],
  [0.06, 0.62, 0.5, 0.74],
  [0.06, 0.86, 0.4, 0.94],
];
const TICK = [
  [0.46, 0.74],
  [0.62, 0.9],
  [0.94, 0.5],
];
const CROSS = [
  [
    [0.58, 0.6],
    [0.92, 0.94],
  ],
  [
    [0.92, 0.6],
    [0.58, 0.94],
  ],
];
const LINES = [
  [0.1, 0.1, 0.78, 0.2],
  [0.1, 0.32, 0.9, 0.42],
  [0.1, 0.54, 0.62, 0.64],
  [0.1, 0.76, 0.46, 0.86],
];
const PEN = [
  [0.56, 0.92],
  [0.94, 0.54],
];
const FRAME = [
  [0.06, 0.1, 0.94, 0.2],
  [0.06, 0.8, 0.94, 0.9],
  [0.06, 0.1, 0.16, 0.9],
];
const SIDE = [[0.6, 0.1, 0.94, 0.9]];

/** What each sign shows at a point, first match first: strokes have a clear rim, so that they stand off what is behind. */
const SIGNS = {
  icon: strokesOver([TICK], TABLE),
  narrative: strokesOver([PEN], LINES),
  clear: strokesOver(CROSS, TABLE),
  pane: (x, y) => (inBoxes(SIDE, x, y) ? GREEN : inBoxes(FRAME, x, y) ? BLUE : null),
};

function strokesOver(strokes, boxes) {
  return (x, y) => {
    const distance = Math.min(...strokes.map((stroke) => distanceTo(stroke, x, y)));
    if (distance < 0.08) return GREEN;
    return distance > 0.15 && inBoxes(boxes, x, y) ? BLUE : null;
  };
}

function inBoxes(boxes, x, y) {
  return boxes.some(([left, top, right, bottom]) => x >= left && x < right && y >= top && y < bottom);
}

function distanceTo(stroke, x, y) {
  const pieces = stroke.slice(1).map(([bx, by], i) => {
    const [ax, ay] = stroke[i];
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
  });
  return Math.min(...pieces);
}

function pixel(sign, size, column, row) {
  const hits = [];
  for (let i = 0; i < POINTS; i++) {
    for (let j = 0; j < POINTS; j++) {
      const hit = sign((column + (i + 0.5) / POINTS) / size, (row + (j + 0.5) / POINTS) / size);
      if (hit) hits.push(hit);
    }
  }
  if (hits.length === 0) return CLEAR;
  const mean = [0, 1, 2].map((k) => Math.round(hits.reduce((sum, hit) => sum + hit[k], 0) / hits.length));
  return [...mean, Math.round((255 * hits.length) / (POINTS * POINTS))];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG of 8-bit RGBA. */
function png(sign, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const numbers = Array.from({ length: size }, (_, i) => i);
  const rows = numbers.flatMap((row) => [0, ...numbers.flatMap((column) => pixel(sign, size, column, row))]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(rows), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const folder = new URL('icons/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, sign] of Object.entries(SIGNS)) {
  for (const size of SIZES) writeFileSync(new URL(`${name}-${size}.png`, folder), png(sign, size));
}

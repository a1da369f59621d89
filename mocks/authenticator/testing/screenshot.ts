import { PNG } from 'pngjs';
import QRCode from 'qrcode';

export interface ScreenOptions {
  readonly width: number;
  readonly height: number;
  /** Pixels for a side of the code, its quiet zone included. */
  readonly side: number;
  readonly left: number;
  readonly top: number;
  readonly dark?: boolean;
}

type Colour = readonly [number, number, number];

/** A picture of a page with cards, bars and lines as text makes them, and a QR code somewhere on it. */
export function drawScreen(text: string | undefined, options: ScreenOptions): Uint8Array {
  const { width, height, dark = false } = options;
  const png = new PNG({ width, height });
  const fill = (left: number, top: number, w: number, h: number, [r, g, b]: Colour) => {
    for (let y = Math.max(0, top); y < Math.min(height, top + h); y += 1)
      for (let x = Math.max(0, left); x < Math.min(width, left + w); x += 1)
        png.data.set([r, g, b, 255], (y * width + x) * 4);
  };
  const ink: Colour = dark ? [232, 237, 245] : [22, 32, 46];
  fill(0, 0, width, height, dark ? [14, 20, 29] : [244, 246, 250]);
  fill(0, 0, width, Math.round(height * 0.08), [29, 78, 216]);
  fill(
    Math.round(width * 0.05),
    Math.round(height * 0.12),
    Math.round(width * 0.9),
    Math.round(height * 0.8),
    dark ? [24, 33, 48] : [255, 255, 255],
  );
  drawLines(options, (left, top, w, h) => fill(left, top, w, h, ink));
  if (text !== undefined) drawCode(text, options, fill);
  return PNG.sync.write(png);
}

/** Short strokes of changing length, as a decoder sees text. */
function drawLines(
  { width, height }: ScreenOptions,
  stroke: (l: number, t: number, w: number, h: number) => void,
): void {
  for (let line = 0; line < 24; line += 1)
    for (let word = 0; word < 18; word += 1) {
      const left = Math.round(width * 0.06 + word * width * 0.048);
      const top = Math.round(height * (0.14 + line * 0.031));
      for (let letter = 0; letter < 5 + ((line * 7 + word * 3) % 5); letter += 1)
        stroke(left + letter * 6, top, 3, 8 + ((letter * word) % 4));
    }
}

function drawCode(
  text: string,
  { side, left, top }: ScreenOptions,
  fill: (l: number, t: number, w: number, h: number, colour: Colour) => void,
): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const cell = side / (modules.size + 8);
  fill(left, top, side, side, [255, 255, 255]);
  // Edges are rounded to whole pixels, as a browser scales an image.
  const at = (index: number) => Math.round((index + 4) * cell);
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1)
      if (modules.get(y, x)) fill(left + at(x), top + at(y), at(x + 1) - at(x), at(y + 1) - at(y), [0, 0, 0]);
}

import jsqrModule, { type QRCode } from 'jsqr';
import { PNG } from 'pngjs';

/** Eight bytes that begin every PNG. */
const pngSignature = '89504e470d0a1a0a';
/** More than a screen of 3840 × 2160 at twice the resolution would be a mistake. */
const maxPixels = 40_000_000;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA. */
  readonly data: Uint8ClampedArray;
}

type Decode = (
  data: Uint8ClampedArray,
  width: number,
  height: number,
  options: { readonly inversionAttempts: 'dontInvert' },
) => QRCode | null;
// The package is CommonJS whose default export arrives one level down when loaded as it is by Node.
const decode = (typeof jsqrModule === 'function'
  ? jsqrModule
  : (jsqrModule as { default: Decode }).default) as unknown as Decode;

/** A picture that is no PNG, or too large. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/**
 * Finds the QR code on a screenshot and reads its text; undefined when there is none.
 * A phone's camera looks closer when it finds nothing at first: so does this, at parts and at other sizes.
 */
export function readQr(png: Uint8Array): string | undefined {
  const picture = decodePng(png);
  for (const { data, width, height } of looks(picture)) {
    const text = decode(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
    if (text) return text;
  }
  return undefined;
}

function decodePng(png: Uint8Array): Picture {
  const bytes = Buffer.from(png);
  const isPng = bytes.length > 33 && bytes.subarray(0, 8).toString('hex') === pngSignature;
  if (!isPng) throw new PictureError('The screenshot is not a PNG.');
  // Read from the header before anything is unpacked, so that a small file cannot ask for a huge picture.
  const pixels = bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  if (pixels > maxPixels)
    throw new PictureError(`The screenshot has ${pixels} pixels; ${maxPixels} are allowed.`);
  try {
    const { width, height, data } = PNG.sync.read(bytes);
    return { width, height, data: onWhite(data) };
  } catch (error) {
    throw new PictureError('The screenshot is a damaged PNG.', { cause: error });
  }
}

/** At half the size, the whole, overlapping squares of two thirds of the shorter side, then the whole in negative. */
function* looks(whole: Picture): Generator<Picture> {
  const { width, height } = whole;
  // Half the size is read four times as fast, and as well where the code is large enough on the screen.
  yield halve(whole);
  yield whole;
  const side = Math.floor((Math.min(width, height) * 2) / 3);
  const step = Math.max(1, Math.floor(side / 2));
  for (let top = 0; top + side <= height; top += step)
    for (let left = 0; left + side <= width; left += step) yield cut(whole, left, top, side);
  yield invert(whole);
}

function cut(from: Picture, left: number, top: number, side: number): Picture {
  const data = new Uint8ClampedArray(side * side * 4);
  for (let row = 0; row < side; row += 1) {
    const start = ((top + row) * from.width + left) * 4;
    data.set(from.data.subarray(start, start + side * 4), row * side * 4);
  }
  return { width: side, height: side, data };
}

/** Light modules on dark ground, as some dark pages draw them. */
function invert({ width, height, data }: Picture): Picture {
  return { width, height, data: data.map((value, at) => (at % 4 === 3 ? value : 255 - value)) };
}

/** The mean of each square of four pixels. The plainest loop that does it: every screen that the phone sees goes through. */
function halve({ width, height, data }: Picture): Picture {
  const size = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
  const small = new Uint8ClampedArray(size.width * size.height * 4).fill(255);
  const line = width * 4;
  let to = 0;
  for (let y = 0; y < size.height; y += 1) {
    let from = y * 2 * line;
    for (let x = 0; x < size.width; x += 1) {
      for (let channel = from; channel < from + 3; channel += 1) {
        const upper = at(data, channel) + at(data, channel + 4);
        const lower = at(data, channel + line) + at(data, channel + line + 4);
        small[to + channel - from] = (upper + lower) >> 2;
      }
      from += 8;
      to += 4;
    }
  }
  return { ...size, data: small };
}

/** Only ever called within the bounds. */
function at(data: Uint8ClampedArray, index: number): number {
  return data[index] as number; // an index within the picture
}

/** Transparent parts count as white paper. */
function onWhite(data: Uint8Array): Uint8ClampedArray {
  const solid = new Uint8ClampedArray(data);
  for (let at = 0; at < solid.length; at += 4) {
    const alpha = (solid[at + 3] ?? 255) / 255;
    if (alpha === 1) continue;
    for (let channel = 0; channel < 3; channel += 1)
      solid[at + channel] = (solid[at + channel] ?? 0) * alpha + 255 * (1 - alpha);
    solid[at + 3] = 255;
  }
  return solid;
}

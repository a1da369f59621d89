import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Eight bytes that begin every PNG. */
const pngSignature = '89504e470d0a1a0a';
/** The chunk that ends every PNG, at its full length. */
const pngEnd = '0000000049454e44ae426082';
/** More than a screen of 3840 × 2160 at twice the resolution would be a mistake. */
const maxPixels = 40_000_000;

/** A picture that is no PNG, not whole, or too large. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
}

/** Finds the QR code on a screenshot and reads its text; undefined when there is none. */
export async function readQr(png: Uint8Array): Promise<string | undefined> {
  requirePng(Buffer.from(png));
  // The reader's own file: without it the package would ask the network for one. Loaded once, however often it is asked.
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({
    overrides: { wasmBinary: (await readFile(file)).buffer },
    equalityFn: () => true,
    fireImmediately: true,
  });
  // Also codes that are not turned upright, light on dark, and small on a large screen: as a camera finds them.
  const [code] = await readBarcodes(png, { formats: ['QRCode'], maxNumberOfSymbols: 1 });
  return code?.isValid ? code.text : undefined;
}

function requirePng(bytes: Buffer): void {
  const isPng = bytes.length > 33 && bytes.subarray(0, 8).toString('hex') === pngSignature;
  if (!isPng) throw new PictureError('The screenshot is not a PNG.');
  if (!bytes.subarray(-12).equals(Buffer.from(pngEnd, 'hex')))
    throw new PictureError('The screenshot is a damaged PNG: it has no end.');
  // Read from the header before anything is unpacked, so that a small file cannot ask for a huge picture.
  const pixels = bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  if (pixels > maxPixels)
    throw new PictureError(`The screenshot has ${pixels} pixels; ${maxPixels} are allowed.`);
}

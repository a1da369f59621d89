import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { readQr } from './read-qr.ts';
import { drawScreen, type ScreenOptions } from './testing/screenshot.ts';

/** As long as the identity provider's: two secrets of 43 characters. */
const text = `https://acme.1kosmos.net/qr?s=${'aZ09_-x'.repeat(7).slice(0, 43)}&c=${'Qw3-_eR'.repeat(7).slice(0, 43)}`;
const screen = { width: 1280, height: 720 };

describe('reading a QR code from a picture of the screen', () => {
  it.each<[string, ScreenOptions]>([
    ['in the middle of a page of 1280 × 720', { ...screen, side: 280, left: 500, top: 240 }],
    ['on the same page at twice the scale', { width: 2560, height: 1440, side: 560, left: 1000, top: 480 }],
    ['in a corner', { ...screen, side: 240, left: 1020, top: 470 }],
    ['on a dark page', { ...screen, side: 280, left: 100, top: 300, dark: true }],
    ['on a narrow screen', { width: 360, height: 740, side: 240, left: 60, top: 200 }],
    ['at an odd size', { ...screen, side: 263, left: 611, top: 197 }],
    ['that fills the picture', { width: 280, height: 280, side: 280, left: 0, top: 0 }],
  ])('%s', async (_title, options) => {
    expect(await readQr(drawScreen(text, options))).toBe(text);
  });

  it('reads text that is not ASCII', async () => {
    const word = 'https://acme.1kosmos.net/qr?s=Zoë';
    expect(await readQr(drawScreen(word, { ...screen, side: 280, left: 500, top: 240 }))).toBe(word);
  });

  it('reads light modules on dark ground', async () => {
    const png = PNG.sync.read(Buffer.from(drawScreen(text, { ...screen, side: 280, left: 500, top: 240 })));
    for (let at = 0; at < png.data.length; at += 1)
      if (at % 4 !== 3) png.data[at] = 255 - (png.data[at] ?? 0);
    expect(await readQr(PNG.sync.write(png))).toBe(text);
  });

  it('finds nothing on a page without a code', async () => {
    expect(await readQr(drawScreen(undefined, { ...screen, side: 0, left: 0, top: 0 }))).toBeUndefined();
  });

  it('finds nothing when a part of the code is covered', async () => {
    const png = PNG.sync.read(Buffer.from(drawScreen(text, { ...screen, side: 280, left: 500, top: 240 })));
    for (let y = 240; y < 380; y += 1) png.data.fill(255, (y * 1280 + 500) * 4, (y * 1280 + 780) * 4);
    expect(await readQr(PNG.sync.write(png))).toBeUndefined();
  });

  it('refuses what is no PNG, is damaged, or would be huge', async () => {
    await expect(readQr(Buffer.from('GIF89a'))).rejects.toThrow('not a PNG');
    const good = Buffer.from(drawScreen(text, { ...screen, side: 280, left: 0, top: 0 }));
    await expect(readQr(good.subarray(0, 2_000))).rejects.toThrow('damaged');
    const huge = Buffer.from(good);
    huge.writeUInt32BE(100_000, 16);
    huge.writeUInt32BE(100_000, 20);
    await expect(readQr(huge)).rejects.toThrow('10000000000 pixels');
  });
});

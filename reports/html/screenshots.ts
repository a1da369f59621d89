import type { TriagedCase } from '../triage.ts';
import { type Html, html, trusted } from './markup.ts';

/** Reads a picture of the report, named as in `CaseReport.screenshots`, as a data URL. */
export type LoadImage = (file: string) => string | undefined;

/** Only pictures, and only as data: nothing that could fetch or run. */
const picture = /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/;

/** A page beyond it opens slowly; later pictures are then named instead of shown. */
const roomBytes = 10_000_000;
const places = { fail: 0, inconclusive: 1, pass: 2 } as const;

/**
 * Decides which pictures the page carries: those of failed cases first, as long as there is room.
 * @returns data URL by file
 */
export function loadPictures(
  cases: readonly TriagedCase[],
  loadImage: LoadImage,
): ReadonlyMap<string, string> {
  const pictures = new Map<string, string>();
  let room = roomBytes;
  for (const { report } of cases.toSorted((a, b) => places[a.report.verdict] - places[b.report.verdict]))
    for (const { file } of report.screenshots) {
      const url = pictures.has(file) ? undefined : loadImage(file);
      if (url === undefined || url.length > room || !picture.test(url)) continue;
      room -= url.length;
      pictures.set(file, url);
    }
  return pictures;
}

export function showScreenshots(one: TriagedCase, pictures: ReadonlyMap<string, string>): Html {
  return html`<div class="screenshots">${one.report.screenshots.map(({ file, step, description }) => {
    const url = pictures.get(file);
    if (url === undefined)
      return html`<figure class="absent"><p>${description}</p><figcaption>${step}: the picture is not in this page; it was saved as <code>${file}</code>.</figcaption></figure>`;
    // Nothing but letters of base64: so it was let in above, and need not be searched again.
    return html`<figure><img src="${trusted(url)}" alt="${description}"><figcaption>${step}</figcaption></figure>`;
  })}</div>`;
}

import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceMs } from '../stack/pace.test-helper.ts';
import { type Decoded, decodePostParameter, decodeRedirectParameter } from './decode.ts';
import { readRequest } from './read-request.ts';
import { readResponse } from './read-response.ts';
import { sampleRequest, sampleResponse } from './sample-messages.ts';

const base64 = (content: string | Buffer) => Buffer.from(content).toString('base64');
const codes = ({ problems }: Decoded) => problems.map(({ code }) => code);

/** Runs it, and fails when that takes long. */
function timed<T>(run: () => T): T {
  const pace = paceMs();
  const started = performance.now();
  const result = run();
  expect((performance.now() - started) / pace).toBeLessThan(40);
  return result;
}

describe('decodePostParameter', () => {
  it('decodes base64, line breaks or not', () => {
    expect(decodePostParameter(base64('<ä/>'))).toEqual({ text: '<ä/>', problems: [] });
    expect(decodePostParameter(base64('<a/>').replace(/./g, '$&\r\n')).text).toBe('<a/>');
  });

  it('takes XML itself only when told to', () => {
    expect(decodePostParameter(' <a/>', undefined, { allowXml: true }).text).toBe(' <a/>');
    expect(codes(decodePostParameter('<a/>'))).toEqual(['not-base64']);
  });

  it('keeps a byte order mark for the parser to name', () => {
    expect(decodePostParameter(base64('\uFEFF<a/>')).text).toBe('\uFEFF<a/>');
  });

  const hostile: readonly [string, string, string][] = [
    ['nothing', '', 'empty'],
    ['white space', ' \n', 'empty'],
    ['words', 'not base64!', 'not-base64'],
    ['a NUL', 'QUJD\0', 'not-base64'],
    ['URL-safe base64', 'PDw_Pz8-Pg==', 'not-base64'],
    ['percent-encoded base64', 'PGEvPg%3D%3D', 'not-base64'],
    ['missing padding', 'PGEvPg=', 'not-base64'],
    ['padding in the middle', 'PG==EvPg', 'not-base64'],
    ['Latin-1', base64(Buffer.from('<a>ä</a>', 'latin1')), 'not-utf8'],
    ['UTF-16', base64(Buffer.from('\uFEFF<a/>', 'utf16le')), 'not-utf8'],
    ['an overlong byte pair', base64(Buffer.from([0x3c, 0xc0, 0xaf, 0x3e])), 'not-utf8'],
    ['an encoded surrogate', base64(Buffer.from([0xed, 0xa0, 0x80])), 'not-utf8'],
    ['50 MB of base64', 'QUJD'.repeat(12_500_000), 'too-large'],
    ['50 MB of line breaks', '\n'.repeat(50_000_000), 'too-large'],
    ['a byte too many', base64('a'.repeat(1_000_001)), 'too-large'],
  ];
  it.each(hostile)('refuses %s within a second', (_name, raw, code) => {
    const decoded = timed(() => decodePostParameter(raw));
    expect(codes(decoded)).toEqual([code]);
    expect(decoded.text).toBe('');
  });
});

describe('decodeRedirectParameter', () => {
  it('inflates raw DEFLATE, and says when it was zlib or not compressed', () => {
    const xml = Buffer.from(sampleRequest());
    expect(decodeRedirectParameter(base64(deflateRawSync(xml)))).toMatchObject({
      text: `${xml}`,
      deflate: 'raw',
    });
    expect(decodeRedirectParameter(base64(deflateSync(xml)))).toMatchObject({
      text: `${xml}`,
      deflate: 'zlib',
    });
    expect(decodeRedirectParameter(base64(xml))).toMatchObject({ text: `${xml}`, deflate: 'none' });
  });

  const truncated = deflateRawSync(sampleRequest()).subarray(0, 100);
  const hostile: readonly [string, string, string][] = [
    ['nothing', '', 'empty'],
    ['words', '?!', 'not-base64'],
    ['noise', base64('This is neither XML nor DEFLATE.'), 'not-deflate'],
    ['gzip', base64(gzipSync('<a/>')), 'not-deflate'],
    ['half a message', base64(truncated), 'not-deflate'],
    [
      'bytes after the end',
      base64(Buffer.concat([deflateRawSync('<a/>'), Buffer.from('more')])),
      'not-deflate',
    ],
    ['a bomb of 500 MB', base64(deflateRawSync(Buffer.alloc(500_000_000))), 'too-large'],
    ['a zlib bomb', base64(deflateSync(Buffer.alloc(50_000_000))), 'too-large'],
    ['compressed Latin-1', base64(deflateRawSync(Buffer.from('<a>ä</a>', 'latin1'))), 'not-utf8'],
    ['50 MB of base64', 'QUJD'.repeat(12_500_000), 'too-large'],
  ];
  it.each(hostile)('refuses %s within a second', (_name, raw, code) => {
    expect(codes(timed(() => decodeRedirectParameter(raw)))).toEqual([code]);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeRedirectParameter(base64(Buffer.from(bytes)));
        expect(decoded.text === '' || decoded.problems.length === 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the readers answer hostile input within a second', () => {
  const deep = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
  const wide = sampleResponse({ assertions: '<b/>'.repeat(9_900) });
  const hostile: readonly [string, string, string[]][] = [
    ['not base64', 'not base64!', ['not-base64']],
    ['not XML', base64('hello'), ['not-well-formed']],
    ['a DOCTYPE', base64('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), ['doctype']],
    ['50 MB', base64('a'.repeat(50_000_000)), ['too-large']],
    ['100,000 levels', base64(deep), ['too-deep']],
    ['not UTF-8', base64(Buffer.from([0xff, 0xfe, 0x3c])), ['not-utf8']],
    ['a byte order mark', base64(`\uFEFF${sampleResponse()}`), ['byte-order-mark']],
    ['an attribute twice', base64('<a b="" b=""/>'), ['not-well-formed']],
    ['a NUL', base64('<a>\0</a>'), ['not-well-formed']],
    ['9,900 unknown elements', base64(wide), []],
  ];
  it.each(hostile)('%s', (_name, raw, expected) => {
    const reading = timed(() => readResponse(raw, []));
    expect(reading.document.problems.map(({ code }) => code)).toEqual(expected);
    expect(reading.assertions.every(({ verified }) => !verified)).toBe(true);
  });

  it('a request that is a bomb', () => {
    const raw = base64(deflateRawSync(Buffer.alloc(500_000_000)));
    expect(timed(() => readRequest(raw, undefined)).document.problems).toMatchObject([{ code: 'too-large' }]);
  });
});

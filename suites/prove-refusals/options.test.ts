import { describe, expect, it } from 'vitest';
import { CountersignError } from '../../harness/model/error.ts';
import { libraries } from './libraries.ts';
import { readOptions, usage } from './options.ts';

const refusalOf = (...args: readonly string[]): CountersignError => {
  try {
    readOptions(args, libraries);
  } catch (error) {
    if (error instanceof CountersignError) return error;
    throw error;
  }
  throw new Error('The options were taken.');
};

describe('the options of the proof', () => {
  it('try every pair unless a release is named', () => {
    expect(readOptions([], libraries)).toEqual({ attacks: [], json: false, keep: false, writeDocs: false });
  });

  it('name one release, with what is pinned below it', () => {
    const options = readOptions(
      ['--package', '@node-saml/node-saml@5.0.0', '--with', 'xml-crypto@6.0.0'],
      libraries,
    );
    expect(options).toMatchObject({
      only: {
        library: { name: '@node-saml/node-saml' },
        release: { version: '5.0.0', overrides: { 'xml-crypto': '6.0.0' } },
      },
    });
  });

  it('tell which wrappers there are when there is none for a library', () => {
    const error = refusalOf('--package', 'samlfy@2.9.1');
    expect(error.code).toBe('usage');
    expect(error.message).toBe('There is no wrapper for "samlfy". Was "samlify" meant?');
    for (const { name } of libraries) expect(error.next).toContain(name);
  });

  it.each(['samlify', 'samlify@^2.9.1', 'samlify@latest', '@node-saml/node-saml'])(
    'refuse "%s", which is no exact version',
    (text) => {
      expect(refusalOf('--package', text)).toMatchObject({ code: 'usage' });
      expect(refusalOf('--package', text).message).toContain('exact version');
    },
  );

  it.each([
    ['--with', 'xml-crypto@6.0.0'],
    ['--write-docs', '--package', 'samlify@2.9.1'],
    ['--unknown'],
    ['a-word'],
  ])('refuse %s %s %s', (...args) => {
    expect(refusalOf(...args.filter((arg) => arg !== undefined))).toMatchObject({ code: 'usage' });
  });

  it('are all in the help', () => {
    expect(readOptions(['--help'], libraries)).toBe('help');
    for (const name of ['package', 'with', 'attack', 'json', 'keep', 'write-docs'])
      expect(usage).toContain(`--${name}`);
  });
});

import { everyElement, ns } from '../../core/saml/xml.ts';
import { children } from '../accept/find.ts';
import { readFrom } from '../accept/statement.ts';
import type { Attribute } from '../accept/types.ts';
import { parseLeniently } from './lenient-parser.ts';
import { makeNameId } from './names-anywhere.ts';
import { findByQuery } from './queries.ts';
import { evaluateTemplate } from './templates.ts';
import { skip, type Weaken, type Weaknesses } from './weakness.ts';

/** Column of an account's name in a database that cuts off what is longer. */
const columnWidth = 255;

const emailNames = [
  'email',
  'mail',
  'emailAddress',
  'urn:oid:0.9.2342.19200300.100.1.3',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
];

/** From what the message says to an account. */
export const names: Weaknesses = {
  // Printed again as text without escaping, and that text parsed.
  'reparsed-unescaped': (steps) => ({
    ...steps,
    readNameId: (message, run) => {
      const found = steps.readNameId(message, run);
      if (found === undefined || !found.text.includes('<')) return found;
      const again = parseLeniently(`<Subject><${found.name}>${found.text}</${found.name}></Subject>`);
      const [first] = [...everyElement(again)].filter(({ name }) => name === found.name);
      return first === undefined ? found : makeNameId(first.text, found.attributes);
    },
  }),

  'attributes-name-the-user': (steps) => ({
    ...steps,
    nameOf: (nameId, attributes) =>
      steps.nameOf(attributes.find(({ name }) => emailNames.includes(name))?.values[0] ?? nameId, []),
  }),

  'attribute-names-loose': (steps) => ({
    ...steps,
    readAttributes: ({ assertion }, run) =>
      children(run, assertion, ns.saml, 'AttributeStatement').flatMap((one) => readFrom(one, run)),
    nameOf: (nameId, attributes) => steps.nameOf(nameId, mergeLoosely(attributes)),
  }),

  'name-cut-off': (steps) => ({
    ...skip('name')(steps),
    nameOf: (nameId, attributes) => steps.nameOf(nameId, attributes).slice(0, columnWidth),
  }),

  'whitespace-trimmed': mapping((name) => name.trim()),
  'case-folded': mapping((name) => name.toLowerCase()),
  'unicode-normalized': mapping((name) => name.normalize('NFKC')),
  'accents-ignored': mapping((name) => name.normalize('NFD').replace(/\p{M}/gu, '')),
  'look-alikes-mapped': mapping((name) =>
    name.replace(/[\u0370-\u04ff]/g, (letter) => lookAlikes[letter] ?? letter),
  ),
  'sub-address-dropped': mapping((name) => name.replace(/\+[^@]*(?=@|$)/, '').replace(/\.+$/, '')),

  'names-in-queries': (steps) => ({
    ...skip('name')(steps),
    findAccount: (statement, run) => {
      const known = [...run.people.nameIds, ...run.memory.accounts];
      return findByQuery(statement.nameId, known) ?? steps.findAccount(statement, run);
    },
  }),

  'names-as-templates': mapping(evaluateTemplate),
};

/** Compares names after this has been done to both. */
function mapping(change: (name: string) => string): Weaken {
  return (steps) => ({
    ...skip('name')(steps),
    nameOf: (nameId, attributes) => change(steps.nameOf(nameId, attributes)),
  });
}

/** Cyrillic and Greek letters, and the Latin ones that they look like. */
const lookAlikes: Readonly<Record<string, string>> = {
  '\u0430': 'a',
  '\u0435': 'e',
  '\u043e': 'o',
  '\u0440': 'p',
  '\u0441': 'c',
  '\u0443': 'y',
  '\u0445': 'x',
  '\u0456': 'i',
  '\u03bf': 'o',
  '\u03b1': 'a',
};

/** One attribute of each name, whatever its case: the last one, and of its values the last. */
function mergeLoosely(attributes: readonly Attribute[]): readonly Attribute[] {
  const found = new Map<string, Attribute>();
  for (const one of attributes)
    found.set(one.name.toLowerCase(), { ...one, name: one.name.toLowerCase(), values: one.values.slice(-1) });
  return [...found.values()];
}

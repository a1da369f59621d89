import fc from 'fast-check';

const names = [
  'samlp:Response',
  'saml:Assertion',
  'ds:Signature',
  'ds:SignedInfo',
  'saml:Subject',
  'saml:NameID',
];
const more = [
  'saml:Issuer',
  'saml:Conditions',
  'saml:Audience',
  'ds:Reference',
  'ds:Object',
  'x',
  'y:z',
  'saml:é',
];
const attributeNames = [
  'ID',
  'Id',
  'URI',
  'Version',
  'NotOnOrAfter',
  'Destination',
  'xmlns',
  'xml:base',
  'x:ID',
];
const attributeValues = [
  '_1',
  '#_1',
  '',
  '2.0',
  '2026-01-01T00:00:00Z',
  '0000-00-00',
  'urn:x',
  '&amp;',
  '&lt;',
  '<',
];
const texts = [
  '',
  ' ',
  'text',
  '&amp;',
  '&#65;',
  '&#0;',
  '&x;',
  ']]>',
  '<!-- c -->',
  '<![CDATA[<]]>',
  '<?x y?>',
  '\u0000',
];
const namespaces =
  ' xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"';

/** Documents that never were a message: elements of SAML in any order and depth, now and then not well-formed. */
const { document } = fc.letrec<{ document: string; node: string; element: string }>((tie) => ({
  document: fc
    .tuple(fc.constantFrom(...names), tie('node'), fc.boolean())
    .map(
      ([name, inside, isDeclared]) =>
        `<${name}${isDeclared ? namespaces : ''} ID="_1" Version="2.0">${inside}</${name}>`,
    ),
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: false },
    fc.constantFrom(...texts),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(tie('element'), { maxLength: 4 }).map((parts) => parts.join('')),
  ),
  element: fc
    .tuple(
      fc.constantFrom(...names, ...more),
      fc.array(fc.tuple(fc.constantFrom(...attributeNames), fc.constantFrom(...attributeValues)), {
        maxLength: 3,
      }),
      tie('node'),
      fc.integer({ min: 0, max: 40 }),
    )
    .map(([name, attributes, inside, slip]) => {
      const written = attributes.map(([key, value]) => ` ${key}="${value}"`).join('');
      // One in some forty is closed by another name.
      return `<${name}${written}>${inside}</${slip === 0 ? 'x' : name}>`;
    }),
}));

/** So many of them, which the seed decides. */
export function makeWildDocuments(seed: number, count: number): readonly string[] {
  return fc.sample(document, { seed, numRuns: count });
}

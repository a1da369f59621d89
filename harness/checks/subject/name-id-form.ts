import { defineCheck } from '../../model/check.ts';
import type { NameIdReading } from '../../model/readings.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasNameId, nameIdsOf } from './_name-ids.ts';

/** RFC 5322 dot-atom or quoted local part, and a domain of at least one label; letters of any script (RFC 6532). */
const addrSpec =
  /^(?:[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*|"(?:[^"\\\r\n]|\\.)+")@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*|\[[^[\]\\\s]+\])$/u;

const most256 = (text: string) => text.length > 0 && [...text].length <= 256;

/** What a value of each format looks like, by the format's definition in saml-core 8.3. */
const forms: Readonly<Record<string, { readonly wanted: string; readonly fits: (text: string) => boolean }>> =
  {
    [NAMEID.emailAddress]: {
      wanted: 'an address such as ada@example.com',
      fits: (text) => addrSpec.test(text),
    },
    [NAMEID.persistent]: { wanted: 'at most 256 characters', fits: most256 },
    [NAMEID.transient]: { wanted: 'at most 256 characters', fits: most256 },
    [NAMEID.entity]: {
      wanted: 'a URI of at most 1024 characters',
      fits: (text) => URL.canParse(text) && text.length <= 1024,
    },
  };
const anyForm = { wanted: 'a name', fits: (text: string) => text.length > 0 };

const formOf = ({ format }: NameIdReading) => (format === undefined ? undefined : forms[format]) ?? anyForm;

export default defineCheck({
  id: 'subject/name-id-form',
  title: {
    holds: 'The NameID is written as its format demands',
    fails: 'The NameID is not written as its format demands',
  },
  why: 'The service provider checks the value against the format, and refuses the login before it looks for the person.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → NameID value',
    change: 'Map the NameID to the attribute that holds a value of this form.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '8.3.2',
      says: 'The format emailAddress is an addr-spec: local-part@domain, with no name before it, no comment and no angle brackets.',
    },
    { document: 'saml-core', section: '8.3.7', says: 'A persistent identifier has at most 256 characters.' },
    { document: 'saml-core', section: '8.3.8', says: 'A transient identifier has at most 256 characters.' },
  ],
  messages: { other: 'The NameID is {value}; its format wants {wanted}.' },
  applies: hasNameId,
  run: ({ response }) =>
    nameIdsOf(response)
      // White space round a good value is told by subject/name-id-white-space alone.
      .filter((nameId) => !formOf(nameId).fits(nameId.text.trim()))
      .map((nameId) => {
        const { wanted } = formOf(nameId);
        const observed = quote(nameId.text);
        return {
          message: 'other',
          data: { value: observed, wanted },
          expected: wanted,
          observed,
          where: at(response, nameId.element),
        };
      }),
});

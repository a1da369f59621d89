import { defineCheck } from '../../model/check.ts';
import type { RequestReading } from '../../model/readings.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasNameId, nameIdsOf } from './_name-ids.ts';

const options: { readonly format: string } = { format: '' };

export default defineCheck({
  id: 'subject/name-id-format',
  title: {
    holds: 'The NameID has the format that the service provider wants',
    fails: 'The NameID does not have the format that the service provider wants',
  },
  why: 'The service provider looks the person up by another kind of name, finds nobody, and shows a general error.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → NameID format',
    change: 'Choose the format that the service provider asks for.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['request'],
  refs: [
    {
      document: 'saml-errata',
      section: 'E15',
      says: 'When the request names a Format in its NameIDPolicy, the NameID has just that Format.',
    },
    { document: 'saml-core', section: '2.2.2', says: 'Without a Format, the format is unspecified.' },
    {
      document: 'aws-identity-center',
      section: 'Other identity providers (page other-idps)',
      says: 'The NameID has the format emailAddress.',
    },
  ],
  options,
  messages: { other: 'The NameID has the format {format}; the service provider wants {wanted}.' },
  applies: (evidence, { options: { format } }) => {
    if (wantedFormat(format, evidence.request) === undefined)
      return 'The service provider wants no particular format.';
    return hasNameId(evidence);
  },
  run: ({ response, request }, { options: { format } }) => {
    const wanted = wantedFormat(format, request);
    if (wanted === undefined) return [];
    return nameIdsOf(response)
      .filter((nameId) => (nameId.format ?? NAMEID.unspecified) !== wanted)
      .map((nameId) => {
        const observed = nameId.format === undefined ? 'none, which means unspecified' : quote(nameId.format);
        return {
          message: 'other',
          data: { format: observed, wanted },
          expected: wanted,
          observed,
          where: at(response, nameId.element, 'Format'),
        };
      });
  },
});

/** The profile's format, else the one that the request asks for; "unspecified" leaves the choice open (3.4.1.1). */
function wantedFormat(option: string, request: RequestReading | undefined): string | undefined {
  if (option !== '') return option;
  const asked = request?.nameIdPolicy?.format;
  return asked === NAMEID.unspecified ? undefined : asked;
}

import { defineCheck } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { attr, descendants } from '../../saml/tree.ts';
import { at } from '../assertion/_assertions.ts';
import { hasSignature, needs } from './_signatures.ts';

export default defineCheck({
  id: 'signature/prefix-list',
  title: {
    holds: 'Lists of inclusive prefixes are as short as documents need them',
    fails: 'A list of inclusive prefixes is longer than any document needs it',
  },
  why: 'Verifiers look every prefix up for every element, before they ask for the key: a long list keeps them busy for anybody.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → signing',
    change: 'Report the defect to the vendor, and look for whoever made this message.',
  },
  judges: 'idp',
  needs,
  refs: [
    {
      assumption: 'A PrefixList names at most 50 prefixes.',
      known:
        'Exclusive canonicalization sets no limit. Lists name the prefixes in values, such as that of XML Schema: one or two as a rule.',
    },
  ],
  options: { most: 50 },
  messages: { long: 'The PrefixList in {parent} names {count} prefixes; {most} are more than enough.' },
  applies: hasSignature,
  run: ({ response }, { options: { most } }) =>
    response.signatures.flatMap(({ element: signature, parent }) =>
      [...descendants(signature)]
        .filter(({ namespace, local }) => namespace === NS.ec && local === 'InclusiveNamespaces')
        .flatMap((element) => {
          const list = attr(element, 'PrefixList') ?? '';
          const count = list.split(/\s+/).filter(Boolean).length;
          if (count <= most) return [];
          return {
            message: 'long' as const,
            data: { parent: parent.local, count, most },
            expected: `at most ${most} prefixes`,
            observed: `${count} prefixes`,
            where: at(response, element, 'PrefixList'),
          };
        }),
    ),
});

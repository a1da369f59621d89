import { defineCheck } from '../../model/check.ts';
import { ALG } from '../../saml/namespaces.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasSignature } from './_signatures.ts';

const exclusive: readonly string[] = [ALG.excC14n, ALG.excC14nWithComments];

export default defineCheck({
  id: 'algorithms/canonicalization',
  title: {
    holds: 'SignedInfo is canonicalized exclusively',
    fails: 'SignedInfo is not canonicalized exclusively',
  },
  why: 'Inclusive canonicalization draws in the declarations round the message, so that the signature breaks when the message is moved.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → canonicalization',
    change: 'Choose Exclusive XML Canonicalization.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '5.4.3',
      says: 'Exclusive canonicalization, with or without comments, should be used in CanonicalizationMethod and as a transform.',
    },
  ],
  messages: { other: 'The CanonicalizationMethod is {algorithm}; exclusive canonicalization is wanted.' },
  applies: hasSignature,
  run: ({ response }) =>
    response.signatures
      .filter(({ canonicalizationMethod }) => !exclusive.includes(canonicalizationMethod))
      .map(({ element, canonicalizationMethod }) => ({
        message: 'other',
        data: { algorithm: quote(canonicalizationMethod) },
        expected: ALG.excC14n,
        observed: quote(canonicalizationMethod),
        where: at(response, element),
      })),
});

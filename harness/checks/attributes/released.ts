import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { attributesOf, hasAgreement } from './_attributes.ts';

const options: { readonly alsoAgreed: readonly string[] } = {
  // Names, or with a * at the end beginnings of names. AWS's own attributes decide on access: they are no personal data.
  alsoAgreed: ['https://aws.amazon.com/SAML/Attributes/*'],
};

export default defineCheck({
  id: 'attributes/released',
  title: {
    holds: 'Only agreed attributes are released',
    fails: 'An attribute is released that nobody agreed on',
  },
  why: 'Personal data goes to a party that did not ask for it, and stays in its logs.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → claims mapping',
    change: 'Remove the claim, or add it to the agreed attributes.',
  },
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [
    {
      document: '1kosmos',
      section: 'Attribute mappings',
      says: 'The mapping table names the attributes that are sent.',
    },
    {
      assumption: 'Nothing but the agreed attributes is released.',
      known:
        'SAML leaves it to the identity provider which attributes it sends (Profiles 4.1.4.2); data protection law, such as article 5 of the GDPR, asks that no more is passed on than is needed.',
    },
  ],
  options,
  messages: { extra: 'The attribute {name} is released; agreed are {agreed}.' },
  applies: hasAgreement,
  run: ({ response, setup }, { options: { alsoAgreed } }) => {
    const agreed = [...(setup.attributes ?? []).map(({ name }) => name), ...alsoAgreed];
    return attributesOf(response)
      .filter(({ name, friendlyName }) => !isAgreed(name, agreed) && !isAgreed(friendlyName, agreed))
      .map(({ element, name = '' }) => ({
        message: 'extra',
        data: { name: quote(name), agreed: quoteAll(agreed) },
        expected: quoteAll(agreed),
        observed: quote(name),
        where: at(response, element),
      }));
  },
});

/** A name in the wrong case is told by attributes/required: the data itself is agreed. */
function isAgreed(name: string | undefined, agreed: readonly string[]): boolean {
  const sent = (name ?? '').toLowerCase();
  return agreed
    .map((each) => each.toLowerCase())
    .some((each) => (each.endsWith('*') ? sent.startsWith(each.slice(0, -1)) : sent === each));
}

import { defineCheck } from '../../model/check.ts';
import type { MetadataReading } from '../../model/readings.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { responsePost, shortUrl, whereIn } from './_exchanges.ts';

export default defineCheck({
  id: 'transport/response-address',
  title: {
    holds: 'The response is posted to the assertion consumer service of the service provider',
    fails: 'The response is posted to another address than the assertion consumer service',
  },
  why: 'Whoever owns the other address holds a valid login of this person.',
  fix: {
    console: 'Identity provider',
    field: 'Assertion Consumer Service URL of the application',
    change: 'Enter the address from the service provider’s metadata, character by character.',
  },
  judges: 'idp',
  needs: ['exchanges'],
  uses: ['sp-metadata', 'setup'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.5',
      says: 'The identity provider has some means to establish that the service provider controls the address it answers to.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'The identity provider verifies that the address asked for belongs to the service provider.',
    },
  ],
  messages: {
    other: 'The response is posted to {url}, which is no assertion consumer service of the service provider.',
  },
  applies: ({ exchanges, 'sp-metadata': metadata, setup }) => {
    if (responsePost(exchanges) === undefined) return 'No post of a response was recorded.';
    return (
      addressesOf(metadata, setup?.sp?.acsUrl).length > 0 || 'Neither metadata nor settings name the address.'
    );
  },
  run: ({ exchanges, 'sp-metadata': metadata, setup }) => {
    const post = responsePost(exchanges);
    const known = addressesOf(metadata, setup?.sp?.acsUrl);
    if (post === undefined || known.includes(post.url)) return [];
    return [
      {
        message: 'other' as const,
        data: { url: shortUrl(post.url) },
        expected: known.join(' or '),
        observed: shortUrl(post.url),
        where: whereIn(post),
      },
    ];
  },
});

function addressesOf(metadata: MetadataReading | undefined, typed: string | undefined): readonly string[] {
  const published = (metadata?.roles ?? [])
    .flatMap((role) => role.assertionConsumers)
    .filter(({ binding }) => binding === BINDING.post)
    .flatMap(({ location }) => (location === undefined ? [] : [location]));
  return published.length > 0 ? published : typed === undefined ? [] : [typed];
}

import { describe, expect, it } from 'vitest';
import type { OidcRecord } from '../../model/oidc-records.ts';
import {
  withBothClaims,
  withCallback,
  withClaims,
  withDiscovery,
  withHeader,
  withKey,
  withLevel,
  withMapping,
  withRequest,
  withRound,
} from '../../mutations/oidc/_change.ts';
import audienceOfTwo from '../../mutations/oidc/audience-of-two.ts';
import expired from '../../mutations/oidc/expired.ts';
import keyOf1024Bits from '../../mutations/oidc/key-of-1024-bits.ts';
import { changed, checkTester } from '../check-tester.ts';
import { levelOf, objectIn, show } from './_oidc.ts';
import applicationCallback from './application-callback.ts';
import assuranceClaim from './assurance-claim.ts';
import assuranceContext from './assurance-context.ts';
import callbackIssuer from './callback-issuer.ts';
import discoveryClientAuth from './discovery-client-auth.ts';
import discoveryDocument from './discovery-document.ts';
import idTokenAudience from './id-token-audience.ts';
import idTokenExpiry from './id-token-expiry.ts';
import idTokenKey from './id-token-key.ts';
import idTokenNonce from './id-token-nonce.ts';
import keysStrong from './keys-strong.ts';
import mappingLength from './mapping-length.ts';
import mappingValue from './mapping-value.ts';
import requestState from './request-state.ts';
import resourceAssurance from './resource-assurance.ts';

const oidc = (apply: (record: OidcRecord) => OidcRecord) => changed({ on: 'oidc', apply });
const byHand = oidc(({ provider: { discovery: _, ...provider }, ...record }) => ({ ...record, provider }));

checkTester(discoveryDocument, {
  passes: [
    {
      name: 'the media type is written in capitals and with a parameter',
      given: oidc((record) => ({
        ...record,
        provider: {
          ...record.provider,
          discovery: {
            url: '',
            status: 200,
            body: '{}',
            ...record.provider.discovery,
            contentType: 'Application/JSON;charset=UTF-8',
          },
        },
      })),
    },
  ],
  fails: [
    {
      given: oidc((record) => ({
        ...record,
        provider: {
          ...record.provider,
          discovery: { url: 'https://x.example', status: 200, contentType: 'application/json', body: '[]' },
        },
      })),
      name: 'it is a list',
      message: 'json',
      where: { path: '/provider/discovery/body' },
    },
  ],
  notApplicable: [byHand],
});

checkTester(discoveryClientAuth, {
  passes: [
    oidc((record) =>
      withDiscovery(record, { token_endpoint_auth_methods_supported: ['client_secret_post'] }),
    ),
  ],
  fails: [
    {
      name: 'nothing is said, which means Basic',
      given: oidc((record) => withDiscovery(record, { token_endpoint_auth_methods_supported: undefined })),
      message: 'missing',
    },
  ],
  notApplicable: [byHand],
});

checkTester(keysStrong, {
  passes: [
    {
      name: 'a curve stands beside RSA',
      given: oidc((record) => withKey(record, 1, { kty: 'EC', crv: 'P-256', n: undefined, x: 'x', y: 'y' })),
    },
    {
      name: 'a zero byte stands before 2,048 bits',
      given: oidc((record) =>
        withKey(record, 1, {
          n: Buffer.concat([Buffer.alloc(1), Buffer.alloc(256, 0x80)]).toString('base64url'),
        }),
      ),
    },
  ],
  fails: [
    { given: keyOf1024Bits, message: 'short' },
    {
      name: 'the first bit of 2,048 is not set',
      given: oidc((record) => withKey(record, 1, { n: Buffer.alloc(256, 0x7f).toString('base64url') })),
      message: 'short',
    },
  ],
});

checkTester(requestState, {
  passes: [
    {
      name: 'the application sends none',
      given: oidc((record) => withRequest(record, 'application', { state: undefined })),
    },
  ],
  fails: [
    {
      name: 'it is empty',
      given: oidc((record) => withRequest(record, 'federation', { state: '' })),
      message: 'missing',
    },
  ],
});

checkTester(callbackIssuer, {
  passes: [
    {
      name: 'it is named though nobody promised it',
      given: oidc((record) =>
        withDiscovery(record, { authorization_response_iss_parameter_supported: undefined }),
      ),
    },
  ],
  fails: [
    {
      name: 'a slash is too many',
      given: oidc((record) => withCallback(record, 'federation', { iss: `${record.issuer}/` })),
      message: 'other',
    },
  ],
  notApplicable: [
    oidc((record) =>
      withCallback(
        withDiscovery(record, { authorization_response_iss_parameter_supported: false }),
        'federation',
        { iss: undefined },
      ),
    ),
  ],
});

checkTester(idTokenAudience, {
  passes: [
    {
      name: 'the audience is a list of one, and azp says the same',
      given: oidc((record) =>
        withClaims(record, { aud: [record.provider.clientId], azp: record.provider.clientId }),
      ),
    },
  ],
  fails: [
    { given: audienceOfTwo, message: 'more', where: { path: '/federation/idToken/claims/aud' } },
    {
      name: 'it is missing',
      given: oidc((record) => withClaims(record, { aud: undefined })),
      message: 'other',
    },
  ],
});

checkTester(idTokenExpiry, {
  passes: [
    {
      name: 'it expired within what clocks may differ',
      given: oidc((record) =>
        withClaims(record, { exp: Number(record.federation?.idToken?.claims.iat) - 100 }),
      ),
    },
  ],
  fails: [{ given: expired, message: 'past' }],
});

checkTester(idTokenKey, {
  passes: [
    {
      name: 'the second of two keys signs',
      given: oidc((record) => withHeader(record, { kid: 'signing-2' })),
    },
    { name: 'use is not given', given: oidc((record) => withKey(record, 0, { use: undefined })) },
  ],
  fails: [
    {
      name: 'the name differs in case',
      given: oidc((record) => withHeader(record, { kid: 'Signing-1' })),
      message: 'unknown',
    },
  ],
});

checkTester(idTokenNonce, {
  passes: [{ name: 'a claim more is there', given: oidc((record) => withClaims(record, { sid: 'x' })) }],
  fails: [
    {
      name: 'it is a number',
      given: oidc((record) => withClaims(record, { nonce: 7 })),
      message: 'other',
    },
  ],
  notApplicable: [oidc((record) => withRequest(record, 'federation', { nonce: undefined }))],
});

checkTester(assuranceClaim, {
  passes: [
    { name: 'the level is a digit in a text', given: oidc((record) => withLevel(record, '2')) },
    { name: 'the level is low', given: oidc((record) => withLevel(record, 0)) },
    {
      name: 'only userinfo has it',
      given: oidc((record) => withClaims(record, { ial: undefined })),
    },
  ],
  fails: [
    {
      name: 'it is a fraction',
      given: oidc((record) => withBothClaims(record, { ial: 1.5 })),
      message: 'type',
    },
    {
      name: 'it is a list of one',
      given: oidc((record) => withBothClaims(record, { ial: [2] })),
      message: 'type',
    },
  ],
});

checkTester(assuranceContext, {
  passes: [
    {
      name: 'acr has no slash at its end',
      given: oidc((record) => withClaims(record, { acr: '/assurance/ial/2' })),
    },
  ],
  fails: [
    {
      name: 'acr is of another kind',
      given: oidc((record) => withClaims(record, { acr: 'urn:mace:incommon:iap:silver' })),
      message: 'other',
    },
  ],
  notApplicable: [oidc((record) => withClaims(record, { acr: undefined }))],
});

checkTester(mappingLength, {
  passes: [
    {
      name: 'a value has just 2,048 characters',
      given: oidc((record) => withBothClaims(record, { given_name: 'A'.repeat(2048) })),
    },
  ],
  fails: [
    {
      name: 'it has one more',
      given: oidc((record) => withBothClaims(record, { given_name: 'A'.repeat(2049) })),
      message: 'long',
    },
  ],
});

checkTester(mappingValue, {
  passes: [
    {
      name: 'a claim stays away and the old value stands',
      given: oidc((record) => withBothClaims(record, { family_name: undefined })),
    },
    {
      name: 'userinfo and ID token differ, and the ID token counts',
      given: oidc((record) =>
        withRound(record, 'federation', {
          userinfo: { status: 200, claims: { ...record.federation?.userinfo?.claims, given_name: 'Other' } },
        }),
      ),
    },
  ],
  fails: [
    {
      name: 'a line is mapped from another claim',
      given: oidc((record) => withMapping(record, { given_name: 'family_name' })),
      message: 'other',
      where: { path: '/user/attributes/given_name' },
    },
  ],
});

checkTester(applicationCallback, {
  passes: [
    {
      name: 'a callback for development is at localhost',
      given: oidc((record) => ({
        ...record,
        client: {
          ...record.client,
          callbackUrls: [...record.client.callbackUrls, 'http://localhost:3000/callback'],
        },
      })),
    },
  ],
  fails: [
    {
      name: 'a host only begins like localhost',
      given: oidc((record) => ({
        ...record,
        client: {
          ...record.client,
          callbackUrls: [...record.client.callbackUrls, 'http://localhost.evil.example/'],
        },
      })),
      message: 'scheme',
    },
  ],
});

checkTester(resourceAssurance, {
  passes: [{ name: 'the level is low and the resource shut', given: oidc((record) => withLevel(record, 1)) }],
  fails: [
    {
      name: 'it is shut by an error',
      given: oidc((record) => ({ ...record, resource: { url: 'https://api.example', status: 500 } })),
      message: 'shut',
    },
  ],
});

describe('reading', () => {
  it.each([
    [0, 0],
    [3, 3],
    ['2', 2],
    ['02', undefined],
    [-1, undefined],
    [true, undefined],
    [null, undefined],
  ])('takes %j for the level %j', (value, level) => {
    expect(levelOf(value)).toBe(level);
  });

  it('shortens long values, and says nothing where nothing is', () => {
    expect(show('x'.repeat(500)).length).toBeLessThan(120);
    expect(show(undefined)).toBe('nothing');
  });

  it('takes no page for a document, even if it holds JSON', () => {
    const document = { url: '', status: 200, contentType: 'text/html', body: '{}' };
    expect(objectIn(document)).toBeUndefined();
    expect(objectIn({ ...document, contentType: 'application/json' })).toEqual({});
  });
});

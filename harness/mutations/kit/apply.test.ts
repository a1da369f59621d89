import { beforeAll, describe, expect, it } from 'vitest';
import { createFaults } from '../../../mocks/core/faults.ts';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { HeaderFault, Mutation, MutationChange } from '../../model/mutation.ts';
import type { Delivery } from '../../model/records.ts';
import { readRequest, verifyRedirectSignature } from '../../saml/read-request.ts';
import { readResponse } from '../../saml/read-response.ts';
import { applyChange, applyMutation } from './apply.ts';
import { rawOf } from './artifact.ts';
import { applyHeaderFault } from './change-exchanges.ts';
import { EditError, setAttribute, setText } from './edit.ts';
import { type GenuineKeys, type GenuineLogin, makeGenuineLogin } from './genuine.ts';

const now = Date.UTC(2026, 2, 14, 9, 26, 53);

describe('applyChange', () => {
  let keys: GenuineKeys;
  let login: GenuineLogin;
  beforeAll(async () => {
    keys = await makeSelftestKeys(now);
    login = makeGenuineLogin({ now, initiatedBy: 'sp', keys });
  });
  const read = (evidence: GenuineLogin['evidence']) =>
    readResponse(rawOf(evidence, 'response') ?? '', [keys.idp.certificateDer]);
  const delivery = (
    evidence: GenuineLogin['evidence'],
    name: 'request-delivery' | 'response-delivery',
  ): Delivery => JSON.parse(rawOf(evidence, name) ?? '');
  const exchangesOf = (evidence: GenuineLogin['evidence']): readonly Exchange[] =>
    JSON.parse(rawOf(evidence, 'exchanges') ?? '');
  const otherAudience: MutationChange = {
    on: 'response',
    apply: (xml) => setText(xml, 'Audience', 'urn:other'),
  };

  it('signs again after a change before signing', () => {
    const { assertions } = read(applyChange(otherAudience, 'before-signing', login));
    expect(assertions[0]?.verified).toBe(true);
    expect(assertions[0]?.conditions?.audienceRestrictions[0]?.audiences[0]?.text).toBe('urn:other');
  });

  it('leaves the old signature after a change after signing', () => {
    const { signatures } = read(applyChange(otherAudience, 'after-signing', login));
    expect(signatures[0]?.fault?.code).toBe('digest-mismatch');
  });

  it('changes the request, its address and the recorded traffic together', () => {
    const change: MutationChange = {
      on: 'request',
      apply: (xml) => setAttribute(xml, 'AuthnRequest', 'ForceAuthn', 'true'),
    };
    const evidence = applyChange(change, 'before-signing', login);
    expect(readRequest(rawOf(evidence, 'request') ?? '', undefined).forceAuthn).toBe('true');
    const { url, carriedBy } = delivery(evidence, 'request-delivery');
    expect(new URL(url).searchParams.get('SAMLRequest')).toBe(rawOf(evidence, 'request'));
    expect(carriedBy?.status).toBe(303);
  });

  it('signs a signed query again, or leaves its signature to fail', () => {
    const signed = makeGenuineLogin({ now, initiatedBy: 'sp', keys, signRequests: true });
    const change: MutationChange = {
      on: 'request',
      apply: (xml) => setAttribute(xml, 'AuthnRequest', 'ForceAuthn', 'true'),
    };
    const verified = (['before-signing', 'after-signing'] as const).map((stage) => {
      const { url } = delivery(applyChange(change, stage, signed), 'request-delivery');
      return verifyRedirectSignature(url, [keys.sp.certificateDer]).verified;
    });
    expect(verified).toEqual([true, false]);
  });

  it('has RelayState given back when the request carries another', () => {
    const change: MutationChange = {
      on: 'request-url',
      apply: (url) => url.replace(/RelayState=[^&]*/, 'RelayState=a%20b'),
    };
    const evidence = applyChange(change, 'in-transit', login);
    expect(delivery(evidence, 'request-delivery').relayState).toBe('a b');
    expect(delivery(evidence, 'response-delivery')).toMatchObject({
      relayState: 'a b',
      relayStateSent: 'a b',
    });
    expect(exchangesOf(evidence).find(({ url }) => url.includes('/acs/'))?.requestBody).toContain('a%20b');
  });

  it('changes only what comes back when RelayState is changed on the way', () => {
    const evidence = applyChange({ on: 'relay-state', apply: () => 'other' }, 'in-transit', login);
    const before = delivery(login.evidence, 'response-delivery').relayStateSent;
    expect(delivery(evidence, 'response-delivery')).toMatchObject({
      relayState: 'other',
      relayStateSent: before,
    });
  });

  it('tells the deliveries what the traffic says', () => {
    const change: MutationChange = {
      on: 'exchanges',
      apply: (exchanges) =>
        exchanges.map((one) => ({
          ...one,
          tls: !one.url.includes('/acs/'),
          status: one.url.endsWith('/start/login') ? 307 : one.status,
        })),
    };
    const evidence = applyChange(change, 'in-transit', login);
    expect(delivery(evidence, 'response-delivery').tls).toBe(false);
    expect(delivery(evidence, 'request-delivery').carriedBy?.status).toBe(307);
  });

  const faults: readonly HeaderFault[] = [
    { double: 'idp', path: '/login/complete', remove: ['Cache-Control'], set: { 'X-New': '1' } },
    { double: 'sp', path: '/start', cookie: { drop: 'Secure', add: 'SameSite=Strict' } },
    { double: 'idp', path: '/login', appendHtml: '<script src="https://cdn.example/x.js"></script>' },
  ];
  it.each(faults)('does to recorded answers what the double does to live ones: %j', async (fault) => {
    const recorded = exchangesOf(login.evidence);
    const changed = applyHeaderFault(recorded, fault, login.evidence.targets);
    for (const [index, exchange] of recorded.entries()) {
      const host = new URL(exchange.url).hostname;
      const double = host.endsWith('1kosmos.net') ? createFaults('idp') : createFaults('sp');
      double.set([fault]);
      const answer = new Response(exchange.status === 303 ? null : (exchange.responseBody ?? null), {
        status: exchange.status,
        headers: exchange.responseHeaders.map(({ name, value }): [string, string] => [name, value]),
      });
      const live = await double.apply(new URL(exchange.url).pathname, answer);
      const ours = changed[index]?.responseHeaders.map(({ name, value }) => [name, value]) ?? [];
      expect(ours.sort()).toEqual([...live.headers].sort());
      if (exchange.responseBody !== undefined) expect(changed[index]?.responseBody).toBe(await live.text());
    }
  });

  it('takes a mutation for one that does not fit when the login lacks the key that it asks for', () => {
    const mutation = {
      id: 'a/b',
      title: '',
      stage: 'after-signing',
      change: {
        on: 'response',
        apply: (xml, { forgeSignature }) => forgeSignature(xml, '_none', { as: 'other-idp' }),
      },
      breaks: [],
      hostile: true,
      safe: 'refuses',
      refs: [],
    } as const satisfies Mutation;
    expect(() => applyMutation(mutation, login)).toThrow(EditError);
    expect(() => applyMutation(mutation, login)).toThrow('There is no key "other-idp"');
  });

  it.each<[string, MutationChange]>([
    ['changes nothing', { on: 'setup', apply: (setup) => setup }],
    ['names a page that was not visited', { on: 'headers', fault: { double: 'idp', path: '/nowhere' } }],
    ['changes an address to itself', { on: 'request-url', apply: (url) => url }],
  ])('throws when a mutation %s', (_what, change) => {
    const mutation = {
      id: 'a/b',
      title: '',
      stage: 'in-transit',
      change,
      breaks: [],
      hostile: false,
      safe: 'unaffected',
      refs: [],
    } as const;
    expect(() => applyMutation(mutation, login)).toThrow(EditError);
    expect(() => applyMutation({ ...mutation, needsArtifacts: ['sp-metadata'] }, login)).toThrow(EditError);
  });
});

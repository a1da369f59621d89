import { sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIdentityCenter } from '../../../mocks/aws/identity-center/double.ts';
import { createClock } from '../../../mocks/core/clock.ts';
import { createIds } from '../../../mocks/core/ids.ts';
import { configSchema } from '../../../mocks/idp/config.ts';
import { createIdp } from '../../../mocks/idp/double.ts';
import { createIdpKeys } from '../../../mocks/idp/main-config.ts';
import { makeSelftestKeys } from '../../cli/selftest-keys.ts';
import type { Double } from '../../model/double.ts';
import type { Exchange } from '../../model/evidence.ts';
import { decodePostParameter, decodeRedirectParameter } from '../../saml/decode.ts';
import { rawOf } from './artifact.ts';
import { type GenuineKeys, makeGenuineLogin } from './genuine.ts';
import { access, alice, deepLink, names } from './genuine-facts.ts';
import { maskMessages, readParameter } from './redirect.ts';
import { removeSignatures } from './sign-response.ts';

/** One live answer, as far as the genuine login claims to look like it. */
interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

const now = Date.UTC(2026, 2, 14, 9, 26, 53);

describe('the genuine login looks as the doubles make it', () => {
  let keys: GenuineKeys;
  beforeAll(async () => {
    keys = await makeSelftestKeys(now);
  });

  it.each(['sp', 'idp'] as const)('in every message and header (%s-initiated)', async (initiatedBy) => {
    const live = await login(initiatedBy, keys);
    const { evidence } = makeGenuineLogin({ now, initiatedBy, keys });
    const read = (name: Parameters<typeof rawOf>[1]) => rawOf(evidence, name) ?? '';
    expect(plain(read('idp-metadata'))).toBe(plain(live.idpMetadata));
    expect(plain(read('sp-metadata'))).toBe(plain(live.spMetadata));
    if (initiatedBy === 'sp')
      expect(plain(decodeRedirectParameter(read('request')).text)).toBe(
        plain(decodeRedirectParameter(readParameter(live.requestUrl, 'SAMLRequest') ?? '').text),
      );
    const ours = decodePostParameter(read('response')).text;
    const theirs = decodePostParameter(live.response).text;
    expect(plain(removeSignatures(ours))).toBe(plain(removeSignatures(theirs)));
    expect(signatureShape(ours)).toEqual(signatureShape(theirs));

    const exchanges: readonly Exchange[] = JSON.parse(read('exchanges'));
    const recorded = exchanges.filter(({ url }) => !url.includes('/login/status'));
    expect(recorded.map(({ url, status }) => `${status} ${plain(url)}`)).toEqual(
      live.answers.map(({ url, status }) => `${status} ${plain(maskMessages(url))}`),
    );
    for (const [index, answer] of live.answers.entries()) {
      const headers = recorded[index]?.responseHeaders ?? [];
      expect(headers.map(({ name, value }) => plainHeader(name, value)).sort(), answer.url).toEqual(
        answer.headers.map(([name, value]) => plainHeader(name, value)).sort(),
      );
      expect(outline(recorded[index]?.responseBody ?? '')).toEqual(outline(answer.body));
    }
  });
});

/** Values that differ between any two logins, taken out. */
function plain(text: string): string {
  return text
    .replace(/<ds:X509Certificate>[^<]+/g, '<ds:X509Certificate>…')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/_[0-9a-f]{40}/g, 'ID')
    .replace(/(?<=[?&](?:id|code|s|c|RelayState)=)[\w.-]+/g, 'TOKEN');
}

function plainHeader(name: string, value: string): string {
  const text = plain(maskMessages(value))
    .replace(/nonce-[\w-]+/g, 'nonce')
    .replace(/^(__Host-[a-z-]+)=[^;]+/, '$1=VALUE');
  return `${name}: ${text}`;
}

function signatureShape(xml: string): readonly string[] {
  const signature =
    /<ds:Signature[\s\S]*<\/ds:Signature>|<Signature[\s\S]*<\/Signature>/.exec(xml)?.[0] ?? '';
  return [...signature.matchAll(/Algorithm="([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** Forms, fields and the policy-relevant parts of a page. */
function outline(page: string): readonly string[] {
  const forms = [...page.matchAll(/<form[^>]*method="(\w+)"[^>]*action="([^"]+)"/g)].map(([, ...all]) =>
    all.join(' '),
  );
  const fields = [...page.matchAll(/<input[^>]*name="([^"]+)"/g)].map((match) => `field ${match[1]}`);
  const testIds = [...page.matchAll(/data-testid="([^"]+)"/g)].map((match) => `test id ${match[1]}`);
  return [...forms, ...fields, ...testIds].sort();
}

/** The same login made by the doubles, in process. */
async function login(initiatedBy: 'sp' | 'idp', { device }: GenuineKeys) {
  const ids = createIds();
  const idp = createIdp(configSchema.parse({}), {
    clock: createClock(() => now),
    ids,
    keys: await createIdpKeys(now),
  });
  const sp = createIdentityCenter({}, { now: () => now, ids });
  const jar = new Map<string, Map<string, string>>();
  const answers: Answer[] = [];
  const send = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const { host } = new URL(url);
    const cookies = jar.get(host) ?? new Map<string, string>();
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    const answer = await (host === new URL(names.idpOrigin).host ? idp : sp).fetch(
      new Request(url, { headers, ...body }),
    );
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    jar.set(host, cookies);
    answers.push({
      url,
      status: answer.status,
      headers: [...answer.headers],
      body: await answer.clone().text(),
    });
    return answer;
  };
  const follow = (from: string, answer: Response) => new URL(answer.headers.get('location') ?? '', from).href;
  const idpMetadata = await textOf(idp, `${names.idpOrigin}/saml/metadata`);
  const spMetadata = await textOf(sp, `${names.signInOrigin}/platform/saml/metadata/d-1234567890`);
  await arrange(sp, idpMetadata);
  const deviceId = await enrol(idp, device.publicJwk);

  let started: string = names.launchUrl;
  if (initiatedBy === 'sp') {
    await send(names.portalUrl);
    const destination = `#/console?account_id=${deepLink.accountId}&role_name=${deepLink.roleName}`;
    const form = { destination, username: alice.userName };
    started = follow(names.portalUrl, await send(`${names.portalUrl}/login`, form));
  }
  const page = follow(started, await send(started));
  await send(page);
  const shown = await (await send(page)).text();
  await approve(idp, shown, deviceId, device.privateKeyPem);
  const posting = await send(page.replace('/login?', '/login/complete?'));
  const fields = Object.fromEntries(
    [...(await posting.text()).matchAll(/name="(SAMLResponse|RelayState)" value="([^"]*)"/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
  const handoff = follow(names.acsUrl, await send(names.acsUrl, fields));
  const home = follow(handoff, await send(handoff));
  await send(home);
  if (home !== names.portalUrl) await send(names.portalUrl);
  await send(follow(names.portalUrl, await send(`${names.portalUrl}/logout`, {})));
  return { idpMetadata, spMetadata, requestUrl: started, response: fields.SAMLResponse ?? '', answers };
}

async function textOf(double: Double, url: string): Promise<string> {
  return (await double.fetch(new Request(url))).text();
}

async function control(double: Double, method: string, path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const request = new Request(`http://control${path}`, { method, headers, body: JSON.stringify(body) });
  const answer = await double.control(request);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

async function arrange(sp: Double, metadata: string): Promise<void> {
  await control(sp, 'PUT', '/idp', { metadata });
  await control(sp, 'PUT', `/users/${encodeURIComponent(alice.userName)}`, alice);
  for (const { accountId, accountName, roles } of access) {
    await control(sp, 'PUT', `/accounts/${accountId}`, { name: accountName });
    for (const role of roles) await control(sp, 'PUT', `/permission-sets/${role}`, {});
  }
  const principal = { type: 'user', id: alice.userName };
  const assignments = access.flatMap(({ accountId, roles }) =>
    roles.map((permissionSet) => ({ principal, accountId, permissionSet })),
  );
  await control(sp, 'PUT', '/assignments', assignments);
}

async function callPhone(idp: Double, path: string, body: unknown) {
  const headers = { 'content-type': 'application/json' };
  const request = new Request(`${names.idpOrigin}/phone/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  const answer = await (await idp.fetch(request)).json();
  return answer as Record<string, string>; // the phone's API of the double
}

async function enrol(idp: Double, publicKeyJwk: unknown): Promise<string> {
  const issued = await control(idp, 'POST', '/enrolment-codes', { email: alice.email });
  const { code } = issued as { code: string }; // the control API of the double
  return (await callPhone(idp, 'enrol', { code, publicKeyJwk, device: 'Phone' })).deviceId ?? '';
}

async function approve(idp: Double, page: string, deviceId: string, privateKeyPem: string): Promise<void> {
  const qr = /id="qr-text">([^<]+)/.exec(page)?.[1]?.replace('&amp;', '&');
  const number = /id="match-number">(\d+)/.exec(page)?.[1];
  const { challenge, session, origin, userName } = await callPhone(idp, 'scan', { qr, deviceId });
  const payload = { challenge, session, origin, userName, number, decision: 'approve' };
  const proof = { biometric: 'live-id', liveness: 'passed', iat: now / 1000 };
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'ES256', kid: deviceId })}.${encode({ ...payload, ...proof })}`;
  const key = { key: privateKeyPem, dsaEncoding: 'ieee-p1363' as const };
  const jws = `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
  expect(await callPhone(idp, 'answer', { jws })).toEqual({ code: 'approved' });
}

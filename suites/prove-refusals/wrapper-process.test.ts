import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey } from '../../mocks/core/keys.ts';
import { harnessIdp } from '../refusals/people.ts';
import { type RunningWrapper, startWrapper } from './wrapper-process.ts';

// Stands for an installed release: it believes whatever is posted, so that the server round it is what is tested.
const library = `
exports.IdentityProvider = class { constructor(options) { this.options = options; } };
exports.ServiceProvider = class {
  constructor(options) {
    if (!options.certificate.includes('BEGIN CERTIFICATE')) throw new Error('That is no certificate.');
    this.options = options;
  }
  create_login_request_url(idp, options, done) { done(null, idp.options.sso_login_url + '?SAMLRequest=x', '_q1'); }
  post_assert(idp, { request_body: { who, answers, now } }, done) {
    if (who === 'throws') throw new Error('thrown in the call');
    if (who === 'throws-later') return setTimeout(() => { throw new Error('thrown after the call'); });
    if (now !== undefined) return done(new Error(new Date().toISOString()));
    done(null, { response_header: { in_response_to: answers ?? '_q1' }, user: { name_id: who } });
  }
};`;

const now = Date.now();
let modules = '';
let sp: Awaited<ReturnType<typeof createSigningKey>>;
beforeAll(async () => {
  modules = await mkdtemp(join(tmpdir(), 'countersign-wrapper-'));
  await mkdir(join(modules, 'node_modules/saml2-js'), { recursive: true });
  await writeFile(join(modules, 'node_modules/saml2-js/index.js'), library);
  const validity = { notBefore: new Date(now - 1000), notAfter: new Date(now + 86_400_000) };
  sp = await createSigningKey({ commonName: 'Service provider', ...validity });
});
afterAll(() => rm(modules, { recursive: true, force: true }));

const start = (folder = modules) =>
  startWrapper({
    wrapper: 'saml2-js',
    modules: folder,
    idp: { ...harnessIdp, certificateDer: sp.certificateDer },
    sp,
  });

/** The cookie that an answer sets. */
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

async function begin({ origin }: RunningWrapper) {
  const response = await fetch(`${origin}/login`, { redirect: 'manual' });
  return { cookie: cookieOf(response), location: response.headers.get('location') };
}

function post({ acsUrl }: RunningWrapper, fields: Record<string, string>, cookie: string) {
  const body = new URLSearchParams(fields);
  return fetch(acsUrl, { method: 'POST', redirect: 'manual', headers: { cookie }, body });
}

async function whoIs({ origin }: RunningWrapper, cookie: string) {
  return (await fetch(`${origin}/whoami`, { headers: { cookie } })).json();
}

describe('a wrapped release', () => {
  it('logs in by an answer to what this browser asked, under a new cookie, and out again', async () => {
    await using wrapper = await start();
    const { cookie, location } = await begin(wrapper);
    expect(location).toBe(`${harnessIdp.ssoUrl}?SAMLRequest=x`);
    expect(await whoIs(wrapper, cookie)).toEqual({ nameId: null });
    const response = await post(wrapper, { who: 'ann' }, cookie);
    const own = cookieOf(response);
    expect(own).not.toBe(cookie);
    expect(await whoIs(wrapper, own)).toEqual({ nameId: 'ann' });
    expect(await whoIs(wrapper, cookie)).toEqual({ nameId: null });
    await fetch(`${wrapper.origin}/logout`, { method: 'POST', headers: { cookie: own }, redirect: 'manual' });
    expect(await whoIs(wrapper, own)).toEqual({ nameId: null });
  });

  it('refuses answers to what another browser asked, and to nothing', async () => {
    await using wrapper = await start();
    await begin(wrapper);
    expect((await post(wrapper, { who: 'ann' }, '')).status).toBe(403);
    const { cookie } = await begin(wrapper);
    expect((await post(wrapper, { who: 'ann', answers: '_q2' }, cookie)).status).toBe(403);
    expect(await whoIs(wrapper, cookie)).toEqual({ nameId: null });
  });

  it.each(['throws', 'throws-later'])('goes on and tells why when the library %s', async (who) => {
    await using wrapper = await start();
    const { cookie } = await begin(wrapper);
    expect((await post(wrapper, { who }, cookie)).status).toBe(403);
    const refusal = await (await fetch(`${wrapper.origin}/refusal`)).json();
    expect(JSON.stringify(refusal)).toContain('thrown');
    expect((await fetch(`${wrapper.origin}/health`)).status).toBe(200);
  });

  it('takes no more than a form of the usual size, and nothing but a form', async () => {
    await using wrapper = await start();
    const { cookie } = await begin(wrapper);
    expect((await post(wrapper, { who: 'a'.repeat(200_000) }, cookie)).status).toBe(413);
    const json = { method: 'POST', headers: { cookie, 'content-type': 'application/json' } };
    const response = await fetch(wrapper.acsUrl, { ...json, body: JSON.stringify({ who: 'ann' }) });
    expect(response.status).toBe(403);
    expect((await fetch(`${wrapper.acsUrl}?who=ann`, { headers: { cookie } })).status).toBe(404);
  });

  it('forgets its sessions with a restart, and comes back at the same address', async () => {
    await using wrapper = await start();
    const { cookie } = await begin(wrapper);
    const own = cookieOf(await post(wrapper, { who: 'ann' }, cookie));
    expect(await whoIs(wrapper, own)).toEqual({ nameId: 'ann' });
    await wrapper.restart();
    expect(await whoIs(wrapper, own)).toEqual({ nameId: null });
  });

  it('has a clock that can be set, and set back', async () => {
    await using wrapper = await start();
    const { cookie } = await begin(wrapper);
    const day = async () => (await (await post(wrapper, { now: '' }, cookie)).text()).slice(-24);
    await wrapper.setClock(86_400_000);
    const tomorrow = Date.parse(await day());
    await wrapper.setClock(0);
    const today = Date.parse(await day());
    expect(Math.round((tomorrow - today) / 86_400_000)).toBe(1);
  });

  it('ends when it is disposed', async () => {
    const wrapper = await start();
    await wrapper[Symbol.asyncDispose]();
    await expect(fetch(`${wrapper.origin}/health`)).rejects.toThrow();
  });

  it('says in its own words why it cannot start', async () => {
    await expect(start(tmpdir())).rejects.toThrow(/Cannot find module 'saml2-js'/);
  });
});

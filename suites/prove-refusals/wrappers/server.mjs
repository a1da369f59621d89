/**
 * What every wrapper shares: a service provider's pages on 127.0.0.1, sessions by cookie, and the talk with the
 * process that started it. A wrapper gives the library alone.
 *
 * The parent sends one message, the configuration; the answer names the port. When the parent goes, so does this.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'node:querystring';

const RealDate = Date;

/** As express's own body parser: 100 kB. */
const bodyLimit = 100 * 1024;

/** After this the person is told that they are not logged in, as a proxy would. */
const patienceMs = 20_000;

/**
 * @typedef {object} Setup What a library is set up with.
 * @property {(name: string) => any} load requires a package of the installed release
 * @property {string} entityId
 * @property {string} acsUrl
 * @property {string} sloUrl
 * @property {{ entityId: string, ssoUrl: string, certificatePem: string, certificateDer: string }} idp
 * @property {{ privateKeyPem: string, certificatePem: string, certificateDer: string }} sp
 *
 * @typedef {object} Library
 * @property {(relayState: string | undefined) => Promise<{ url: string, requestId?: string }>} login
 *   address of the identity provider with the request; `requestId` where the application has to remember it
 * @property {(input: { body: Record<string, any>, pending: Set<string> }) => Promise<{ nameId: string, sessionIndex?: string }>} accept
 *   who logs in by what was posted; rejects with the library's own error. `pending` are the request IDs of this
 *   browser that no answer has come to: the one that is answered is taken out in the same step as it is looked up.
 * @property {(input: { body: Record<string, any> }) => Promise<{ nameId: string, sessionIndex?: string }>} [logoutRequest]
 *   whom the identity provider logs out by what was posted; absent where the library takes no LogoutRequests by POST
 */

/**
 * Serves what the library makes of the messages.
 * @param {(setup: Setup) => Library | Promise<Library>} makeLibrary
 */
export function serve(makeLibrary) {
  if (process.send === undefined) throw new Error('A wrapper is started by the proof, not by hand.');
  process.once('disconnect', () => process.exit(0));
  process.on('message', (message) => {
    if ('clockOffsetMs' in message) return moveClock(message.clockOffsetMs);
    start(message, makeLibrary).catch(fail);
  });
}

/** A library has no clock of its own that could be set, so that the process gets another one. */
function moveClock(offsetMs) {
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(RealDate.now() + offsetMs);
      else super(...parts);
    }
    static now() {
      return RealDate.now() + offsetMs;
    }
  };
  process.send({ moved: offsetMs });
}

function fail(error) {
  process.send({ failed: describe(error) }, () => process.exit(1));
}

async function start({ modules, port, idp, sp }, makeLibrary) {
  const sessions = new Map();
  const state = { lastRefusal: undefined };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => reply(response, 500, describe(error)));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port ?? 0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const acsUrl = `${origin}/acs`;
  const library = await makeLibrary({
    load: createRequire(join(modules, 'wrapper.cjs')),
    entityId: `${origin}/metadata`,
    acsUrl,
    sloUrl: `${origin}/slo`,
    idp,
    sp,
  });
  // An error that a library throws outside of any call would end the process; the person is then not logged in.
  process.on('uncaughtException', (error) => {
    state.lastRefusal = `thrown outside of the call: ${describe(error)}`;
    state.abandon?.(error);
  });
  const singleLogout = library.logoutRequest === undefined ? {} : { singleLogoutUrl: `${origin}/slo` };
  process.send({ origin, entityId: `${origin}/metadata`, acsUrl, ...singleLogout });

  async function answer(request, response) {
    const url = new URL(request.url, origin);
    const session = sessions.get(cookieOf(request)) ?? { pending: new Set() };
    const page = `${request.method} ${url.pathname}`;
    if (page === 'GET /health') return reply(response, 200, 'ok');
    if (page === 'GET /refusal') return json(response, { reason: state.lastRefusal ?? null });
    if (page === 'GET /whoami') return json(response, { nameId: session.nameId ?? null });
    if (page === 'GET /') return home(response, session);
    if (page === 'GET /login')
      return login(response, url.searchParams.get('RelayState') ?? undefined, session);
    if (page === 'POST /acs') return accept(request, response, session);
    if (page === 'POST /logout') return logout(request, response);
    if (page === 'POST /slo' && library.logoutRequest) return logoutByProvider(request, response, session);
    reply(response, 404, 'Not found.');
  }

  async function login(response, relayState, session) {
    const { url, requestId } = await library.login(relayState);
    const pending = requestId === undefined ? session.pending : new Set([...session.pending, requestId]);
    response.setHeader('set-cookie', `sid=${keep({ ...session, pending })}; Path=/; HttpOnly`);
    redirect(response, url);
  }

  async function accept(request, response, session) {
    const body = await readBody(request);
    if (body === undefined) return reply(response, 413, 'The body is too large.');
    try {
      const { nameId, sessionIndex } = await settled(() =>
        library.accept({ body, pending: session.pending }),
      );
      if (typeof nameId !== 'string' || nameId === '') throw new Error('The library names nobody.');
      // A new identifier at each login: an attacker must not have chosen it.
      sessions.delete(cookieOf(request));
      response.setHeader(
        'set-cookie',
        `sid=${keep({ nameId, sessionIndex, pending: new Set() })}; Path=/; HttpOnly`,
      );
      redirect(response, '/');
    } catch (error) {
      state.lastRefusal = describe(error);
      reply(response, 403, `Not logged in: ${state.lastRefusal}`);
    }
  }

  /** Some libraries throw from within callbacks, where no promise can catch it, or never call back. */
  function settled(call) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The library did not answer.')), patienceMs);
      state.abandon = reject;
      Promise.resolve()
        .then(call)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  }

  function logout(request, response) {
    sessions.delete(cookieOf(request));
    redirect(response, '/');
  }

  async function logoutByProvider(request, response, session) {
    const body = await readBody(request);
    if (body === undefined) return reply(response, 413, 'The body is too large.');
    try {
      const { nameId, sessionIndex } = await settled(() => library.logoutRequest({ body }));
      const isMeant = sessionIndex === undefined || sessionIndex === session.sessionIndex;
      if (nameId === session.nameId && isMeant) sessions.delete(cookieOf(request));
      reply(response, 200, 'Logged out.');
    } catch (error) {
      state.lastRefusal = describe(error);
      reply(response, 403, `Not logged out: ${state.lastRefusal}`);
    }
  }

  function keep(session) {
    const id = randomUUID();
    sessions.set(id, session);
    return id;
  }
}

function home(response, { nameId }) {
  if (nameId === undefined) return redirect(response, '/login');
  reply(response, 200, `Logged in as ${JSON.stringify(nameId)}.`);
}

/** As express with `bodyParser.urlencoded({ extended: false })`: other content types give no fields. */
async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  if (size > bodyLimit) return undefined;
  const type = (request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return {};
  return { ...parse(Buffer.concat(chunks).toString('utf8')) };
}

function cookieOf(request) {
  return /(?:^|;\s*)sid=([^;]*)/.exec(request.headers.cookie ?? '')?.[1];
}

function redirect(response, location) {
  response.writeHead(302, { location }).end();
}

function json(response, value) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function reply(response, status, text) {
  if (response.headersSent) return response.end();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

/** Libraries throw errors, strings and objects. */
export function describe(error) {
  if (error instanceof Error) return error.message || error.name;
  if (typeof error === 'string') return error;
  const text = JSON.stringify(error);
  return text === undefined ? String(error) : text.slice(0, 400);
}

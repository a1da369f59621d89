import type { Clock } from '../core/clock.ts';
import type { Ids } from '../core/ids.ts';
import { type Code, type Device, type FailReason, type IdpState, type Login, lacks } from './state.ts';

/** After so many wrong answers a login is over. */
const maxWrongAnswers = 5;
/** How long a login may take from the request on, in milliseconds. */
const loginMs = 15 * 60_000;

/** State of a login as its page shows it. */
export type LoginStatus = 'waiting' | 'scanned' | 'approved' | 'denied' | 'expired' | 'failed';

export interface Logins {
  readonly start: (facts: Pick<Login, 'applicationId' | 'request' | 'relayState' | 'hint'>) => Login;
  /** The login with this id, if this browser opened it or nobody has yet. Without an id: the browser's latest. */
  readonly open: (id: string | undefined, browser: string) => Login | undefined;
  /** Makes a new QR code; the one before stops working. */
  readonly showCode: (login: Login, origin: string) => Code;
  readonly statusOf: (login: Login) => LoginStatus;
  readonly findCode: (challenge: string) => { readonly login: Login; readonly code: Code } | undefined;
  readonly isExpired: (code: Code) => boolean;
  /** Whether there were too many wrong answers. */
  readonly isLocked: (login: Login) => boolean;
  /** Ends a code, and counts a wrong answer. */
  readonly fail: (login: Login, code: Code, reason: FailReason) => void;
  readonly approve: (
    login: Login,
    code: Code,
    device: Device,
    authentication: Login['authentication'],
  ) => void;
}

export function createLogins(state: IdpState, clock: Clock, ids: Ids, codeMs: number): Logins {
  const all = () => [...state.volatile.logins.values()];
  const isOver = (login: Login) => clock.now() - login.createdAt > loginMs;
  const isExpired = (code: Code) =>
    !lacks(state, 'code-never-expires') && !lacks(state, 'approval-late') && clock.now() >= code.expiresAt;
  const isLocked = (login: Login) =>
    login.wrongAnswers >= maxWrongAnswers && !lacks(state, 'approvals-unlimited');
  const isLive = (code: Code) => (code.state === 'waiting' || code.state === 'scanned') && !isExpired(code);

  return {
    isExpired,
    isLocked,
    start: (facts) => {
      for (const login of all()) if (isOver(login)) state.volatile.logins.delete(login.id);
      const login: Login = {
        id: ids.token(),
        createdAt: clock.now(),
        codes: [],
        wrongAnswers: 0,
        finished: false,
        ...facts,
      };
      state.volatile.logins.set(login.id, login);
      return login;
    },
    open: (id, browser) => {
      const login =
        id === undefined ? all().findLast((one) => one.browser === browser) : state.volatile.logins.get(id);
      if (login === undefined || isOver(login)) return undefined;
      login.browser ??= browser;
      return login.browser === browser ? login : undefined;
    },
    showCode: (login, origin) => {
      const last = login.codes.at(-1);
      if (last !== undefined && (last.state === 'waiting' || last.state === 'scanned'))
        last.state = 'replaced';
      // A relayed code gives itself away by its number, so no two pages show the same one at a time.
      const taken = all().flatMap((one) => one.codes.filter(isLive).map((code) => code.number));
      const number = pick(ids, (candidate) => taken.length < 80 && taken.includes(candidate));
      const second = pick(ids, (candidate) => candidate === number);
      const third = pick(ids, (candidate) => candidate === number || candidate === second);
      const challenge = ids.token();
      const code: Code = {
        challenge,
        qr: `${origin}/qr?s=${login.id}&c=${challenge}`,
        number,
        numbers: [number, second, third].sort(),
        issuedAt: clock.now(),
        expiresAt: clock.now() + codeMs,
        state: 'waiting',
      };
      login.codes.push(code);
      return code;
    },
    statusOf: (login) => {
      const code = login.codes.at(-1);
      if (login.authentication !== undefined) return 'approved';
      if (isLocked(login)) return 'failed';
      if (code === undefined) return 'waiting';
      if (isLive(code)) return code.state === 'scanned' ? 'scanned' : 'waiting';
      return code.state === 'denied' || code.state === 'failed' ? code.state : 'expired';
    },
    findCode: (challenge) => {
      for (const login of all()) {
        const code = login.codes.find((one) => one.challenge === challenge);
        if (code !== undefined) return { login, code };
      }
      return undefined;
    },
    fail: (login, code, reason) => {
      login.wrongAnswers += 1;
      code.state = 'failed';
      code.reason = isLocked(login) ? 'too-many-attempts' : reason;
    },
    approve: (login, code, device, authentication) => {
      code.state = 'approved';
      code.device = device;
      if (authentication !== undefined) login.authentication = authentication;
    },
  };
}

/** A number of two digits that is not refused. */
function pick(ids: Ids, isRefused: (candidate: string) => boolean): string {
  for (;;) {
    const candidate = String(ids.number(10, 99));
    if (!isRefused(candidate)) return candidate;
  }
}

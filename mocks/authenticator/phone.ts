import { z } from 'zod';
import { ControlError } from '../core/control.ts';
import type { EventLog } from '../core/event-log.ts';
import type { Ids } from '../core/ids.ts';
import { phonePaths, type ScanAnswer } from '../core/phone-protocol.ts';
import type { AnswerRequest, EnrolRequest, Settings } from './config.ts';
import { createDeviceKeys, type Device } from './devices.ts';
import type { Send } from './routed-fetch.ts';
import { type Gesture, gestureOf, signAnswer } from './sign-answer.ts';

/** How the identity provider answered. Status 0: nothing was sent. */
export interface Verdict {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export interface ScanResult extends Verdict {
  readonly scanId: string;
  readonly qr: string;
  /** Absent when the identity provider refused the scan. */
  readonly shown?: Pick<ScanAnswer, 'application' | 'origin' | 'userName'>;
  readonly numbers: readonly string[];
  readonly expiresAt?: string;
}

export interface AnswerResult {
  readonly answer: Gesture & {
    readonly jws?: string;
    /** Public key of the phone whose owner was asked. */
    readonly enrolledKey?: Readonly<Record<string, unknown>>;
    readonly sentAt?: string;
  };
  readonly jws?: string;
  readonly verdict: Verdict;
}

interface Scan {
  readonly userName: string;
  readonly idpOrigin: string;
  readonly taken?: ScanAnswer;
  jws?: string;
}

export interface PhoneParts {
  readonly settings: Settings;
  readonly now: () => number;
  readonly ids: Ids;
  readonly events: EventLog;
  readonly send: Send;
}

/** The authenticator app of every person: enrols, scans, answers. */
export type Phone = ReturnType<typeof createPhone>;

const scanAnswer = z.object({
  session: z.string(),
  challenge: z.string(),
  application: z.string(),
  origin: z.string(),
  userName: z.string(),
  numbers: z.array(z.string()),
  expiresAt: z.string(),
});
const saidBody = z.object({ code: z.string().default(''), message: z.string().default('') });

export function createPhone({ settings, now, ids, events, send }: PhoneParts) {
  const devices = new Map<string, Device>();
  const scans = new Map<string, Scan>();

  async function call(
    origin: string,
    path: string,
    body: unknown,
  ): Promise<{ status: number; said: unknown }> {
    const request = new Request(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await send(request);
    return { status: answer.status, said: await answer.json().catch(() => ({})) };
  }

  async function enrol({ userName, enrolmentCode, biometrics, ...rest }: EnrolRequest): Promise<Device> {
    const idpOrigin = rest.idpOrigin ?? settings.idpOrigin;
    const keys = await createDeviceKeys();
    const { status, said } = await call(idpOrigin, phonePaths.enrol, {
      code: enrolmentCode,
      publicKeyJwk: keys.publicKeyJwk,
      device: { name: `Phone of ${userName}`, biometrics },
    });
    const parsed = z.object({ deviceId: z.string() }).safeParse(said);
    if (status !== 200 || !parsed.success) {
      const { message } = readVerdict(status, said);
      throw new ControlError(409, `The identity provider did not enrol the phone (${status}). ${message}`);
    }
    const device = { userName, idpOrigin, biometrics, deviceId: parsed.data.deviceId, ...keys };
    devices.set(userName, device);
    events.record('enrolled', { userName });
    return device;
  }

  /** A phone asks only the organisation that it is enrolled at, whatever address the code names. */
  async function scan(userName: string, qr: string): Promise<ScanResult> {
    const device = devices.get(userName);
    const idpOrigin = device?.idpOrigin ?? settings.idpOrigin;
    const deviceId = device === undefined ? {} : { deviceId: device.deviceId };
    const { status, said } = await call(idpOrigin, phonePaths.scan, { qr, ...deviceId });
    const parsed = status === 200 ? scanAnswer.safeParse(said) : undefined;
    const taken = parsed?.success ? parsed.data : undefined;
    const scanId = ids.token();
    scans.set(scanId, { userName, idpOrigin, ...(taken && { taken }) });
    const verdict = readVerdict(status, said);
    events.record('scanned', { userName, status, code: verdict.code });
    if (taken === undefined) return { scanId, qr, numbers: [], ...verdict };
    const { application, origin, numbers, expiresAt } = taken;
    const shown = { application, origin, userName: taken.userName };
    return { scanId, qr, shown, numbers, expiresAt, ...verdict, code: 'scanned' };
  }

  async function answer(request: AnswerRequest): Promise<AnswerResult> {
    const scanned = need(scans.get(request.scanId), 'There is no such scan.');
    const owner = need(devices.get(scanned.userName), `No phone is enrolled for "${scanned.userName}".`);
    const taken = need(scanned.taken, 'The identity provider refused this scan: there is nothing to answer.');
    const enrolledKey = { ...owner.publicKeyJwk };
    if (request.outcome === 'none') {
      const verdict = { status: 0, code: 'none', message: 'The owner did not answer.' };
      return { answer: { decision: 'none', enrolledKey }, verdict };
    }
    const signer =
      request.device === undefined
        ? owner
        : need(devices.get(request.device), `No phone is enrolled for "${request.device}".`);
    const jws = await signAnswer(taken, request, signer, now());
    scanned.jws = jws;
    const sentAt = new Date(now()).toISOString();
    const verdict = await sendAnswer(scanned, jws);
    return { answer: { ...gestureOf(request), jws, enrolledKey, sentAt }, jws, verdict };
  }

  async function sendAnswer({ userName, idpOrigin }: Scan, jws: string): Promise<Verdict> {
    const { status, said } = await call(idpOrigin, phonePaths.answer, { jws });
    const verdict = readVerdict(status, said);
    events.record('answered', { userName, status, code: verdict.code });
    return verdict;
  }

  return {
    devices,
    enrol,
    scan,
    answer,
    /** Sends the same signed answer once more. */
    repeat: async (scanId: string): Promise<Verdict> => {
      const scanned = need(scans.get(scanId), 'There is no such scan.');
      return sendAnswer(scanned, need(scanned.jws, 'This scan was not answered yet.'));
    },
    /** The app is closed: scans are forgotten, keys are kept. */
    forgetScans: () => scans.clear(),
    pendingScans: () => scans.size,
  };
}

function readVerdict(status: number, said: unknown): Verdict {
  const parsed = saidBody.safeParse(said);
  return { status, ...(parsed.success ? parsed.data : { code: '', message: '' }) };
}

function need<T>(thing: T | undefined, problem: string): T {
  if (thing === undefined) throw new ControlError(404, problem);
  return thing;
}

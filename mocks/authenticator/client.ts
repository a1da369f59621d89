import type { ControlClient } from '../../harness/model/double.ts';
import type { PhonePlan, PhonePort } from '../../harness/model/phone.ts';
import type { Biometric } from '../../harness/model/records.ts';
import type { AnswerResult, ScanResult, Verdict } from './phone.ts';

/** A phone as the control API shows it. */
export interface DeviceView {
  readonly userName: string;
  readonly idpOrigin: string;
  readonly deviceId: string;
  readonly biometrics: readonly Biometric[];
  readonly publicKeyJwk: Readonly<Record<string, string>>;
}

export interface AuthenticatorClient extends PhonePort {
  /** @param enrolmentCode as the identity provider's administrator made it for this person */
  readonly enrol: (
    userName: string,
    enrolmentCode: string,
    options?: { readonly idpOrigin?: string; readonly biometrics?: readonly Biometric[] },
  ) => Promise<DeviceView>;
  readonly devices: () => Promise<readonly DeviceView[]>;
  /** Takes the app off a person's phone; the identity provider is not told. */
  readonly removeDevice: (userName: string) => Promise<void>;
}

/** Typed calls of the authenticator's control API; also the phone of a flow. */
export function createAuthenticatorClient(control: ControlClient): AuthenticatorClient {
  // The latest scan that was taken: a second one that is refused leaves the first on the phone's screen.
  const open = new Map<string, string>();
  const scanOf = (owner: string) => {
    const scanId = open.get(owner);
    if (scanId === undefined) throw new Error(`The phone of "${owner}" has no open sign-in to answer.`);
    return scanId;
  };
  return {
    enrol: (userName, enrolmentCode, options = {}) =>
      control.send('POST', '/devices', { userName, enrolmentCode, ...options }),
    devices: () => control.get('/devices'),
    removeDevice: (userName) => control.send('DELETE', `/devices/${encodeURIComponent(userName)}`),
    scan: async (owner, screenshot) => {
      const body = { userName: owner, screenshot: Buffer.from(screenshot).toString('base64') };
      const { scanId, ...scan } = await control.send<ScanResult>('POST', '/scan', body);
      if (scan.shown !== undefined || !open.has(owner)) open.set(owner, scanId);
      return scan;
    },
    answer: async (owner, plan, number) => {
      const { answer, verdict } = await control.send<AnswerResult>('POST', '/answer', {
        scanId: scanOf(owner),
        ...gestureOf(plan),
        ...(number === undefined ? {} : { number }),
      });
      return { answer, verdict };
    },
    repeat: async (owner) => {
      const { status, code } = await control.send<Verdict>('POST', '/repeat', { scanId: scanOf(owner) });
      return { status, code };
    },
  };
}

function gestureOf({ outcome, biometric, tamper }: PhonePlan) {
  return { outcome, biometric, ...(tamper === undefined ? {} : { tamper }) };
}

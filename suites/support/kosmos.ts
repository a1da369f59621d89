import type { BrowserContext } from 'playwright';
import type { IdentityProviderPort } from '../../harness/flows/ports.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import type { PhonePlan } from '../../harness/model/phone.ts';
import type { Bench } from './bench.ts';

/** Names of a 1Kosmos tenant and of the application that a suite is about. */
export interface KosmosNames {
  readonly idpHost: string;
  /** Address of the tenant's SAML metadata. */
  readonly idpMetadata: string;
  /** Address that starts an IdP-initiated login. */
  readonly launch: string;
}

/** Biometrics that the phone app offers. */
const biometrics = ['touch-id', 'face-id', 'live-id'];

/** Where things are on the identity provider's pages. */
export const idpScreens = {
  login: '#login',
  qr: '#qr',
  number: '#match-number',
  refusal: '#refusal',
} as const;

/** The provider's pages and what it is asked beside them. */
export function kosmosPort(control: ControlClient, names: KosmosNames, bench: Bench): IdentityProviderPort {
  return {
    metadata: () => bench.fetchText(names.idpMetadata),
    startUrl: (relayState) =>
      relayState === undefined
        ? names.launch
        : `${names.launch}?${new URLSearchParams({ RelayState: relayState })}`,
    login: idpScreens.login,
    refusal: idpScreens.refusal,
    hasSession: async (context) => (await whoami(control, context, `https://${names.idpHost}`)) !== undefined,
  };
}

/** Asks a double whose session this browser's cookies carry. */
export async function whoami(
  control: ControlClient,
  context: BrowserContext,
  address: string,
): Promise<string | undefined> {
  const cookies = await context.cookies(address);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { userName } = await control.send<{ userName: string | null }>('POST', '/whoami', { cookie });
  return userName ?? undefined;
}

/** An administrator's code, typed into the app: the device's key is then known to the provider. */
export async function enrol(
  email: string,
  { idp, authenticator }: { readonly idp: ControlClient; readonly authenticator: ControlClient },
  names: Pick<KosmosNames, 'idpHost'>,
): Promise<void> {
  const { code } = await idp.send<{ code: string }>('POST', '/enrolment-codes', { email });
  await authenticator.send('POST', '/devices', {
    userName: email,
    idpOrigin: `https://${names.idpHost}`,
    enrolmentCode: code,
    biometrics,
  });
}

/** An owner who scans the page before them, matches the number and approves with a fingerprint; but for what differs. */
export function planPhone(owner: string, differently: Partial<PhonePlan>): PhonePlan {
  return {
    owner,
    outcome: 'approve',
    biometric: 'touch-id',
    number: 'as-on-page',
    screen: 'own',
    ...differently,
  };
}

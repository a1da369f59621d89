import type { RefusalTarget, Send } from '../../harness/flows/refusals/target.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import type { WeaknessId } from '../../harness/model/weaknesses.ts';
import { NAMEID } from '../../harness/saml/namespaces.ts';
import { createControlClient } from '../../mocks/core/control-client.ts';
import { createServiceProviderClient, type ServiceProviderClient } from '../../mocks/sp/client.ts';
import { sessionCookie } from '../../mocks/sp/cookies.ts';
import { createServiceProvider } from '../../mocks/sp/double.ts';
import { readEncryptionCertificate } from './encryption-certificate.ts';
import { writeIdpMetadata } from './idp-metadata.ts';
import type { RefusalKeys } from './keys.ts';
import { harnessIdp, otherIdp, people } from './people.ts';

const origin = 'https://app.countersign.test';

export interface ServiceProviderTarget {
  readonly target: RefusalTarget;
  readonly client: ServiceProviderClient;
  /** Exactly these safeguards are missing from now on; none again for the strict one. */
  readonly weaken: (weaknesses: readonly WeaknessId[]) => Promise<void>;
}

/** How a running double is reached: its public part and its control API. */
export interface DoubleAccess {
  readonly send: Send;
  readonly control: ControlClient;
  /** Another instance of it behind the same addresses. */
  readonly secondNode?: Send;
}

/** The generic service provider in this process, as a target of attacks. */
export function openServiceProviderTarget(
  keys: RefusalKeys,
  signed: RefusalTarget['signed'] = 'assertion',
): Promise<ServiceProviderTarget> {
  const double = createServiceProvider();
  const access = {
    send: double.fetch,
    control: createControlClient(double.control),
    secondNode: double.join().fetch,
  };
  return arrangeServiceProvider(keys, access, signed);
}

/** The same, wherever it runs: made to trust the harness, with everything in place that an attack may need. */
export async function arrangeServiceProvider(
  keys: RefusalKeys,
  { send, control, secondNode }: DoubleAccess,
  signed: RefusalTarget['signed'] = 'assertion',
): Promise<ServiceProviderTarget> {
  const client = createServiceProviderClient(control);
  await trust(keys, client);
  // Demanded of the identity provider by the metadata, and so by every response that is genuine.
  await client.changeSettings({ wantAssertionsSigned: signed !== 'response' });
  const metadata = await (await send(new Request(`${origin}/metadata`))).text();
  const encryptionCertificate = readEncryptionCertificate(metadata);
  const target: RefusalTarget = {
    name:
      signed === 'response'
        ? 'Generic service provider that takes signed Responses (double)'
        : 'Generic service provider (double)',
    mode: 'double',
    entityId: `${origin}/metadata`,
    acsUrl: `${origin}/acs`,
    origins: [origin],
    idp: harnessIdp,
    signed,
    nameIdFormat: NAMEID.emailAddress,
    ...people,
    start: (jar) => jar.fetch(new Request(`${origin}/login`)),
    whoami: async (jar) => {
      const cookie = jar.cookieHeader(`${origin}/`);
      // The oracle goes by this cookie alone: without it the answer is nobody, and is not worth a request.
      return cookie.includes(`${sessionCookie}=`) ? client.whoami(cookie) : undefined;
    },
    ...(encryptionCertificate === undefined ? {} : { encryptionCertificate }),
    otherIdpEntityId: otherIdp.entityId,
    otherSp: {
      entityId: 'https://other.countersign.test/metadata',
      acsUrl: 'https://other.countersign.test/acs',
    },
    restart: async () => {
      await client.restart();
    },
    setClock: async (offsetMs) => {
      await client.setClock(offsetMs);
    },
    logOut: async (jar) => {
      await jar.fetch(new Request(`${origin}/logout`, { method: 'POST', headers: { origin } }));
    },
    singleLogoutUrl: `${origin}/slo`,
    lastRefusal: () => client.lastRefusal(),
    ...(secondNode === undefined ? {} : { secondNode }),
    can: ['unsolicited-off'],
    send,
  };
  return {
    target,
    client,
    weaken: async (weaknesses) => {
      await client.setWeaknesses(weaknesses);
    },
  };
}

/** Trust with a history: a key that was retired, a short one, one for encryption only, a second provider. */
async function trust(keys: RefusalKeys, client: ServiceProviderClient): Promise<void> {
  const second = writeIdpMetadata({ ...otherIdp, signing: [keys['other-idp'].certificateDer] });
  const first = (signing: readonly string[]) =>
    writeIdpMetadata({ ...harnessIdp, signing, encryption: [keys['idp-encryption'].certificateDer] });
  await client.putIdps([first([keys['idp-retired'].certificateDer]), second]);
  await client.putIdps([first([keys.idp.certificateDer, keys['idp-short'].certificateDer]), second]);
}

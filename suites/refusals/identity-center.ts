import type { RefusalTarget, Send } from '../../harness/flows/refusals/target.ts';
import type { Double } from '../../harness/model/double.ts';
import { NAMEID } from '../../harness/saml/namespaces.ts';
import { addressesOf } from '../../mocks/aws/identity-center/addresses.ts';
import { createIdentityCenterClient } from '../../mocks/aws/identity-center/client.ts';
import { createIdentityCenter } from '../../mocks/aws/identity-center/double.ts';
import { createControlClient } from '../../mocks/core/control-client.ts';
import { writeIdpMetadata } from './idp-metadata.ts';
import type { RefusalKeys } from './keys.ts';
import { harnessIdp, people } from './people.ts';

const names = {
  region: 'us-east-1',
  instanceId: 'd-1234567890',
  acsId: '6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10',
};

export interface IdentityCenterTarget {
  readonly double: Double;
  readonly target: RefusalTarget;
}

/** The double of IAM Identity Center as a target of attacks. @param send default: the double in this process */
export async function openIdentityCenterTarget(
  keys: RefusalKeys,
  send?: Send,
): Promise<IdentityCenterTarget> {
  const addresses = addressesOf(names);
  const double = createIdentityCenter({
    ...names,
    users: [people.self, people.victim].map(({ nameId, attributes }) => ({
      userName: nameId,
      email: nameId,
      givenName: attributes.first_name?.[0] ?? '',
      familyName: attributes.last_name?.[0] ?? '',
    })),
  });
  const control = createControlClient(double.control);
  const client = createIdentityCenterClient(control);
  const trusted = { ...harnessIdp, encryption: [keys['idp-encryption'].certificateDer] };
  // The rollover is history: what it retired must not be trusted any more.
  await client.importIdp(writeIdpMetadata({ ...trusted, signing: [keys['idp-retired'].certificateDer] }));
  await client.importIdp(writeIdpMetadata({ ...trusted, signing: [keys.idp.certificateDer] }));
  const target: RefusalTarget = {
    name: 'IAM Identity Center (double)',
    mode: 'double',
    entityId: addresses.entityId,
    acsUrl: addresses.acsUrl,
    origins: [`https://${addresses.portalHost}`, `https://${addresses.signInHost}`],
    idp: harnessIdp,
    signed: 'assertion',
    nameIdFormat: NAMEID.emailAddress,
    ...people,
    start: (jar) =>
      jar.fetch(
        new Request(`${addresses.portalUrl}/login`, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            origin: `https://${addresses.portalHost}`,
          },
          body: new URLSearchParams({ username: people.self.nameId, destination: '' }).toString(),
        }),
      ),
    whoami: async (jar) => client.whoami(jar.cookieHeader(addresses.portalUrl)),
    restart: () => client.restart(),
    setClock: async (offsetMs) => {
      await control.send('PUT', '/clock', { offsetMs });
    },
    logOut: async (jar) => {
      await jar.fetch(new Request(`${addresses.portalUrl}/logout`, { method: 'POST' }));
    },
    lastRefusal: () => client.lastRefusal(),
    can: [],
    send: send ?? double.fetch,
  };
  return { double, target };
}

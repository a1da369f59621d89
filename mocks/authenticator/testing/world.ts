import type { PhonePlan } from '../../../harness/model/phone.ts';
import { createControlClient } from '../../core/control-client.ts';
import type { IdpKeys } from '../../idp/state.ts';
import { alice, host, makeIdp, openBrowser, readPage } from '../../idp/test-world.ts';
import { createAuthenticatorClient } from '../client.ts';
import { createAuthenticator } from '../double.ts';
import { drawScreen } from './screenshot.ts';

export const application = 'aws-identity-center';

/** The authenticator beside a real identity provider double, and a browser at its login page. */
export async function makeWorld(keys: IdpKeys, enrolled: readonly string[] = [alice]) {
  const { idp, client: idpClient, clock } = makeIdp(keys);
  const sent: Request[] = [];
  const authenticator = createAuthenticator(
    {},
    {
      now: clock.now,
      send: async (request) => {
        sent.push(request.clone());
        return idp.fetch(request);
      },
    },
  );
  const control = createControlClient(authenticator.control);
  const phone = createAuthenticatorClient(control);
  for (const email of enrolled) await phone.enrol(email, await idpClient.createEnrolmentCode(email));
  return { idp, idpClient, clock, authenticator, control, phone, sent };
}
export type World = Awaited<ReturnType<typeof makeWorld>>;

/** Opens the login page in a new browser. */
export async function openLogin({ idp }: World) {
  const browser = openBrowser(idp);
  const page = readPage((await browser.follow(`/saml/launch/${application}`)).text);
  const state = async () => (await browser.visit(`/login/status?id=${page.id}`)).json();
  return { browser, page, state, screenshot: photograph(page.qr ?? '') };
}

export function photograph(qr: string): Uint8Array {
  return drawScreen(qr, { width: 480, height: 400, side: 280, left: 120, top: 60 });
}

export const honest: PhonePlan = {
  owner: alice,
  outcome: 'approve',
  biometric: 'touch-id',
  number: 'as-on-page',
  screen: 'own',
};

export { host };

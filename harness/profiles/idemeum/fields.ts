import type { Fix } from '../../model/check.ts';
import { app, idpConfiguration } from '../aws-identity-center/fields.ts';

const application = 'Applications → Amazon Web Services';

/** Fields of idemeum's admin portal, as its guide names them. */
export const portal = {
  saml: `${application} → SAML`,
  loadConfig: `${application} → SAML → Load Config`,
  provisioning: `${application} → Provisioning`,
  baseUrl: `${application} → Provisioning → SCIM Base URL`,
  accessToken: `${application} → Provisioning → Access Token`,
  groupProvisioning: `${application} → Provisioning → Group provisioning`,
  entitlements: 'Entitlements',
  metadata: 'SAML metadata of the tenant',
} as const;

export const automaticProvisioning = 'Settings → Identity source → Automatic provisioning';

/** A field of the identity provider's console. */
export function idemeum(field: string, change: string): Fix {
  return { console: 'idemeum admin portal', field, change };
}

const ofTenant: readonly string[] = Object.values(idpConfiguration);

/** The same fault with idemeum as identity provider: where it is mended, in the words of its own console. */
export function toIdemeum({ console, field, change }: Fix): Fix {
  return { console: rename(console), field: renameField(field), change: rename(renameField(change)) };
}

function renameField(text: string): string {
  return ofTenant
    .reduce((renamed, own) => renamed.replaceAll(own, portal.metadata), text)
    .replaceAll(app.all, portal.saml);
}

function rename(text: string): string {
  return text
    .replaceAll('1Kosmos AdminX', 'idemeum admin portal')
    .replaceAll('1Kosmos mobile app', 'idemeum app')
    .replaceAll('AdminX', 'idemeum')
    .replaceAll('1Kosmos', 'idemeum');
}

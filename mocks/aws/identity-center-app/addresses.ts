/** Every address of one application, in the forms that AWS gives them (aws.md B.3). */
export interface ApplicationAddresses {
  /** Base64 of account and instance; the last part of every address. */
  readonly key: string;
  /** Issuer, entity ID and sign-in URL are one. */
  readonly entityId: string;
  readonly logoutUrl: string;
  readonly metadataUrl: string;
}

export function ssoHostOf(region: string): string {
  return `portal.sso.${region}.amazonaws.com`;
}

export function applicationAddresses(
  region: string,
  accountId: string,
  instanceId: string,
): ApplicationAddresses {
  const key = Buffer.from(`${accountId}_${instanceId}`).toString('base64');
  const base = `https://${ssoHostOf(region)}/saml`;
  return {
    key,
    entityId: `${base}/assertion/${key}`,
    logoutUrl: `${base}/logout/${key}`,
    metadataUrl: `${base}/metadata/${key}`,
  };
}

/** Where the portal's tile leads, on the portal's host. The console's own tiles have it after a `#`. */
export function tilePath(displayName: string, key: string): string {
  return `/start/saml/custom/${encodeURIComponent(displayName)}/${key}`;
}

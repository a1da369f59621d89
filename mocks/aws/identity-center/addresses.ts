/** Every public address of one Identity Center instance, in the forms that AWS uses (aws.md B.1, "URL forms"). */
export interface Addresses {
  readonly region: string;
  readonly portalHost: string;
  readonly signInHost: string;
  /** Entity ID of the service provider; the console calls it the issuer URL. */
  readonly entityId: string;
  readonly acsUrl: string;
  readonly acsPath: string;
  readonly metadataPath: string;
  /** Address of the access portal, without a slash at the end. */
  readonly portalUrl: string;
}

export interface InstanceNames {
  readonly region: string;
  /** `d-` and ten characters. */
  readonly instanceId: string;
  /** UUID at the end of the ACS URL. */
  readonly acsId: string;
}

export function addressesOf({ region, instanceId, acsId }: InstanceNames): Addresses {
  const portalHost = `${instanceId}.awsapps.com`;
  const signInHost = `${region}.signin.aws.amazon.com`;
  const acsPath = `/platform/saml/acs/${acsId}`;
  return {
    region,
    portalHost,
    signInHost,
    entityId: `https://${signInHost}/platform/saml/${instanceId}`,
    acsUrl: `https://${signInHost}${acsPath}`,
    acsPath,
    metadataPath: `/platform/saml/metadata/${instanceId}`,
    portalUrl: `https://${portalHost}/start`,
  };
}

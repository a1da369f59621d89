/** Region and identifier inside an address of IAM Identity Center. */
export interface InstanceAddress {
  readonly region: string;
  readonly id: string;
}

const hosts = String.raw`([a-z]{2}(?:-[a-z]+)+-\d)\.(?:sso\.)?signin\.(?:aws\.amazon\.com|aws|amazonaws\.cn|amazonaws-us-gov\.com|amazonaws\.com)`;
const uuid = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const acs = new RegExp(`^https://${hosts}/platform/saml/acs/(${uuid})$`);
const issuer = new RegExp(`^https://${hosts}/platform/saml/(d-[0-9a-z]{10})$`);

/** Reads the ACS URL of an instance; undefined when it has another form. */
export function readAcsUrl(text: string): InstanceAddress | undefined {
  return read(acs, text);
}

/** Reads the issuer URL (entity ID) of an instance; undefined when it has another form. */
export function readIssuerUrl(text: string): InstanceAddress | undefined {
  return read(issuer, text);
}

/** Instance in the host of an access portal, `d-1234567890.awsapps.com`; undefined for one with an alias. */
export function portalInstance(url: string | undefined): string | undefined {
  return /^https:\/\/(d-[0-9a-z]{10})\.awsapps\.com(?:[:/]|$)/.exec(url ?? '')?.[1];
}

function read(pattern: RegExp, text: string): InstanceAddress | undefined {
  const [, region, id] = pattern.exec(text) ?? [];
  return region === undefined || id === undefined ? undefined : { region, id };
}

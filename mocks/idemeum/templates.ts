/** An application as the tenant's catalog offers it, before it is added. */
export interface Template {
  readonly id: string;
  readonly name: string;
  /** What the tile says below the name. */
  readonly description: string;
  /** The application cannot begin a login: people start it from their catalog. */
  readonly idpInitiatedOnly: boolean;
  /** People and groups can be provisioned into it by SCIM. */
  readonly provisioning: boolean;
}

export const templates: readonly Template[] = [
  {
    id: 'amazon-web-services',
    name: 'Amazon Web Services',
    description: 'AWS accounts and roles',
    // Vendor's guide, "SSO login flows": AWS supports only the IdP-initiated flow.
    idpInitiatedOnly: true,
    provisioning: true,
  },
  {
    id: 'custom-saml',
    name: 'Custom SAML application',
    description: 'Any application that speaks SAML 2.0',
    idpInitiatedOnly: false,
    provisioning: false,
  },
];

/** What was seen of an OpenID Connect federation: the provider, the user pool as its relying party, the tokens. */
export interface OidcRecord {
  /** The provider's issuer identifier as the user pool was told it. */
  readonly issuer: string;
}

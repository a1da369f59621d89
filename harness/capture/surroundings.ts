/** What is known beside a saved file, as the user gives it. */
export interface Surroundings {
  readonly idpMetadata?: Uint8Array;
  readonly acsUrl?: string;
  readonly spEntityId?: string;
  readonly requestId?: string;
  /** Moment to judge at, ISO 8601 UTC; for a bundle only when it was given on purpose. */
  readonly now: { readonly instant: string; readonly given: boolean };
}

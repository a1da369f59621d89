import type { RefusalTarget } from '../../harness/flows/refusals/target.ts';

/** A library that there is a wrapper for. */
export interface Library {
  /** Name of the package, and of what is tried by `--package`. */
  readonly name: string;
  /** File in `wrappers`, without its extension. */
  readonly wrapper: string;
  /** What its documentation tells to install beside it; exact versions. */
  readonly beside?: Readonly<Record<string, string>>;
  /** What its recommended configuration wants signed. */
  readonly signed: RefusalTarget['signed'];
}

export const libraries: readonly Library[] = [
  {
    name: '@boxyhq/saml20',
    wrapper: 'boxyhq-saml20',
    signed: 'assertion',
  },
  {
    name: '@node-saml/node-saml',
    wrapper: 'node-saml',
    // By default it demands a signed response and a signed assertion since 4.0.0-beta.6, and takes both before.
    signed: 'both',
  },
  {
    name: 'passport-saml',
    wrapper: 'passport-saml',
    signed: 'assertion',
  },
  {
    name: 'saml2-js',
    wrapper: 'saml2-js',
    signed: 'assertion',
  },
  {
    name: 'samlify',
    wrapper: 'samlify',
    beside: { '@authenio/samlify-node-xmllint': '2.0.0' },
    signed: 'assertion',
  },
];

import type { Exception } from './exception.ts';
import { boxyhqSaml20 } from './exceptions/boxyhq-saml20.ts';
import { nodeSaml } from './exceptions/node-saml.ts';
import { passportSaml } from './exceptions/passport-saml.ts';
import { saml2Js } from './exceptions/saml2-js.ts';
import { samlify } from './exceptions/samlify.ts';
import { xmlLibraries } from './exceptions/xml-libraries.ts';

/**
 * What fells fixed releases for other reasons than the flaw that their pair is about: other flaws of the release, and
 * checks that a library leaves to the application. For an attack that several explain, the first counts.
 */
export const exceptions: readonly Exception[] = [
  ...nodeSaml,
  ...passportSaml,
  ...saml2Js,
  ...samlify,
  ...boxyhqSaml20,
  ...xmlLibraries,
];

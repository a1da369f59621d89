import type { Fix } from '../../model/check.ts';
import { idemeum, portal } from './fields.ts';

const loadConfig = idemeum(
  portal.loadConfig,
  'Download the metadata file in IAM Identity Center → Settings → Identity source, paste it, and click Load Config.',
);
const provision = idemeum(
  portal.entitlements,
  'Entitle the person to Amazon Web Services, and push; the user name in IAM Identity Center → Users is the e-mail address.',
);

const enrol: Fix = {
  console: 'idemeum app',
  field: 'Biometrics of the phone',
  change: 'Have the person set up fingerprint or face on the phone before the login is tried.',
};

/** What the guide has people do otherwise than with an application that is filled in by hand. */
export const loadConfigFixes: Readonly<Record<string, Fix>> = {
  'setup/acs-url': loadConfig,
  'setup/issuer-url': loadConfig,
  'identity-center/acs-url': loadConfig,
  'identity-center/issuer-url': loadConfig,
  'identity-center/region': loadConfig,
  'identity-center/instance': loadConfig,
  'aws/service': loadConfig,
  'response/destination': loadConfig,
  'transport/response-address': loadConfig,
  'conditions/audience': loadConfig,
  'conditions/audience-restriction': loadConfig,
  'conditions/presence': loadConfig,
  'subject/recipient': loadConfig,
  'subject/confirmation-data': loadConfig,
  'request/issuer': loadConfig,
  'request/acs': loadConfig,
  'identity-center/user-exists': provision,
  'identity-center/user-active': provision,
  'authenticator/factor': enrol,
  'authenticator/liveness': enrol,
  'authenticator/request-shown': idemeum(
    portal.saml,
    'Name the application “Amazon Web Services”, so that people know what they approve.',
  ),
};

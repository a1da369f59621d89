import type { Profile } from '../model/profile.ts';
import { awsIam } from './aws-iam.ts';
import { awsIdentityCenter } from './aws-identity-center.ts';
import { idemeumIdentityCenter } from './idemeum-identity-center.ts';
import { samlApp } from './saml-app.ts';
import { samlAppIdentityCenter } from './saml-app-identity-center.ts';
import { samlWebSso } from './saml-web-sso.ts';

/** Every profile, by id in the alphabet's order. */
export const profiles: readonly Profile[] = [
  awsIam,
  awsIdentityCenter,
  idemeumIdentityCenter,
  samlApp,
  samlAppIdentityCenter,
  samlWebSso,
];

import type { Profile } from '../model/profile.ts';
import { awsIam } from './aws-iam.ts';
import { awsIdentityCenter } from './aws-identity-center.ts';
import { cognitoIdentityPool } from './cognito-identity-pool.ts';
import { cognitoStepUp } from './cognito-step-up.ts';
import { cognitoUserPoolOidc } from './cognito-user-pool-oidc.ts';
import { cognitoUserPoolSaml } from './cognito-user-pool-saml.ts';
import { idemeumIdentityCenter } from './idemeum-identity-center.ts';
import { samlApp } from './saml-app.ts';
import { samlAppIdentityCenter } from './saml-app-identity-center.ts';
import { samlWebSso } from './saml-web-sso.ts';
import { scimPushIdentityCenter } from './scim-push-identity-center.ts';
import { scimService } from './scim-service.ts';
import { scimServiceIdentityCenter } from './scim-service-identity-center.ts';

/** Every profile, by id in the alphabet's order. */
export const profiles: readonly Profile[] = [
  awsIam,
  awsIdentityCenter,
  cognitoIdentityPool,
  cognitoStepUp,
  cognitoUserPoolOidc,
  cognitoUserPoolSaml,
  idemeumIdentityCenter,
  samlApp,
  samlAppIdentityCenter,
  samlWebSso,
  scimPushIdentityCenter,
  scimService,
  scimServiceIdentityCenter,
];

import type { Integration } from '../harness/model/integration.ts';
import kosmosAwsIam from './1kosmos-aws-iam/integration.ts';
import kosmosIdentityCenter from './1kosmos-identity-center/integration.ts';
import cognitoIdentityPool from './cognito-identity-pool/integration.ts';
import cognitoUserPool from './cognito-user-pool/integration.ts';
import idemeum from './idemeum/integration.ts';
import kpow from './kpow/integration.ts';
import scimService from './scim-service/integration.ts';

/** Every integration that can be proved. */
export const integrations: readonly Integration[] = [
  kosmosIdentityCenter,
  kosmosAwsIam,
  idemeum,
  kpow,
  cognitoIdentityPool,
  scimService,
  cognitoUserPool,
];

import { defineProfile } from '../model/profile.ts';
import { stepUpRules } from './cognito-step-up/step-up.ts';

/** Sign-up proofing and LiveID step-up by the Lambda triggers of an Amazon Cognito user pool. */
export const cognitoStepUp = defineProfile({
  id: 'cognito-step-up',
  title: 'Step-up by Lambda triggers of an Amazon Cognito user pool',
  version: 1,
  extends: [],
  skewMs: 180_000,
  checks: stepUpRules,
});

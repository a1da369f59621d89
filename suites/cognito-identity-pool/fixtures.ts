import { rolloutFixture } from '../support/rollout-fixture.ts';
import { describeParties } from './parties.ts';

export const { test, settings } = rolloutFixture('cognito-identity-pool', describeParties);

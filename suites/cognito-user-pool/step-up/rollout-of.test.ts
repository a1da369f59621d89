import { describe, expect, it } from 'vitest';
import { stepUp } from '../../../harness/config/step-up-schema.ts';
import { casesFor, stepUpCases } from './cases.ts';
import { sampleRollout, stepUpParts, targetsOf, wantedOf } from './parties.ts';
import { rolloutOf } from './rollout-of.ts';

const own = (environment: Record<string, string>) =>
  stepUp.parse({
    linkAttribute: 'custom:kosmos',
    functions: {
      DefineAuthChallenge: {
        runtime: 'python',
        file: 'lambda/define.py',
        handler: 'lambda_handler',
        environment,
      },
    },
  });

describe('the rollout of a configuration', () => {
  it('is that of the samples unless it names functions', () => {
    const rollout = rolloutOf(stepUp.parse({}), '/etc/rollout');
    expect(rollout).toEqual(sampleRollout);
    expect(casesFor(rollout)).toEqual(stepUpCases);
  });

  it('finds own functions below its folder, with what the run makes up in their environment', () => {
    const rollout = rolloutOf(
      own({ TENANT: '{tenant}', KEY: 'Bearer {apiKey}', LEVEL: '2' }),
      '/etc/rollout',
    );
    expect(rollout.set.triggers).toEqual({ DefineAuthChallenge: 'DefineAuthChallenge' });
    expect(rollout.set.functions.DefineAuthChallenge).toMatchObject({
      file: '/etc/rollout/lambda/define.py',
      environment: {
        TENANT: 'acme-verify',
        KEY: 'Bearer api-key-of-the-verification-double',
        LEVEL: '2',
      },
      timeoutMs: 3000,
    });
    // They are put to the test, not the harness; and nothing weak takes their place.
    expect(targetsOf(rollout).map(({ mode }) => mode)).toEqual(['double', 'real']);
    expect(casesFor(rollout).every(({ functions }) => Object.keys(functions).length === 0)).toBe(true);
    expect(wantedOf(rollout).linkAttribute).toBe('custom:kosmos');
    const pool = stepUpParts(rollout).find(({ name }) => name === 'user-pool');
    const network = { 'https://acme-verify.1kosmos.net': 'http://127.0.0.1:1' };
    expect(pool?.config(network)).toMatchObject({
      schema: expect.arrayContaining([{ name: 'custom:kosmos' }]),
    });
  });

  it('refuses a word in braces that nothing stands for', () => {
    expect(() => rolloutOf(own({ KEY: '{apikey}' }), '/')).toThrow(
      'The function DefineAuthChallenge has "{apikey}" for KEY, and nothing is called {apikey}.',
    );
  });
});

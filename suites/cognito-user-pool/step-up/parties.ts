import { type StepUpSettings, stepUp } from '../../../harness/config/step-up-schema.ts';
import type { ControlClient } from '../../../harness/model/double.ts';
import type { TargetRecord } from '../../../harness/model/evidence.ts';
import type { StepUpWanted } from '../../../harness/model/step-up-records.ts';
import type { RunningStack, StackPart } from '../../../harness/stack/start-stack.ts';
import { createUserPoolWithApiFromConfig } from '../../../mocks/aws/cognito-user-pool/api/main-config.ts';
import { createHttpApiFromConfig } from '../../../mocks/aws/http-api/main-config.ts';
import { createKosmosApiFromConfig } from '../../../mocks/kosmos-api/main-config.ts';
import { names, secrets } from './environment.ts';
import { type FunctionSet, goodFunctions } from './function-sets.ts';

/** The control APIs of the doubles of step-up. */
export interface StepUpControls {
  readonly kosmos: ControlClient;
  readonly pool: ControlClient;
  readonly api: ControlClient;
}

/** What a rollout is, beside the doubles: its functions, and what it wants of them. */
export interface StepUpRollout {
  readonly set: FunctionSet;
  readonly settings: StepUpSettings;
}

/** That of the samples. */
export const sampleRollout: StepUpRollout = { set: goodFunctions, settings: stepUp.parse({}) };

/** What a rollout wants, but for the person and what must come of it. */
export function wantedOf({ settings }: StepUpRollout): Omit<StepUpWanted, 'outcome' | 'userName'> {
  const { linkAttribute, assuranceAttribute, claims, documents, liveness, reason } = settings;
  return {
    ...{ linkAttribute, assuranceAttribute, claims, documents, liveness, reason },
    minimumAssurance: 2,
    stepUpClient: names.stepUpClient,
    callbackUrl: names.callbackUrl,
  };
}

/** Functions of one's own are the real thing, whatever runs them. */
export function targetsOf({ set }: StepUpRollout): readonly TargetRecord[] {
  const pool = { role: 'sp', origins: [new URL(names.poolApi).origin, names.apiOrigin] } as const;
  return [
    { role: 'idp', mode: 'double', product: '1Kosmos verification API', origins: [names.kosmosOrigin] },
    set.isOwn
      ? { ...pool, mode: 'real', product: 'Lambda functions of an Amazon Cognito user pool' }
      : { ...pool, mode: 'double', product: 'Amazon Cognito user pool with Lambda triggers' },
  ];
}

/**
 * Everything that runs for step-up: the verification API, the pool with its functions, the application's own API.
 * @param triggerWaitMs how long the pool waits for a function; 5 s at AWS
 */
export function stepUpParts(
  { set, settings }: StepUpRollout = sampleRollout,
  triggerWaitMs = 5000,
): readonly StackPart[] {
  return [
    {
      name: 'kosmos-api',
      hosts: [names.kosmosHost],
      entry: 'mocks/kosmos-api/main.ts',
      config: () => ({ host: names.kosmosHost, ...secrets }),
      create: createKosmosApiFromConfig,
    },
    {
      name: 'user-pool',
      hosts: [new URL(names.poolApi).host, names.domain],
      entry: 'mocks/aws/cognito-user-pool/api/main.ts',
      config: (network) => ({
        region: names.region,
        poolId: names.poolId,
        domain: names.domain,
        schema: [settings.linkAttribute, settings.assuranceAttribute, ...settings.attributes].map((name) => ({
          name,
        })),
        clients: [
          {
            id: names.everydayClient,
            name: 'Everyday',
            authFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
            writeAttributes: ['email', 'name'],
          },
          {
            id: names.stepUpClient,
            name: 'Step-up',
            authFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
            writeAttributes: ['email', 'name'],
          },
        ],
        api: {
          lambda: {
            python: settings.python,
            functions: set.functions,
            routes: { [names.kosmosOrigin]: addressOf(network, names.kosmosOrigin) },
          },
          triggers: set.triggers,
          triggerWaitMs,
        },
      }),
      create: createUserPoolWithApiFromConfig,
    },
    {
      name: 'http-api',
      hosts: [new URL(names.apiOrigin).host],
      entry: 'mocks/aws/http-api/main.ts',
      config: (network) => {
        const poolOrigin = new URL(names.poolApi).origin;
        return {
          host: new URL(names.apiOrigin).host,
          authorizer: {
            issuer: names.issuer,
            audience: [names.everydayClient, names.stepUpClient],
            reachedAt: addressOf(network, poolOrigin),
          },
          routes: [
            { method: 'POST', path: '/idv-callback', function: 'idv-callback' },
            { method: 'POST', path: '/transfers', function: 'transfer', authorizer: 'jwt' },
          ],
          lambda: { functions: set.apiFunctions, routes: { [poolOrigin]: addressOf(network, poolOrigin) } },
        };
      },
      create: createHttpApiFromConfig,
    },
  ];
}

export function controlsOf({ controls }: RunningStack): StepUpControls {
  const { 'kosmos-api': kosmos, 'user-pool': pool, 'http-api': api } = controls;
  if (!kosmos || !pool || !api) throw new Error('The stack runs without one of the parties of step-up.');
  return { kosmos, pool, api };
}

function addressOf(network: Readonly<Record<string, string>>, origin: string): string {
  const address = network[origin];
  if (address === undefined) throw new Error(`Nothing that was started before stands for ${origin}.`);
  return address;
}

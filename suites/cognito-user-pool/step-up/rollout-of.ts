import { resolve } from 'node:path';
import type { OwnFunction, StepUpSettings } from '../../../harness/config/step-up-schema.ts';
import { CountersignError } from '../../../harness/model/error.ts';
import { names, secrets } from './environment.ts';
import { type FunctionInput, type FunctionSet, goodFunctions } from './function-sets.ts';
import type { StepUpRollout } from './parties.ts';

/** What the words in braces stand for in environment variables of own functions. */
export const placeholders: Readonly<Record<string, string>> = {
  tenant: names.tenant,
  apiKey: secrets.apiKey,
  callbackSecret: secrets.callbackSecret,
  apiOrigin: names.apiOrigin,
  userPoolId: names.poolId,
  stepUpClientId: names.stepUpClient,
  everydayClientId: names.everydayClient,
};

/**
 * The rollout that a configuration describes: its own functions, else the samples.
 * @param folder of the configuration: files are looked for there
 */
export function rolloutOf(settings: StepUpSettings, folder: string): StepUpRollout {
  const { functions } = settings;
  if (functions === undefined) return { set: goodFunctions, settings };
  const { callback, resource, ...triggers } = functions;
  const own = Object.entries(triggers).map(
    ([trigger, one]) => [trigger, toFunction(trigger, one, folder)] as const,
  );
  const { 'idv-callback': sampleCallback, transfer } = goodFunctions.apiFunctions;
  if (sampleCallback === undefined || transfer === undefined)
    throw new Error('The samples are not complete.');
  const set: FunctionSet = {
    isOwn: true,
    functions: Object.fromEntries(own),
    triggers: Object.fromEntries(own.map(([trigger]) => [trigger, trigger])),
    apiFunctions: {
      'idv-callback': callback === undefined ? sampleCallback : toFunction('callback', callback, folder),
      transfer: resource === undefined ? transfer : toFunction('resource', resource, folder),
    },
  };
  return { set, settings };
}

function toFunction(name: string, { file, ...own }: OwnFunction, folder: string): FunctionInput {
  const filled = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fill(name, key, value)]));
  return {
    ...own,
    file: resolve(folder, file),
    environment: filled(own.environment),
    globals: filled(own.globals),
  };
}

function fill(name: string, key: string, value: string): string {
  return value.replace(/\{(\w+)\}/g, (_all, word: string) => {
    const found = placeholders[word];
    if (found !== undefined) return found;
    throw new CountersignError(
      'config',
      `The function ${name} has "${value}" for ${key}, and nothing is called {${word}}.`,
      `Choose one of ${Object.keys(placeholders)
        .map((one) => `{${one}}`)
        .join(', ')}.`,
    );
  });
}

import type { ArtifactName, Evidence, Exchange } from '../../model/evidence.ts';
import type { Mutation, MutationChange, MutationContext } from '../../model/mutation.ts';
import type { Delivery } from '../../model/records.ts';
import { decodePostParameter, decodeRedirectParameter } from '../../saml/decode.ts';
import { MissingSigner } from '../../saml/mutation-context.ts';
import { rawOf, recordArtifact, textArtifact, withArtifacts } from './artifact.ts';
import { applyHeaderFault, syncDeliveries } from './change-exchanges.ts';
import { EditError } from './edit.ts';
import type { GenuineLogin } from './genuine.ts';
import {
  encodeRedirect,
  maskMessages,
  parameterNames,
  readParameter,
  replaceParameter,
  withoutQuerySignature,
} from './redirect.ts';
import { removeSignatures } from './sign-response.ts';

interface TextChange {
  readonly apply: (text: string, context: MutationContext) => string;
}

/**
 * The login's evidence as it would be if this mutation had happened: a message changed before or after signing, an
 * answer with other headers, a record with other facts. Throws EditError when the mutation does not fit this login
 * or changes nothing.
 */
export function applyMutation(mutation: Mutation, login: GenuineLogin): Evidence {
  for (const name of mutation.needsArtifacts ?? []) need(login.evidence, name);
  const changed = fitting(() => applyChange(mutation.change, mutation.stage, login));
  if (JSON.stringify(changed) === JSON.stringify(login.evidence))
    throw new EditError(`"${mutation.id}" changes nothing.`);
  return changed;
}

/** A login without the key that a mutation asks for is one that the mutation does not fit. */
function fitting<T>(apply: () => T): T {
  try {
    return apply();
  } catch (error) {
    if (error instanceof MissingSigner) throw new EditError(error.message, { cause: error });
    throw error;
  }
}

/** The same for a change alone, as tests use it. */
export function applyChange(change: MutationChange, stage: Mutation['stage'], login: GenuineLogin): Evidence {
  const { evidence, context } = login;
  switch (change.on) {
    case 'response':
      return changeResponse(change, stage, login);
    case 'request':
      return changeRequest(change, stage, login);
    case 'idp-metadata':
    case 'sp-metadata': {
      const changed = change.apply(need(evidence, change.on), context);
      return withArtifacts(evidence, { [change.on]: textArtifact(changed, 'application/samlmetadata+xml') });
    }
    case 'response-parameter': {
      const changed = change.apply(need(evidence, 'response'), context);
      return withArtifacts(evidence, { response: textArtifact(changed) });
    }
    case 'request-url': {
      const { url } = readRecord<Delivery>(evidence, 'request-delivery');
      return withRequestUrl(evidence, change.apply(url, context));
    }
    case 'relay-state':
      return changeRelayState(change, login);
    case 'headers': {
      const exchanges = applyHeaderFault(readRecord(evidence, 'exchanges'), change.fault, evidence.targets);
      return syncDeliveries(withRecord(evidence, 'exchanges', exchanges));
    }
    case 'acs-request':
    case 'order':
      throw new EditError('It is tried on a target; recorded evidence stays the same.');
    case 'exchanges': {
      const exchanges = change.apply(readRecord(evidence, 'exchanges'), context);
      return syncDeliveries(withRecord(evidence, 'exchanges', exchanges));
    }
    case 'phone':
      return withRecord(evidence, 'phone', change.apply(readRecord(evidence, 'phone'), context));
    case 'portal':
      return withRecord(evidence, 'portal', change.apply(readRecord(evidence, 'portal')));
    case 'outcome':
      return withRecord(evidence, 'outcome', change.apply(readRecord(evidence, 'outcome')));
    case 'replays':
      return withRecord(evidence, 'replays', change.apply(readRecord(evidence, 'replays')));
    case 'setup':
      return withRecord(evidence, 'setup', change.apply(readRecord(evidence, 'setup'), context));
    case 'account':
      return withRecord(evidence, 'account', change.apply(readRecord(evidence, 'account'), context));
    case 'sts':
      return withRecord(evidence, 'sts', change.apply(readRecord(evidence, 'sts'), context));
    case 'scim':
      return withRecord(evidence, 'scim', change.apply(readRecord(evidence, 'scim')));
    case 'scim-probe':
      return withRecord(evidence, 'scim-probe', change.apply(readRecord(evidence, 'scim-probe')));
    case 'oidc':
      return withRecord(evidence, 'oidc', change.apply(readRecord(evidence, 'oidc'), context));
    case 'step-up':
      return withRecord(evidence, 'step-up', change.apply(readRecord(evidence, 'step-up')));
    case 'identity-pool':
      return withRecord(evidence, 'identity-pool', change.apply(readRecord(evidence, 'identity-pool')));
    case 'directory':
      return withRecord(evidence, 'directory', change.apply(readRecord(evidence, 'directory')));
  }
}

function changeResponse(
  change: TextChange,
  stage: Mutation['stage'],
  { evidence, context, sign }: GenuineLogin,
): Evidence {
  const xml = decodePostParameter(need(evidence, 'response')).text;
  const changed =
    stage === 'before-signing'
      ? sign(change.apply(removeSignatures(xml), context))
      : change.apply(xml, context);
  const raw = Buffer.from(changed, 'utf8').toString('base64');
  return withArtifacts(evidence, { response: textArtifact(raw) });
}

/** A changed request travels at a changed address, signed again or with the old signature. */
function changeRequest(
  change: TextChange,
  stage: Mutation['stage'],
  { evidence, context, signUrl }: GenuineLogin,
): Evidence {
  const { text } = decodeRedirectParameter(need(evidence, 'request'));
  const { url } = readRecord<Delivery>(evidence, 'request-delivery');
  const changed = replaceParameter(url, 'SAMLRequest', encodeRedirect(change.apply(text, context)));
  return withRequestUrl(
    evidence,
    stage === 'before-signing' ? signUrl(withoutQuerySignature(changed)) : changed,
  );
}

/** Another address for the request, wherever it was seen; an identity provider gives its RelayState back. */
function withRequestUrl(evidence: Evidence, url: string): Evidence {
  const { relayState: _, ...delivery } = readRecord<Delivery>(evidence, 'request-delivery');
  if (url === delivery.url) throw new EditError("Nothing to change: the request's address stays the same.");
  const relayState = readParameter(url, 'RelayState');
  const request = readParameter(url, 'SAMLRequest');
  const known = relayState === undefined ? {} : { relayState };
  const masked = { from: maskMessages(delivery.url), to: maskMessages(url) };
  const exchanges = readRecord<readonly Exchange[]>(evidence, 'exchanges').map((exchange) => ({
    ...exchange,
    url: exchange.url === masked.from ? masked.to : exchange.url,
    responseHeaders: exchange.responseHeaders.map(({ name, value }) => ({
      name,
      value: name === 'location' && value === masked.from ? masked.to : value,
    })),
  }));
  const response = rawOf(evidence, 'response-delivery');
  const sent = withRecord(
    withArtifacts(evidence, {
      request: textArtifact(request ?? ''),
      ...(response === undefined ? {} : { 'response-delivery': withRelayState(response, relayState) }),
    }),
    'request-delivery',
    { ...delivery, url, ...known, fields: parameterNames(url) },
  );
  return syncDeliveries(withRecord(sent, 'exchanges', withPostedRelayState(exchanges, relayState)));
}

function withRelayState(delivery: string, relayState: string | undefined) {
  const { relayState: _, relayStateSent: __, ...rest } = parseOwn<Delivery>(delivery);
  const others = rest.fields.filter((name) => name !== 'RelayState');
  if (relayState === undefined) return recordArtifact({ ...rest, fields: others });
  const fields = [...others, 'RelayState'];
  return recordArtifact({ ...rest, relayState, fields, relayStateSent: relayState });
}

/** RelayState as the browser brings it back: changed on the way, while what was sent out stays. */
function changeRelayState(change: TextChange, { evidence, context }: GenuineLogin): Evidence {
  const delivery = readRecord<Delivery>(evidence, 'response-delivery');
  const relayState = change.apply(delivery.relayState ?? '', context);
  const fields = delivery.fields.includes('RelayState')
    ? delivery.fields
    : [...delivery.fields, 'RelayState'];
  const exchanges = withPostedRelayState(readRecord(evidence, 'exchanges'), relayState);
  const changed = withRecord(evidence, 'response-delivery', { ...delivery, relayState, fields });
  return withRecord(changed, 'exchanges', exchanges);
}

function withPostedRelayState(
  exchanges: readonly Exchange[],
  relayState: string | undefined,
): readonly Exchange[] {
  return exchanges.map((exchange) => {
    if (exchange.requestBody?.startsWith('SAMLResponse=') !== true) return exchange;
    const kept = exchange.requestBody.replace(/&RelayState=[^&]*/, '');
    const added = relayState === undefined ? '' : `&RelayState=${encodeURIComponent(relayState)}`;
    return { ...exchange, requestBody: kept + added };
  });
}

function need(evidence: Evidence, name: ArtifactName): string {
  const raw = rawOf(evidence, name);
  if (raw === undefined) throw new EditError(`This login has no "${name}".`);
  return raw;
}

function readRecord<T>(evidence: Evidence, name: ArtifactName): T {
  return parseOwn<T>(need(evidence, name));
}

/** Records of a genuine login were written by ourselves, so that their type holds. */
function parseOwn<T>(raw: string): T {
  return JSON.parse(raw) as T;
}

function withRecord(evidence: Evidence, name: ArtifactName, record: unknown): Evidence {
  return withArtifacts(evidence, { [name]: recordArtifact(record) });
}

import { makeSelftestKeys } from '../../harness/cli/selftest-keys.ts';
import type { Interception } from '../../harness/flows/browser-context.ts';
import type { ControlClient } from '../../harness/model/double.ts';
import type { Evidence } from '../../harness/model/evidence.ts';
import type { DoubleSetting, Mutation, MutationContext } from '../../harness/model/mutation.ts';
import { applyChange } from '../../harness/mutations/kit/apply.ts';
import { EditError } from '../../harness/mutations/kit/edit.ts';
import { alice, personOf, victim } from '../../harness/mutations/kit/genuine-facts.ts';
import { encodeRedirect, replaceParameter } from '../../harness/mutations/kit/redirect.ts';
import { removeSignatures } from '../../harness/mutations/kit/sign-response.ts';
import { decodePostParameter, decodeRedirectParameter } from '../../harness/saml/decode.ts';
import { makeContext, type SigningPair } from '../../harness/saml/mutation-context.ts';
import { applicationId, type Controls } from './arrange.ts';
import type { Names } from './parties.ts';

/** Control APIs of the doubles that a mutation may set. */
export type LiveControls = { readonly [K in DoubleSetting['double']]: ControlClient };

/** What the messages of a login name, and where they go. */
export interface LiveTarget {
  readonly idpHost: string;
  readonly spEntityId: string;
  readonly acsUrl: string;
  /** Application at the identity provider, for messages that are signed again. */
  readonly applicationId: string;
  /** Where these are not those of a 1Kosmos tenant. */
  readonly idpEntityId?: string;
  readonly ssoUrl?: string;
}

/** A mutation switched on in a running stack. */
export interface LiveMutation {
  /** Changes messages on their way through the browser. */
  readonly interceptions: readonly Interception[];
  /** Changes the address that a redirect leads to; gives others back as they are. */
  readonly rewriteLocation: (location: string) => string;
  /** Brings the doubles to the wrong state; called when everything else is prepared. */
  readonly arrange: (controls: LiveControls) => Promise<void>;
  /** Changes what only the harness itself sees: records of phone, portal, outcome; documents that were collected. */
  readonly reshape: (evidence: Evidence) => Evidence;
}

/** Makes a mutation happen in logins of this integration. */
export function makeLive(mutation: Mutation, controls: Controls, names: Names): Promise<LiveMutation> {
  const { idpHost, issuerUrl, acsUrl } = names;
  return makeLiveAt(mutation, controls, { idpHost, spEntityId: issuerUrl, acsUrl, applicationId });
}

/** Makes a mutation happen in live logins: in the browser, in a double, or in what was seen, as its kind asks. */
export async function makeLiveAt(
  mutation: Mutation,
  controls: LiveControls,
  target: LiveTarget,
): Promise<LiveMutation> {
  const context = await contextOf(target, controls.idp);
  const { change, settings = [] } = mutation;
  const live: LiveMutation = {
    interceptions: [],
    rewriteLocation: (location) => location,
    arrange: async () => {
      for (const { double, method, path, body } of settings) await controls[double].send(method, path, body);
    },
    reshape: (evidence) => evidence,
  };
  if (settings.length > 0) return live;
  switch (change.on) {
    case 'response': {
      const alter = async (xml: string) =>
        mutation.stage === 'before-signing'
          ? signAgain(controls.idp, target.applicationId, change.apply(removeSignatures(xml), context))
          : change.apply(xml, context);
      return { ...live, interceptions: [onResponse(target, alterMessage(alter))] };
    }
    case 'response-parameter':
      return { ...live, interceptions: [onResponse(target, async (raw) => change.apply(raw, context))] };
    case 'relay-state':
      return { ...live, interceptions: [onRelayState(target, (text) => change.apply(text, context))] };
    case 'request':
      return {
        ...live,
        rewriteLocation: onRequest(
          target,
          alterRequest((xml) => change.apply(xml, context)),
        ),
      };
    case 'request-url':
      return { ...live, rewriteLocation: onRequest(target, (url) => change.apply(url, context)) };
    case 'headers':
      return {
        ...live,
        arrange: (on) => on[change.fault.double].send('PUT', '/faults', [change.fault]),
      };
    default:
      return { ...live, reshape: (evidence) => reshape(mutation, evidence, context) };
  }
}

/** A login that lacks what the mutation changes stays as it is. */
function reshape(mutation: Mutation, evidence: Evidence, context: MutationContext): Evidence {
  const none = () => {
    throw new EditError('Records are not signed.');
  };
  try {
    return applyChange(mutation.change, mutation.stage, { evidence, context, sign: none, signUrl: none });
  } catch (error) {
    if (error instanceof EditError) return evidence;
    throw error;
  }
}

async function contextOf(
  { idpHost, spEntityId, acsUrl, idpEntityId = `https://${idpHost}/saml` }: LiveTarget,
  provider: ControlClient,
): Promise<MutationContext> {
  const now = Date.now();
  const { stranger, signers } = await makeSelftestKeys(now, { signers: true });
  const idp = await provider.get<SigningPair>('/keys/active');
  return makeContext({
    now,
    idpEntityId,
    spEntityId,
    acsUrl,
    signers: { ...signers, idp, stranger },
    self: personOf(alice),
    victim,
  });
}

async function signAgain(idp: ControlClient, application: string, xml: string): Promise<string> {
  const signed = await idp.send<{ xml: string }>('POST', '/sign', { xml, application });
  return signed.xml;
}

function alterMessage(alter: (xml: string) => Promise<string>): (raw: string) => Promise<string> {
  return async (raw) => Buffer.from(await alter(decodePostParameter(raw).text), 'utf8').toString('base64');
}

function alterRequest(alter: (xml: string) => string): (url: string) => string {
  return (url) => {
    const raw = new URL(url).searchParams.get('SAMLRequest') ?? '';
    return replaceParameter(url, 'SAMLRequest', encodeRedirect(alter(decodeRedirectParameter(raw).text)));
  };
}

/** A page may hand the message on once more, as a choice of roles does: what was changed already stays as it is. */
function onResponse(target: LiveTarget, change: (raw: string) => Promise<string>): Interception {
  const made = new Set<string>();
  return onPost(target, async (fields) => {
    const before = fields.get('SAMLResponse');
    if (before === null || made.has(before)) return;
    const after = await change(before);
    made.add(after);
    fields.set('SAMLResponse', after);
  });
}

function onRelayState(target: LiveTarget, change: (text: string) => string): Interception {
  return onPost(target, async (fields) => fields.set('RelayState', change(fields.get('RelayState') ?? '')));
}

function onPost(target: LiveTarget, change: (fields: URLSearchParams) => Promise<void>): Interception {
  return {
    matches: (url, method) => url === target.acsUrl && (method === 'POST' || method === '*'),
    change: async ({ url, body }) => {
      const fields = new URLSearchParams(body);
      await change(fields);
      return { url, body: fields.toString() };
    },
  };
}

function onRequest(target: LiveTarget, change: (url: string) => string): LiveMutation['rewriteLocation'] {
  const { ssoUrl = `https://${target.idpHost}/saml/sso` } = target;
  return (location) => (location.startsWith(`${ssoUrl}?`) ? change(location) : location);
}

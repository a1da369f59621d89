import type { ArtifactName, Evidence } from '../../model/evidence.ts';
import type { MutationContext } from '../../model/mutation.ts';
import type { Delivery, OutcomeRecord, PortalRecord, ReplayRecord, Setup } from '../../model/records.ts';
import { recordArtifact, textArtifact } from './artifact.ts';
import { buildContext, fourMinutesBefore } from './genuine-context.ts';
import { buildExchanges } from './genuine-exchanges.ts';
import {
  access,
  alice,
  consoleUrl,
  deepLink,
  type GenuineFacts,
  type GenuineOptions,
  instant,
  makeFacts,
  names,
} from './genuine-facts.ts';
import {
  buildIdpMetadata,
  buildRequest,
  buildRequestUrl,
  buildResponse,
  buildSpMetadata,
  signQuery,
} from './genuine-messages.ts';
import { portalText } from './genuine-pages.ts';
import { buildPhone } from './genuine-phone.ts';
import { parameterNames, readParameter } from './redirect.ts';
import { signResponse } from './sign-response.ts';

export type { GenuineKeys, GenuineOptions, SigningPair } from './genuine-facts.ts';

/** A clean login and the means to change it as its own parties would. */
export interface GenuineLogin {
  readonly evidence: Evidence;
  readonly context: MutationContext;
  /** Signs a Response as the genuine one was. */
  readonly sign: (unsignedXml: string) => string;
  /** Signs a request's address as the genuine one was: not at all, when it was not. */
  readonly signUrl: (url: string) => string;
}

/**
 * A complete clean login into IAM Identity Center, made by code: every artifact as the doubles produce it. The same
 * options give the same login, but for the phone's signature, which ECDSA makes anew each time.
 */
export function makeGenuineLogin(options: GenuineOptions): GenuineLogin {
  const facts = makeFacts(options);
  const { keys } = facts;
  const sign = (xml: string) => signResponse(xml, keys.idp, facts.signed);
  const signUrl = (url: string) => (facts.signRequests === true ? signQuery(url, keys.sp) : url);
  const context = buildContext(facts, {
    spEntityId: names.spEntityId,
    acsUrl: names.acsUrl,
    earlier: sign(buildResponse(makeFacts(fourMinutesBefore(options)))),
  });
  return { evidence: buildEvidence(facts, sign), context, sign, signUrl };
}

function buildEvidence(facts: GenuineFacts, sign: (xml: string) => string): Evidence {
  const isSp = facts.initiatedBy === 'sp';
  const requestUrl = buildRequestUrl(facts, buildRequest(facts));
  const exchanges = buildExchanges(facts, requestUrl);
  const response = Buffer.from(sign(buildResponse(facts)), 'utf8').toString('base64');
  const metadata = 'application/samlmetadata+xml';
  return {
    schema: 'countersign/evidence/1',
    integration: '1kosmos-identity-center',
    case: isSp ? 'sp-success' : 'idp-success',
    flow: isSp ? 'sp-initiated' : 'idp-initiated',
    targets: [
      { role: 'idp', mode: 'double', product: '1Kosmos', origins: [names.idpOrigin] },
      {
        role: 'sp',
        mode: 'double',
        product: 'AWS IAM Identity Center',
        origins: [names.portalOrigin, names.signInOrigin],
      },
      {
        role: 'authenticator',
        mode: 'double',
        product: '1Kosmos app',
        origins: ['https://phone.countersign.test'],
      },
    ],
    capturedAt: instant(facts.now),
    clockSkewMs: 0,
    artifacts: {
      'idp-metadata': textArtifact(buildIdpMetadata(facts), metadata),
      'sp-metadata': textArtifact(buildSpMetadata(facts), metadata),
      ...(isSp ? requestArtifacts(requestUrl, exchanges[1]) : {}),
      response: textArtifact(response),
      'response-delivery': recordArtifact(buildResponseDelivery(facts)),
      setup: recordArtifact(buildSetup(facts)),
      exchanges: recordArtifact(exchanges),
      phone: recordArtifact(buildPhone(facts)),
      outcome: recordArtifact(buildOutcome(isSp)),
      portal: recordArtifact(buildPortal(isSp)),
      replays: recordArtifact(buildReplays()),
    },
    steps: [],
    screenshots: [],
    notes: [],
  };
}

function requestArtifacts(
  url: string,
  carrier: { status: number; responseHeaders: NonNullable<Delivery['carriedBy']>['headers'] } | undefined,
): Partial<Record<ArtifactName, ReturnType<typeof textArtifact>>> {
  const relayState = readParameter(url, 'RelayState');
  const delivery: Delivery = {
    binding: 'HTTP-Redirect',
    method: 'GET',
    url,
    ...(relayState === undefined ? {} : { relayState }),
    fields: parameterNames(url),
    ...(carrier === undefined
      ? {}
      : { carriedBy: { status: carrier.status, headers: carrier.responseHeaders } }),
    tls: true,
  };
  return {
    request: textArtifact(readParameter(url, 'SAMLRequest') ?? ''),
    'request-delivery': recordArtifact(delivery),
  };
}

function buildResponseDelivery({ initiatedBy, relayState }: GenuineFacts): Delivery {
  const base = { binding: 'HTTP-POST' as const, method: 'POST', url: names.acsUrl };
  if (initiatedBy === 'idp') return { ...base, fields: ['SAMLResponse'], tls: true };
  const fields = ['SAMLResponse', 'RelayState'];
  return { ...base, relayState, fields, tls: true, relayStateSent: relayState };
}

function buildSetup({ initiatedBy, keys, requestId }: GenuineFacts): Setup {
  return {
    initiatedBy,
    idp: { entityId: names.idpEntityId, ssoUrl: names.ssoUrl, certificates: [keys.idp.certificateDer] },
    sp: { entityId: names.spEntityId, acsUrl: names.acsUrl },
    ...(initiatedBy === 'sp' ? { requestId } : {}),
    user: alice,
    attributes: [
      { source: 'user.email', name: 'email', value: alice.email },
      { source: 'user.firstName', name: 'first_name', value: alice.givenName },
      { source: 'user.lastName', name: 'last_name', value: alice.familyName },
    ],
    access,
    factor: 'live-id',
  };
}

function buildOutcome(isSp: boolean): OutcomeRecord {
  return {
    expected: 'signed-in',
    actual: 'signed-in',
    who: alice.userName,
    url: isSp ? consoleUrl : names.portalUrl,
    pageText: isSp ? `${deepLink.roleName}\n${deepLink.accountId}\n${alice.userName}` : portalText,
    sessionLeft: { idp: true, sp: true },
  };
}

function buildPortal(isSp: boolean): PortalRecord {
  const wanted = `${deepLink.accountId}/${deepLink.roleName}`;
  return {
    userName: alice.userName,
    accounts: access,
    url: names.portalUrl,
    ...(isSp ? { deepLink: { wanted, reached: consoleUrl } } : {}),
    signedOut: { sessionStillWorks: false },
  };
}

function buildReplays(): ReplayRecord {
  const ways = ['same-browser', 'other-browser', 'after-restart'] as const;
  const auditReason = 'Assertion was already used';
  return { attempts: ways.map((how) => ({ how, accepted: false, status: 400, auditReason })) };
}

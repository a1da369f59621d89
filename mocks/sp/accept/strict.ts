import { attribute } from '../../core/saml/xml.ts';
import { cookies } from '../cookies.ts';
import {
  bindRequest,
  checkRelayState,
  checkSession,
  claim,
  destinationOf,
  findAccount,
  leadOn,
  requestChecks,
  sessionUntil,
} from './accept-login.ts';
import { strictAlgorithms } from './algorithms.ts';
import { loadAssertion, open, reparse } from './assertion.ts';
import { checks } from './checks.ts';
import { grammar } from './grammar.ts';
import { endSession, findLogoutProvider, logoutChecks, sessionsToEnd } from './logout.ts';
import { findConfirmation } from './parts.ts';
import { readMessage } from './read-login.ts';
import { findSignatures, readSignature } from './read-signature.ts';
import {
  checkTransport,
  decode,
  findResponse,
  isNamed,
  parseStrictly,
  receive,
  strictLimits,
  textOf,
} from './receive.ts';
import { signatureForm } from './signature-form.ts';
import { inResponseTo, readAttributes, readNameId } from './statement.ts';
import { readBound, readInstant } from './times.ts';
import type { Steps } from './types.ts';
import * as verify from './verify.ts';

/** A safe service provider: every step as the standards demand it. */
export const strictSteps: Steps = {
  limits: strictLimits,
  algorithms: strictAlgorithms,
  receive,
  checkTransport,
  readMessage,
  decode,
  parse: parseStrictly,
  isNamed,
  textOf,
  attributeOf: attribute,
  findResponse,
  dereference: async () => {},
  findProvider: verify.findProvider,
  checkIds: verify.checkIds,
  findSignatures,
  readSignature,
  signatureForm,
  findKeys: verify.findKeys,
  verifyValue: verify.verifyValue,
  resolve: verify.resolve,
  transform: verify.transform,
  canonicalize: verify.canonicalizeStrictly,
  readDigest: verify.readDigest,
  digestHolds: verify.digestHolds,
  verifySignature: verify.verifySignature,
  collectSigned: verify.collectSigned,
  readSigned: ({ text }, run) => reparse(text.toString(), run),
  open,
  loadAssertion,
  checks,
  grammar,
  findConfirmation,
  readInstant,
  readBound,
  idsOf: (element) => [attribute(element, 'ID') ?? ''],
  skewMs: ({ settings }) => settings.skewMs,
  isAddress: (given, expected) => given === expected,
  inResponseTo,
  readNameId,
  readAttributes,
  nameOf: (nameId) => nameId,
  findAccount,
  bindRequest,
  requestChecks,
  checkRelayState,
  checkSession,
  sessionUntil,
  destinationOf,
  leadOn,
  cookies,
  claim,
  findLogoutProvider,
  collectLogoutSignatures: verify.collectSigned,
  logoutChecks,
  sessionsToEnd,
  endSession,
  show: (value) => value,
  echo: () => [],
};

import { must, need, Refusal } from '../../core/saml/refusal.ts';
import { escapeXml, instant } from '../../core/saml/write-xml.ts';
import { type Element, everyElement, ns, parse } from '../../core/saml/xml.ts';
import { attr, children, optional } from '../accept/find.ts';
import { bearer, conditionsOf } from '../accept/parts.ts';
import type { Check, Run, Steps } from '../accept/types.ts';
import { skip, type Weaknesses } from './weakness.ts';

/** What must be in a message, and what may not. */
export const structure: Weaknesses = {
  'status-not-checked': skip('status'),

  'status-anywhere': (steps) => ({
    ...steps,
    checks: {
      ...steps.checks,
      status: ({ response }, run) => {
        const codes = [...everyElement(response)].filter((one) =>
          run.steps.isNamed(one, ns.samlp, 'StatusCode'),
        );
        const isFine = codes.some((one) => attr(run, one, 'Value')?.endsWith(':status:Success') === true);
        must(isFine, 'There is no Success in the Status');
      },
    },
  }),

  'success-is-login': (steps) => ({
    ...steps,
    loadAssertion: async (response, signed, provider, run) => {
      const found = [...everyElement(response)].some(({ local }) => /Assertion$/.test(local));
      if (found) return steps.loadAssertion(response, signed, provider, run);
      const assertion = writeAssertion(attr(run, response, 'InResponseTo'), provider.entityId, run);
      return {
        provider,
        response,
        responseSigned: false,
        document: response,
        assertion,
        signedBy: 'assertion',
      };
    },
  }),

  'bare-assertion-accepted': (steps) => ({
    ...steps,
    findResponse: (root, run) =>
      run.steps.isNamed(root, ns.saml, 'Assertion') ? wrap(root, run) : steps.findResponse(root, run),
  }),

  'parts-optional': (steps) => ({
    ...skip('requiredParts')(steps),
    grammar: {
      ...steps.grammar,
      Response: { ...steps.grammar.Response, content: /^[\s\S]*$/ },
    },
    checks: {
      ...skip('requiredParts')(steps).checks,
      status: unless(steps.checks.status, ({ response }, run) => !has(response, ns.samlp, 'Status', run)),
      audience: unless(
        steps.checks.audience,
        ({ assertion }, run) => conditionsOf(assertion, run) === undefined,
      ),
      bounds: unless(
        steps.checks.bounds,
        ({ assertion }, run) =>
          conditionsOf(assertion, run) === undefined || !has(assertion, ns.saml, 'Subject', run),
      ),
      nameFormat: unless(steps.checks.nameFormat, isNameless),
      name: unless(steps.checks.name, isNameless),
    },
    findConfirmation: (assertion, run) =>
      has(assertion, ns.saml, 'Subject', run) ? steps.findConfirmation(assertion, run) : undefined,
    inResponseTo: (message, run) =>
      has(message.assertion, ns.saml, 'Subject', run)
        ? steps.inResponseTo(message, run)
        : attr(run, message.response, 'InResponseTo'),
    readNameId: (message, run) => {
      const subject = optional(run, message.assertion, ns.saml, 'Subject');
      return subject?.children.some(({ local }) => /ID$/i.test(local)) === true
        ? steps.readNameId(message, run)
        : undefined;
    },
  }),

  'several-assertions-accepted': (steps) => ({
    ...steps,
    loadAssertion: async (response, signed, provider, run) => {
      const last = children(run, response, ns.saml, 'Assertion').at(-1);
      const own = signed.find(({ element }) => element === last);
      const whole = signed.find(({ element }) => element === response);
      if (last === undefined || (own ?? whole) === undefined)
        return steps.loadAssertion(response, signed, provider, run);
      const base = { provider, response, responseSigned: whole !== undefined, document: response };
      return own === undefined
        ? { ...base, assertion: last, signedBy: 'response' }
        : { ...base, assertion: run.steps.readSigned(own, run), signedBy: 'assertion' };
    },
  }),

  'schema-not-checked': skip('heads', 'schema'),

  'unknown-conditions-ignored': (steps) => ({
    ...skip('knownConditions')(steps),
    grammar: { ...steps.grammar, Conditions: {} },
  }),

  'conditions-repeated': skip('singleConditions'),

  'confirmation-not-checked': (steps) => ({
    ...steps,
    findConfirmation: (assertion, run) => {
      const subject = optional(run, assertion, ns.saml, 'Subject');
      const [first] = children(run, subject, ns.saml, 'SubjectConfirmation');
      return children(run, first, ns.saml, 'SubjectConfirmationData')[0];
    },
    checks: {
      ...steps.checks,
      bounds: unless(
        steps.checks.bounds,
        ({ assertion }, run) => run.steps.findConfirmation(assertion, run) === undefined,
      ),
    },
    inResponseTo: (message, run) =>
      run.steps.findConfirmation(message.assertion, run) === undefined
        ? attr(run, message.response, 'InResponseTo')
        : steps.inResponseTo(message, run),
  }),

  // Each demand is met by some confirmation, all of them by none.
  'confirmations-mixed': (steps) => ({
    ...steps,
    findConfirmation: (assertion, run) => confirmationsOf(assertion, run)[0],
    checks: {
      ...steps.checks,
      recipient: bySome(steps, 'recipient'),
      subjectTime: bySome(steps, 'subjectTime'),
    },
  }),

  'address-not-checked': skip('address'),
  'name-format-not-checked': skip('nameFormat'),

  'several-names-accepted': (steps) => ({
    ...steps,
    grammar: { ...steps.grammar, Subject: {} },
    readNameId: (message, run) => {
      const subject = optional(run, message.assertion, ns.saml, 'Subject');
      return children(run, subject, ns.saml, 'NameID').at(-1);
    },
  }),
};

function unless(check: Check | undefined, exempt: (...given: Parameters<Check>) => boolean): Check {
  return (message, run) => {
    if (!exempt(message, run)) check?.(message, run);
  };
}

function has(element: Element, namespace: string, local: string, run: Run): boolean {
  return children(run, element, namespace, local).length > 0;
}

const isNameless = (...[message, run]: Parameters<Check>) => {
  const nameId = run.steps.readNameId(message, run);
  return nameId === undefined || run.steps.textOf(nameId) === '';
};

function confirmationsOf(assertion: Element, run: Run): readonly Element[] {
  const subject = optional(run, assertion, ns.saml, 'Subject');
  return children(run, subject, ns.saml, 'SubjectConfirmation')
    .filter((one) => attr(run, one, 'Method') === bearer)
    .flatMap((one) => children(run, one, ns.saml, 'SubjectConfirmationData'));
}

function bySome(steps: Steps, name: string): Check {
  return (message, run) => {
    let problem: Refusal | undefined;
    for (const data of confirmationsOf(message.assertion, run)) {
      const looking = { ...run, steps: { ...run.steps, findConfirmation: () => data } };
      try {
        return steps.checks[name]?.(message, looking);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        problem = error;
      }
    }
    throw problem ?? new Refusal('There is no bearer confirmation');
  };
}

/** What such a target makes of a status alone: somebody. */
function writeAssertion(inResponseTo: string | undefined, issuer: string, run: Run): Element {
  const until = instant(run.now + 300_000);
  const format = run.settings.nameIdFormat;
  const answers = inResponseTo === undefined ? '' : ` InResponseTo="${escapeXml(inResponseTo)}"`;
  const named = format === null ? '' : ` Format="${escapeXml(format)}"`;
  return readOwn(
    `<saml:Assertion xmlns:saml="${ns.saml}" ID="_${run.now}" Version="2.0" IssueInstant="${instant(run.now)}"><saml:Issuer>${escapeXml(issuer)}</saml:Issuer>` +
      `<saml:Subject><saml:NameID${named}>somebody</saml:NameID><saml:SubjectConfirmation Method="${bearer}"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${escapeXml(run.addresses.acsUrl)}"${answers}/></saml:SubjectConfirmation></saml:Subject>` +
      `<saml:Conditions NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${escapeXml(run.addresses.entityId)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
      `<saml:AuthnStatement AuthnInstant="${instant(run.now)}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement></saml:Assertion>`,
  );
}

/** A Response of our own round an assertion that came without one. */
function wrap(assertion: Element, run: Run): Element {
  const [data] = [...everyElement(assertion)].filter(({ local }) => local === 'SubjectConfirmationData');
  const answered = attr(run, data, 'InResponseTo');
  const answers = answered === undefined ? '' : ` InResponseTo="${escapeXml(answered)}"`;
  const shell = readOwn(
    `<samlp:Response xmlns:samlp="${ns.samlp}" ID="_${run.now}" Version="2.0" IssueInstant="${instant(run.now)}"${answers}><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:Response>`,
  );
  return { ...shell, children: [...shell.children, assertion], nodes: [...shell.nodes, assertion] };
}

function readOwn(text: string): Element {
  const root = parse(text);
  return need('problem' in root ? undefined : root, 'A message of our own cannot be parsed');
}

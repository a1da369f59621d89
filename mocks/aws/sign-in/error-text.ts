import type { RuleId } from '../../../harness/aws/decide/rules.ts';
import type { Refusal } from '../../../harness/aws/decide/types.ts';

/** AWS's own texts (IAM User Guide, "Troubleshooting SAML 2.0 federation with IAM"; aws.md A.12). */
export const pageTexts = {
  invalid: 'Your request included an invalid SAML response.',
  none: 'Response did not contain a valid SAML assertion',
} as const;

const audience = 'Error: Response does not contain the required audience.';
const headings: Partial<Record<RuleId, string>> = {
  'response/base64': pageTexts.invalid,
  'response/xml': pageTexts.invalid,
  'response/one-assertion': pageTexts.invalid,
  'role/pair': pageTexts.invalid,
  'conditions/audience': audience,
  'subject/recipient': audience,
  'subject/recipient-of-provider': audience,
  'provider/exists': "Error: Specified provider doesn't exist.",
  'duration/maximum': 'Error: Requested DurationSeconds exceeds MaxSessionDuration set for this role.',
};

/**
 * What the page says to a refusal by STS. Some have a heading of AWS's guide; the others are STS's text with service,
 * status and code behind it, in the guide's current form. A text that names its own service keeps that.
 */
export function errorText({ error, reason }: Refusal): string {
  const heading = headings[reason.rule];
  if (heading !== undefined) return heading;
  const nested = /^(.*) \(Service: (\w+); Status Code: (\d+); Error Code: (\w+);.*\)$/s.exec(error.message);
  if (nested === null)
    return `Error: ${error.message} (service: AWSSecurityTokenService; status code: ${error.httpStatus}; error code: ${error.code})`;
  const [, text, service, status, code] = nested;
  const prefix = service === 'AWSOpenIdDiscoveryService' ? 'Failed to assume role: ' : '';
  return `Error: ${prefix}${text} (service: ${service}; status code: ${status}; error code: ${code})`;
}

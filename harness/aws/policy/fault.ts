import type { JsonNode, Locate } from './json.ts';
import type { PolicyFault } from './types.ts';

/** AWS's texts. The first three and the `field` forms are recorded answers of IAM or STS; they name no place. */
export const policyMessages = {
  json: 'This policy contains invalid Json',
  sessionJson: 'The policy is not in the valid JSON format.',
  syntax: 'Syntax errors in policy.',
  missing: (field: string) => `Missing required field ${field}`,
  prohibited: (field: string) => `Has prohibited field ${field}`,
  stsActions: 'AssumeRole policy may only specify STS AssumeRole actions.',
  vendor: 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  sids: 'Statement IDs (SID) in a single policy must be unique.',
  actions: 'Policy statement must contain actions.',
  resources: 'Policy statement must contain resources.',
  resource: (text: string) => `Resource ${text} must be in ARN format or "*".`,
  principal: (type: string, text: string) => `Invalid principal in policy: "${type}":"${text}"`,
} as const;

/** Where the reader stands: the document's places, and the pointer to the node at hand. */
export interface Spot {
  readonly locate: Locate;
  readonly pointer: string;
}

export function faultAt(spot: Spot, at: number, message: string, says: string): PolicyFault {
  const place = { pointer: spot.pointer, ...spot.locate(at) };
  return { code: 'MalformedPolicyDocument', message, says, place };
}

/** Carries a fault out of the reader; thrown and caught within this folder only. */
export class MalformedPolicy extends Error {
  readonly fault: PolicyFault;
  constructor(fault: PolicyFault) {
    super(fault.says);
    this.fault = fault;
  }
}

export function refuse(
  spot: Spot,
  node: JsonNode | { readonly at: number },
  message: string,
  says: string,
): never {
  throw new MalformedPolicy(faultAt(spot, node.at, message, says));
}

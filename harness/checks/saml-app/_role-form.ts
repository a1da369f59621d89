/** Ways in which identity providers and applications write a role. */
export type RoleForm = 'GUID' | 'SID' | 'name';

/** `S-1-5-…`, also after a domain as IAM Identity Center sends it. */
const sid = /^(?:[^/]+\/\/)?S-1-\d+(?:-\d+)+$/;
/** Group IDs of Identity Center have ten further digits before the UUID where they are old. */
const guid = /^(?:[0-9a-f]{10}-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function formOf(role: string): RoleForm {
  if (sid.test(role)) return 'SID';
  return guid.test(role) ? 'GUID' : 'name';
}

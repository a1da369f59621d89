import { access } from './access.ts';
import { changeUser } from './change-user.ts';
import { createUser } from './create-user.ts';
import type { ProbeCase } from './define.ts';
import { discovery } from './discovery.ts';
import { groups } from './groups.ts';
import { readUsers } from './read-users.ts';

/** All that a SCIM service is tried with. */
export const cases: readonly ProbeCase[] = [
  ...discovery,
  ...access,
  ...createUser,
  ...readUsers,
  ...changeUser,
  ...groups,
];

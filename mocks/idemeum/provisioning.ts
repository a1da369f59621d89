import { setTimeout as sleep } from 'node:timers/promises';
import type { ScimDirectory } from '../../harness/model/scim-records.ts';
import { createRoutedFetch } from '../authenticator/routed-fetch.ts';
import { ControlError } from '../core/control.ts';
import type { Applications } from './applications.ts';
import type { IdemeumConfig } from './config.ts';
import type { Directory } from './directory.ts';
import { buildDesired, type Desired } from './provisioning/desired.ts';
import { push } from './provisioning/push.ts';
import type { PushReport } from './provisioning/report.ts';
import type { ProvisioningSettings } from './provisioning/settings.ts';

/** The "Provisioning" section of applications. */
export interface Provisioning {
  /** Saves what was entered. Refused before SAML is set up, as the vendor's guide has it. */
  readonly save: (id: string, settings: ProvisioningSettings) => void;
  readonly settings: (id: string) => ProvisioningSettings;
  /** Pushes people and groups now, and tells what came of it. One push at a time. */
  readonly push: (id: string) => Promise<PushReport>;
  /** Who and what is to be at the service. */
  readonly expected: (id: string) => ScimDirectory;
}

export interface ProvisioningParts {
  readonly config: Pick<IdemeumConfig, 'routes' | 'retry'>;
  readonly applications: Applications;
  readonly directory: Directory;
  readonly now: () => number;
}

export function createProvisioning(parts: ProvisioningParts): Provisioning {
  const { config, applications, directory, now } = parts;
  const send = createRoutedFetch(config.routes);
  const saved = new Map<string, ProvisioningSettings>();
  const running = new Set<string>();

  const settings = (id: string) => {
    const found = saved.get(applications.get(id).id);
    if (found === undefined) throw new ControlError(404, `Provisioning of "${id}" is not set up.`);
    return found;
  };
  const desired = (id: string): Desired =>
    buildDesired({
      people: [...directory.people.values()],
      // AWS knows no group inside a group: whoever is in the inner one is pushed as a member of the outer one.
      groups: [...directory.groups.values()].map((team) => ({
        ...team,
        members: directory.membersOf(team.id),
      })),
      entitled: applications.entitled(id),
      pushed: applications.get(id).entitlement.groups,
      settings: settings(id),
    });
  return {
    settings,
    save: (id, next) => {
      const { template, saml } = applications.get(id);
      if (!template.provisioning) throw new ControlError(400, `${template.name} cannot be provisioned into.`);
      if (saml === undefined) throw new ControlError(409, 'Set up SAML single sign-on before provisioning.');
      const { origin } = new URL(next.baseUrl);
      if (config.routes[origin] === undefined)
        throw new ControlError(400, `There is no route to ${origin}. Add it to "routes".`);
      saved.set(id, next);
    },
    push: async (id) => {
      if (running.has(id)) throw new ControlError(409, `A push of "${id}" is under way.`);
      const task = { settings: settings(id), desired: desired(id) };
      running.add(id);
      try {
        const wait = async (ms: number) => void (await sleep(ms));
        return await push({ ...task, send, policy: config.retry, sleep: wait, random: Math.random, now });
      } finally {
        running.delete(id);
      }
    },
    expected: (id) => toDirectory(desired(id)),
  };
}

/** Without those who are only switched off if they happen to be there. */
function toDirectory({ users, groups }: Desired): ScimDirectory {
  const there = users.filter(({ isOnlyKnown }) => !isOnlyKnown);
  const nameOf = new Map(there.map(({ externalId, userName }) => [externalId, userName]));
  return {
    users: there
      .map(({ isOnlyKnown: _, ...person }) => person)
      .toSorted((a, b) => (a.userName < b.userName ? -1 : 1)),
    groups: groups
      .map(({ members, ...group }) => ({
        ...group,
        members: members.flatMap((member) => nameOf.get(member) ?? []).toSorted(),
      }))
      .toSorted((a, b) => (a.displayName < b.displayName ? -1 : 1)),
  };
}

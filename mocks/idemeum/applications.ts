import { ControlError } from '../core/control.ts';
import { applicationSchema } from '../idp/config.ts';
import type { IdpState } from '../idp/state.ts';
import { type Entitlement, entitlementSchema } from './config.ts';
import { type Directory, found } from './directory.ts';
import type { SamlValues } from './load-config.ts';
import { type Template, templates } from './templates.ts';

/** An application that was added from the catalog. It has a tile once its SAML screen was saved. */
export interface Added {
  readonly id: string;
  readonly template: Template;
  readonly saml?: SamlValues;
  readonly entitlement: Entitlement;
}

export interface Applications {
  readonly list: () => readonly Added[];
  readonly get: (id: string) => Added;
  readonly find: (id: string) => Added | undefined;
  /** "Add App". @param id of the new application; the template's when not given */
  readonly add: (template: string, id?: string) => Added;
  /** "SAVE" of the SAML screen. */
  readonly save: (id: string, saml: SamlValues) => Added;
  readonly remove: (id: string) => void;
  readonly entitle: (id: string, entitlement: Entitlement) => Added;
  /** Ids of the people who may use it: by name, or by a group. */
  readonly entitled: (id: string) => ReadonlySet<string>;
  /** Brings what the login knows into step: who may use what may hang on any change of people and groups. */
  readonly settle: () => void;
}

/**
 * @param state of the login, which decides by its own list of addresses whether somebody may use an application
 * @param catalog address of the tenant's own catalog, where people start
 */
export function createApplications(state: IdpState, directory: Directory, catalog: string): Applications {
  const added = new Map<string, Added>();
  const get = (id: string) => found(added.get(id), 'application', id);
  const put = (one: Added) => {
    added.set(one.id, one);
    return one;
  };
  const entitled = (id: string) => {
    const { people, groups } = get(id).entitlement;
    const byGroup = groups.flatMap((group) => directory.membersOf(group));
    return new Set([...people, ...byGroup].filter((person) => directory.people.has(person)));
  };
  return {
    list: () => [...added.values()],
    get,
    find: (id) => added.get(id),
    entitled,
    add: (wanted, id = wanted) => {
      const template = templates.find((one) => one.id === wanted);
      if (template === undefined) throw new ControlError(404, `The catalog has no application "${wanted}".`);
      if (added.has(id)) throw new ControlError(409, `There is an application "${id}" already.`);
      return put({ id, template, entitlement: entitlementSchema.parse({}) });
    },
    save: (id, saml) => {
      const one = put({ ...get(id), saml });
      const application = {
        id,
        name: one.template.name,
        accessUrl: catalog,
        ...samlOf(saml),
        assignedUsers: [],
      };
      state.durable.applications.set(id, applicationSchema.parse(application));
      return one;
    },
    remove: (id) => {
      get(id);
      added.delete(id);
      state.durable.applications.delete(id);
    },
    entitle: (id, entitlement) => put({ ...get(id), entitlement }),
    settle: () => {
      for (const { id } of added.values()) {
        const application = state.durable.applications.get(id);
        if (application === undefined) continue;
        const assignedUsers = [...entitled(id)].flatMap(
          (person) => directory.people.get(person)?.email ?? [],
        );
        state.durable.applications.set(id, { ...application, assignedUsers });
      }
    },
  };
}

/** The screen's values, as the login takes them. */
function samlOf({ entityId, acsUrl, nameIdFormat, requestsSigned, requestCertificates }: SamlValues) {
  return {
    entityId,
    acsUrl,
    nameIdFormat,
    requireSignedRequests: requestsSigned && requestCertificates.length > 0,
    requestCertificates: [...requestCertificates],
  };
}

import { describe, expect, it } from 'vitest';
import { paceMs } from '../../harness/stack/pace.test-helper.ts';
import { patchGroup } from './patch-group.ts';
import { createIdentityStore } from './store.ts';
import { patchSchema } from './testing/world.ts';

function open() {
  let count = 0;
  const gone: string[] = [];
  const store = createIdentityStore({
    now: () => 0,
    newId: () => {
      count += 1;
      return `id${count}`;
    },
    onAccessLost: (id) => gone.push(id),
  });
  const add = (userName: string, active = true) =>
    store.users.add({
      userName,
      name: { givenName: 'A', familyName: 'B' },
      displayName: 'A B',
      active,
      externalId: `x-${userName}`,
    });
  return { store, add, gone };
}

describe('the directory', () => {
  it('tells of everyone who loses access, when it happens and once', () => {
    const { store, add, gone } = open();
    const alice = add('alice');
    const bob = add('bob');
    const { attributes } = alice;
    store.users.put(alice.id, { ...attributes, displayName: 'C' });
    expect(gone).toEqual([]);
    store.users.put(alice.id, { ...attributes, active: false });
    store.users.put(alice.id, { ...attributes, active: false, displayName: 'D' });
    expect(gone).toEqual([alice.id]);
    store.users.remove(bob.id);
    store.users.remove(bob.id);
    expect(gone).toEqual([alice.id, bob.id]);
  });

  it('forgets the old name and external id when they change', () => {
    const { store, add } = open();
    const alice = add('alice');
    store.users.put(alice.id, { ...alice.attributes, userName: 'ally', externalId: 'y' });
    expect(store.users.byName('alice')).toBeUndefined();
    expect(store.users.byExternalId('x-alice')).toBeUndefined();
    expect([store.users.byName('ALLY')?.id, store.users.byExternalId('y')?.id]).toEqual([alice.id, alice.id]);
  });

  it('keeps both ends of a membership', () => {
    const { store, add } = open();
    const alice = add('alice');
    const group = store.groups.add({ displayName: 'team' });
    store.addMember(group.id, alice.id);
    expect([[...alice.links], [...group.links]]).toEqual([[group.id], [alice.id]]);
    store.removeMember(group.id, alice.id);
    expect([alice.links.size, group.links.size]).toEqual([0, 0]);
    store.addMember(group.id, alice.id);
    store.groups.remove(group.id);
    expect(alice.links.size).toBe(0);
  });

  it('costs the same for each person, also when there are ten thousand in one group', () => {
    const { store, add } = open();
    const group = store.groups.add({ displayName: 'all' });
    /** Adds a thousand people to directory and group, and finds each again. */
    const thousand = (from: number) => {
      const started = performance.now();
      const ids: string[] = [];
      for (let index = from; index < from + 1000; index += 1) ids.push(add(`user${index}`).id);
      for (let at = 0; at < 1000; at += 100) {
        const value = ids.slice(at, at + 100).map((id) => ({ value: id }));
        patchGroup(store, group, {
          schemas: [patchSchema],
          Operations: [{ op: 'add', path: 'members', value }],
        });
      }
      for (let index = from; index < from + 1000; index += 1)
        if (store.users.byName(`USER${index}`) !== store.users.byExternalId(`x-user${index}`))
          throw new Error('Lost.');
      for (let place = from; place < from + 1000; place += 100) store.users.from(place, 100);
      return performance.now() - started;
    };
    thousand(0);
    const early = Math.min(thousand(1000), thousand(2000), thousand(3000));
    for (let from = 4000; from < 17_000; from += 1000) thousand(from);
    const late = Math.min(thousand(17_000), thousand(18_000), thousand(19_000));
    // A search through all would make it five times as much; a tenth of a pace is what the machine may be off by.
    expect(late).toBeLessThan(3 * early + paceMs() / 10);
    expect(store.groups.get(group.id)?.links.size).toBe(20_000);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { owners, staffMembers } from '../src/index.ts';
import { person, practiceWithRights } from './rights-in-a-scene.ts';

async function housePeople() {
  const practice = await practiceWithRights();
  const [anna, jörg, mia] = [
    await practice.hires('Beispielmüller'),
    await practice.hires('Probeßmann'),
    await practice.hires('Musterfrau'),
  ];
  const house = await practice.belongsTo(anna, jörg);
  const says = async (who: string, ...staff: readonly string[]) =>
    (await practice.at.does(person(who), owners, 'change', { staff: [...staff] }, house)).refused?.code;
  const ownersNow = async () => {
    const { snapshot } = await practice.at.case(owners, house);
    return (snapshot.context as { readonly staff: readonly string[] }).staff;
  };
  return { ...practice, anna, jörg, mia, house, says, ownersNow };
}

describe('an office', () => {
  test('lets its owners do everything that people may do here, and read every label', async () => {
    const { rights, anna } = await housePeople();
    const own = await rights(anna);
    expect(own).toMatchObject({ isOwner: true, labels: new Set(['vip']) });
    expect(own?.capabilities.get('refunds.approve')).toEqual([{ kind: 'owner' }]);
  });

  test('is given by an owner alone', async () => {
    const { says, anna, jörg, mia } = await housePeople();
    expect(await says(mia, anna, jörg, mia)).toBe('owner_only');
    expect(await says(anna, anna, jörg, mia)).toBeUndefined();
  });

  test('belongs to nobody who has left, and owners do not leave before they have handed it over', async () => {
    const { says, leaves, anna, jörg, mia } = await housePeople();
    expect((await leaves(jörg, 'Probeßmann')).refused?.code).toBe('owner_stays');
    await leaves(mia, 'Musterfrau');
    expect(await says(anna, anna, mia)).toBe('staff_unknown');
    expect(await says(anna, anna)).toBeUndefined();
    expect((await leaves(jörg, 'Probeßmann')).refused).toBeUndefined();
  });

  test('is handed over in two steps, so that somebody owns it all the time', async () => {
    const { says, ownersNow, anna, mia } = await housePeople();
    expect(await says(anna, mia)).toBe('last_owner');
    expect(await says(anna, anna, mia)).toBeUndefined();
    expect(await says(anna, mia)).toBeUndefined();
    expect(await ownersNow()).toEqual([mia]);
  });

  test('of two owners who take it from each other at once, exactly one succeeds', async () => {
    const { says, ownersNow, anna, jörg } = await housePeople();
    const answers = await Promise.all([says(anna, anna), says(jörg, jörg)]);
    expect(answers).toEqual([undefined, 'owner_only']);
    expect(await ownersNow()).toEqual([anna]);
  });

  test('always has an owner who works there, whatever is done in whatever order, and at once', async () => {
    const who = fc.constantFrom('anna', 'jörg', 'mia');
    const owning = fc.record({
      do: fc.constant('owns' as const),
      who,
      staff: fc.uniqueArray(who, { minLength: 1, maxLength: 2 }),
    });
    const working = fc.record({ do: fc.constant('works' as const), who, by: who, active: fc.boolean() });
    const steps = fc.array(fc.array(fc.oneof(owning, working), { minLength: 1, maxLength: 3 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, async (rounds) => {
        const { at, says, ownersNow, employed, ...people } = await housePeople();
        const id = (name: 'anna' | 'jörg' | 'mia') => people[name];
        for (const round of rounds) {
          await Promise.all(
            round.map((step) =>
              step.do === 'owns'
                ? says(id(step.who), ...step.staff.map(id))
                : at.does(
                    person(id(step.by)),
                    staffMembers,
                    'change',
                    employed(step.who, [], step.active),
                    id(step.who),
                  ),
            ),
          );
          const here = [];
          for (const owner of await ownersNow())
            here.push((await at.case(staffMembers, owner)).snapshot.context.active);
          expect(here).toContain(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

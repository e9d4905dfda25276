import { newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Store } from '../store.ts';
import { parcel, person, REMINDER_MINUTES } from './parcels.ts';
import { actor, scene } from './scene.ts';

const porter = actor('porter', 'parcels.manage');

/** What commands come to over a store: parcels are handed in, moved and collected. */
export function describeDispatch(store: () => Store): void {
  const lobby = () =>
    scene({ at: '2026-06-30T08:00:00+02:00', definitions: [parcel, person], store: store(), office: newId() });

  describe('dispatch', () => {
    test('a parcel is handed in, its recipient is reminded, and somebody the house knows collects it', async () => {
      const { begins, does, minutesPass, facts, kernel, office } = lobby();
      const id = await begins(porter, parcel, 'handIn', { recipient: 'Beispielmüller', shelf: 'A' });
      const stranger = await does(porter, parcel, 'collect', { note: 'für Anna' }, id);
      expect(stranger.refused?.code).toBe('recipient_unknown');

      await begins(porter, person, 'create', { family: 'Beispielmüller', room: '2.04' });
      await minutesPass(REMINDER_MINUTES);
      const answer = await does(porter, parcel, 'collect', { note: 'für Anna' }, id);
      expect(answer).toMatchObject({ case: id, version: 3, state: 'collected', tags: ['done'] });
      expect(await facts(id)).toEqual(['parcelArrived', 'recipientReminded', 'parcelCollected']);

      const view = await kernel.view(parcel, { office, actor: porter, case: id });
      expect(view).toMatchObject({
        state: 'collected',
        log: [{ input: { recipient: 'Beispielmüller' } }, {}, { facts: [{ note: 'für Anna' }] }],
      });
    });

    test('the same request again gives the first answer, although the case has moved on', async () => {
      const { begins, does } = lobby();
      const id = await begins(porter, parcel, 'handIn', { recipient: 'Muster', shelf: 'A' });
      const request = newId();
      const first = await does(porter, parcel, 'move', { shelf: 'B' }, id, request);
      await does(porter, parcel, 'move', { shelf: 'C' }, id);
      expect(await does(porter, parcel, 'move', { shelf: 'B' }, id, request)).toEqual(first);
    });

    test('a request id that stands for something else is refused', async () => {
      const { begins, does } = lobby();
      const id = await begins(porter, parcel, 'handIn', { recipient: 'Muster', shelf: 'A' });
      const request = newId();
      await does(porter, parcel, 'move', { shelf: 'B' }, id, request);
      const reused = await does(porter, parcel, 'move', { shelf: 'C' }, id, request);
      expect(reused.refused?.code).toBe('request_reused');
    });

    test("another office's case is not found", async () => {
      const id = await lobby().begins(porter, parcel, 'handIn', { recipient: 'Muster', shelf: 'A' });
      const answer = await lobby().does(porter, parcel, 'move', { shelf: 'B' }, id);
      expect(answer.refused?.code).toBe('not_found');
    });

    test('two hundred commands at once on one case end as if in a row', async () => {
      const { begins, does, office } = lobby();
      const id = await begins(porter, parcel, 'handIn', { recipient: 'Muster', shelf: 'A' });
      const requests = Array.from({ length: 200 }, () => newId());
      const answers = await Promise.all(
        requests.map((request, index) => does(porter, parcel, 'move', { shelf: `B${index}` }, id, request)),
      );
      const log = await store().log(office, id);
      expect(log.map(({ version }) => version)).toEqual(Array.from({ length: 201 }, (_, index) => index + 1));
      expect(new Set(log.slice(1).map(({ request }) => request))).toEqual(new Set(requests));
      expect(answers.every((answer) => !answer.refused)).toBe(true);
    });
  });
}

import { actor, scene } from '@front-office/kernel/testing';
import { describe, expect, it } from 'vitest';
import { items } from '../src/index.ts';
import { exampleDomainPorts } from '../src/testing.ts';

const desk = actor('desk', 'exampleDomain.keep', 'exampleDomain.handOver');
const umbrella = { what: 'Grüner Schirm' };
const withProof = { to: 'Anna Beispielmüller', proofSeen: true };
const withoutProof = { ...withProof, proofSeen: false };

/** A front desk in an office that wants a proof, or wants none. */
const frontDesk = (proof: 'seen' | 'none') =>
  scene({
    at: '2026-06-30T09:00:00+02:00',
    definitions: [items],
    ports: exampleDomainPorts({ proof }),
  });

describe('an item', () => {
  it('is kept and handed over; all of it is on the log', async () => {
    const at = frontDesk('seen');
    const item = await at.begins(desk, items, 'keep', umbrella);
    expect(await at.case(items, item)).toMatchObject({ state: 'kept', tags: ['open'] });
    await at.minutesPass(30);
    const answer = await at.does(desk, items, 'handOver', withProof, item);
    expect(answer).toMatchObject({ state: 'handedOver', version: 2, tags: [] });
    expect(await at.facts(item)).toEqual(['itemKept', 'itemHandedOver']);
    expect((await at.case(items, item)).snapshot.context).toMatchObject({
      what: 'Grüner Schirm',
      handedOverTo: 'Anna Beispielmüller',
      since: '2026-06-30T07:30:00.000Z',
    });
  });

  it('stays where it is when the office wants a proof and none was seen', async () => {
    const at = frontDesk('seen');
    const item = await at.begins(desk, items, 'keep', umbrella);
    const answer = await at.does(desk, items, 'handOver', withoutProof, item);
    expect(answer.refused?.code).toBe('example_domain_proof_missing');
    expect((await at.case(items, item)).state).toBe('kept');
  });

  it('is handed over without a proof where the office wants none', async () => {
    const at = frontDesk('none');
    const item = await at.begins(desk, items, 'keep', umbrella);
    expect(await at.does(desk, items, 'handOver', withoutProof, item)).toMatchObject({ state: 'handedOver' });
  });

  it('cannot be handed over twice', async () => {
    const at = frontDesk('seen');
    const item = await at.begins(desk, items, 'keep', umbrella);
    await at.does(desk, items, 'handOver', withProof, item);
    const again = await at.does(desk, items, 'handOver', withProof, item);
    expect(again.refused).toEqual({ code: 'not_now', figures: { state: 'handedOver', possible: [] } });
  });

  it('is offered for handover only to those who may', async () => {
    const at = frontDesk('seen');
    const item = await at.begins(desk, items, 'keep', umbrella);
    const trainee = actor('trainee', 'exampleDomain.keep');
    const view = await at.kernel.view(items, { office: at.office, actor: trainee, case: item });
    if (view.refused) throw new Error('the trainee may see items');
    expect(view.actions).toMatchObject([{ command: 'handOver', refusal: { code: 'not_permitted' } }]);
  });

  it('leaves what people typed apart from its log row, so that it can be erased', async () => {
    const at = frontDesk('seen');
    const item = await at.begins(desk, items, 'keep', umbrella);
    await at.does(desk, items, 'handOver', withProof, item);
    const log = await at.store.log(at.office, item);
    expect(log.map(({ personal }) => personal)).toEqual([
      { '/input/what': 'Grüner Schirm' },
      { '/input/to': 'Anna Beispielmüller' },
    ]);
  });
});

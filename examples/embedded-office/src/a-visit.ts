import type { Actor } from '@front-office/kernel';
import { type Office, setUpOffice } from '@front-office/office';
import { newId } from '@front-office/values';
import { visits } from '@front-office/visits';

/** The same few lines on every store: a visitor comes, is sent in, and leaves. Answers what the log says. */
export async function aVisit(office: Office, officeId: string): Promise<string[]> {
  const staff = await setUpOffice(office, officeId);
  const { receptionist } = office.vertical.roles;
  const lobby: Actor = { kind: 'device', id: 'lobby', capabilities: new Set(office.vertical.kiosk.capabilities) };
  const desk: Actor = { kind: 'staff', id: 'front-desk', capabilities: new Set(receptionist.capabilities) };

  // A refusal is a value with a closed code. This host is not in the directory.
  const wrong = await office.dispatch(
    visits,
    'walkIn',
    { visitor: { family: 'Musterfrau' }, host: newId() },
    { office: officeId, actor: lobby, request: newId() },
  );
  if (wrong.refused) console.log(`refused: ${wrong.refused.code}`);

  // The request id makes a repetition harmless: this visitor comes once, however often it is sent.
  const request = newId();
  const come = () =>
    office.dispatch(
      visits,
      'walkIn',
      { visitor: { given: 'Anna', family: 'Beispielmüller' }, host: staff.anna ?? '' },
      { office: officeId, actor: lobby, request },
    );
  const visit = await come();
  const again = await come();
  if (visit.refused || again.refused) throw new Error('Anna is welcome');
  console.log(`one visit: ${visit.case === again.case}`);

  for (const command of ['receive', 'leave'] as const) {
    await office.dispatch(visits, command, {}, { office: officeId, actor: desk, case: visit.case, request: newId() });
  }
  const seen = await office.view(visits, { office: officeId, actor: desk, case: visit.case });
  if (seen.refused) throw new Error(seen.refused.code);
  return seen.log.map(({ command, state }) => `${command} → ${state}`);
}

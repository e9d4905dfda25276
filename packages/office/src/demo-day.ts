import type { Actor, Store } from '@front-office/kernel';
import {
  atLocal,
  type Instant,
  isBefore,
  LocalDate,
  LocalTime,
  localDate,
  MINUTE_MS,
  msBetween,
  plusMs,
  TimeZone,
} from '@front-office/values';
import type { SampleVisit, Vertical } from '@front-office/verticals';
import { StaffId, visits } from '@front-office/visits';
import { beginOnce } from './begin-once.ts';
import { createOffice } from './create-office.ts';
import { demoKiosk as kioskOf } from './set-up/demo-kiosk.ts';
import type { StaffIds } from './set-up/plan.ts';
import { setUpOffice } from './set-up/set-up-office.ts';

export interface DemoOptions {
  readonly store: Store;
  readonly vertical: Vertical;
  readonly office: string;
  readonly now: () => Instant;
}

/** Who and what there is in a demo, for those who sign in to it. */
export interface DemoDay {
  /** Staff ids by the short names of the samples. */
  readonly staff: StaffIds;
  /** The kiosk that anybody may be. */
  readonly kiosk: string;
}

interface Arrival extends SampleVisit {
  readonly announced: boolean;
  /** The sample's time of day, moved so that the sample's morning surrounds the present. */
  readonly moment: Instant;
}

/** Of the first three who come today, one has left by now, one is with the host and one waits. */
const HAVE_COME = 3;
const LAST_CAME_BEFORE_MS = 4 * MINUTE_MS;
/** Appointments are at full five minutes. */
const GRID_MS = 5 * MINUTE_MS;
const ANNOUNCED_BEFORE_MS = 90 * MINUTE_MS;

/**
 * Sets a demo office up and fills its day, whatever the time is: somebody has left, somebody is with the host, somebody
 * waits, others are still expected. Every step is a real command at its own time, so the log reads like a morning.
 * Happens once for each local date: a second call on the same day changes nothing, or ends what an interrupted one began.
 */
export async function fillDemoDay({ store, vertical, office: id, now }: DemoOptions): Promise<DemoDay> {
  const present = now();
  let clock = present;
  const office = createOffice({ store, vertical, now: () => clock });
  const staff = await setUpOffice(office, id);
  const today = localDate(present, TimeZone.parse(vertical.organisation.office.zone));
  const desk: Actor = {
    kind: 'staff',
    id: staff[vertical.demo.receptionist] ?? '',
    capabilities: new Set(vertical.roles.receptionist.capabilities),
  };
  const demoKiosk = await kioskOf(office, id);
  const kiosk: Actor = { kind: 'device', id: demoKiosk, capabilities: new Set(vertical.kiosk.capabilities) };

  for (const [index, arrival] of arrivalsAround(vertical, present).entries()) {
    const { moment, announced } = arrival;
    const hasCome = index < HAVE_COME;
    if (!announced && !hasCome) continue;
    const visit = await begin(arrival, `demo:${today}:${index}`);
    if (!hasCome) continue;
    const thirdMs = msBetween(moment, present) / 3;
    if (announced) await goOn('checkIn', visit, moment);
    if (index < 2) await goOn('receive', visit, plusMs(moment, thirdMs));
    if (index < 1) await goOn('leave', visit, plusMs(moment, 2 * thirdMs));
  }
  return { staff, kiosk: demoKiosk };

  function begin({ visitor, company, host, purpose, announced, moment }: Arrival, request: string): Promise<string> {
    const hostId = StaffId.parse(staff[host]);
    const input = { visitor, host: hostId, ...(company && { company }), ...(purpose && { purpose }) };
    clock = announced ? earlier(present, plusMs(moment, -ANNOUNCED_BEFORE_MS)) : moment;
    return announced
      ? beginOnce(office, visits, 'expect', { ...input, expectedAt: moment }, { office: id, actor: desk, request })
      : beginOnce(office, visits, 'walkIn', input, { office: id, actor: kiosk, request });
  }

  async function goOn(command: 'checkIn' | 'receive' | 'leave', visit: string, at: Instant): Promise<void> {
    clock = at;
    const request = `demo:${visit}:${command}`;
    const answer = await office.dispatch(visits, command, {}, { office: id, actor: desk, case: visit, request });
    // `not_now`: the day was filled by halves, and the visit has gone another way since.
    if (answer.refused && answer.refused.code !== 'not_now')
      throw new Error(`The demo's ${command} was refused: ${answer.refused.code}`);
  }
}

const earlier = (one: Instant, other: Instant) => (isBefore(one, other) ? one : other);

/** All sample visits in the order in which people come, moved so that the last of those who have come came just now. */
function arrivalsAround({ sample, organisation }: Vertical, present: Instant): Arrival[] {
  const zone = TimeZone.parse(organisation.office.zone);
  const anyDay = LocalDate.parse('2026-06-30');
  const arrivals = [
    ...sample.expected.map((visit) => ({ ...visit, announced: true })),
    ...sample.walkIns.map((visit) => ({ ...visit, announced: false })),
  ].map((visit) => ({ ...visit, moment: atLocal(anyDay, LocalTime.parse(visit.at), zone) }));
  arrivals.sort((one, other) => (isBefore(one.moment, other.moment) ? -1 : 1));
  const newest = arrivals[HAVE_COME - 1]?.moment ?? present;
  const latestMs = msBetween(newest, present) - LAST_CAME_BEFORE_MS;
  const moveMs = Math.floor(latestMs / GRID_MS) * GRID_MS;
  return arrivals.map((visit) => ({ ...visit, moment: plusMs(visit.moment, moveMs) }));
}

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
import { createOffice } from './create-office.ts';
import { setUpOffice } from './set-up.ts';

export interface DemoOptions {
  readonly store: Store;
  readonly vertical: Vertical;
  readonly office: string;
  readonly now: () => Instant;
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
 * Happens once for each local date; a second call on the same day changes nothing.
 */
export async function fillDemoDay({ store, vertical, office: id, now }: DemoOptions): Promise<void> {
  const present = now();
  let clock = present;
  const office = createOffice({ store, vertical, now: () => clock });
  const staff = await setUpOffice(office, id);
  const today = localDate(present, TimeZone.parse(vertical.organisation.office.zone));
  const desk: Actor = {
    kind: 'staff',
    id: 'reception',
    capabilities: new Set(vertical.roles.receptionist.capabilities),
  };
  const kiosk: Actor = { kind: 'device', id: 'kiosk', capabilities: new Set(vertical.kiosk.capabilities) };

  for (const [index, arrival] of arrivalsAround(vertical, present).entries()) {
    const { moment, announced } = arrival;
    const hasCome = index < HAVE_COME;
    if (!announced && !hasCome) continue;
    const visit = announced ? await announce(arrival, index) : await walkIn(arrival, index);
    if (visit === undefined) return; // this day was filled before
    if (!hasCome) continue;
    const thirdMs = msBetween(moment, present) / 3;
    if (announced) await goOn('checkIn', visit, moment);
    if (index < 2) await goOn('receive', visit, plusMs(moment, thirdMs));
    if (index < 1) await goOn('leave', visit, plusMs(moment, 2 * thirdMs));
  }

  function inputOf({ visitor, company, host, purpose }: SampleVisit) {
    const hostId = StaffId.parse(staff[host]);
    return { visitor, host: hostId, ...(company && { company }), ...(purpose && { purpose }) };
  }

  async function announce(arrival: Arrival, index: number): Promise<string | undefined> {
    clock = earlier(present, plusMs(arrival.moment, -ANNOUNCED_BEFORE_MS));
    const input = { ...inputOf(arrival), expectedAt: arrival.moment };
    return began(
      await office.dispatch(visits, 'expect', input, { office: id, actor: desk, request: `demo:${today}:${index}` }),
    );
  }

  async function walkIn(arrival: Arrival, index: number): Promise<string | undefined> {
    clock = arrival.moment;
    const input = inputOf(arrival);
    return began(
      await office.dispatch(visits, 'walkIn', input, { office: id, actor: kiosk, request: `demo:${today}:${index}` }),
    );
  }

  async function goOn(command: 'checkIn' | 'receive' | 'leave', visit: string, at: Instant): Promise<void> {
    clock = at;
    const request = `demo:${visit}:${command}`;
    const answer = await office.dispatch(visits, command, {}, { office: id, actor: desk, case: visit, request });
    if (answer.refused) throw new Error(`The demo's ${command} was refused: ${answer.refused.code}`);
  }
}

type Answer = { readonly case: string } | { readonly refused: { readonly code: string } };

/** The new visit, or nothing when its request id is taken: the times differ, so a day that was filled cannot repeat. */
function began(answer: Answer): string | undefined {
  if ('case' in answer) return answer.case;
  if (answer.refused.code === 'request_reused') return undefined;
  throw new Error(`The demo's visitor was refused: ${answer.refused.code}`);
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

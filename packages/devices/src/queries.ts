import { type QueryRows, type Sql, sql } from '@front-office/kernel';
import { Instant, MINUTE_MS, msBetween } from '@front-office/values';
import * as z from 'zod';
import { Device, DeviceId, DeviceState } from './schema.ts';

/** A device as its row has it. */
const DeviceRow = Device.pick({ kind: true, name: true, site: true, room: true, since: true }).extend({
  device: DeviceId,
  state: DeviceState,
});
type DeviceRow = z.output<typeof DeviceRow>;

/** One line of the list. */
export const DeviceLine = DeviceRow.extend({
  /** When it last showed its token; null: never. */
  lastSeenAt: Instant.nullable(),
  silent: z.boolean().describe('Paired, and not seen for three minutes: out of power, without network, or taken away.'),
});
export type DeviceLine = z.output<typeof DeviceLine>;

/** PostgreSQL counts no year 0. */
const Moment = Instant.refine((at) => at >= '0001', { error: 'Before the year 1' });

/** A place in the list: the moment and id of the last line seen. */
const Cursor = z
  .string()
  .regex(/^[^~]{1,40}~[^~]{1,40}$/)
  .transform((text) => text.split('~'))
  .pipe(z.tuple([Moment, z.uuid()]));

export const DeviceQuery = z.strictObject({
  state: DeviceState.default('paired'),
  after: Cursor.optional().describe('`next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeviceQuery = z.output<typeof DeviceQuery>;

export interface DevicePage {
  readonly devices: DeviceLine[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

/** When each device was last seen, by its id, and what time it is. */
export interface Sightings {
  readonly lastSeen: ReadonlyMap<string, Instant>;
  readonly now: Instant;
}

/** A device asks for its settings each minute, and that is noted each minute: what comes after both is too long. */
const SILENT_AFTER_MS = 3 * MINUTE_MS;

const BEFORE_ALL = ['0001-01-01T00:00:00.000Z', '00000000-0000-0000-0000-000000000000'] as const;

/** One page of the devices in one state, the one that came to it first before the others. */
export async function listDevices(
  query: QueryRows,
  office: string,
  asked: DeviceQuery,
  sightings: Sightings,
): Promise<DevicePage> {
  const rows = await query<DeviceRow>(devicePage(office, asked));
  const devices = rows.slice(0, asked.limit).map((row) => lineOf(row, sightings));
  const last = devices.at(-1);
  return { devices, next: rows.length > asked.limit && last ? `${last.since}~${last.device}` : null };
}

/** A row, with what its sightings say. Who was paired just now has its three minutes to be seen for the first time. */
export function lineOf(row: DeviceRow, { lastSeen, now }: Sightings): DeviceLine {
  const lastSeenAt = lastSeen.get(row.device) ?? null;
  const silent = row.state === 'paired' && msBetween(lastSeenAt ?? row.since, now) >= SILENT_AFTER_MS;
  return { ...row, lastSeenAt, silent };
}

/** The statement of one page: one row more than the page, to know whether there is another. */
function devicePage(office: string, { state, after, limit }: DeviceQuery): Sql {
  const [since, device] = after ?? BEFORE_ALL;
  return sql`select device_id as device, state, since, kind, name, site_id as site, room_id as room
    from devices.device
    where office_id = ${office} and state = ${state} and (since, device_id) > (${since}, ${device})
    order by since, device_id
    limit ${limit + 1}`;
}

import { type At, type Sql, sql } from '@front-office/kernel';
import { foldName } from '@front-office/values';
import type { Device } from './schema.ts';

/** One row a device, as the desk lists it. `name_key` is the name however it is written: Kiosk Süd, kiosk-sued. */
function deviceRow(_fact: unknown, { office, case: device, state, context }: At<Device>): Sql {
  return sql`insert into devices.device (office_id, device_id, state, since, kind, name, name_key, site_id, room_id)
    values (${office}, ${device}, ${state}, ${context.since}, ${context.kind}, ${context.name},
      ${foldName(context.name)}, ${context.site}, ${context.room})
    on conflict (office_id, device_id) do update set
      state = excluded.state, since = excluded.since, name = excluded.name, name_key = excluded.name_key,
      site_id = excluded.site_id, room_id = excluded.room_id`;
}

/** When a device is erased its row goes too. */
export const dropRow = ({ office, case: device }: Pick<At, 'office' | 'case'>): Sql =>
  sql`delete from devices.device where office_id = ${office} and device_id = ${device}`;

export const projections = {
  deviceOffered: deviceRow,
  deviceOfferLapsed: deviceRow,
  devicePaired: deviceRow,
  deviceRenamed: deviceRow,
  devicePlaced: deviceRow,
  deviceRevoked: deviceRow,
};

import { defineRecord, sql } from '@front-office/kernel';
import { kernelMigrations } from '@front-office/store-postgres';
import * as z from 'zod';

/** A domain with one table, whose constraints speak through refusals. */
export const room = defineRecord({
  name: 'room',
  schema: z.strictObject({ name: z.string(), seats: z.int() }),
  create: 'rooms.manage',
  change: 'rooms.manage',
  read: 'rooms.manage',
  projection: ({ name, seats }, { office, case: id, at }) => sql`
    insert into rooms.room (office_id, id, name, seats, opened) values (${office}, ${id}, ${name}, ${seats}, ${at})
    on conflict on constraint room_pk do update set name = excluded.name, seats = excluded.seats`,
  constraints: { room_name: 'name_taken', room_seats: 'no_seats' },
});

export const roomMigrations = [
  { module: 'kernel', folder: kernelMigrations },
  { module: 'rooms', folder: new URL('./rooms/', import.meta.url) },
];

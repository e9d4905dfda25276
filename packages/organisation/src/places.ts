import { byId, known, type Read, through, together } from '@front-office/kernel';
import { rooms, sites } from './records.ts';

/** Whether the office has this site, and there this room, still in use; `null` asks for the site alone. */
export const placeKnown = (site: string, room: string | null): Read<boolean> =>
  through(
    together({ site: byId(sites, site), room: room === null ? known(undefined) : byId(rooms, room) }),
    (found) =>
      found.site !== undefined &&
      (room === null || (found.room !== undefined && found.room.data.site === site && !found.room.data.withdrawn)),
  );

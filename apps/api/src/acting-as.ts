import type { IncomingMessage } from 'node:http';
import type { Caller } from '@front-office/http-express';
import type { Actor } from '@front-office/kernel';
import type { Vertical } from '@front-office/verticals';

/** Names the screen that asks; a page of another site cannot send it without being asked first (CORS). */
const SURFACE = 'front-office-surface';

/**
 * Who asks, until there is sign-in: the desk acts as the vertical's receptionist, the kiosk as a device. This is why the
 * server listens on this machine only.
 */
export function actingAs(office: string, { roles, kiosk }: Vertical) {
  const actors: Readonly<Record<string, Actor>> = {
    desk: { kind: 'staff', id: 'reception', capabilities: new Set(roles.receptionist.capabilities) },
    kiosk: { kind: 'device', id: 'kiosk', capabilities: new Set(kiosk.capabilities) },
  };
  return async (request: Pick<IncomingMessage, 'headers'>): Promise<Caller | undefined> => {
    const surface = request.headers[SURFACE];
    const actor = typeof surface === 'string' && Object.hasOwn(actors, surface) ? actors[surface] : undefined;
    return actor && { office, actor };
  };
}

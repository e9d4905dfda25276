import type { IncomingMessage } from 'node:http';
import { type Authenticate, type SignInKind, secretsOf } from '@front-office/http-express';
import type { Access } from '@front-office/office';

/** A kiosk says that it asks as the device it is: on a machine where somebody is signed in too, it still gets no more. */
const SURFACE = 'front-office-surface';

/** The ways that `whoAsks` knows. */
export const signIns: readonly SignInKind[] = ['session', 'device', 'key'];

/**
 * Who sent a request: a program by its key, a kiosk by the cookie of its device, and else a person by the cookie of their
 * session. What is not looked at proves nothing: a desk is never let in as the kiosk of the same machine.
 */
export const whoAsks =
  (access: Access): Authenticate =>
  (request) => {
    const key = keyOf(request);
    if (key !== undefined) return access({ key });
    const { session, device } = secretsOf(request);
    return access(request.headers[SURFACE] === 'kiosk' ? { device } : { session });
  };

/** RFC 6750, section 2.1. */
const keyOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined =>
  /^Bearer +([\w-]{1,200})$/i.exec(headers.authorization ?? '')?.[1];

import { peopleRoutes } from './people.ts';
import { secretRoutes } from './secrets.ts';

/** The routes that there are only with sign-in: they hand out what lies in its directory. */
export const signInRoutes = [...peopleRoutes, ...secretRoutes] as const;

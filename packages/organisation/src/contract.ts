import { rightsRoutes } from './rights/contract.ts';
import { dayRoutes } from './routes/days.ts';
import { officeRoutes } from './routes/office.ts';
import { peopleRoutes } from './routes/people.ts';
import { placeRoutes } from './routes/places.ts';

/** The routes of this package. */
export const routes = [...officeRoutes, ...placeRoutes, ...dayRoutes, ...peopleRoutes, ...rightsRoutes] as const;

/** The routes as types, for the typed client. */
export type OrganisationRoutes = (typeof routes)[number];

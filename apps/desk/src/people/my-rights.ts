import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { api } from '../api.ts';
import { useLoaded } from './use-loaded.ts';

export type MyRights = OutputAt<OfficeRoutes, 'GET /my-rights'>;
export type RightLine = MyRights['rights'][number];

/** What one may do here, and why: what a screen offers beside what a case offers by its actions. */
export const useMyRights = () => useLoaded<MyRights>((signal) => api.call('GET /my-rights', {}, { signal }));

/** Whether a right is among them; none until they are known. */
export const has = (rights: MyRights | undefined, capability: string): boolean =>
  rights?.rights.some((line) => line.capability === capability) ?? false;

import { commandRoute, defineRoute, startRoute, viewRoute } from '@front-office/kernel';
import * as z from 'zod';
import { departments, rooms, sites } from '../records.ts';
import { Department, DepartmentId, Room, RoomId, Site, SiteId } from '../schema.ts';
import { PageQuery, pageOf } from './pages.ts';

const siteRoutes = [
  defineRoute({
    method: 'GET',
    path: '/sites',
    summary: 'The sites of the office, page by page in the order of their entry',
    needs: 'office.read',
    input: PageQuery,
    output: z.object({ sites: z.array(Site.extend({ id: SiteId })), next: SiteId.nullable() }),
    async run(asked, page) {
      const { records, next } = await pageOf(sites, SiteId, asked, page);
      return { sites: records, next };
    },
  }),
  startRoute(sites, 'create', { path: '/sites', summary: 'Add a site', refusals: [] }),
  viewRoute(sites, { path: '/sites/{site}', summary: 'One site with its log', context: Site }),
  commandRoute(sites, 'change', {
    path: '/sites/{site}/change',
    summary: 'Change a site: its name, address and hours',
    refusals: [],
  }),
] as const;

const departmentRoutes = [
  defineRoute({
    method: 'GET',
    path: '/departments',
    summary: 'The departments, also withdrawn ones, page by page in the order of their entry',
    needs: 'office.read',
    input: PageQuery,
    output: z.object({
      departments: z.array(Department.extend({ id: DepartmentId })),
      next: DepartmentId.nullable(),
    }),
    async run(asked, page) {
      const { records, next } = await pageOf(departments, DepartmentId, asked, page);
      return { departments: records, next };
    },
  }),
  startRoute(departments, 'create', {
    path: '/departments',
    summary: 'Add a department',
    refusals: ['site_unknown', 'staff_unknown'],
  }),
  viewRoute(departments, {
    path: '/departments/{department}',
    summary: 'One department with its log',
    context: Department,
  }),
  commandRoute(departments, 'change', {
    path: '/departments/{department}/change',
    summary: 'Change a department, or withdraw it',
    refusals: ['site_unknown', 'staff_unknown'],
  }),
] as const;

const roomRoutes = [
  defineRoute({
    method: 'GET',
    path: '/rooms',
    summary: 'The rooms, also withdrawn ones, page by page in the order of their entry',
    needs: 'office.read',
    input: PageQuery,
    output: z.object({ rooms: z.array(Room.extend({ id: RoomId })), next: RoomId.nullable() }),
    async run(asked, page) {
      const { records, next } = await pageOf(rooms, RoomId, asked, page);
      return { rooms: records, next };
    },
  }),
  startRoute(rooms, 'create', {
    path: '/rooms',
    summary: 'Add a room',
    refusals: ['site_unknown', 'department_unknown'],
  }),
  viewRoute(rooms, { path: '/rooms/{room}', summary: 'One room with its log', context: Room }),
  commandRoute(rooms, 'change', {
    path: '/rooms/{room}/change',
    summary: 'Change a room, or withdraw it',
    refusals: ['site_unknown', 'department_unknown'],
  }),
] as const;

/** Where the office is: its sites, and the departments and rooms in them. */
export const placeRoutes = [...siteRoutes, ...departmentRoutes, ...roomRoutes] as const;

/** One id of each kind of thing: an office's own, another's, or of nothing at all. */
export type Ids = Readonly<Record<string, string>>;

/** What a route is sent when it is asked about these things. */
export type Row = (ids: Ids) => Readonly<Record<string, unknown>>;

const nothing: Row = () => ({});
const about =
  (field: string, more: (ids: Ids) => object = () => ({})): Row =>
  (ids) => ({ [field]: ids[field], ...more(ids) });

const hours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const office = { name: 'Praxis', zone: 'Europe/Berlin', country: 'DE', language: 'de', hours };
const site = { name: 'Haus 2', address: ['Weg 2', '00002 Musterstadt'] };
const department = ({ site: at, staffMember }: Ids) => ({ name: 'Labor', site: at, head: staffMember });
const room = ({ site: at, department: of }: Ids) => ({ name: 'Raum', site: at, department: of, kind: 'other' });
const day = { date: '2026-08-03', ranges: [], reason: 'Betriebsausflug' };
const settings = { language: 'de', largePrint: false, highContrast: false, idleSeconds: 45, purposesShown: true };
const person = ({ site: at, department: of, room: where, staffMember }: Ids) => ({
  name: { family: 'Neumuster' },
  site: at,
  receivesVisitors: true,
  active: true,
  departments: [of],
  room: where,
  deputies: [staffMember],
});
const role = {
  key: 'helper',
  title: { de: 'Hilfe', en: 'Help' },
  grants: { trainee: ['visits.read'], qualified: [], senior: [], lead: [] },
};
const rights = ({ staffMember }: Ids) => ({ staff: staffMember, level: 'trainee', roles: [] });
const absence = ({ staffMember, deputy }: Ids) => ({
  staff: staffMember,
  from: '2026-07-01T08:00:00Z',
  until: '2026-07-02T08:00:00Z',
  deputy,
});
const visit = ({ host }: Ids) => ({ visitor: { family: 'Probe' }, host });
const barred = { name: { family: 'Probe' }, reason: 'Hausverbot' };
const account = { name: 'Kalender', purpose: 'Termine', scopes: ['visits.read'], until: '2026-12-31T00:00:00Z' };
const webhook = { url: 'https://hooks.example.com/in', events: ['visit.visitorArrived'], reads: ['visits.read'] };

/** A request of each route, by its method and path. A route that is not here fails the matrix by its name. */
export const rows: Readonly<Record<string, Row>> = {
  'GET /office': nothing,
  'GET /office/record': nothing,
  'POST /offices/{office}/change': about('office', () => office),
  'GET /sites': nothing,
  'POST /sites': () => site,
  'GET /sites/{site}': about('site'),
  'POST /sites/{site}/change': about('site', () => site),
  'GET /departments': nothing,
  'POST /departments': department,
  'GET /departments/{department}': about('department'),
  'POST /departments/{department}/change': about('department', department),
  'GET /rooms': nothing,
  'POST /rooms': room,
  'GET /rooms/{room}': about('room'),
  'POST /rooms/{room}/change': about('room', (ids) => ({ ...room(ids), room: ids.room })),
  'GET /day-exceptions': nothing,
  'POST /day-exceptions': () => day,
  'GET /day-exceptions/{dayException}': about('dayException'),
  'POST /day-exceptions/{dayException}/change': about('dayException', () => day),
  'GET /staff-members': nothing,
  'GET /staff': nothing,
  'POST /staff-members': person,
  'GET /staff-members/{staffMember}': about('staffMember'),
  'POST /staff-members/{staffMember}/change': about('staffMember', (ids) => ({
    ...person(ids),
    deputies: [ids.deputy],
  })),
  'GET /staff-members/{staffMember}/rights': about('staffMember'),
  'GET /staff-members/{staffMember}/sign-in': about('staffMember'),
  'POST /staff-members/{staffMember}/invitation': about('staffMember', () => ({ mail: 'neu@example.com' })),
  'POST /staff-members/{staffMember}/recovery': about('staffMember'),
  'POST /staff-members/{staffMember}/sign-out': about('staffMember'),
  'GET /roles': nothing,
  'POST /roles': () => role,
  'GET /roles/{role}': about('role'),
  'POST /roles/{role}/change': about('role', () => role),
  'GET /staff-rights': nothing,
  'POST /staff-rights': rights,
  'GET /staff-rights/{staffRights}': about('staffRights'),
  'POST /staff-rights/{staffRights}/change': about('staffRights', rights),
  'GET /owners': nothing,
  'POST /owners/{owners}/change': about('owners', ({ staffMember }) => ({ staff: [staffMember] })),
  'GET /absences': nothing,
  'POST /absences': absence,
  'GET /absences/{absence}': about('absence'),
  'POST /absences/{absence}/change': about('absence', absence),
  'POST /visits/expected': (ids) => ({ ...visit(ids), expectedAt: '2026-06-30T13:00:00Z' }),
  'POST /visits/walk-in': visit,
  'POST /visits/{visit}/check-in': about('visit'),
  'POST /visits/{visit}/receive': about('visit'),
  'POST /visits/{visit}/leave': about('visit'),
  'POST /visits/{visit}/turn-away': about('visit', () => ({ reason: 'Kein Termin' })),
  'POST /visits/{visit}/change-host': about('visit', ({ host }) => ({ host })),
  'POST /visits/{visit}/keep-back': about('visit', () => ({ label: 'vip' })),
  'GET /visits/{visit}': about('visit'),
  'GET /visits': () => ({ show: 'open' }),
  'GET /hosts': () => ({ search: 'Beispiel' }),
  'GET /visit-policy': nothing,
  'POST /barred-persons': () => barred,
  'POST /barred-persons/{entry}': about('entry', () => barred),
  'GET /barred-persons/{entry}': about('entry'),
  'GET /barred-persons': nothing,
  'GET /messages': nothing,
  'GET /messages/{message}': about('message'),
  'POST /messages/{message}/send-again': about('message'),
  'POST /messages/{message}/cancel': about('message'),
  'GET /devices/me': nothing,
  'GET /devices': nothing,
  'POST /devices': ({ site: at, room: where }) => ({ kind: 'tablet', name: 'Tablet', site: at, room: where, settings }),
  'GET /devices/{device}': about('device'),
  'POST /devices/{device}/offer-again': about('device'),
  'POST /devices/{device}/rename': about('device', () => ({ name: 'Kiosk 7' })),
  'POST /devices/{device}/place': about('device', ({ site: at, room: where }) => ({ site: at, room: where })),
  'POST /devices/{device}/configure': about('device', () => ({ settings })),
  'POST /devices/{device}/revoke': about('device', () => ({ reason: 'unneeded' })),
  'POST /devices/{device}/pairing-code': about('device'),
  'GET /service-accounts': nothing,
  'GET /service-accounts/{account}': about('account'),
  'POST /service-accounts': () => account,
  'POST /service-accounts/{account}/change': about('account', () => account),
  'POST /service-accounts/{account}/close': about('account'),
  'GET /service-accounts/{account}/keys': about('account'),
  'POST /service-accounts/{account}/keys': about('account', () => ({ until: '2026-07-31T00:00:00Z' })),
  'GET /webhooks': nothing,
  'GET /webhooks/{webhook}': about('webhook'),
  'POST /webhooks': () => webhook,
  'POST /webhooks/{webhook}/change': about('webhook', () => webhook),
  'POST /webhooks/{webhook}/rotate-secret': about('webhook'),
  'POST /webhooks/{webhook}/pause': about('webhook'),
  'POST /webhooks/{webhook}/resume': about('webhook'),
  'POST /webhooks/{webhook}/remove': about('webhook'),
  'POST /webhooks/{webhook}/replay': about('webhook', () => ({ since: '2026-06-29T00:00:00Z' })),
  'GET /deliveries': nothing,
  'GET /deliveries/{delivery}': about('delivery'),
  'POST /deliveries/{delivery}/send-again': about('delivery'),
  'GET /welcome': nothing,
  'GET /desk/visitors': nothing,
  'GET /desk/stuck': nothing,
  'POST /desk/stuck/try-again': ({ visit: of }) => ({ key: `message.send/${of}/1` }),
  'GET /who-saw/{case}': ({ visit: of }) => ({ case: of }),
  'GET /capabilities': nothing,
  'GET /my-rights': nothing,
  'GET /why-not/{capability}': () => ({ capability: 'visits.bar' }),
};

import { type At, json, type Sql, sql } from '@front-office/kernel';
import type { Visit } from './schema.ts';

/** The visitor log: one row a visit, as the desk lists it. `moment` is when the visitor came, or is expected. */
function visitorLog(_fact: unknown, { office, case: visit, state, context }: At<Visit>): Sql {
  return sql`insert into visits.visitor_log
      (office_id, visit_id, state, open, moment, visitor, company, host_id, purpose, announced,
       expected_at, arrived_at, received_at, ended_at, badge, name_is_barred, host_reminded, desk_told, forgotten, label)
    values (${office}, ${visit}, ${state}, ${context.endedAt === null}, ${context.arrivedAt ?? context.expectedAt},
      ${json(context.visitor)}, ${context.company}, ${context.host}, ${context.purpose}, ${context.announced},
      ${context.expectedAt}, ${context.arrivedAt}, ${context.receivedAt}, ${context.endedAt}, ${context.badge},
      ${context.barred.length > 0}, ${context.hostReminded}, ${context.deskTold}, ${context.forgotten}, ${context.label})
    on conflict (office_id, visit_id) do update set
      state = excluded.state, open = excluded.open, moment = excluded.moment, arrived_at = excluded.arrived_at,
      received_at = excluded.received_at, ended_at = excluded.ended_at, badge = excluded.badge,
      name_is_barred = excluded.name_is_barred, host_reminded = excluded.host_reminded,
      desk_told = excluded.desk_told, forgotten = excluded.forgotten, host_id = excluded.host_id, label = excluded.label`;
}

export const projections = {
  visitorExpected: visitorLog,
  visitorArrived: visitorLog,
  hostReminded: visitorLog,
  hostDidNotAnswer: visitorLog,
  visitorReceived: visitorLog,
  visitorLeft: visitorLog,
  visitorTurnedAway: visitorLog,
  visitorDidNotCome: visitorLog,
  hostChanged: visitorLog,
  visitKeptBack: visitorLog,
};

/** An erased visit is nobody's any more: its line goes, and with it the visitor's name. */
export const erase = ({ office, case: visit }: At): readonly Sql[] => [
  sql`delete from visits.visitor_log where office_id = ${office} and visit_id = ${visit}`,
];

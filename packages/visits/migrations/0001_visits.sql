-- The visitor log: what the desk lists. Written only by projections; the log of record is kernel.log.
create table visits.visitor_log (
  office_id      uuid        not null,
  visit_id       uuid        not null,
  state          text        not null,
  open           boolean     not null,
  moment         timestamptz not null,
  visitor        jsonb       not null,
  company        text,
  host_id        uuid        not null,
  purpose        text,
  announced      boolean     not null,
  expected_at    timestamptz,
  arrived_at     timestamptz,
  received_at    timestamptz,
  ended_at       timestamptz,
  badge          text,
  name_is_barred boolean     not null,
  host_reminded  boolean     not null,
  forgotten      boolean     not null,
  constraint visitor_log_pk primary key (office_id, visit_id)
);

-- One page of open or of ended visits is one walk along this index.
create index visitor_log_page on visits.visitor_log (office_id, open, moment, visit_id);

call kernel.keep_offices_apart('visits.visitor_log');

-- The kernel's tables: the log, what the cases are now, and what follows from them.
--
-- office_id is first in every key, nothing refers across offices, and there are no triggers and no sequences, so that
-- the tables can be distributed by office_id as they are. The schema itself is made by the migration runner.

do $$
begin
  if not exists (select from pg_roles where rolname = 'front_office_app') then
    create role front_office_app nologin;
    grant front_office_app to current_user;
  end if;
exception
  -- Roles belong to the whole server: another database of it was migrated at the same moment.
  when duplicate_object or unique_violation then null;
end $$;

-- Closes a table to all offices but the one that `app.office` names: every table with an office_id calls it. It is forced
-- on the owner too, and an office that is not set sees nothing.
create procedure kernel.keep_offices_apart(wall regclass)
language plpgsql
set search_path = pg_catalog
as $$
begin
  execute format('alter table %s enable row level security', wall);
  execute format('alter table %s force row level security', wall);
  execute format(
    'create policy own_office on %s using (office_id = nullif(current_setting(''app.office'', true), '''')::uuid)',
    wall
  );
end $$;
revoke execute on procedure kernel.keep_offices_apart(regclass) from public;

-- One row for each accepted command, never changed. Personal fields lie apart under JSON pointers, so that they and the
-- salt can be erased while the row and its leaf stay.
create table kernel.log (
  office_id uuid not null,
  case_id uuid not null,
  version integer not null,
  workflow text not null,
  machine_version integer not null,
  command text not null,
  at timestamptz not null,
  by jsonb not null,
  request text not null,
  input jsonb not null,
  known jsonb not null,
  facts jsonb not null,
  state text not null,
  tags text[] not null,
  personal jsonb not null,
  salt bytea,
  leaf bytea not null,
  -- For readers that follow the log: rows of transactions older than the oldest open one are complete.
  tx xid8 not null default pg_current_xact_id(),
  constraint log_pk primary key (office_id, case_id, version),
  constraint log_request unique (office_id, request)
);

-- What each case and record is now. Space is left in the pages, so that a new version of a row stays beside the old one.
create table kernel.cases (
  office_id uuid not null,
  id uuid not null,
  workflow text not null,
  machine_version integer not null,
  version integer not null,
  state text not null,
  tags text[] not null,
  snapshot jsonb not null,
  timers jsonb not null,
  due timestamptz,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  constraint cases_pk primary key (office_id, id)
) with (fillfactor = 80);
comment on column kernel.cases.due is 'The earliest of timers, or null.';

create index cases_by_workflow on kernel.cases (office_id, workflow, id);
-- `open` is the kernel's word for a case that still needs someone; such a list must not grow slow with the closed ones.
create index cases_open on kernel.cases (office_id, workflow, id) where tags @> '{open}';
create index cases_due on kernel.cases (due) where due is not null;

-- Words by which a record is found. Compared byte by byte, so that a prefix is a range of the key.
create table kernel.record_key (
  office_id uuid not null,
  record text not null,
  key text collate "C" not null,
  id uuid not null,
  constraint record_key_pk primary key (office_id, record, key, id)
);
create index record_key_by_id on kernel.record_key (office_id, id);

-- What is due, for whom.
create table kernel.work_item (
  office_id uuid not null,
  case_id uuid not null,
  kind text not null,
  workflow text not null,
  due timestamptz not null,
  needs text not null,
  assignee text,
  label text,
  constraint work_item_pk primary key (office_id, case_id, kind)
);
create index work_item_by_due on kernel.work_item (office_id, due);

-- Effects to run after the commit, at least once, under one key for all tries. A worker leases a row until
-- `leased_until`; `revision` tells it whether the lease is still its own. A job that failed for good has `failed_at`.
create table kernel.jobs (
  office_id uuid not null,
  key text not null,
  case_id uuid not null,
  effect text not null,
  params jsonb not null,
  run_at timestamptz not null,
  attempts integer not null default 0,
  leased_until timestamptz,
  revision integer not null default 0,
  last_error text,
  failed_at timestamptz,
  constraint jobs_pk primary key (office_id, key)
);
create index jobs_waiting on kernel.jobs (run_at) where failed_at is null;

call kernel.keep_offices_apart('kernel.log');
call kernel.keep_offices_apart('kernel.cases');
call kernel.keep_offices_apart('kernel.record_key');
call kernel.keep_offices_apart('kernel.work_item');
call kernel.keep_offices_apart('kernel.jobs');

grant usage on schema kernel to front_office_app;
grant select, insert on kernel.log to front_office_app;
grant select, insert, update on kernel.cases to front_office_app;
grant select, insert, delete on kernel.record_key to front_office_app;
grant select, insert, update, delete on kernel.work_item, kernel.jobs to front_office_app;

-- Timers are looked for in all offices at once, and this function is the only way through the walls. It runs as the
-- owner, who needs a policy of its own because the walls are forced on it, and tells no more than which timer is due.
create policy due_in_all_offices on kernel.cases for select to current_user using (due is not null);

create function kernel.due_timers(until timestamptz, most integer)
returns table (office uuid, "case" uuid, workflow text, timer text, token integer, due timestamptz)
language sql stable security definer
set search_path = pg_catalog
as $$
  with waiting as (
    select c.office_id, c.id, c.workflow, c.timers from kernel.cases c where c.due <= until order by c.due limit most
  )
  select w.office_id, w.id, w.workflow, t.key, (t.value ->> 'token')::integer, (t.value ->> 'due')::timestamptz
  from waiting w, jsonb_each(w.timers) t
  where (t.value ->> 'due')::timestamptz <= until
  order by 6, 2, 4
  limit most
$$;
revoke execute on function kernel.due_timers(timestamptz, integer) from public;
grant execute on function kernel.due_timers(timestamptz, integer) to front_office_app;

-- What happens after a commit: the queue of jobs and the feed of the log.

-- The keeper is the owner while it does what concerns all offices at once: the functions below, backups. It says so by
-- `app.keeper`, and only the owner is heard: to the app role the setting means nothing. The functions set it themselves,
-- since only a superuser may write such a setting into a function's head.
create procedure kernel.admit_keeper(wall regclass)
language plpgsql
set search_path = pg_catalog
as $$
begin
  execute format('create policy keeper on %s to current_user using (current_setting(''app.keeper'', true) = ''on'')', wall);
end $$;
revoke execute on procedure kernel.admit_keeper(regclass) from public;

-- Closes a table to all offices but the one that `app.office` names: every table with an office_id calls it. It is forced
-- on the owner too, and an office that is not set sees nothing; the keeper sees all.
create or replace procedure kernel.keep_offices_apart(wall regclass)
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
  call kernel.admit_keeper(wall);
end $$;

-- Tables of earlier migrations, those of the domains among them.
do $$
declare
  wall regclass;
begin
  for wall in select polrelid from pg_policy where polname = 'own_office' loop
    call kernel.admit_keeper(wall);
  end loop;
end $$;

-- Timers were looked for by a policy of their own.
drop policy due_in_all_offices on kernel.cases;

create or replace function kernel.due_timers(until timestamptz, most integer)
returns table (office uuid, "case" uuid, workflow text, timer text, token integer, due timestamptz)
language plpgsql volatile security definer
set search_path = pg_catalog
as $$
#variable_conflict use_column
begin
  perform set_config('app.keeper', 'on', true);
  return query
  with waiting as (
    select c.office_id, c.id, c.workflow, c.timers from kernel.cases c where c.due <= until order by c.due limit most
  )
  select w.office_id, w.id, w.workflow, t.key, (t.value ->> 'token')::integer, (t.value ->> 'due')::timestamptz
  from waiting w, jsonb_each(w.timers) t
  where (t.value ->> 'due')::timestamptz <= until
  order by 6, 2, 4
  limit most;
  perform set_config('app.keeper', '', true);
end $$;

-- ── Jobs ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Nothing ran them before this release, and effects of long ago help nobody.
truncate kernel.jobs;

alter table kernel.jobs add column item text;
comment on column kernel.jobs.item is 'The kind of the work item that shows a dead job.';

-- A job is in one of them: those that were never tried are due whatever the clock says, and those that were begun were due
-- already, so of a worker that died only the lease is waited for. The others wait for their time.
drop index kernel.jobs_waiting;
create index jobs_new on kernel.jobs (run_at) where attempts = 0 and failed_at is null;
create index jobs_again on kernel.jobs (run_at) where attempts > 0 and failed_at is null and leased_until is null;
create index jobs_begun on kernel.jobs (leased_until) where leased_until is not null and failed_at is null;
create index jobs_dead on kernel.jobs (office_id, failed_at) where failed_at is not null;
create index jobs_in_order on kernel.jobs (office_id, case_id, effect, key collate "C") where effect like 'reaction:%';

-- Takes jobs of all offices. A job holds ids and no content, so a worker may see it whole. Each of the three queues may
-- lock as many rows as are wanted; those that are not taken are free again at the end of the transaction.
create function kernel.lease_jobs(moment timestamptz, until timestamptz, most integer)
returns table (office uuid, "case" uuid, key text, effect text, params jsonb, attempts integer, revision integer)
language plpgsql volatile security definer
set search_path = pg_catalog
as $$
#variable_conflict use_column
begin
  perform set_config('app.keeper', 'on', true);
  return query
  with new as (
    select j.office_id, j.key, j.run_at from kernel.jobs j
    where j.attempts = 0 and j.failed_at is null
      and (j.effect not like 'reaction:%' or not exists (
        select from kernel.jobs e
        where e.office_id = j.office_id and e.case_id = j.case_id and e.effect = j.effect and e.effect like 'reaction:%'
          and e.key collate "C" < j.key collate "C"))
    order by j.run_at limit most for update skip locked
  ), again as (
    select j.office_id, j.key, j.run_at from kernel.jobs j
    where j.attempts > 0 and j.failed_at is null and j.leased_until is null and j.run_at <= moment
      and (j.effect not like 'reaction:%' or not exists (
        select from kernel.jobs e
        where e.office_id = j.office_id and e.case_id = j.case_id and e.effect = j.effect and e.effect like 'reaction:%'
          and e.key collate "C" < j.key collate "C"))
    order by j.run_at limit most for update skip locked
  ), begun as (
    select j.office_id, j.key, j.run_at from kernel.jobs j
    -- A lease that lies far ahead was given before the clock was put back.
    where j.leased_until is not null and j.failed_at is null
      and (j.leased_until <= moment or j.leased_until > moment + interval '1 hour')
      and (j.effect not like 'reaction:%' or not exists (
        select from kernel.jobs e
        where e.office_id = j.office_id and e.case_id = j.case_id and e.effect = j.effect and e.effect like 'reaction:%'
          and e.key collate "C" < j.key collate "C"))
    order by j.run_at limit most for update skip locked
  ), taken as (
    select * from (table new union all table again union all table begun) due order by run_at, key limit most
  ), leased as (
    update kernel.jobs j set attempts = j.attempts + 1, revision = j.revision + 1, leased_until = until
    from taken t where j.office_id = t.office_id and j.key = t.key
    returning j.office_id, j.case_id, j.key, j.effect, j.params, j.attempts, j.revision, j.run_at
  )
  select l.office_id, l.case_id, l.key, l.effect, l.params, l.attempts, l.revision from leased l order by l.run_at, l.key;
  perform set_config('app.keeper', '', true);
end $$;
revoke execute on function kernel.lease_jobs(timestamptz, timestamptz, integer) from public;
grant execute on function kernel.lease_jobs(timestamptz, timestamptz, integer) to front_office_app;

-- ── Feed ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Names this history of the log. One row; whoever restores or moves the database gives it another, since transactions
-- are numbered anew there.
create table kernel.history (
  epoch uuid not null,
  constraint history_pk primary key (epoch)
);
insert into kernel.history values (gen_random_uuid());
grant select on kernel.history to front_office_app;

-- How far each consumer of the feed has come. It belongs to no office and holds coordinates only.
create table kernel.cursors (
  consumer text not null,
  tx xid8,
  office_id uuid,
  case_id uuid,
  version integer,
  held_until timestamptz,
  revision integer not null,
  constraint cursors_pk primary key (consumer)
);
grant select, insert, update on kernel.cursors to front_office_app;

-- A house that was open before there were reactions does not want them for what is long past.
do $$
begin
  perform set_config('app.keeper', 'on', true);
  insert into kernel.cursors (consumer, tx, office_id, case_id, version, revision)
  select 'reactions', tx, office_id, case_id, version, 0 from kernel.log
  order by tx desc, office_id desc, case_id desc, version desc limit 1;
  perform set_config('app.keeper', '', true);
end $$;

create index log_by_tx on kernel.log (tx, office_id, case_id, version);

-- Where rows follow in the order of commits: only of transactions older than the oldest that is still open, so that one
-- that commits late is not passed over.
create function kernel.feed_after(
  after_tx xid8, after_office uuid, after_case uuid, after_version integer, only_office uuid, most integer
)
returns table (tx xid8, office uuid, "case" uuid, version integer)
language plpgsql volatile security definer
set search_path = pg_catalog
as $$
#variable_conflict use_column
begin
  perform set_config('app.keeper', 'on', true);
  return query
  select l.tx, l.office_id, l.case_id, l.version from kernel.log l
  where (l.tx, l.office_id, l.case_id, l.version) > (after_tx, after_office, after_case, after_version)
    and l.tx < pg_snapshot_xmin(pg_current_snapshot())
    and (only_office is null or l.office_id = only_office)
  order by l.tx, l.office_id, l.case_id, l.version
  limit most;
  perform set_config('app.keeper', '', true);
end $$;
revoke execute on function kernel.feed_after(xid8, uuid, uuid, integer, uuid, integer) from public;
grant execute on function kernel.feed_after(xid8, uuid, uuid, integer, uuid, integer) to front_office_app;

create function kernel.feed_end()
returns table (tx xid8, office uuid, "case" uuid, version integer)
language plpgsql volatile security definer
set search_path = pg_catalog
as $$
#variable_conflict use_column
begin
  perform set_config('app.keeper', 'on', true);
  return query
  select l.tx, l.office_id, l.case_id, l.version from kernel.log l
  where l.tx < pg_snapshot_xmin(pg_current_snapshot())
  order by l.tx desc, l.office_id desc, l.case_id desc, l.version desc
  limit 1;
  perform set_config('app.keeper', '', true);
end $$;
revoke execute on function kernel.feed_end() from public;
grant execute on function kernel.feed_end() to front_office_app;

-- ── Machine versions ──────────────────────────────────────────────────────────────────────────────────────────────

create index cases_by_machine on kernel.cases (workflow, machine_version);

create function kernel.outdated_cases(of_workflow text, before integer, most integer)
returns table (office uuid, "case" uuid)
language plpgsql volatile security definer
set search_path = pg_catalog
as $$
#variable_conflict use_column
begin
  perform set_config('app.keeper', 'on', true);
  return query
  select c.office_id, c.id from kernel.cases c
  where c.workflow = of_workflow and c.machine_version < before
  order by c.machine_version
  limit most;
  perform set_config('app.keeper', '', true);
end $$;
revoke execute on function kernel.outdated_cases(text, integer, integer) from public;
grant execute on function kernel.outdated_cases(text, integer, integer) to front_office_app;

-- The sealed order of each office's log, and what of it may be erased.

-- ── Seals ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- One row for each batch of log rows that was put into the Merkle tree of its office. Each batch but the first goes on
-- from another, and no two from the same one.
create table kernel.seal_batch (
  office_id uuid not null,
  size integer not null,
  since integer,
  frontier bytea not null,
  checkpoint text not null,
  sealed_at timestamptz not null,
  constraint seal_batch_pk primary key (office_id, size),
  constraint seal_batch_since unique nulls not distinct (office_id, since),
  constraint seal_batch_grows check (size > coalesce(since, 0)),
  constraint seal_batch_goes_on foreign key (office_id, since) references kernel.seal_batch (office_id, size)
);
comment on column kernel.seal_batch.size is 'Leaves of the tree after this batch.';
comment on column kernel.seal_batch.since is 'Leaves of the tree before this batch, null when it was empty.';
comment on column kernel.seal_batch.frontier is 'Roots of the perfect subtrees, largest first, 32 bytes each.';

-- Which log row is which leaf.
create table kernel.sealed (
  office_id uuid not null,
  index integer not null,
  case_id uuid not null,
  version integer not null,
  constraint sealed_pk primary key (office_id, index),
  constraint sealed_once unique (office_id, case_id, version)
);

call kernel.keep_offices_apart('kernel.seal_batch');
call kernel.keep_offices_apart('kernel.sealed');
grant select, insert on kernel.seal_batch, kernel.sealed to front_office_app;

-- ── Erasing ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- Personal fields and salt of a log row may be dropped, and never be changed into something else.
grant update (personal, salt) on kernel.log to front_office_app;
create policy only_erasing on kernel.log as restrictive for update to front_office_app
  using (true) with check (personal = '{}' and salt is null);
grant delete on kernel.cases to front_office_app;

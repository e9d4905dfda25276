-- The directory: who may sign in, and what they are signed in with. It belongs to no office, so its tables have no walls
-- between offices. A wall stands around all of it instead: only the role `front_office_directory` may enter, and that role
-- may enter nothing else. No secret is kept here, only hashes of secrets.

do $$
begin
  if not exists (select from pg_roles where rolname = 'front_office_directory') then
    create role front_office_directory nologin;
    grant front_office_directory to current_user;
  end if;
exception
  -- Roles belong to the whole server: another database of it was migrated at the same moment.
  when duplicate_object or unique_violation then null;
end $$;

-- The migration runner opens each schema to the domains' role. This one stays closed, also for tables of later files.
revoke all on schema sign_in from front_office_app;
alter default privileges in schema sign_in revoke all on tables from front_office_app;
grant usage on schema sign_in to front_office_directory;

-- Space is left in the pages of what changes often, so that a new version of a row stays beside the old one.
create table sign_in.account (
  id uuid not null,
  name text collate "C" not null,
  shown_as text not null,
  language text not null,
  password text,
  totp_sealed text,
  totp_confirmed boolean,
  totp_step bigint,
  demo boolean not null,
  created_at timestamptz not null,
  revision integer not null,
  constraint account_pk primary key (id),
  constraint account_name unique (name),
  constraint account_totp_whole check ((totp_sealed is null) = (totp_confirmed is null))
) with (fillfactor = 80);
comment on column sign_in.account.name is 'Folded by whoever writes it; two names are the same when their bytes are.';
comment on column sign_in.account.password is 'argon2id in PHC form.';
comment on column sign_in.account.totp_step is 'The last time step whose one-time code was used.';

create table sign_in.passkey (
  credential text collate "C" not null,
  account_id uuid not null,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  called text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  constraint passkey_pk primary key (credential),
  constraint passkey_account foreign key (account_id) references sign_in.account (id)
);
comment on column sign_in.passkey.called is 'What its owner calls it.';
create index passkey_of_account on sign_in.passkey (account_id);

-- All codes of an account in one row, so that replacing them is one change, and using one waits for it.
create table sign_in.recovery_codes (
  account_id uuid not null,
  hashes text[] not null,
  constraint recovery_codes_pk primary key (account_id),
  constraint recovery_codes_account foreign key (account_id) references sign_in.account (id)
);

-- An ended membership stays, until the same person comes back as the same staff member.
create table sign_in.membership (
  office_id uuid not null,
  staff_id uuid not null,
  account_id uuid not null,
  pin text,
  since timestamptz not null,
  ended_at timestamptz,
  constraint membership_pk primary key (office_id, staff_id, account_id),
  constraint membership_account foreign key (account_id) references sign_in.account (id)
);
create unique index membership_of_staff on sign_in.membership (office_id, staff_id) where ended_at is null;
create unique index membership_of_account on sign_in.membership (account_id, office_id) where ended_at is null;
comment on column sign_in.membership.pin is 'argon2id in PHC form.';

-- No foreign keys from here on: these rows come and go, and a backup may leave them out.
create table sign_in.session (
  id uuid not null,
  account_id uuid not null,
  office_id uuid,
  hash text collate "C" not null,
  browser_hash text collate "C" not null,
  browser text,
  proven_by text[] not null,
  owes_second boolean not null,
  created_at timestamptz not null,
  proven_at timestamptz not null,
  last_seen_at timestamptz not null,
  until timestamptz not null,
  locked_at timestamptz,
  ended_at timestamptz,
  revision integer not null,
  constraint session_pk primary key (id),
  constraint session_hash unique (hash)
) with (fillfactor = 80);
create index session_of_account on sign_in.session (account_id) where ended_at is null;
create index session_of_browser on sign_in.session (browser_hash) where ended_at is null;

-- A ticket that was used is gone.
create table sign_in.ticket (
  kind text not null,
  hash text collate "C" not null,
  subject text not null,
  about jsonb not null,
  until timestamptz not null,
  constraint ticket_pk primary key (kind, hash)
);
create index ticket_about on sign_in.ticket (kind, subject);

create table sign_in.token (
  hash text collate "C" not null,
  kind text not null,
  office_id uuid not null,
  subject_id uuid not null,
  hint text not null,
  scopes text[],
  created_at timestamptz not null,
  until timestamptz,
  ended_at timestamptz,
  last_seen_at timestamptz,
  constraint token_pk primary key (hash)
) with (fillfactor = 80);
create index token_of_subject on sign_in.token (office_id, subject_id);
comment on column sign_in.token.scopes is 'Null: all that its subject may do.';

-- How often something was tried in one window of time.
create table sign_in.attempts (
  key text collate "C" not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  counted integer not null,
  constraint attempts_pk primary key (key, begins_at, ends_at),
  constraint attempts_counted check (counted >= 0)
) with (fillfactor = 80);

grant select, insert, update on sign_in.account, sign_in.recovery_codes, sign_in.membership, sign_in.token
  to front_office_directory;
grant select, insert, delete on sign_in.ticket to front_office_directory;
grant select, insert, update, delete on sign_in.passkey, sign_in.session, sign_in.attempts to front_office_directory;

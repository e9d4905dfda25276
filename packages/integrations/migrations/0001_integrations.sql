-- Service accounts, the webhook and its deliveries as they are listed. Written only by projections; the log of record is
-- kernel.log. No key and no secret is here.
create table integrations.service_account (
  office_id  uuid        not null,
  account_id uuid        not null,
  state      text        not null,
  name       text        not null,
  purpose    text        not null,
  scopes     text[]      not null,
  until      timestamptz not null,
  since      timestamptz not null,
  constraint service_account_pk primary key (office_id, account_id)
);

-- One page of accounts in one state, those that end first at the top, is one walk along this index.
create index service_account_page on integrations.service_account (office_id, state, until, account_id);

create table integrations.webhook (
  office_id  uuid        not null,
  webhook_id uuid        not null,
  state      text        not null,
  url        text        not null,
  events     text[]      not null,
  since      timestamptz not null,
  paused_for text,
  constraint webhook_pk primary key (office_id, webhook_id),
  constraint webhook_one unique (office_id)
);

create table integrations.delivery (
  office_id     uuid        not null,
  delivery_id   uuid        not null,
  webhook_id    uuid        not null,
  state         text        not null,
  event_id      text        not null,
  type          text        not null,
  about_id      uuid        not null,
  about_version integer     not null,
  happened_at   timestamptz not null,
  since         timestamptz not null,
  attempts      integer     not null,
  next_try_at   timestamptz,
  code          text,
  status        integer,
  label         text,       -- of the case that it tells of
  constraint delivery_pk primary key (office_id, delivery_id)
);

-- The list by state, a replay from a moment on, and one event by its id.
create index delivery_page on integrations.delivery (office_id, state, since, delivery_id);
create index delivery_replay on integrations.delivery (office_id, webhook_id, happened_at, delivery_id);
create index delivery_event on integrations.delivery (office_id, event_id);

call kernel.keep_offices_apart('integrations.service_account');
call kernel.keep_offices_apart('integrations.webhook');
call kernel.keep_offices_apart('integrations.delivery');
call kernel.keep_labels('integrations.delivery');

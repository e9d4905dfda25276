-- The messages as the desk lists them: ids and moments. Written only by projections; the log of record is kernel.log.
create table messages.message (
  office_id      uuid        not null,
  message_id     uuid        not null,
  state          text        not null,
  template       text        not null,
  staff_id       uuid,       -- null: the front desk
  about_workflow text        not null,
  about_id       uuid        not null,
  queued_at      timestamptz not null,
  since          timestamptz not null,
  send_at        timestamptz not null,
  code           text,
  reply          text,
  constraint message_pk primary key (office_id, message_id)
);

-- One page of messages in one state, the newest first, is one walk along this index.
create index message_page on messages.message (office_id, state, since, message_id);

call kernel.keep_offices_apart('messages.message');

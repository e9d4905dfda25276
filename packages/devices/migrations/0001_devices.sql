-- The devices as the desk lists them. Written only by projections; the log of record is kernel.log. Neither a code nor a
-- token of a device is kept here.
create table devices.device (
  office_id uuid        not null,
  device_id uuid        not null,
  state     text        not null,
  since     timestamptz not null,
  kind      text        not null,
  name      text        not null,
  name_key  text        not null,
  site_id   uuid        not null,
  room_id   uuid,
  constraint device_pk primary key (office_id, device_id)
);

-- Two devices that are in use, or about to be, are never called the same; a name that is free again may be given again.
create unique index device_name on devices.device (office_id, name_key) where state in ('offered', 'paired');

-- One page of devices in one state is one walk along this index.
create index device_page on devices.device (office_id, state, since, device_id);

call kernel.keep_offices_apart('devices.device');

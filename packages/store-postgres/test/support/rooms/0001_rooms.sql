create table rooms.room (
  office_id uuid not null,
  id uuid not null,
  name text not null,
  seats integer not null,
  opened date not null,
  constraint room_pk primary key (office_id, id),
  constraint room_name unique (office_id, name),
  constraint room_seats check (seats > 0)
);
call kernel.keep_offices_apart('rooms.room');

-- The items as the desk lists them. Written only by projections; the log of record is kernel.log.
create table example_domain.item (
  office_id      uuid        not null,
  item_id        uuid        not null,
  state          text        not null,
  since          timestamptz not null,
  what           text        not null,
  handed_over_to text,
  constraint item_pk primary key (office_id, item_id)
);

-- One page of items in one state is one walk along this index.
create index item_page on example_domain.item (office_id, state, since, item_id);

alter table example_domain.item enable row level security;
alter table example_domain.item force row level security;
create policy own_office on example_domain.item
  using (office_id = nullif(current_setting('app.office', true), '')::uuid);

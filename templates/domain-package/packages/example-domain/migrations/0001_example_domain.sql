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

call kernel.keep_offices_apart('example_domain.item');

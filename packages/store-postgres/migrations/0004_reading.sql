-- Confidentiality labels: beside the wall between offices stands a second one, for cases that not everybody in the office
-- may read. It is one function, and every list, count, search and export passes it.

alter table kernel.cases add column label text;
comment on column kernel.cases.label is 'Confidentiality label, or null: whoever may read its kind may read it.';

-- `app.labels` holds the labels that whoever reads now may see, parted by spaces; `*` is the system's own work. Where
-- nobody has set it, only what has no label is seen. The keeper sees all; policies for the app role hold for it as well,
-- since it is a member of that role.
create function kernel.reads_all() returns boolean
language sql stable
as $$
  select current_setting('app.labels', true) = '*'
    or (current_setting('app.keeper', true) = 'on' and current_user <> 'front_office_app')
$$;

create function kernel.may_read(label text) returns boolean
language sql stable
as $$
  select label is null
    or label = any (string_to_array(current_setting('app.labels', true), ' '))
    or kernel.reads_all()
$$;
revoke execute on function kernel.reads_all(), kernel.may_read(text) from public;
grant execute on function kernel.reads_all(), kernel.may_read(text) to front_office_app;

-- Closes rows with a label to those who may not read it: every table with a column `label` calls it.
create procedure kernel.keep_labels(wall regclass)
language plpgsql
set search_path = pg_catalog
as $$
begin
  execute format(
    'create policy readable on %s as restrictive for select to front_office_app using (kernel.may_read(label))', wall
  );
end $$;
revoke execute on procedure kernel.keep_labels(regclass) from public;

call kernel.keep_labels('kernel.cases');
call kernel.keep_labels('kernel.work_item');

-- A log row is read by whoever may read its case as it is now: the walls of `kernel.cases` hold inside the question. The
-- log of a case that is erased is the system's own.
create policy readable on kernel.log as restrictive for select to front_office_app using (
  kernel.reads_all()
  or exists (select from kernel.cases c where c.office_id = log.office_id and c.id = log.case_id)
);

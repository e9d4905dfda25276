-- Whether the desk was told that the host does not answer. Until now the reminder to the host told the desk as well. An
-- update would see no row: the walls between the offices hold for the owner of the table too. A new type is written
-- for every row.
alter table visits.visitor_log add column desk_told boolean not null default false;
alter table visits.visitor_log alter column desk_told type boolean using host_reminded;

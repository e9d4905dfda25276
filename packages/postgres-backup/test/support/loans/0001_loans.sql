create table loans.loan (
  office_id uuid not null,
  id uuid not null,
  state text not null,
  borrower text not null,
  extended integer not null,
  constraint loan_pk primary key (office_id, id)
);
create table loans.extension (
  office_id uuid not null,
  loan_id uuid not null,
  note text collate "C" not null,
  length integer generated always as (char_length(note)) stored,
  constraint extension_pk primary key (office_id, loan_id, note),
  constraint extension_of_loan foreign key (office_id, loan_id) references loans.loan (office_id, id)
);
call kernel.keep_offices_apart('loans.loan');
call kernel.keep_offices_apart('loans.extension');

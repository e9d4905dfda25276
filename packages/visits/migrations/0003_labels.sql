-- For what a visit is kept back: whoever is not let in on it sees no line, and no number counts it.
alter table visits.visitor_log add column label text;
call kernel.keep_labels('visits.visitor_log');

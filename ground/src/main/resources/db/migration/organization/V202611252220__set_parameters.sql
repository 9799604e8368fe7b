-- Numbers that an institution sets for itself, each with the article and the decision that set it, from a day on. What is
-- not set is Kuramori's own value, and shown as such. A later row takes the place of an earlier one on its day.
create table organization.parameter (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    version         integer not null,
    -- Which number: the room that asks for it declares it.
    name            text    not null check (name ~ '^[a-z][a-z0-9.-]{1,63}$'),
    amount          integer not null,
    effective_from  date    not null,
    article         text    not null check (btrim(article) <> '' and char_length(article) <= 200),
    -- That set it: number of a 稟議, minutes with their day.
    resolution      text    not null check (btrim(resolution) <> '' and char_length(resolution) <= 200),
    retired_on      date
);
create unique index parameter_once on organization.parameter (institution_id, name, effective_from)
    where retired_on is null;
call kuramori.guard('organization.parameter');
call journal.track('organization.parameter', 'parameter');

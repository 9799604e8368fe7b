-- People and what they are appointed to, dated, also in the future (発令).
create table organization.person (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    code            text    not null check (btrim(code) <> ''),
    version         integer not null,
    name            text    not null check (btrim(name) <> ''),
    reading         text    not null check (btrim(reading) <> ''),
    email           text    check (email like '_%@_%'),
    confirmed_on    date,
    retired_on      date,
    search_key      text    not null default '',
    unique (institution_id, code)
);
comment on column organization.person.code is 'personal: employee number';
comment on column organization.person.name is 'personal: name';
comment on column organization.person.reading is 'personal: name';
comment on column organization.person.email is 'personal: address';

-- In force on every day from valid_from up to, not including, valid_to: the day of 解除 is the first day without it.
-- The institution is the post's; a seconded person (出向) may belong to another one.
create table organization.appointment (
    id              uuid     primary key,
    institution_id  uuid     not null references organization.institution (id),
    version         integer  not null,
    person_id       uuid     not null references organization.person (id),
    post_id         uuid     not null,
    kind            text     not null check (kind in ('principal', 'concurrent', 'seconded')),
    line            smallint check (line between 1 and 3),
    valid_from      date     not null,
    valid_to        date     check (valid_to > valid_from),
    note            text,
    retired_on      date,
    foreign key (institution_id, post_id) references organization.post (institution_id, id),
    -- One principal post (本務) a day; any number of concurrent ones (兼務).
    constraint appointment_principal exclude using gist
        (person_id with =, daterange(valid_from, valid_to) with &&) where (kind = 'principal' and retired_on is null),
    constraint appointment_twice exclude using gist
        (person_id with =, post_id with =, daterange(valid_from, valid_to) with &&) where (retired_on is null)
);
create index appointment_post on organization.appointment (post_id, valid_from);
create index appointment_person on organization.appointment (person_id, valid_from);

call kuramori.guard('organization.person');
call kuramori.guard('organization.appointment');
call journal.track('organization.person', 'person', derived => array['search_key']);
call journal.track('organization.appointment', 'appointment');

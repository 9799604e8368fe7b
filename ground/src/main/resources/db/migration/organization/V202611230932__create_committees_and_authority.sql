-- Bodies that meet, and which post or body decides what (職務権限表).
create table organization.committee (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    code            text    not null check (btrim(code) <> ''),
    version         integer not null,
    name            text    not null check (btrim(name) <> ''),
    reading         text,
    level           text    not null check (level in ('board', 'management', 'working')),
    quorum          integer not null check (quorum > 0),
    confirmed_on    date,
    retired_on      date,
    search_key      text    not null default '',
    unique (institution_id, code),
    unique (institution_id, id)
);

-- Members are posts; who sits there on a day follows from the appointments.
create table organization.committee_member (
    id              uuid    primary key,
    institution_id  uuid    not null,
    version         integer not null,
    committee_id    uuid    not null,
    post_id         uuid    not null references organization.post (id),
    role            text    not null check (role in ('chair', 'member', 'secretary')),
    valid_from      date    not null,
    valid_to        date    check (valid_to > valid_from),
    retired_on      date,
    foreign key (institution_id, committee_id) references organization.committee (institution_id, id),
    constraint committee_member_twice exclude using gist
        (committee_id with =, post_id with =, daterange(valid_from, valid_to) with &&) where (retired_on is null)
);
create index committee_member_post on organization.committee_member (post_id);

create table organization.committee_meeting (
    id              uuid    primary key,
    institution_id  uuid    not null,
    version         integer not null,
    committee_id    uuid    not null,
    held_on         date    not null,
    subject         text,
    retired_on      date,
    foreign key (institution_id, committee_id) references organization.committee (institution_id, id)
);
create unique index committee_meeting_once on organization.committee_meeting (committee_id, held_on)
    where retired_on is null;

-- One edition of the authority table. A draft may be changed; an adopted edition never, a later one supersedes it.
create table organization.authority_table (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    version         integer not null,
    edition         integer not null check (edition > 0),
    title           text    not null check (btrim(title) <> ''),
    effective_from  date    not null,
    adopted_on      date,
    adopted_by      text,
    reference       text,
    retired_on      date,
    unique (institution_id, edition),
    unique (institution_id, id),
    check ((adopted_on is null) = (adopted_by is null))
);
create unique index authority_table_start on organization.authority_table (institution_id, effective_from)
    where adopted_on is not null and retired_on is null;

create table organization.authority_rule (
    id              uuid    primary key,
    institution_id  uuid    not null,
    version         integer not null,
    table_id        uuid    not null,
    decision        text    not null check (decision ~ '^[a-z][a-z0-9.-]{1,63}$'),
    article         text    not null check (btrim(article) <> ''),
    condition       text,
    -- Exactly one of the two; either may belong to a parent institution.
    post_id         uuid    references organization.post (id),
    committee_id    uuid    references organization.committee (id),
    retired_on      date,
    foreign key (institution_id, table_id) references organization.authority_table (institution_id, id),
    check (num_nonnulls(post_id, committee_id) = 1)
);
create index authority_rule_table on organization.authority_rule (table_id);
create unique index authority_rule_once
    on organization.authority_rule (table_id, decision, coalesce(condition, '')) where retired_on is null;

create function organization.refuse_adopted() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform from organization.authority_table where id = new.table_id for share;
    if exists (select from organization.authority_table where id = new.table_id and adopted_on is not null) then
        raise exception 'the edition is adopted; draw up a new one'
            using errcode = 'check_violation', constraint = 'authority_rule_adopted', table = tg_table_name;
    end if;
    return new;
end $$;
create trigger refuse_adopted before insert or update on organization.authority_rule
    for each row execute function organization.refuse_adopted();

-- Adoption is one way, and fixes what was adopted.
create function organization.keep_adopted() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if old.adopted_on is not null
            and (new.edition, new.title, new.effective_from, new.adopted_on, new.adopted_by)
                is distinct from (old.edition, old.title, old.effective_from, old.adopted_on, old.adopted_by) then
        raise exception 'the edition is adopted; draw up a new one'
            using errcode = 'check_violation', constraint = 'authority_table_adopted', table = tg_table_name;
    end if;
    return new;
end $$;
create trigger keep_adopted before update on organization.authority_table
    for each row execute function organization.keep_adopted();

call kuramori.guard('organization.committee');
call kuramori.guard('organization.committee_member');
call kuramori.guard('organization.committee_meeting');
call kuramori.guard('organization.authority_table');
call kuramori.guard('organization.authority_rule');
call journal.track('organization.committee', 'committee', derived => array['search_key']);
call journal.track('organization.committee_member', 'committee-member');
call journal.track('organization.committee_meeting', 'committee-meeting');
call journal.track('organization.authority_table', 'authority-table');
call journal.track('organization.authority_rule', 'authority-rule');

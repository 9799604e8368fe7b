-- The group as a tree: institutions, their departments and posts (guideline 1.4, 2.1.1).
create schema organization;
grant usage on schema organization to kuramori_app, kuramori_system;

-- Equality beside overlap in one exclusion constraint: appointments and memberships. A trusted extension, so the owner
-- of the database may create it; its default operator classes are found whatever the search path.
create extension if not exists btree_gist with schema kuramori;

create table organization.institution (
    id                   uuid primary key,
    institution_id       uuid     not null,
    code                 text     not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{0,31}$'),
    version              integer  not null,
    parent_id            uuid     references organization.institution (id),
    kind                 text     not null check (kind in ('legal_entity', 'branch', 'site')),
    name                 text     not null check (btrim(name) <> ''),
    name_en              text,
    reading              text,
    licences             text[]   not null default '{}',
    zone                 text     not null default 'Asia/Tokyo',
    calendar             text     not null default 'JP' check (calendar ~ '^[A-Z]{2}(-[A-Z0-9]{1,6})?$'),
    language             text     not null default 'ja' check (language in ('ja', 'en')),
    business_year_start  smallint not null default 4 check (business_year_start between 1 and 12),
    confirmed_on         date,
    retired_on           date,
    search_key           text     not null default '',
    -- An institution is its own boundary.
    check (institution_id = id),
    check (parent_id <> id),
    check (kind = 'legal_entity' or parent_id is not null)
);
create index institution_parent on organization.institution (parent_id);

-- Days on which this institution alone is closed, or open although its calendar says otherwise.
create table organization.special_day (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    version         integer not null,
    day             date    not null,
    open            boolean not null,
    name            text    not null check (btrim(name) <> ''),
    retired_on      date
);
create unique index special_day_once on organization.special_day (institution_id, day) where retired_on is null;

create table organization.department (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    code            text    not null check (btrim(code) <> ''),
    version         integer not null,
    parent_id       uuid,
    name            text    not null check (btrim(name) <> ''),
    reading         text,
    confirmed_on    date,
    retired_on      date,
    search_key      text    not null default '',
    unique (institution_id, code),
    unique (institution_id, id),
    foreign key (institution_id, parent_id) references organization.department (institution_id, id),
    check (parent_id <> id)
);
create index department_parent on organization.department (institution_id, parent_id);

-- A post stands whether or not somebody holds it; records are owned by posts.
create table organization.post (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    code            text    not null check (btrim(code) <> ''),
    version         integer not null,
    department_id   uuid,
    name            text    not null check (btrim(name) <> ''),
    reading         text,
    level           text    not null default 'working' check (level in ('board', 'management', 'working')),
    confirmed_on    date,
    retired_on      date,
    search_key      text    not null default '',
    unique (institution_id, code),
    unique (institution_id, id),
    foreign key (institution_id, department_id) references organization.department (institution_id, id)
);
create index post_department on organization.post (institution_id, department_id);

-- A tree has no cycle, whoever writes it and whatever rows the writer may see. The lock makes two moves wait for each
-- other that only together would close a circle.
create function organization.refuse_cycle() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    closes boolean;
begin
    if new.parent_id is null or (tg_op = 'UPDATE' and new.parent_id is not distinct from old.parent_id) then
        return new;
    end if;
    perform pg_advisory_xact_lock(hashtext('organization.tree'));
    execute format(
        'with recursive up (id, parent_id) as (
             select id, parent_id from %1$s where id = $1
             union
             select above.id, above.parent_id from %1$s above join up on above.id = up.parent_id)
         select exists (select from up where id = $2)', tg_relid::regclass)
        into closes using new.parent_id, new.id;
    if closes then
        raise exception 'the parent of % stands below it', new.code
            using errcode = 'check_violation', constraint = tg_table_name || '_cycle', table = tg_table_name;
    end if;
    return new;
end $$;

create trigger refuse_cycle before insert or update of parent_id on organization.institution
    for each row execute function organization.refuse_cycle();
create trigger refuse_cycle before insert or update of parent_id on organization.department
    for each row execute function organization.refuse_cycle();

call kuramori.guard('organization.institution');
call kuramori.guard('organization.special_day');
call kuramori.guard('organization.department');
call kuramori.guard('organization.post');

call journal.track('organization.institution', 'institution', derived => array['search_key']);
call journal.track('organization.special_day', 'special-day');
call journal.track('organization.department', 'department', derived => array['search_key']);
call journal.track('organization.post', 'post', derived => array['search_key']);

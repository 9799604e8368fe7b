-- The ledger of information systems and external services (guideline 2.2.1.1).
create schema asset;
grant usage on schema asset to kuramori_app, kuramori_system;

-- The last number given in each series of codes, counted up under its row lock: codes never repeat.
create table asset.code_series (
    institution_id  uuid,
    prefix          text    not null check (prefix ~ '^[A-Z]{3}$'),
    last            integer not null check (last > 0),
    unique nulls not distinct (institution_id, prefix)
);
call kuramori.guard('asset.code_series');

create table asset.system (
    id                  uuid     primary key,
    institution_id      uuid     not null references organization.institution (id),
    code                text     not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,31}$'),
    version             integer  not null,
    name                text     not null check (btrim(name) <> '' and char_length(name) <= 200),
    reading             text     check (char_length(reading) <= 200),
    kind                text     not null check (kind in ('information_system', 'external_service')),
    owner_post_id       uuid     references organization.post (id),
    department_id       uuid,
    description         text     check (char_length(description) <= 4000),
    confidentiality     smallint not null check (confidentiality between 1 and 3),
    integrity           smallint not null check (integrity between 1 and 3),
    availability        smallint not null check (availability between 1 and 3),
    critical_operation  boolean  not null default false,
    -- The same rule as Importance in Java, here so that lists filter and sort by it.
    importance          smallint generated always as
                            (case when critical_operation then 3
                                  else greatest(confidentiality, integrity, availability) end) stored,
    exposure            text     not null check (exposure in ('none', 'partner', 'public')),
    rto_minutes         integer  check (rto_minutes between 0 and 5256000),
    rpo_minutes         integer  check (rpo_minutes between 0 and 5256000),
    third_party         text     check (char_length(third_party) <= 200),
    confirmed_on        date,
    confirmed_by        text,
    retired_on          date,
    search_key          text     not null,
    sort_key            text     collate "C" not null,
    unique (institution_id, code),
    unique (institution_id, id),
    foreign key (institution_id, department_id) references organization.department (institution_id, id),
    check ((confirmed_on is null) = (confirmed_by is null))
);
comment on column asset.system.confirmed_by is 'personal: name';
create index system_by_code on asset.system (code, id);
create index system_by_name on asset.system (sort_key, id);
create index system_by_importance on asset.system (importance desc, id);
create index system_by_confirmation on asset.system (coalesce(confirmed_on, '-infinity'::date), id);
create index system_owner on asset.system (owner_post_id);
create index system_search on asset.system using gin (kuramori.bigrams(search_key));

-- Who does what for a system (責任分担): one row for each kind of control that has been settled.
create table asset.responsibility (
    id              uuid    primary key,
    institution_id  uuid    not null,
    version         integer not null,
    system_id       uuid    not null,
    control         text    not null check (control in
                        ('patching', 'monitoring', 'backup', 'access', 'logging', 'hardening', 'network', 'incident')),
    party           text    not null check (party in ('own', 'shared_centre', 'contractor', 'cloud', 'parent')),
    provider        text    check (char_length(provider) <= 200),
    retired_on      date,
    foreign key (institution_id, system_id) references asset.system (institution_id, id)
);
create unique index responsibility_once on asset.responsibility (system_id, control) where retired_on is null;

call kuramori.guard('asset.system');
call kuramori.guard('asset.responsibility');
call journal.track('asset.system', 'system', derived => array['search_key', 'sort_key', 'importance']);
call journal.track('asset.responsibility', 'responsibility');

-- Ids of the systems in scope whose key holds every word; indexed, unlike the same search under row-level security.
create function asset.find_systems(words text[]) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.id from asset.system s
    where s.institution_id = any ((select kuramori.scope())::uuid[])
      and kuramori.bigrams(s.search_key) @> (select coalesce(array_agg(distinct piece), '{}')
                                             from unnest(words) word, unnest(kuramori.bigrams(word)) piece)
      and not exists (select from unnest(words) word where position(word in s.search_key) = 0)
$$;
revoke all on function asset.find_systems(text[]) from public;
grant execute on function asset.find_systems(text[]) to kuramori_app, kuramori_system;
grant create on schema asset to kuramori_system;
alter function asset.find_systems(text[]) owner to kuramori_system;
revoke create on schema asset from kuramori_system;

-- What other modules may join.
create view asset.face_system with (security_invoker = true) as
    select id, institution_id, code, name, kind, owner_post_id, importance, exposure, retired_on from asset.system;
grant select on asset.face_system to kuramori_app, kuramori_system;

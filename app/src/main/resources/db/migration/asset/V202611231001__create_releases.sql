-- Software, its releases, which systems run them, and what each release is made of (guideline 2.2.1.2).
-- A row without institution belongs to the whole group.
create table asset.software (
    id              uuid    primary key,
    institution_id  uuid    references organization.institution (id),
    code            text    not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,31}$'),
    version         integer not null,
    name            text    not null check (btrim(name) <> '' and char_length(name) <= 200),
    supplier        text    check (char_length(supplier) <= 200),
    confirmed_on    date,
    retired_on      date,
    search_key      text    not null,
    unique nulls not distinct (institution_id, code)
);

create table asset.release (
    id              uuid    primary key,
    institution_id  uuid    references organization.institution (id),
    code            text    not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,31}$'),
    version         integer not null,
    software_id     uuid    not null references asset.software (id),
    label           text    not null check (btrim(label) <> '' and char_length(label) <= 100),
    confirmed_on    date,
    retired_on      date,
    search_key      text    not null,
    unique nulls not distinct (institution_id, code),
    unique (software_id, label)
);
create index release_by_code on asset.release (code, id);

-- A system runs a release. The row may be deleted: the journal keeps that it was so.
create table asset.system_release (
    id              uuid    primary key,
    institution_id  uuid    not null,
    version         integer not null,
    system_id       uuid    not null,
    release_id      uuid    not null references asset.release (id),
    unique (system_id, release_id),
    foreign key (institution_id, system_id) references asset.system (institution_id, id)
);
create index system_release_release on asset.system_release (release_id);

call kuramori.guard('asset.software');
call kuramori.guard('asset.release');
call kuramori.guard('asset.system_release');
grant delete on asset.system_release to kuramori_app;
call journal.track('asset.software', 'software', derived => array['search_key']);
call journal.track('asset.release', 'release', derived => array['search_key']);
call journal.track('asset.system_release', 'system-release');

-- An SBOM as it was attached; the original lies in the evidence store under its hash. The newest one is in force.
create table asset.sbom (
    id                  uuid        primary key,
    institution_id      uuid,
    release_id          uuid        not null references asset.release (id),
    sha256              text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size                bigint      not null,
    spec_version        text        not null,
    serial              text,
    components          integer     not null,
    unidentified        integer     not null,
    attached_at         timestamptz not null,
    attached_by         text        not null,
    superseded_at       timestamptz
);
comment on column asset.sbom.attached_by is 'personal: name';
create unique index sbom_in_force on asset.sbom (release_id) where superseded_at is null;

-- A component's identity, once for the whole house. It says nothing about who uses it.
create table asset.component (
    id          uuid primary key,
    -- The purl in its canonical form; without one, "name:" and what the SBOM calls it.
    identity    text not null unique,
    purl        text unique,
    cpe         text,
    name        text not null,
    release     text
);
grant select, insert on asset.component to kuramori_app, kuramori_system;

create table asset.release_component (
    release_id      uuid not null references asset.release (id),
    component_id    uuid not null references asset.component (id),
    institution_id  uuid,
    -- Where in the SBOM it stands.
    pointer         text not null,
    primary key (release_id, component_id)
);
create index release_component_component on asset.release_component (component_id);

call kuramori.guard('asset.sbom');
call kuramori.guard('asset.release_component');
grant delete on asset.release_component to kuramori_app;

create view asset.face_release with (security_invoker = true) as
    select r.id, r.institution_id, r.code, s.name as software, s.supplier, r.label, r.retired_on
    from asset.release r join asset.software s on s.id = r.software_id;
create view asset.face_component as select id, purl, cpe, name, release from asset.component;
create view asset.face_release_component with (security_invoker = true) as
    select release_id, component_id, institution_id from asset.release_component;
create view asset.face_system_release with (security_invoker = true) as
    select system_id, release_id, institution_id from asset.system_release;
grant select on asset.face_release, asset.face_component, asset.face_release_component, asset.face_system_release
    to kuramori_app, kuramori_system;

-- How demanding the systems are that run a release, also those the caller may not see: a deadline follows from all of
-- them. It answers for releases in scope only and names no system.
create function asset.demands(release uuid) returns table (institution_id uuid, importance smallint, exposure text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select distinct s.institution_id, s.importance, s.exposure
    from asset.release r
    join asset.system_release sr on sr.release_id = r.id
    join asset.system s on s.id = sr.system_id
    where r.id = demands.release and s.retired_on is null
      and (r.institution_id = any (kuramori.scope())
           or (r.institution_id is null and cardinality(kuramori.scope()) > 0))
$$;
revoke all on function asset.demands(uuid) from public;
grant execute on function asset.demands(uuid) to kuramori_app, kuramori_system;
grant create on schema asset to kuramori_system;
alter function asset.demands(uuid) owner to kuramori_system;
revoke create on schema asset from kuramori_system;

-- Releases that programs enter, who answers for a release that no system runs, and the receipts of what programs send.
alter table asset.release
    -- Answers for it as long as no system runs it.
    add column owner_post_id    uuid references organization.post (id),
    -- When and by which service account it was entered; null when a person did.
    add column arrived_at       timestamptz,
    add column arrived_by       text,
    add column parent_id        uuid references asset.release (id),
    add column latest           boolean not null default false,
    add column tags             text[]  not null default '{}' check (cardinality(tags) <= 50),
    -- Why it was turned away, by whom nobody asked for it. It is retired then.
    add column rejected         text check (btrim(rejected) <> '' and char_length(rejected) <= 500),
    add check ((arrived_at is null) = (arrived_by is null)),
    add check (rejected is null or retired_on is not null);
create index release_retired on asset.release (id) where retired_on is not null;
create index release_by_label on asset.release (label, id);
create index software_by_name on asset.software (name, id);

create or replace view asset.face_release with (security_invoker = true) as
    select r.id, r.institution_id, r.code, s.name as software, s.supplier, r.label, r.retired_on, r.owner_post_id,
           r.parent_id, r.latest, r.tags
    from asset.release r join asset.software s on s.id = r.software_id;

-- What the reader of a bill passed over without losing a component, and the receipt it came with.
alter table asset.sbom
    add column remarks        jsonb   not null default '[]',
    add column remark_count   integer not null default 0 check (remark_count >= 0),
    add column ticket_number  bigint;

-- The receipt for a bill that a program sent. Its number says which came later: of the bills of one release the last
-- one received counts, whichever is taken in first.
create table asset.sbom_ticket (
    id              uuid        primary key,
    institution_id  uuid,
    number          bigint      generated always as identity unique,
    release_id      uuid        not null references asset.release (id),
    sha256          text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size            bigint      not null,
    state           text        not null check (state in ('queued', 'done', 'overtaken', 'failed')),
    received_at     timestamptz not null,
    received_by     text        not null,
    actor_id        uuid        not null,
    request_key     text        check (char_length(request_key) between 1 and 255),
    job_id          uuid,
    finished_at     timestamptz,
    sbom_id         uuid        references asset.sbom (id),
    check ((finished_at is null) = (state = 'queued')),
    check ((sbom_id is not null) = (state = 'done'))
);
comment on column asset.sbom_ticket.received_by is 'personal: name';
create index sbom_ticket_release on asset.sbom_ticket (release_id, number);
create index sbom_ticket_sha256 on asset.sbom_ticket (sha256);
create index sbom_ticket_key on asset.sbom_ticket (actor_id, request_key) where request_key is not null;
create index sbom_ticket_waiting on asset.sbom_ticket (actor_id) where state = 'queued';
call kuramori.guard('asset.sbom_ticket');

-- The bill in force of each release.
create view asset.face_sbom with (security_invoker = true) as
    select release_id, institution_id, format, spec_version, components, unidentified, remark_count, attached_at
    from asset.sbom where superseded_at is null;
grant select on asset.face_sbom to kuramori_app, kuramori_system;
-- Components are looked for by how their names begin; a name may be longer than an index holds.
create index component_name on asset.component (left(name, 200));

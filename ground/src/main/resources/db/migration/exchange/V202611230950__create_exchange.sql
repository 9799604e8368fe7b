-- Files on their way in, and what became of them.
create schema exchange;
grant usage on schema exchange to kuramori_app, kuramori_system;

-- Which column of an institution's own sheet is which field, remembered by the sheet's headings.
create table exchange.mapping (
    id              uuid primary key,
    institution_id  uuid,
    version         integer not null,
    kind            text    not null,
    -- SHA-256 over the headings and their columns
    signature       text    not null check (signature ~ '^[0-9a-f]{64}$'),
    columns         jsonb   not null,
    unique nulls not distinct (institution_id, kind, signature)
);
call kuramori.guard('exchange.mapping');
call journal.track('exchange.mapping', 'exchange.mapping');

-- A file between upload and import: scratch, seen only with the whole scope it was uploaded with. The file that brings
-- the very first institutions is sent when there is no scope yet.
create table exchange.upload (
    id           uuid primary key,
    scope        uuid[]      not null,
    actor_id     uuid        not null,
    kind         text        not null,
    file_name    text        not null check (char_length(file_name) <= 255),
    sha256       text        not null,
    bytes        bytea       not null check (octet_length(bytes) <= 20971520),
    mapping      jsonb,
    uploaded_at  timestamptz not null
);
create index upload_by_time on exchange.upload (uploaded_at);

create table exchange.import (
    id              uuid primary key,
    institution_id  uuid,
    version         integer     not null,
    scope           uuid[]      not null check (cardinality(scope) > 0),
    actor_id        uuid        not null,
    kind            text        not null,
    file_name       text        not null,
    sha256          text        not null,
    added           integer     not null,
    changed         integer     not null,
    unchanged       integer     not null,
    applied_at      timestamptz not null,
    undone_at       timestamptz
);
create index import_by_kind on exchange.import (kind, applied_at desc);
call kuramori.guard('exchange.import');
create policy whole_scope on exchange.import as restrictive
    using (scope <@ (select kuramori.scope())) with check (scope <@ (select kuramori.scope()));
call journal.track('exchange.import', 'exchange.import');

-- What an import did to each record, for its undoing. The records' own histories are the proof.
create table exchange.import_change (
    import_id      uuid    not null references exchange.import,
    record_id      uuid    not null,
    scope          uuid[]  not null check (cardinality(scope) > 0),
    position       integer not null,
    version_after  integer not null,
    -- null when the import added the record
    before         jsonb,
    was_retired    boolean not null,
    primary key (import_id, record_id)
);

alter table exchange.upload enable row level security;
alter table exchange.upload force row level security;
create policy whole_scope on exchange.upload
    using (scope <@ (select kuramori.scope())
           and (cardinality(scope) > 0 or actor_id = nullif(current_setting('kuramori.actor', true), '')::uuid))
    with check (scope <@ (select kuramori.scope()));
grant select, insert, update, delete on exchange.upload to kuramori_app;
alter table exchange.import_change enable row level security;
alter table exchange.import_change force row level security;
create policy whole_scope on exchange.import_change
    using (scope <@ (select kuramori.scope())) with check (scope <@ (select kuramori.scope()));
grant select, insert on exchange.import_change to kuramori_app;
